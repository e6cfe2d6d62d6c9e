"""A city with the code of a province or a country after it, and several cities in one cell.

Also of `place_problems.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.own_lists import own_list

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = 'name = "name"\ncity = "place"\n'
SEPARATE = '[reading]\nseparate = ["city"]\n'


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Torino (TO)", "ITA"),  # TO is Tonga too
        ("Torino, TO", "ITA"),
        ("Bern, BE", "CHE"),  # and BE Belgium
        ("Rio Branco/AC", "BRA"),
        ("São Paulo - SP", "BRA"),
        ("Boston MA", "USA"),  # and MA Morocco
        ("Paris TX", "USA"),
        ("Kigali, RW", "RWA"),
        ("Kigali (RW)", "RWA"),
        ("Kigali - Rwanda", "RWA"),
        ("London, UK", "GBR"),
        ("Washington, D.C.", "USA"),
        ("Bogotá, D.C.", "COL"),  # D.C. alone is Washington
        ("Bogotá D.C.", "COL"),
        ("México, D.F.", "MEX"),
        ("Ciudad de México, CDMX", "MEX"),  # twice the same
    ],
)
def test_a_city_with_a_code_after_it_is_one_place(tmp_path: Path, text: str, country: str) -> None:
    """Where a cell may name several as well; a code is a country where the city is in it."""
    table = f'name,place\nA,"{text}"\n'
    [place] = own_list(tmp_path / "list", table, COLUMNS, more=SEPARATE).check().places
    assert (place.presence.country, place.anchor.source) == (country, "city")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("1000 Brussels", "BEL"),
        ("D-22301 Hamburg", "DEU"),
        ("1012 AB Amsterdam, Netherlands", "NLD"),
        ("CH-1211 Genève 10", "CHE"),
        ("Nairobi 00100", "KEN"),
        ("Paris Cedex 14, France", "FRA"),
        ("London SW1A 1AA, UK", "GBR"),
        ("Praha 1", "CZE"),
    ],
)
def test_a_post_code_is_no_part_of_a_city(tmp_path: Path, text: str, country: str) -> None:
    """Nor is the number of a district of a large one."""
    [place] = own_list(tmp_path / "list", f'name,place\nA,"{text}"\n', COLUMNS).check().places
    assert (place.presence.country, place.anchor.source) == (country, "city")


@pytest.mark.parametrize("text", ["Mile 2", "Zone 5", "Camp 4"])
def test_a_number_after_a_small_town_says_that_it_is_none(tmp_path: Path, text: str) -> None:
    """Mīlē in Ethiopia has no districts with numbers."""
    atlas = own_list(tmp_path / "list", f"name,place\nA,{text}\nB,Nairobi\n", COLUMNS).check()
    assert [place.presence.country for place in atlas.places] == ["KEN"]


@pytest.mark.parametrize("town", ["Aspen, CO", "Sedona, AZ", "Bar Harbor, ME", "Moab UT"])
def test_a_town_that_is_not_known_is_in_no_country_for_two_letters(
    tmp_path: Path, town: str
) -> None:
    """Colombia, Azerbaijan and Montenegro have nothing to do with it: it is left out."""
    atlas = own_list(tmp_path / "list", f'name,place\nA,"{town}"\nB,Nairobi\n', COLUMNS).check()
    assert [place.presence.country for place in atlas.places] == ["KEN"]
    assert [one.line for one in atlas.dataset.tables.left_out] == [2]


def test_two_letters_that_no_province_has_say_the_country_of_a_town(tmp_path: Path) -> None:
    """Aspen, US is somewhere in the United States; so is what names it in words."""
    table = 'name,place\nA,"Aspen, US"\nB,"Aspen, Colorado, United States"\n'
    atlas = own_list(tmp_path / "list", table, COLUMNS).check()
    assert [place.presence.country for place in atlas.places] == ["USA", "USA"]
    assert {place.anchor.source for place in atlas.places} == {"computed"}


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Cairo, EG / Tunis, TN", ["EGY", "TUN"]),
        ("Nairobi, Kampala", ["KEN", "UGA"]),
        ("Torino (TO); Milano (MI)", ["ITA", "ITA"]),
    ],
)
def test_several_cities_each_with_its_code_are_several_places(
    tmp_path: Path, text: str, countries: list[str]
) -> None:
    """A code is no city of its own."""
    table = f'name,place\nA,"{text}"\n'
    places = own_list(tmp_path / "list", table, COLUMNS, more=SEPARATE).check().places
    assert [place.presence.country for place in places] == countries
    together = own_list(tmp_path / "one", table, COLUMNS).check().places
    assert [len(place.presence.city) for place in together] == [2]
