"""The language of a list's texts, where nobody says it: that which its names are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.dataset.cell_parts import is_given
from mapping.errors import Fault
from mapping.i18n.localized import ENGLISH_NAMES, READ_FIRST, REFERENCE
from mapping.importing.list_choices import option_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.importing.any_file import RawList


def find_language(raw: RawList, columns: Mapping[str, str]) -> str:
    """Return the language of a list's names: English, unless it has them in other languages alone.

    Of these it is the one that most readers can read, where the list has half as many names in it
    as in any other. A name in a column that says no language is taken for English.
    """
    named = [code for code in READ_FIRST if f"name_{code}" in columns]
    if not named or REFERENCE in named or "name" in columns:
        return REFERENCE
    places = {code: raw.columns.index(columns[f"name_{code}"]) for code in named}
    filled = {code: sum(is_given(row[at]) for row in raw.rows) for code, at in places.items()}
    return next(code for code in named if filled[code] * 2 >= max(filled.values()))


def note_language(file: str, language: str) -> Fault:
    """Return the note that a list has no names in English, and which others see."""
    shown = ENGLISH_NAMES[language]
    wrong = f"no column has names in {ENGLISH_NAMES[REFERENCE]}: those in {shown} are shown"
    remedy = (
        f"the list's texts are taken for {shown}: name another with {option_of('language')}, "
        f"or add a column name_{REFERENCE}"
    )
    return Fault(file, 1, wrong, remedy)
