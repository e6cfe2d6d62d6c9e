"""Columns of categories are known by the words that six languages and some more have for kinds.

Beside `test_guess.py`, of `column_names.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.importing.any_file import RawList
from mapping.importing.country_of_all import read_country_index
from mapping.importing.guess import Guesser

if TYPE_CHECKING:
    from collections.abc import Mapping

ROWS = 2
COUNTRIES = ["Kenya", "France", "Peru", "Japan"] * ROWS
SHIFTS = ["day", "night", "night", "day"] * ROWS
KINDS = ["Office", "Mission", "Office", "Office"] * ROWS


def category(columns: Mapping[str, list[str]]) -> str | None:
    """Return the column that is taken for the category beside one of countries."""
    every = {"País": COUNTRIES, **columns}
    rows = [list(row) for row in zip(*every.values(), strict=True)]
    raw = RawList(list(every), rows)
    return Guesser(raw, read_country_index()).guess().columns.get("category")


@pytest.mark.parametrize(
    "name",
    ["Genre", "Catégories", "Classe", "Clase", "Tipología", "Género", "Класс", "Классификация",
     "Род", "分类", "类", "التصنيف", "فئة", "المجموعة", "Klasse", "Rodzaj", "Nature",
     "Typologie de site"],
)  # fmt: skip
def test_usual_words_for_kinds_are_known(name: str) -> None:
    """Beside a column that would be taken for want of a better."""
    assert category({"x": SHIFTS, name: KINDS}) == name


@pytest.mark.parametrize("values", ["H F F H", "Homme Femme Femme Homme", "Ж М М Ж"])
@pytest.mark.parametrize("name", ["Genre", "Sexe", "Пол"])
def test_the_gender_of_people_is_no_kind_of_place(name: str, values: str) -> None:
    """Though some languages have one word for both."""
    assert category({name: values.split() * ROWS}) is None
    assert category({name: values.split() * ROWS, "x": KINDS}) == "x"


@pytest.mark.parametrize("name", ["region_type", "City type", "тип района", "type de région"])
def test_the_kind_of_what_a_place_is_in_is_not_its_own(name: str) -> None:
    """Another column with a few kinds is taken."""
    assert category({name: KINDS, "x": SHIFTS}) == "x"


def test_what_may_mean_another_thing_comes_last() -> None:
    """A word for kinds within a longer name is taken first."""
    assert category({"Genre": SHIFTS, "Type d’accueil": KINDS}) == "Type d’accueil"
