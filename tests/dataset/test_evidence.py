"""What the list says of its evidence: no more than the documents do, and where each seat is.

Also of `sources.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from mapping.atlas import Atlas, Place

SEATS = {
    "afg-unama": "kabul",
    "caf-minusca": "bangui",
    "cod-monusco": "kinshasa",
    "hti-binuh": "port-au-prince",
    "irq-unami": "baghdad",
    "lby-unsmil": "tripoli",
    "mli-minusma": "bamako",
    "sdn-unitams": "khartoum",
    "som-unsom": "mogadishu",
    "ssd-unmiss": "juba",
    "xkx-unmik": "pristina",
}


@pytest.fixture(scope="module")
def places(atlas: Atlas) -> dict[str, Place]:
    """Return the places by id."""
    return {place.presence.id: place for place in atlas.places}


def test_the_map_sounds_no_surer_than_the_evidence(places: dict[str, Place]) -> None:
    """Where a document of 2022 states no category, or may count an office twice, rows say so."""
    moz, rus = places["moz-presence"].presence, places["rus-presence"].presence
    assert (moz.status, moz.evidence, moz.category, moz.as_of) == (
        "listed", "documented", "other", "2022-06"
    )  # fmt: skip
    assert moz.category_certain == "no"
    assert "probable, not proved" in moz.note
    assert rus.status == "candidate"
    sudan = [places[one].presence for one in ("sdn-country-office", "sdn-unitams")]
    assert all("Joint Human Rights Office in the Sudan" in row.note for row in sudan)
    assert sudan[0].category_certain == "no"


def test_a_peace_mission_is_at_its_seat(places: dict[str, Place]) -> None:
    """Somalia's does not stand in the north-west, where its computed point would be."""
    missions = [one for one in places.values() if one.presence.category == "peace-mission"]
    assert {one.presence.id: one.presence.city[0] for one in missions} == SEATS
    assert all(one.anchor.source == "city" for one in missions)
    assert places["som-unsom"].anchor.latitude < 3


def test_a_country_office_is_at_its_seat(places: dict[str, Place]) -> None:
    """OHCHR's pages name the city of each."""
    offices = [one for one in places.values() if one.presence.category == "country-office"]
    assert all(one.anchor.source == "city" for one in offices)
    assert all(source.startswith(("ohchr-", "report-")) for one in offices
               for source in one.presence.sources[:1])  # fmt: skip
