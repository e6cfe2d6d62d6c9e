"""The languages are named in one place, and everything that has a part for each agrees with it."""

from __future__ import annotations

import csv
from typing import get_args

import pytest

from mapping.i18n.localized import (
    ENGLISH_NAMES,
    LANGUAGES,
    REFERENCE,
    LanguageCode,
    LocalizedName,
    OptionalText,
)
from tests.support.folder import GEODATA, ROOT


def test_a_language_has_a_code_a_name_and_a_field() -> None:
    """A language that is added in one of the three places and not in another is noticed."""
    assert get_args(LanguageCode) == LANGUAGES == tuple(ENGLISH_NAMES)
    assert tuple(OptionalText.model_fields) == LANGUAGES == tuple(LocalizedName.model_fields)
    assert REFERENCE in LANGUAGES


def test_a_language_has_its_file_of_words() -> None:
    """No file of words is missing, and none is left over."""
    assert {path.stem for path in (ROOT / "mapping" / "words").iterdir()} == set(LANGUAGES)


@pytest.mark.parametrize("table", ["names.csv", "countries.csv"])
def test_a_language_has_its_column_of_names(table: str) -> None:
    """The columns of the names are the languages, in their order."""
    with (GEODATA / table).open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    assert [name for name in header if name in LANGUAGES] == list(LANGUAGES)
