"""The language of a list's texts, where nobody says it: that which its names are in."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from mapping.dataset.cell_parts import is_given
from mapping.errors import Fault
from mapping.i18n.localized import ENGLISH_NAMES, READ_FIRST, REFERENCE
from mapping.importing.list_choices import option_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.importing.any_file import RawList

OTHER_LETTERS = "the names are not in Latin letters, and the list's texts are taken for English"
NAME_IT = f"name their language with {option_of('language')}: it tells screen readers how to speak"


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


def note_language(
    file: str, language: str, raw: RawList, columns: Mapping[str, str]
) -> list[Fault]:
    """Return the note that a list has no names in English, or none that look so; what others see.

    Letters alone say no language: those of Russian are written by others too.
    """
    if language == REFERENCE:
        is_other = _is_in_other_letters(raw, columns.get("name") or columns.get("city", ""))
        return [Fault(file, 1, OTHER_LETTERS, NAME_IT)] if is_other else []
    shown = ENGLISH_NAMES[language]
    wrong = f"no column has names in {ENGLISH_NAMES[REFERENCE]}: those in {shown} are shown"
    remedy = (
        f"the list's texts are taken for {shown}: name another with {option_of('language')}, "
        f"or add a column name_{REFERENCE}"
    )
    return [Fault(file, 1, wrong, remedy)]


def _is_in_other_letters(raw: RawList, column: str) -> bool:
    """Whether most texts of a column begin with a letter that is not Latin."""
    number = raw.columns.index(column) if column in raw.columns else -1
    texts = [row[number] for row in raw.rows] if number >= 0 else []
    first = [next(filter(str.isalpha, text), "") for text in texts]
    letters = [unicodedata.name(one, "") for one in first if one]
    return sum(not name.startswith("LATIN") for name in letters) * 2 > len(letters)
