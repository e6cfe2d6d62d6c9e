"""A list with columns of its own: what a row must have, and what becomes of it.

Also of `own_rows.py`, `own_tables.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.errors import DataError
from tests.support.own_lists import own_list

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.atlas import Atlas

CODES = 'country = "iso3"\n'


def labels(atlas: Atlas, language: str = "en") -> list[str]:
    """Return the labels of the places, in the order of the list."""
    return [place.label[language] for place in atlas.places]


def notices(atlas: Atlas) -> str:
    """Return what is noted of the list, as text."""
    return "\n".join(map(str, atlas.notices))


def test_a_column_of_codes_is_enough(tmp_path: Path) -> None:
    """Countries have names in six languages by themselves; the category is the only one."""
    atlas = own_list(tmp_path / "list", "iso3\nKEN\nFRA\n", CODES).check()
    assert labels(atlas) == ["Kenya", "France"]
    assert labels(atlas, "ru") == ["Кения", "Франция"]
    assert [place.anchor.source for place in atlas.places] == ["computed", "computed"]
    assert [place.region for place in atlas.places] == ["africa", "europe"]


@pytest.mark.parametrize(
    ("text", "code"),
    [("Great Britain", "GBR"), ("Côte d’Ivoire", "CIV"), ("俄罗斯", "RUS"), ("🇰🇪", "KEN")],
)
def test_a_country_is_what_people_write(tmp_path: Path, text: str, code: str) -> None:
    """By name in any language, code or flag."""
    [place] = own_list(tmp_path / "list", f"iso3\n{text}\n", CODES).check().places
    assert place.presence.country == code


@pytest.mark.parametrize(
    "columns",
    ['latitude = "lat"\nlongitude = "lon"\n', 'position = "lat"\n'],
)
def test_a_point_is_enough_and_says_the_country(tmp_path: Path, columns: str) -> None:
    """In two columns or in one, of any form; just off the coast too."""
    two = 'lat,lon\n"48,85 N","2,35 E"\n-1.29,36.82\n-4.06,39.75\n'
    one = 'lat,lon\n"48.85, 2.35",\n"POINT(36.82 -1.29)",\n"4.06S 39.75E",\n'
    atlas = own_list(tmp_path / "list", one if "position" in columns else two, columns).check()
    assert [place.presence.country for place in atlas.places] == ["FRA", "KEN", "KEN"]
    anchor = atlas.places[0].anchor
    assert (anchor.latitude, anchor.longitude, anchor.source) == (48.85, 2.35, "given")


def test_a_city_is_enough_and_says_the_country(tmp_path: Path) -> None:
    """It is where the gazetteer has it, and is called as the list calls it."""
    atlas = own_list(tmp_path / "list", "city\nTokio\n", 'city = "city"\n').check()
    [place] = atlas.places
    assert (place.presence.country, place.label["en"], place.anchor.source) == (
        "JPN",
        "Tokio",
        "city",
    )
    assert round(place.anchor.latitude) == 36


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


def test_an_id_is_made_of_what_the_row_is_about_and_stays(tmp_path: Path) -> None:
    """A row more changes the id of no other; two of one name have numbers."""
    columns = CODES + 'name = "name"\n'
    rows = ["KEN,Main office", "FRA,Bureau d’Été", "KEN,Main office"]
    first = own_list(tmp_path / "a", "\n".join(["iso3,name", *rows, ""]), columns).check()
    ids = [place.presence.id for place in first.places]
    assert ids == ["ken-main-office", "fra-bureau-d-ete", "ken-main-office-2"]
    more = own_list(tmp_path / "b", "\n".join(["iso3,name", "ZWE,New", *rows, ""]), columns).check()
    assert [place.presence.id for place in more.places][1:] == ids


def test_a_row_without_a_place_is_left_out_and_named(tmp_path: Path) -> None:
    """With its line and the reason; the others are on the map."""
    table = "iso3,city,lat,lon\nKEN,,,\nWorldwide,Remote,,\n,,,\n,,0,0\n,,-30,-20\nFRA,,,\n"
    columns = CODES + 'city = "city"\nlatitude = "lat"\nlongitude = "lon"\n'
    atlas = own_list(tmp_path / "list", table, columns).check()
    assert labels(atlas) == ["Kenya", "Country not stated", "France"]
    left = {one.line: one.remedy for one in atlas.dataset.tables.left_out}
    assert left[3].startswith("country: 'Worldwide': no country is known by this name")
    assert left[5] == "neither a country, a city nor a point is given"
    assert "presences.csv:3: the row is left out" in notices(atlas)


def test_an_answer_says_what_a_country_means(tmp_path: Path) -> None:
    """Or that none is meant, which is asked no more."""
    more = '[reading.countries]\n"Gallia" = "FRA"\n"Worldwide" = ""\n'
    atlas = own_list(tmp_path / "list", "iso3\nGallia\nWorldwide\n", CODES, more=more).check()
    assert labels(atlas) == ["France"]
    assert [one.remedy for one in atlas.dataset.tables.left_out] == [
        "neither a country, a city nor a point is given"
    ]


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


def test_a_column_of_the_file_that_is_missing_is_a_fault(tmp_path: Path) -> None:
    """Tomorrow's file must have the columns that today's had; others may come and go."""
    folder = own_list(tmp_path / "list", "code,other\nKEN,x\n", CODES + 'note = "other"\n')
    folder.only_fault("presences.csv:1: iso3: the column is missing")


def test_a_point_off_its_country_is_a_note_and_a_certain_slip_is_left_out(tmp_path: Path) -> None:
    """A lost sign is left out; a point that may be right is shown."""
    table = "iso3,lat,lon\nFRA,-22.27,166.44\nKEN,-1.29,36.82\nARG,34.6,-58.38\n"
    columns = CODES + 'latitude = "lat"\nlongitude = "lon"\n'
    atlas = own_list(tmp_path / "list", table, columns).check()
    assert [place.presence.country for place in atlas.places] == ["FRA", "KEN"]
    assert "km off FRA; the place is shown at its point; correct the country" in notices(atlas)
    assert "presences.csv:4: latitude: the row is left out" in notices(atlas)
    confirmed = "write yes in a column that [columns] of edition.toml calls position_confirmed"
    assert notices(atlas).count(confirmed) == 1  # and that column is there to be filled
    confirming = own_list(
        tmp_path / "sure",
        table.replace("lon\n", "lon,sure\n").replace("58.38", "58.38,yes"),
        f'{columns}position_confirmed = "sure"\n',
    )
    assert len(confirming.check().places) == 3
    assert [one.line for one in atlas.dataset.tables.left_out] == [4]
    city = own_list(tmp_path / "city", "iso3,lat,lon,city\nFRA,48.07,2.96,Pontivy\n",
                    f'{columns}city = "city"\n')  # fmt: skip
    within = city.check()  # the country that it names: what looks like a slip may be none
    assert [place.anchor.longitude for place in within.places] == [2.96]
    assert "48.07, -2.96 is at Pontivy; the place is shown at its point; write" in notices(within)


def test_an_overseas_area_is_its_state_s_own_where_that_is_undisputed(tmp_path: Path) -> None:
    """By ISO 3166-2, or as the United Nations draw it; of what stands apart a note is left."""
    own = "FRA,4.92,-52.31 USA,18.4,-66.06 FRA,-20.88,55.45 NLD,12.11,-68.93 CHN,22.3,114.17"
    apart = (
        "FRA,-22.27,166.44 USA,13.47,144.75 GBR,-51.69,-57.86 ARG,-51.69,-57.86 FRA,-12.78,45.23"
    )
    columns = CODES + 'latitude = "lat"\nlongitude = "lon"\n'
    table = "iso3,lat,lon\n{}\n"
    quiet = own_list(tmp_path / "own", table.format(own.replace(" ", "\n")), columns).check()
    noted = own_list(tmp_path / "apart", table.format(apart.replace(" ", "\n")), columns).check()
    assert (len(quiet.places), notices(quiet)) == (5, "")
    assert len(noted.places) == 5
    assert all(
        f" {line} " in notices(noted).replace(",", " ").replace(":", " ") for line in "23456"
    )


def test_an_edition_without_columns_must_have_what_it_had(tmp_path: Path) -> None:
    """Year, source, totals and expected numbers are asked for where the list is the project's."""
    folder = own_list(tmp_path / "list", "iso3\nKEN\n", CODES)
    folder.edit("edition.toml", "[columns]\n" + CODES, "")
    told = "\n".join(folder.faults())
    for key in ("as_of", "expected", "source", "totals"):
        assert key in told


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
