"""A list with columns of its own: what a row must have, and what becomes of it.

Also of `own_tables.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.own_lists import labels, notices, own_list

if TYPE_CHECKING:
    from pathlib import Path


CODES = 'country = "iso3"\n'


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
