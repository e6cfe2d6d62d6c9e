"""Rows of a list with columns of its own: what each is called, its id, its category, its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.errors import DataError
from tests.support.own_lists import labels, notices, own_list

if TYPE_CHECKING:
    from pathlib import Path

CODES = 'country = "iso3"\n'


def test_a_place_has_its_own_name(tmp_path: Path) -> None:
    """In the languages that the list has; the others borrow the default language's."""
    table = "iso3,title,title fr\nKEN,Main office,Siège\nFRA,Branch,\n"
    columns = CODES + 'name = "title"\nname_fr = "title fr"\n'
    atlas = own_list(tmp_path / "list", table, columns).check()
    assert labels(atlas) == ["Main office", "Branch"]
    assert labels(atlas, "fr") == ["Siège", "Branch"]
    assert [("fr" in p.label.borrowed, "zh" in p.label.borrowed) for p in atlas.places] == [
        (False, True),
        (True, True),
    ]


def test_a_name_that_the_default_language_lacks_is_shown_and_noted(tmp_path: Path) -> None:
    """To all that lack it in one language, Latin letters first; the row is named."""
    table = "iso3,ar,fr,zh\nKEN,مكتب,Bureau,\nFRA,مكتب,,办事处\nPER,,,\n"
    columns = CODES + 'name_ar = "ar"\nname_fr = "fr"\nname_zh = "zh"\n'
    atlas = own_list(tmp_path / "list", table, columns).check()
    shown = [[place.label[code] for code in ("ar", "en", "es", "zh")] for place in atlas.places]
    assert shown[0] == ["مكتب", "Bureau", "Bureau", "Bureau"]
    assert shown[1] == ["مكتب", "办事处", "办事处", "办事处"]
    assert (shown[2][1], shown[2][2]) == ("Peru", "Perú")
    for line, code in ((2, "fr"), (3, "zh")):
        assert f":{line}: name: no name in en in row {line}: that in {code}" in notices(atlas)
    assert not any("en" in place.label.borrowed for place in atlas.places)  # the page has it there


def test_an_id_is_made_of_what_the_row_is_about_and_stays(tmp_path: Path) -> None:
    """A row more changes the id of no other; two of one name have numbers."""
    columns = CODES + 'name = "name"\n'
    rows = ["KEN,Main office", "FRA,Bureau d’Été", "KEN,Main office"]
    first = own_list(tmp_path / "a", "\n".join(["iso3,name", *rows, ""]), columns).check()
    ids = [place.presence.id for place in first.places]
    assert ids == ["ken-main-office", "fra-bureau-d-ete", "ken-main-office-2"]
    more = own_list(tmp_path / "b", "\n".join(["iso3,name", "ZWE,New", *rows, ""]), columns).check()
    assert [place.presence.id for place in more.places][1:] == ids


@pytest.mark.parametrize(("separate", "count"), [('separate = ["city"]\n', 3), ("", 1)])
def test_several_cities_in_a_cell_are_several_places_or_one(
    tmp_path: Path, separate: str, count: int
) -> None:
    """As the edition says; one is at the first of them."""
    table = 'iso3,city\nCHN,"Beijing, Urumqi\nand Shanghai"\n'
    columns = CODES + 'city = "city"\n'
    atlas = own_list(tmp_path / "list", table, columns, more=f"[reading]\n{separate}").check()
    assert len(atlas.places) == count
    assert round(atlas.places[0].anchor.latitude) == 40


def test_a_row_with_a_point_is_one_place_of_all_its_states(tmp_path: Path) -> None:
    """Its point may be in any of them, and is in the middle of none."""
    table = 'iso3,lat,lon\n"Belarus, Estonia, Finland",59.06,26.34\n"Kenya; Uganda",,\n'
    columns = CODES + 'latitude = "lat"\nlongitude = "lon"\n'
    more = '[reading]\nseparate = ["country"]\n'
    atlas = own_list(tmp_path / "list", table, columns, more=more).check()
    found = [(place.presence.country, place.presence.serves) for place in atlas.places]
    assert found == [("BLR", ("EST", "FIN")), ("KEN", ()), ("UGA", ())]
    assert notices(atlas) == ""


def test_values_that_are_no_category_are_one_fault(tmp_path: Path) -> None:
    """With the rows of each, those of most rows first."""
    table = "iso3,type\nKEN,CO\nFRA,HAT\nUSA,CO\nZWE,RO\n"
    columns = CODES + 'category = "type"\n'
    fault = own_list(tmp_path / "list", table, columns, ("RO",)).only_fault(
        "presences.csv:2: category"
    )
    assert "'CO' (2 rows: 2 and 4), 'HAT' (row 3): no categories of edition.toml" in fault


def test_a_category_is_known_by_what_the_file_writes(tmp_path: Path) -> None:
    """By its values, its key or a name, in any case."""
    table = "iso3,type\nKEN,co\nFRA,CO \n"
    atlas = own_list(tmp_path / "list", table, CODES + 'category = "type"\n', ("CO", "HAT")).check()
    assert [place.presence.category for place in atlas.places] == ["co", "co"]


def test_an_id_made_of_a_name_in_another_script_stays_where_rows_are_put_in(tmp_path: Path) -> None:
    """It is not the number of the row: two lists have the same id for the same place."""
    columns = f'{CODES}name = "name"\n'
    first = own_list(tmp_path / "one", "iso3,name\nRUS,Казань\nRUS,Пермь\n", columns)
    second = own_list(tmp_path / "two", "iso3,name\nRUS,Омск\nRUS,Пермь\nRUS,Kazan\n", columns)
    one, two = ([place.presence.id for place in each.check().places] for each in (first, second))
    assert one[1] == two[1] != one[0]
    assert one[1].startswith("rus-")
    assert two[2] == "rus-kazan"


def test_rows_that_are_alike_are_numbered_in_their_order(tmp_path: Path) -> None:
    """An id that a row gives itself is nobody else's; thousands of them cost as much each."""
    columns = 'country = "iso3"\nid = "key"\n'
    table = "iso3,key\nKEN,\nKEN,\nKEN,ken-office-3\nKEN,\n"
    places = own_list(tmp_path / "list", table, columns).check().places
    ids = [place.presence.id for place in places]
    assert ids == ["ken-office", "ken-office-2", "ken-office-3", "ken-office-4"]
    many = own_list(tmp_path / "many", "iso3,key\n" + "KEN,\n" * 5_000, columns).check().places
    assert many[-1].presence.id == "ken-office-5000"


def test_a_row_may_say_more_of_itself(tmp_path: Path) -> None:
    """Columns of `presences.csv` are read as they stand there; what is not valid is a fault."""
    columns = CODES + 'as_of = "year"\nnote = "note"\nserves = "for"\n'
    table = "iso3,year,note,for\nKEN,2024,Seen,UGA\nFRA,,,\n"
    first, second = own_list(tmp_path / "list", table, columns).check().places
    assert (first.presence.as_of, first.presence.note) == ("2024", "Seen")
    assert (first.presence.serves, second.presence.serves) == (("UGA",), ())
    assert (second.presence.as_of, second.presence.note) == ("", "")
    wrong = own_list(tmp_path / "wrong", table.replace("2024", "May"), columns)
    with pytest.raises(DataError, match="as_of: 'May' is not allowed"):
        wrong.check()
