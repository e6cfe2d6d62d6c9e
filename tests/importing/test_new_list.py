"""One command from a file as it is kept to a map: the folder, what is left out, what is asked.

Also of `list_choices.py`.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from mapping import pipeline
from mapping.edition.edition import SYMBOLS
from mapping.errors import DataError
from mapping.importing.list_choices import ListChoices
from mapping.importing.new_list import (
    create_list,
    list_uncertain,
    open_questions,
    read_list,
)
from tests.support.commands import run
from tests.support.folder import Folder

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """\
Name;Country;City;Type;Web
Main office;Kenya;Nairobi;Office;https://example.org/1
Branch "B";Francia;;Mission;
Nowhere;Atlantis;;Office;
"""


def save(path: Path, table: str = TABLE) -> Path:
    """Write a list as it is kept."""
    path.write_text(table, encoding="utf-8")
    return path


def test_one_command_makes_a_folder_and_a_map(tmp_path: Path) -> None:
    """Rows that have a place are on it; one that has none is named with its line and reason."""
    file = save(tmp_path / "our-offices.csv")
    done = run("new", tmp_path / "list", "--from", file, "--yes")
    assert (done.exit_code, done.stderr.count("left out")) == (0, 1)
    told = f"3 rows: 2 places on the map, 1 left out: {tmp_path / 'list' / 'left-out.csv'} has each"
    assert told in done.stdout
    assert (tmp_path / "list-map" / "map.html").is_file()
    atlas = Folder(tmp_path / "list").check()
    assert [place.label["en"] for place in atlas.places] == ["Main office", 'Branch "B"']
    assert atlas.dataset.edition.metadata.title["en"] == "Our offices"
    with (tmp_path / "list" / "left-out.csv").open(encoding="utf-8", newline="") as left_out:
        [row] = csv.DictReader(left_out)
    assert row["line"] == "4"
    assert row["reason"].startswith("country: 'Atlantis'")


def test_the_file_s_own_columns_are_kept_and_tomorrow_s_file_takes_its_place(
    tmp_path: Path,
) -> None:
    """With the same columns in another order, another delimiter, and one more."""
    found = read_list(save(tmp_path / "list.csv"))
    create_list(tmp_path / "list", found, ListChoices(), lambda _: None)
    kept = (tmp_path / "list" / "presences.csv").read_text(encoding="utf-8")
    assert kept.splitlines()[0] == "Name,Country,City,Type,Web"
    tomorrow = "Country\tName\tType\tCity\tWeb\tMore\nPeru\tNew\tMission\tLima\t\tx\n"
    save(tmp_path / "list" / "presences.csv", tomorrow)
    [place] = Folder(tmp_path / "list").check().places
    assert (place.presence.id, place.presence.category) == ("per-new", "mission")


def test_where_no_row_has_a_place_nothing_is_written(tmp_path: Path) -> None:
    """The exit status is that of faults."""
    file = save(tmp_path / "list.csv", "A,B\nx,y\nz,w\n")
    done = run("new", tmp_path / "list", "--from", file, "--yes")
    assert done.exit_code == 1
    assert "list.csv:1: no row has a place" in done.stderr
    assert not (tmp_path / "list").exists()


def test_a_header_is_no_row_though_one_of_its_words_is_a_code(tmp_path: Path) -> None:
    """ID is Indonesia's, and what many columns of numbers are called."""
    found = read_list(save(tmp_path / "list.csv", "ID,Name,X,Y\n1,A,36.82,-1.29\n2,B,2.35,48.85\n"))
    assert found.raw.columns == ["ID", "Name", "X", "Y"]
    assert found.guess.columns["latitude"] == "Y"
    rows = read_list(save(tmp_path / "rows.csv", "IDN,Jakarta\nKEN,Nairobi\nPER,Lima\n"))
    assert len(rows.raw.rows) == 3


def test_an_option_answers_a_question(tmp_path: Path) -> None:
    """Which column is the name, the category, the country; the title; the language."""
    table = (
        "office,name,type,status,operator,country\nA,B,x,new,Peru,Kenya\nC,D,y,old,Peru,France\n"
    )
    found = read_list(save(tmp_path / "list.csv", table))
    asked = [one.field for one in open_questions(found, ListChoices())]
    assert asked == ["title", "category_column", "name_column"]
    words = ["--title", "Nos bureaux", "--name-column", "office", "--category-column", "status"]
    words += ["--country-column", "operator", "--lang", "fr", "--no-build"]
    done = run("new", tmp_path / "list", "--from", tmp_path / "list.csv", *words)
    assert done.exit_code == 0, done.stderr
    assert not (tmp_path / "list-map").exists()
    atlas = Folder(tmp_path / "list").check()
    assert [place.label["fr"] for place in atlas.places] == ["A", "C"]
    assert {place.presence.country for place in atlas.places} == {"PER"}
    assert [one.name["fr"] for one in atlas.dataset.edition.categories] == ["new", "old"]
    assert atlas.dataset.edition.metadata.title["fr"] == "Nos bureaux"


def test_without_a_terminal_what_must_be_asked_is_named(tmp_path: Path) -> None:
    """The options that answer, or the one that takes what is likely."""
    done = run("new", tmp_path / "list", "--from", save(tmp_path / "list.csv"))
    assert done.exit_code == 2
    assert "--title" in done.stderr
    done = run("new", tmp_path / "list", "--from", tmp_path / "list.csv", "--title", "T",
               "--name-column", "Nom")  # fmt: skip
    assert done.exit_code == 2
    assert "has no column 'Nom'; it has Name, Country, City, Type, Web" in done.stderr


@pytest.mark.parametrize(("several", "places"), [("places", 3), ("place", 1)])
def test_several_cities_in_a_cell_are_places_or_one(
    tmp_path: Path, several: str, places: int
) -> None:
    """As the answer says, which the folder keeps."""
    table = 'Country,Cities\nChina,"Beijing, Urumqi, Shanghai"\n'
    found = read_list(save(tmp_path / "list.csv", table))
    assert "several" in [one.field for one in open_questions(found, ListChoices())]
    create_list(tmp_path / "list", found, ListChoices(several=several), lambda _: None)
    assert len(Folder(tmp_path / "list").check().places) == places


def test_more_kinds_than_symbols_are_reported_apart_as_far_as_there_are_symbols(
    tmp_path: Path,
) -> None:
    """The rarest share one category, and so do rows without any; no look occurs twice."""
    rows = [f"KEN,kind {n}" for n in range(20) for _ in range(21 - n)]
    file = save(tmp_path / "list.csv", "\n".join(["iso3,type", *rows, "FRA,", ""]))
    made = create_list(tmp_path / "list", read_list(file), ListChoices(), lambda _: None)
    kinds = made.atlas.dataset.edition.categories
    assert len(kinds) == len(SYMBOLS)
    assert len({one.symbol for one in kinds}) == len({one.colour for one in kinds}) == len(kinds)
    assert kinds[-1].residual
    assert kinds[-1].name["ru"] == "Прочее"
    assert len(made.atlas.places) == len(rows) + 1


def test_codes_alone_make_a_map_in_six_languages(tmp_path: Path) -> None:
    """A table of countries and kinds, with nothing written besides."""
    file = save(tmp_path / "list.csv", "iso3,type\nAFG,CO\nBDI,HAT\n")
    create_list(tmp_path / "list", read_list(file), ListChoices(), lambda _: None)
    output = tmp_path / "map"
    atlas, _ = pipeline.build(tmp_path / "list", output, lambda _: None)
    assert set(atlas.dataset.languages) == {"ar", "en", "es", "fr", "ru", "zh"}
    assert [place.label["zh"] for place in atlas.places] == ["阿富汗", "布隆迪"]


def test_a_table_of_names_without_a_header_loses_no_row(tmp_path: Path) -> None:
    """Where the first row names a country, it is a row."""
    found = read_list(save(tmp_path / "list.csv", "Kenya,Nairobi\nPeru,Lima\nFrance,Paris\n"))
    assert len(found.raw.rows) == 3
    assert found.guess.columns == {"country": "column 1", "city": "column 2"}


def test_a_folder_that_is_taken_is_left_alone(tmp_path: Path) -> None:
    """Nothing of it is changed, and the exit status says that the command was used wrongly."""
    (tmp_path / "list").mkdir()
    save(tmp_path / "list" / "mine.txt", "mine")
    done = run("new", tmp_path / "list", "--from", save(tmp_path / "list.csv"), "--yes")
    assert done.exit_code == 2
    assert [path.name for path in (tmp_path / "list").iterdir()] == ["mine.txt"]


def test_nothing_of_the_map_is_invented(tmp_path: Path) -> None:
    """No year, source, total or evidence: the file has none."""
    found = read_list(save(tmp_path / "list.csv"))
    made = create_list(tmp_path / "list", found, ListChoices(), lambda _: None)
    edition = made.atlas.dataset.edition
    assert (edition.metadata.as_of, edition.source, edition.totals) == (None, None, None)
    assert {one.expected for one in edition.categories} == {None}
    assert {place.presence.evidence for place in made.atlas.places} == {""}


def test_a_damaged_file_is_a_fault(tmp_path: Path) -> None:
    """It is named as the file that was given."""
    with pytest.raises(DataError, match=r"list\.csv"):
        read_list(save(tmp_path / "list.csv", ""))


UNCERTAIN = """\
Name,Country,City
A,Germany,Frankfurt
B,Germany,Frankfurt
C,Argentinia,Rosario
D,United States,Portland
E,Atlantis,
"""


def test_what_is_not_certain_is_asked_at_once(tmp_path: Path) -> None:
    """One question for all texts, each named once with its rows."""
    found = read_list(save(tmp_path / "list.csv", UNCERTAIN))
    title, uncertain = open_questions(found, ListChoices())
    assert (title.field, uncertain.field, uncertain.default) == ("title", "uncertain", "likely")
    assert "'Frankfurt, DEU' (rows 2–3), " in uncertain.text
    assert " and 1 more" in uncertain.text


@pytest.mark.parametrize(
    ("uncertain", "cities", "left"),
    [("likely", {"2925533", "3838583"}, ["6"]), ("open", set(), ["4", "6"])],
)
def test_what_is_likely_is_taken_and_named_or_left_open(
    tmp_path: Path, uncertain: str, cities: set[str], left: list[str]
) -> None:
    """A city far larger than its namesakes, a country but for a slip; the folder keeps them."""
    file = save(tmp_path / "list.csv", UNCERTAIN)
    done = run("new", tmp_path / "list", "--from", file, "--title", "T", "--no-build",
               "--uncertain", uncertain)  # fmt: skip
    assert done.exit_code == 0, done.stderr
    taken = "'Frankfurt, DEU' (rows 2–3) is taken for Frankfurt am Main, Hesse, DEU"
    assert (taken in done.stderr) == (uncertain == "likely")
    places = Folder(tmp_path / "list").check().places
    assert {key for place in places for key in place.presence.city} == cities
    with (tmp_path / "list" / "left-out.csv").open(encoding="utf-8", newline="") as left_out:
        assert [row["line"] for row in csv.DictReader(left_out)] == left


def test_an_answer_is_kept_in_the_folder(tmp_path: Path) -> None:
    """As it was given, text by text; nothing, where none is meant."""
    found = read_list(save(tmp_path / "list.csv", UNCERTAIN))
    texts = {one.asked: one for one in list_uncertain(found, ListChoices())}
    answers = {
        ("city", "Portland, USA"): "Portland, Maine, USA",
        ("city", "Frankfurt, DEU"): "",
        ("country", "Argentinia"): "Argentina",
        ("country", "Atlantis"): "Greece",
    }
    assert {asked for _, asked in answers} == set(texts)
    made = create_list(tmp_path / "list", found, ListChoices(answers=answers), lambda _: None)
    assert not made.taken
    cities = {place.label["en"]: place.presence.city for place in made.atlas.places}
    assert cities == {"A": (), "B": (), "C": ("3838583",), "D": ("4975802",), "E": ()}
    assert not made.atlas.notices
