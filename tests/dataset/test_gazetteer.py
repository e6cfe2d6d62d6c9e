"""Cities by name: one where it is certain, all namesakes where it is not."""

from __future__ import annotations

import pytest

from mapping.dataset.gazetteer import read_gazetteer


@pytest.mark.parametrize(
    ("name", "country", "province", "key"),
    [
        ("Nairobi", "KEN", "", "184745"),
        ("New-York", "USA", "", "5128581"),  # a hyphen, and without "City"
        ("St. Petersburg", "RUS", "", "498817"),  # short for Saint
        ("Tokio", "JPN", "", "1850147"),  # as others call it
        ("Москва", "", "", "524901"),  # in another script, and Idaho's is far smaller
        ("Frankfurt", "DEU", "", "2925533"),  # the other has a tenth of its people
        ("Portland", "USA", "Oregon", "5746545"),
        ("Portland", "USA", "ME", "4975802"),
        ("bogota", "COL", "", "3688689"),  # without its accent
    ],
)
def test_a_city_is_found(name: str, country: str, province: str, key: str) -> None:
    """By its own name or another, within its country and province."""
    assert [one.key for one in read_gazetteer().find(name, country, province)] == [key]


@pytest.mark.parametrize(
    ("name", "country", "provinces"),
    [("Portland", "USA", {"OR|Oregon", "ME|Maine", "TX|Texas"}), ("Cambridge", "", set())],
)
def test_namesakes_are_not_distinguished_by_guessing(
    name: str, country: str, provinces: set[str]
) -> None:
    """All of them are given, the largest first."""
    found = read_gazetteer().find(name, country)
    assert len(found) > 1
    assert {one.province for one in found} >= provinces
    assert [one.thousands for one in found] == sorted(
        (one.thousands for one in found), reverse=True
    )


def test_nobody_is_found_where_there_is_nobody() -> None:
    """Neither near names nor cities of other countries are taken."""
    assert read_gazetteer().find("Parris", "FRA") == []
    assert read_gazetteer().find("Nairobi", "UGA") == []
