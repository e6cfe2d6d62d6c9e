"""What is not certain in a list, and what is likely of it."""

from __future__ import annotations

from mapping.importing.any_file import RawList
from mapping.importing.list_choices import ListChoices
from mapping.importing.new_list import find_columns, list_uncertain

CITIES = ["Владимир", "Чита", "Тюмень", "Омск", "Казань"]  # the first two have namesakes abroad


def supposed(rows: list[list[str]], *columns: str) -> dict[str, str]:
    """Return what is likely of each text that is not certain."""
    found = find_columns(RawList([*columns], rows), "list")
    return {one.asked: one.likely for one in list_uncertain(found, ListChoices())}


def test_namesakes_are_in_the_country_of_nearly_all_other_rows() -> None:
    """In a list of one country that does not say so; one row in ten at most may be elsewhere."""
    rows = [[city] for city in CITIES]
    meant = supposed(rows, "Город")
    assert {meant[city].rpartition(", ")[2] for city in CITIES[:2]} == {"RUS"}
    assert not supposed([*rows, ["Алматы"]], "Город")["Владимир"]
    assert supposed([*rows * 10, ["Алматы"]], "Город")["Владимир"] == meant["Владимир"]


def test_a_city_that_is_not_in_that_country_is_the_far_larger_one() -> None:
    """As it is where rows are in several countries."""
    rows = [[city] for city in (*CITIES, "Paris")]
    assert supposed(rows, "Город")["Paris"].endswith("FRA")


def test_points_without_a_country_are_rows_elsewhere() -> None:
    """What country they are in is not known yet, and nothing is supposed of it."""
    rows = [[city, ""] for city in CITIES] + [["", "43.24, 76.95"]]
    assert not supposed(rows, "Город", "Координаты")["Владимир"]
