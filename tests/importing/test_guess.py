"""Columns are found by what they are called, in six languages, and by what is in them.

Also of `column_names.py`, `sampled_column.py`, `write_edition.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.dataset.vocabulary import index_countries
from mapping.importing.any_file import RawList
from mapping.importing.guess import Guess, Guesser
from mapping.importing.write_edition import find_categories

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from mapping.dataset.country_index import CountryIndex

COUNTRIES = ["Kenya", "France", "Peru", "Japan"]
CITIES = ["Nairobi", "Paris", "Lima", "Tokyo"]
KINDS = ["Office", "Mission", "Office", "Office"]


@pytest.fixture(scope="module")
def countries(atlas: Atlas) -> CountryIndex:
    """Return what people write for a country."""
    tables = atlas.dataset.tables
    return index_countries(tables.countries, tables.country_names, "en")


def guess(countries: CountryIndex, **columns: list[str]) -> Guess:
    """Guess the columns of a list that is given column by column."""
    return guess_named(countries, list(columns), list(columns.values()))


def guess_named(countries: CountryIndex, names: list[str], columns: list[list[str]]) -> Guess:
    """Guess the columns of a list whose names are no words of Python's."""
    rows = [list(row) for row in zip(*columns, strict=True)]
    return Guesser(RawList(names, rows), countries).guess()


@pytest.mark.parametrize(
    "names",
    [
        ("Country", "City", "Type"),
        ("PAYS", "Ville", "Catégorie"),
        ("País", "ciudad", "tipo"),
        ("Страна", "Город", "Тип"),
        ("国家", "城市", "类型"),
        ("البلد", "المدينة", "النوع"),
        ("Host_Country", "CITY NAME", "Office type"),
    ],
)
def test_a_column_is_found_by_its_name(
    countries: CountryIndex, names: tuple[str, str, str]
) -> None:
    """In any language and case, whatever its words are joined with."""
    found = guess_named(countries, list(names), [COUNTRIES, CITIES, KINDS]).columns
    assert found == dict(zip(("country", "city", "category"), names, strict=True))


def test_the_words_of_a_name_are_found_as_programs_write_them(countries: CountryIndex) -> None:
    """Joined, with a capital each; of several languages, the first column is taken."""
    names = ["cityNameCN", "cityNameEN", "countryname_cn", "airportNameCN", "siteType"]
    labels = ["Main", "Old", "New", "Far"]
    found = guess_named(countries, names, [CITIES, CITIES, COUNTRIES, labels, KINDS])
    assert found.columns == {
        "city": "cityNameCN",
        "country": "countryname_cn",
        "name": "airportNameCN",
        "category": "siteType",
    }


def test_neither_an_address_nor_a_column_that_is_mostly_empty_is_a_name(
    countries: CountryIndex,
) -> None:
    """A place without a name of its own is called as its city."""
    streets, parts = ["High Street", "Low Street", "Rue Haute", "Ginza"], ["", "Old town", "", ""]
    found = guess(countries, country=COUNTRIES, city=CITIES, address=streets, part=parts)
    assert "name" not in found.columns


def test_a_column_that_a_part_of_a_long_list_has_is_no_name(countries: CountryIndex) -> None:
    """Its cities are called as they are; half of it has more rows than are looked at."""
    districts = [f"Dist{'abcdefghij'[n % 10]}{n}rict" if n % 2 else "" for n in range(1000)]
    found = guess(countries, country=COUNTRIES * 250, city=CITIES * 250, district=districts)
    assert "name" not in found.columns
    columns = [COUNTRIES * 250, [f"{n}. sub office" for n in range(1000)]]
    assert guess_named(countries, ["country", "x"], columns).columns["name"] == "x"


def test_a_name_alone_is_not_believed(countries: CountryIndex) -> None:
    """A column of codes of another kind called country is none; the one that holds them is."""
    found = guess(countries, country=["A1", "B2", "C3", "D4"], where=COUNTRIES).columns
    assert found["country"] == "where"


def test_degrees_are_found_by_name_and_without(countries: CountryIndex) -> None:
    """Two columns by their names, or side by side; or one that holds both."""
    north, east = ["-1.29", "48.85", "-12.05", "35.69"], ["36.82", "2.35", "-77.04", "139.69"]
    found = guess(countries, lng=east, lat=north).columns
    assert (found["latitude"], found["longitude"]) == ("lat", "lng")
    found = guess_named(countries, ["column 1", "column 2"], [north, east]).columns
    assert (found["latitude"], found["longitude"]) == ("column 1", "column 2")
    both = [f"{n}, {e}" for n, e in zip(north, east, strict=True)]
    assert guess_named(countries, ["column 1"], [both]).columns == {"position": "column 1"}


@pytest.mark.parametrize("name", ["prov.museo", "State", "UF", "sigla"])
def test_two_letters_of_a_province_are_no_country(countries: CountryIndex, name: str) -> None:
    """Turin (TO) is not in Tonga, nor California (CA) in Canada; where a header says so, it is."""
    codes = ["TO", "CN", "CA", "AL"]
    found = guess_named(
        countries, [name, "comune"], [codes, ["Torino", "Cuneo", "Cagliari", "Asti"]]
    )
    assert "country" not in found.columns
    assert found.columns["city"] == "comune"
    assert (
        guess_named(countries, ["alpha-2", "n"], [codes, list("1234")]).columns["country"]
        == "alpha-2"
    )
    headless = guess_named(countries, ["column 1", "column 2"], [codes, COUNTRIES[::-1]])
    assert headless.columns["country"] == "column 1"


def test_half_a_position_is_none(countries: CountryIndex) -> None:
    """A latitude without a longitude places nothing."""
    found = guess(countries, country=COUNTRIES, lat=["1.5", "2.5", "3.5", "4.5"]).columns
    assert set(found) == {"country"}


def test_names_in_several_languages_and_an_address_are_found(countries: CountryIndex) -> None:
    """The plain name, those of a language, and the column that holds addresses."""
    found = guess(
        countries,
        title=["Main", "Second", "Third", "Fourth"],
        name_fr=["Un", "Deux", "Trois", "Quatre"],
        page=[f"https://example.org/{n}" for n in range(4)],
        iso3=["KEN", "FRA", "PER", "JPN"],
    ).columns
    assert found == {
        "country": "iso3", "name": "title", "name_fr": "name_fr", "website": "page"
    }  # fmt: skip


def test_what_is_not_certain_is_offered(countries: CountryIndex) -> None:
    """Two columns that may be the category, two that may be the name: the likeliest first."""
    names = ["Main", "Second", "Third", "Fourth"]
    found = guess(
        countries, country=COUNTRIES, status=KINDS, type=KINDS, office=names[::-1], name=names
    )
    assert found.categories == ("type", "status")
    assert found.names == ("name", "office")


def test_a_word_in_a_longer_name_tells_a_column(countries: CountryIndex) -> None:
    """Where what it holds agrees."""
    columns = [COUNTRIES, CITIES, ["x", "y", "z", "w"]]
    names = ["Country of operation", "Served city", "City code"]
    found = guess_named(countries, names, columns).columns
    assert (found["country"], found["city"]) == ("Country of operation", "Served city")


@pytest.mark.parametrize("name", ["Tipo", "Catégorie", "类型"])
def test_a_short_list_has_its_categories(countries: CountryIndex, name: str) -> None:
    """Where a column is called so, it is enough that one of them is there twice."""
    for kinds, found in ((["a", "b", "c", "a"], name), (["a", "b", "c", "d"], None)):
        columns = guess_named(countries, ["País", name], [COUNTRIES, kinds]).columns
        assert columns.get("category") == found


@pytest.mark.parametrize("name", ["Tipo de oficina", "Тип бюро", "type de présence"])
def test_a_category_is_told_by_a_word_of_a_longer_name(countries: CountryIndex, name: str) -> None:
    """In other languages as in English."""
    columns = guess_named(countries, ["País", name], [COUNTRIES, KINDS]).columns
    assert columns["category"] == name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("医院名称", "医院等级"),
        ("اسم المكتب", "نوع المكتب"),
        ("Название отдела", "Вид отдела"),
    ],
)
def test_what_is_named_or_sorted_may_be_in_a_column_s_name(
    countries: CountryIndex, name: str, kind: str
) -> None:
    """Before or after the word for a name or a kind."""
    columns = [["1", "2", "1", "2"], COUNTRIES, ["A", "B", "C", "D"]]
    found = guess_named(countries, [kind, "x", name], columns).columns
    assert found == {"country": "x", "name": name, "category": kind}


def test_names_and_kinds_are_found_without_a_header(countries: CountryIndex) -> None:
    """What tells each row from all others, and a few texts that come again and again."""
    offices = [f"{word} office" for word in ("Main", "North", "South", "East", "West", "Last")]
    columns = [COUNTRIES[:3] * 2, offices, ["Hub", "Depot"] * 3, ["12", "13", "12", "13", "1", "2"]]
    found = guess_named(countries, [f"column {n}" for n in range(4)], columns).columns
    assert found == {"country": "column 0", "name": "column 1", "category": "column 2"}


def test_two_letters_are_no_name(countries: CountryIndex) -> None:
    """Codes are not what places are called, though each row has another."""
    codes, depots = ["AD", "KE", "PE", "JP"], [f"Depot no. {number}" for number in range(4)]
    found = guess(countries, key=codes, point=["+4230+00131"] * 4, depot=depots).columns
    assert (found["position"], found["name"]) == ("point", "depot")


def test_a_column_of_addresses_places_what_it_names(countries: CountryIndex) -> None:
    """Small places too, as long as a country is at the end."""
    places = ["Leoti, Kansas, USA", "Anchor Point, Alaska, USA", "Harvest, Alabama, USA"]
    assert guess(countries, Location=places).columns == {"city": "Location"}


@pytest.mark.parametrize(
    ("kinds", "keys"),
    [
        (["Представительство", "Офис продаж"], ["представительство", "офис-продаж"]),
        (["مكتب قُطري", "عيادة"], ["مكتب-قُطري", "عيادة"]),
        (["办事处", "办事处 (A)", "办事处 a"], ["办事处", "办事处-a", "办事处-a-3"]),
        (["कार्यालय", "Bureau régional"], ["कार्यालय", "bureau-regional"]),
        (["Other", "***"], ["other-1", "kind-2"]),
    ],
)
def test_a_category_has_a_key_that_can_be_read(kinds: list[str], keys: list[str]) -> None:
    """In the script that the file is in."""
    assert [one.key for one in find_categories(kinds, "en", {})] == keys


@pytest.mark.parametrize(
    ("values", "names"),
    [
        (["3", "3", "1", "2", "2", "2", "10"], ["1", "2", "3", "10"]),
        (["Level 2", "level 10", "Level 2", "Level 1"], ["Level 1", "Level 2", "level 10"]),
        (["0,5", "1,5", "1,5", "-1"], ["-1", "0,5", "1,5"]),
        (["Zone 1", "Level 2", "Level 2"], ["Level 2", "Zone 1"]),
        (["B", "A", "B"], ["B", "A"]),
    ],
)
def test_categories_that_differ_in_a_number_are_in_its_order(
    values: list[str], names: list[str]
) -> None:
    """All others are in the order of how many rows they have."""
    assert [one.many["en"] for one in find_categories(values, "en", {})] == names
