"""Cities of a list with columns of its own: namesakes, addresses, and what a point decides.

Also of `cell_parts.py`, `countries_at.py`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mapping.products.exports import format_geojson
from tests.support.own_lists import own_list

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.atlas import Atlas

CODES = 'country = "iso3"\n'
CITIES = CODES + 'city = "place"\n'


def notices(atlas: Atlas) -> str:
    """Return what is noted of the list, as text."""
    return "\n".join(map(str, atlas.notices))


def test_namesakes_are_not_guessed_until_they_are_answered(tmp_path: Path) -> None:
    """The place is put inside its country, and a note says which cities may be meant."""
    columns = CODES + 'city = "city"\n'
    table = "iso3,city\nUSA,Portland\nUSA,Portland\n"
    atlas = own_list(tmp_path / "a", table, columns).check()
    assert {place.anchor.source for place in atlas.places} == {"computed"}
    meant = "'Portland' (2 rows: 2–3: 5746545 in Oregon, USA or 4975802 in Maine, USA or"
    assert meant in notices(atlas)
    answer = '[reading.cities]\n"Portland, USA" = "4975802"\n'
    atlas = own_list(tmp_path / "b", table, columns, more=answer).check()
    assert {place.anchor.source for place in atlas.places} == {"city"}
    assert round(atlas.places[0].anchor.latitude) == 44


@pytest.mark.parametrize(
    ("text", "country", "key"),
    [
        ("Paris, France", "", "2988507"),
        ("Cambridge, Massachusetts, USA", "", "4931972"),
        ("Cambridge, MA", "USA", "4931972"),
        ("Kinshasa (Congo, Democratic Republic of the)", "", "2314302"),
        ("Parkville, Melbourne, Australia", "AUS", "2158177"),
        ("内罗毕，肯尼亚", "", "184745"),
    ],
)
def test_a_city_may_stand_with_its_province_and_country(
    tmp_path: Path, text: str, country: str, key: str
) -> None:
    """In one cell, the country last; what is around a city in an address is passed over."""
    more = '[reading]\nseparate = ["city"]\n'
    table = f'iso3,place\n{country},"{text}"\n'
    [place] = own_list(tmp_path / "list", table, CITIES, more=more).check().places
    assert place.presence.city == (key,)


def test_namesakes_within_one_country_say_which_country_it_is(tmp_path: Path) -> None:
    """A list of one country has no column for it; of which city it is, nothing is guessed."""
    table = "iso3,place\n,Благовещенск\n,Cambridge\n"
    atlas = own_list(tmp_path / "list", table, CITIES).check()
    [place] = atlas.places
    assert (place.presence.country, place.anchor.source) == ("RUS", "computed")
    assert "several cities have the name" in notices(atlas)
    assert [one.line for one in atlas.dataset.tables.left_out] == [3]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Bosnia and Herzegovina,Croatia,Serbia", ["BIH", "HRV", "SRB"]),
        ("Germany / Trinidad and Tobago", ["DEU", "TTO"]),
        ("Sao Tome and Principe and Gabon", []),  # where one ends is not certain
        ("Kenya and Uganda; Bosnia and Herzegovina", ["KEN", "UGA", "BIH"]),
    ],
)
def test_a_country_s_name_with_a_word_between_is_one_among_several(
    tmp_path: Path, text: str, codes: list[str]
) -> None:
    """Signs are between countries, words may be within the name of one."""
    atlas = own_list(tmp_path / "list", f'iso3\nFRA\n"{text}"\n', CODES).check()
    named = [(one.presence.country, *one.presence.serves) for one in atlas.places[1:]]
    assert named == ([tuple(codes)] if codes else [])


def test_an_address_whose_city_is_not_known_is_put_inside_its_country(tmp_path: Path) -> None:
    """It says what the country is, though no column does."""
    atlas = own_list(tmp_path / "list", 'iso3,place\n,"Stanford, CA, USA"\n', CITIES).check()
    [place] = atlas.places
    assert (place.presence.country, place.anchor.source) == ("USA", "computed")
    assert "the gazetteer has no such city" in notices(atlas)


def test_a_point_tells_a_city_from_its_namesakes(tmp_path: Path) -> None:
    """The one that it is near; nothing is asked or noted."""
    columns = CITIES + 'latitude = "lat"\nlongitude = "lon"\n'
    table = "iso3,place,lat,lon\nUSA,Portland,43.66,-70.25\n"
    atlas = own_list(tmp_path / "list", table, columns).check()
    assert [place.presence.city for place in atlas.places] == [("4975802",)]
    assert not atlas.notices


@pytest.mark.parametrize(
    ("text", "country"),
    [("Revel", "FRA"), ("Nivigne et Suran", "FRA"), ("Toulouse", "FRA"), ("Revel", "EST")],
)
def test_where_no_country_is_given_a_point_outdoes_a_city_far_from_it(
    tmp_path: Path, text: str, country: str
) -> None:
    """Revel is Tallinn too, which is not meant near Toulouse; it is noted, once for all rows."""
    columns = CITIES + 'latitude = "lat"\nlongitude = "lon"\n'
    given = "" if country == "FRA" else country
    row = f"{given},{text},43.4,2.0\n"
    atlas = own_list(tmp_path / "list", f"iso3,place,lat,lon\n{row}{row}", columns).check()
    assert {place.presence.country for place in atlas.places} == {country}
    is_far = text != "Toulouse" and not given
    assert ("is within 100 km of the point; the place is put at" in notices(atlas)) == is_far


POINTS = 'name = "name"\ncountry = "iso3"\nlatitude = "lat"\nlongitude = "lon"\n'


@pytest.mark.parametrize(
    ("name", "latitude", "longitude", "country"),
    [
        ("A capital", -1.29, 36.82, "KEN"),
        ("An overseas area", -22.27, 166.44, "NCL"),
        ("A reef", -18.28, 147.7, None),
        ("By an armistice line", 31.7777, 35.2316, None),
        ("In an area whose status is not determined", 34.08, 74.8, None),
        ("Within an autonomous line", 42.54, 20.26, None),
        ("In the rest of that area", 44.8, 20.45, "SRB"),
        ("By a line within one State", 35.17, 33.36, "CYP"),
        ("In an area apart for its status", 27.08, 93.6, None),
    ],
)
def test_a_point_says_its_country_only_where_that_is_settled(
    tmp_path: Path, name: str, latitude: float, longitude: float, country: str | None
) -> None:
    """Elsewhere the place is shown without one; so it is where a row writes what nobody knows."""
    at = f"{latitude},{longitude}"
    table = f"name,iso3,lat,lon\n{name},,{at}\nX,Nobody's,{at}\n"
    atlas = own_list(tmp_path / "list", table, POINTS).check()
    exported = json.loads(format_geojson(atlas))["features"]
    assert {one["properties"]["country"] for one in exported} == {country}
    assert all(not one["id"].startswith("xxx") for one in exported)
    assert ("nothing is said of its country" in notices(atlas)) == (country is None)


def test_a_place_without_a_country_is_on_the_page(tmp_path: Path) -> None:
    """In a part of the list of its own, in six languages; no area is filled for it."""
    folder = own_list(tmp_path / "list", "name,iso3,lat,lon\nReef,,-18.28,147.7\n", POINTS)
    folder.build(tmp_path / "map")
    page = (tmp_path / "map" / "map.html").read_text(encoding="utf-8")
    for words in ("Country not stated", "Pays non indiqué", "未注明国家"):
        assert words in page
