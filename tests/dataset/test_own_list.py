"""The project's own list: complete as far as it is known, joined, and nothing invented.

Also of `totals.py`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
import shapely

from mapping.checks.positions import OVER_THE_BORDER_KM
from mapping.dataset.boundaries import OFF_SHORE_KM
from mapping.geo.projection import length_km, wrap_longitude
from mapping.i18n.localized import LANGUAGES
from tests.support.areas import table_of_areas
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from mapping.atlas import Atlas, Place

COUNTED = {
    "headquarters": 2,
    "country-office": 19,
    "regional-office": 12,
    "peace-mission": 11,
    "adviser": 43,
    "other": 11,
}
RULED_OUT = {("PAN", "adviser"), ("TZA", ""), ("BLR", "")}


@pytest.fixture(scope="module")
def places(atlas: Atlas) -> dict[str, Place]:
    """Return the places by id."""
    return {place.presence.id: place for place in atlas.places}


def test_every_row_is_a_place(places: dict[str, Place]) -> None:
    """Each by its id, and no other."""
    rows = (GEODATA / "presences.csv").read_text(encoding="utf-8").split("\n")[1:-1]
    assert sorted(row.split(",")[0] for row in rows) == sorted(places)


def test_the_counts_are_those_of_the_list(places: dict[str, Place]) -> None:
    """96 of 103 field presences, by category, and the two headquarters beside them."""
    listed = Counter(
        place.presence.category for place in places.values() if place.presence.status == "listed"
    )
    assert listed == COUNTED
    assert sum(listed.values()) - listed["headquarters"] == 96


def test_six_candidates_are_apart_and_seven_places_stay_open(atlas: Atlas) -> None:
    """Candidates fill no open place: seven advisers are not identified."""
    candidates = {p.presence.id for p in atlas.places if p.presence.status == "candidate"}
    expected = {one.key: one.expected or 0 for one in atlas.dataset.edition.categories}
    gaps = {key: expected[key] - COUNTED[key] for key in expected}
    countries = {one.partition("-")[0] for one in candidates}
    assert countries == {"bdi", "kaz", "rus", "tjk", "uzb", "zmb"}
    assert len(candidates) == 6
    assert {key: gap for key, gap in gaps.items() if gap} == {"adviser": 7}
    assert sum(expected.values()) - expected["headquarters"] == 103


def test_a_presence_is_in_the_area_of_its_host(atlas: Atlas, places: dict[str, Place]) -> None:
    """The area by code and the anchor by geometry agree, small islands and coasts allowed for."""
    areas = table_of_areas(atlas.dataset.boundaries)
    for presence, place in places.items():
        point = shapely.Point(wrap_longitude(place.anchor.longitude), place.anchor.latitude)
        within = set(areas.index[areas.contains(point)])
        line = shapely.shortest_line(point, areas.geometry[place.area])
        assert length_km(*shapely.get_coordinates(line).T) <= (
            OVER_THE_BORDER_KM if within else OFF_SHORE_KM
        ), presence


def test_a_presence_is_labelled_in_every_language(places: dict[str, Place]) -> None:
    """No label is empty, none holds a placeholder that nobody filled in."""
    for presence, place in places.items():
        labels = [place.label[language] for language in LANGUAGES]
        assert all(label and label == label.strip() for label in labels), presence
        assert not set("{}") & set("".join(labels)), presence


def test_a_presence_cites_its_sources(atlas: Atlas, places: dict[str, Place]) -> None:
    """Each source has a title; what is documented says of when."""
    for presence, place in places.items():
        row = place.presence
        assert all(atlas.dataset.tables.sources[source].title for source in row.sources), presence
        assert row.as_of or row.evidence == "candidate", presence
        assert ("report-2023" in row.sources) >= (row.evidence == "report"), presence


def test_no_ruled_out_presence_is_on_the_map(places: dict[str, Place]) -> None:
    """Panama's adviser, Tanzania and Belarus were looked at and left out."""
    rows = [place.presence for place in places.values()]
    found = {(row.country, row.category) for row in rows} | {(row.country, "") for row in rows}
    assert not RULED_OUT & found
    assert not {key for row in rows for key in row.serves} & {"TZA", "BLR"}


def test_a_label_belongs_to_one_presence(places: dict[str, Place]) -> None:
    """In no language do two presences of one category bear the same label."""
    for language in LANGUAGES:
        labels = Counter(
            (place.label[language], place.presence.category) for place in places.values()
        )
        assert max(labels.values()) == 1, language


def test_hosts_are_those_of_identified_field_presences(atlas: Atlas) -> None:
    """Headquarters and candidates alone fill no area."""
    assert not {"USA", "CHE", "BDI", "ZMB", "KAZ", "RUS", "TJK", "UZB"} & atlas.hosts
    assert {"NER", "LBN", "SRB", "PSE"} <= atlas.hosts


def test_a_city_is_in_its_country(atlas: Atlas) -> None:
    """Each position of the hand-checked table lies in the area of the country beside it."""
    dataset, areas = atlas.dataset, atlas.dataset.boundaries.areas
    for (kind, key), name in dataset.tables.names.items():
        if kind == "city":
            point = shapely.Point(wrap_longitude(name.longitude or 0), name.latitude or 0)
            area = areas[dataset.tables.countries[name.country].area_code].shape
            line = shapely.shortest_line(point, area)
            assert length_km(*shapely.get_coordinates(line).T) <= OFF_SHORE_KM, key


def test_a_presence_is_in_a_city_of_its_host(places: dict[str, Place], atlas: Atlas) -> None:
    """A row never names a city of another country."""
    for row in (place.presence for place in places.values()):
        countries = {atlas.dataset.tables.names["city", city].country for city in row.city}
        assert countries <= {row.country}, row.id
