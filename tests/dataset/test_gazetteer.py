"""Cities by name: one where it is certain, all namesakes where it is not."""

from __future__ import annotations

import pytest

from mapping.dataset.gazetteer import likely, read_gazetteer


@pytest.mark.parametrize(
    ("name", "country", "province", "key"),
    [
        ("Nairobi", "KEN", "", "184745"),
        ("New-York", "USA", "", "5128581"),  # a hyphen, and without "City"
        ("St. Petersburg", "RUS", "", "498817"),  # short for Saint
        ("Tokio", "JPN", "", "1850147"),  # as others call it
        ("Дубна", "", "", "564719"),  # a small one, in its own script
        ("Marburg", "DEU", "", "2873759"),  # an der Lahn
        ("Portland", "USA", "Oregon", "5746545"),
        ("Portland", "USA", "ME", "4975802"),
        ("London", "CAN", "ON", "6058560"),
        ("Santa Rosa", "ARG", "La Pampa", "3835994"),
        ("bogota", "COL", "", "3688689"),  # without its accent
        ("الخرطوم", "", "", "379252"),  # with the article that GeoNames leaves out
        ("قاهرة", "EGY", "", "360630"),  # and without one that it has
        ("纽约", "USA", "", "5128581"),  # simplified, where GeoNames has traditional characters
        ("義烏市", "", "", "1814870"),  # and the other way round
        ("横滨", "JPN", "", "1848354"),  # simplified, where it has those of Japan
        ("廣島", "JPN", "", "1862415"),
        ("亚的斯亚贝巴", "ETH", "", "344979"),  # by CLDR, without what says in brackets which it is
        ("大同", "CHN", "", "2037799"),  # without the word for "city" that it has
        ("г. Дубна", "RUS", "", "564719"),  # and with one that it has not
        ("Ciudad de La Paz", "BOL", "", "3911925"),
        ("Greifswald", "", "", "2917788"),  # the end of "Universitäts- und Hansestadt Greifswald"
        ("Bariloche", "ARG", "", "7647007"),
        ("Maputo", "MOZ", "MPM", "1040652"),  # a city and the province around it
    ],
)
def test_a_city_is_found(name: str, country: str, province: str, key: str) -> None:
    """By its own name or another, within its country and province."""
    assert [one.key for one in read_gazetteer().find(name, country, province)] == [key]


def test_the_code_of_an_airport_is_one_in_capitals_alone() -> None:
    """Gex is a town in France that the gazetteer lacks, and not Geelong."""
    found = {name: [one.name for one in read_gazetteer().find(name)] for name in ("GEX", "Gex")}
    assert found == {"GEX": ["Geelong"], "Gex": []}
    assert "New York City" in [one.name for one in read_gazetteer().complete("nyc")]


@pytest.mark.parametrize(
    ("name", "country", "first"),
    [
        ("Portland", "USA", ""),
        ("Cambridge", "", ""),
        ("Москва", "", "524901"),
        ("Pékin", "", "1816670"),  # and not Pekin in Illinois, as for certain
        ("Frankfurt", "DEU", "2925533"),
    ],
)
def test_namesakes_are_all_given_the_largest_first(name: str, country: str, first: str) -> None:
    """One is likely only where it has ten times as many people as any other."""
    found = read_gazetteer().find(name, country)
    assert len(found) > 1
    assert [one.thousands for one in found] == sorted(
        (one.thousands for one in found), reverse=True
    )
    meant = likely(found)
    assert (meant.key if meant else "") == first


def test_nobody_is_found_where_there_is_nobody() -> None:
    """Neither near names nor cities of other countries are taken."""
    assert read_gazetteer().find("Parris", "FRA") == []
    assert read_gazetteer().find("Nairobi", "UGA") == []


def test_a_city_of_this_name_comes_before_those_that_others_call_so() -> None:
    """Its whole name before one that begins so; of each kind the larger first."""
    found = [city.name for city in read_gazetteer().complete("gen")]
    assert found.index("Genoa") < found.index("Geneva") < found.index("Zhengzhou")
    assert read_gazetteer().complete("male")[0].name in {"Male", "Malé"}
    assert {city.country for city in read_gazetteer().complete("gen", "ITA")} == {"ITA"}
