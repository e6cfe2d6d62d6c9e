"""Names of countries in languages beyond the six: they are recognised, and never shown."""

from __future__ import annotations

import csv
import json
import unicodedata
from typing import TYPE_CHECKING

import pytest

from mapping.dataset.country_exonyms import read_exonyms
from mapping.dataset.gazetteer import read_gazetteer
from mapping.dataset.reading import read_dataset
from mapping.dataset.vocabulary import build_vocabulary, index_countries
from mapping.errors import FaultLog
from mapping.page.search_names import search_names
from mapping.suggestions.name_index import fold
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from mapping.dataset.country_index import CountryIndex
    from tests.support.folder import Folder

BY_HAND = {"França", "Indija", "Włochy"}  # cities have these names too
LEAST = 4  # letters of a name in Latin script
NOTHING = "it is not certain"


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    """Return the rows of the table."""
    with (GEODATA / "country-exonyms.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def countries(atlas: Atlas) -> CountryIndex:
    """Return what people write for a country."""
    tables = atlas.dataset.tables
    return index_countries(tables.countries, tables.country_names, "en")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Elfenbeinküste", "CIV"),
        ("AEGYPTEN", "EGY"),
        ("Stany Zjednoczone", "USA"),
        ("Włochy", "ITA"),
        ("Mısır", "EGY"),
        ("İTALYA", "ITA"),
        ("Dél-Korea", "KOR"),
        ("オランダ", "NLD"),
        ("네덜란드", "NLD"),
        ('ארה"ב', "USA"),
        ("آلمان", "DEU"),
    ],
)
def test_a_country_is_read_in_other_languages(
    countries: CountryIndex, name: str, code: str
) -> None:
    """In any case, with umlauts written out; and it is shown by its own name."""
    assert countries.keys_named(name) == {code}
    assert countries.closest(name) == countries.shown_names[code]


def test_every_name_of_the_table_is_one_country_s(
    countries: CountryIndex, rows: list[dict[str, str]]
) -> None:
    """Also where two languages have it; none is in the other two tables."""
    assert {one["name"] for one in rows if countries.keys_named(one["name"]) != {one["code"]}} == (
        set()
    )
    listed = {one["name"]: countries.read_listed(one["name"]) for one in rows}
    assert [name for name, reading in listed.items() if reading and reading.code] == []
    assert [one["name"] for one in rows if countries.own_keys(one["name"])] == []
    assert rows == sorted(rows, key=lambda one: tuple(one.values()))
    assert read_exonyms() == {fold(one["name"]): one["code"] for one in rows}


def test_neither_short_names_nor_those_of_cities_are_in_it(rows: list[dict[str, str]]) -> None:
    """Fas is Morocco in Turkish, and many other things; Tunis is a city first."""
    names = {one["name"] for one in rows}
    cities = {fold(one.name) for one in read_gazetteer().by_key.values()}
    assert {name for name in names if fold(name) in cities} == BY_HAND
    for name in names:
        letters = [*filter(str.isalpha, fold(name))]
        is_latin = all(unicodedata.name(one).startswith("LATIN") for one in letters)
        assert not is_latin or len(letters) >= LEAST, name


@pytest.mark.parametrize("name", ["Kongo", "Mikronesien", "Guiana", "Saint Martin", "Салвадор"])
def test_what_means_no_one_country_is_not_read(countries: CountryIndex, name: str) -> None:
    """Names of two States, of a region, of an island of two areas, of a city."""
    assert countries.keys_named(name) == set()


@pytest.mark.parametrize("name", ["Elfenbeinkuste Nord", "Stany Zjednoczon", "Vereinigte Staate"])
def test_a_near_miss_is_not_suggested_out_of_it(countries: CountryIndex, name: str) -> None:
    """What is near in one language is another country in the next."""
    assert countries.suggest(name, NOTHING).endswith(NOTHING)


def test_they_are_no_words_that_are_offered_or_searched(
    atlas: Atlas, countries: CountryIndex, rows: list[dict[str, str]]
) -> None:
    """Neither where a name is completed, nor in the search of the page."""
    exonyms = {one["name"] for one in rows}
    assert exonyms.isdisjoint(word for word, _ in countries.words())
    assert countries.completions("Elfenb") == []
    searched = json.dumps(search_names(atlas), ensure_ascii=False)
    assert not any(f'"{name}"' in searched for name in exonyms)


def test_a_country_that_the_folder_lacks_is_not_named(folder: Folder) -> None:
    """A folder may have a table of countries of its own."""
    text = (folder.path / "countries.csv").read_text(encoding="utf-8")
    lines = [one for one in text.splitlines(keepends=True) if not one.startswith("ISL,")]
    (folder.path / "countries.csv").write_text("".join(lines), encoding="utf-8")
    read = read_dataset(folder.path, FaultLog())
    names = build_vocabulary(read.tables, read.edition, FaultLog()).country.names
    assert names.keys_named("Island") == set()
    assert names.keys_named("Tyskland") == {"DEU"}
