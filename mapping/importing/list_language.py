"""The language of a list's texts, where nobody says it: that of its names, or of its headings.

The words that tell headings apart are in ``heading_words.toml``.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from mapping.dataset.cell_parts import is_given
from mapping.errors import Fault
from mapping.i18n.localized import ENGLISH_NAMES, READ_FIRST, REFERENCE
from mapping.importing.column_names import read_heading_words, words_of
from mapping.importing.list_choices import option_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.importing.any_file import RawList

# How the names of the letters begin that a language is written in.
LETTERS = {"ar": "ARABIC", "ru": "CYRILLIC", "zh": "CJK"}
LATIN = "LATIN"
OTHER_LETTERS = "the names are not in Latin letters, and the list's texts are taken for English"
NAME_IT = f"name their language with {option_of('language')}: it tells screen readers how to speak"


def find_language(raw: RawList, columns: Mapping[str, str]) -> str:
    """Return the language of a list's names: English, unless it has them in other languages alone.

    Of these it is the one that most readers can read, where the list has half as many names in it
    as in any other. A name in a column that says no language is in that of the headings.
    """
    named = [code for code in READ_FIRST if f"name_{code}" in columns]
    if REFERENCE in named:
        return REFERENCE
    if not named or "name" in columns:
        return _language_of_headings(raw, columns)
    places = {code: raw.columns.index(columns[f"name_{code}"]) for code in named}
    filled = {code: sum(is_given(row[at]) for row in raw.rows) for code, at in places.items()}
    return next(code for code in named if filled[code] * 2 >= max(filled.values()))


def _language_of_headings(raw: RawList, columns: Mapping[str, str]) -> str:
    """Return the only language that headings are in, if names are in its letters; else English."""
    headings = [f" {words_of(column)} " for column in raw.columns]
    said = [
        [
            code
            for code, words in read_heading_words().items()
            if any(map(heading.__contains__, words))
        ]
        for heading in headings
    ]
    found = [*{codes[0] for codes in said if len(codes) == 1}]
    if len(found) != 1 or _letters(raw, columns) not in {"", LETTERS.get(found[0], LATIN)}:
        return REFERENCE
    return found[0]


def note_language(
    file: str, language: str, raw: RawList, columns: Mapping[str, str]
) -> list[Fault]:
    """Return the note that a list has no names in English, or none that look so; what others see.

    Letters alone say no language: those of Russian are written by others too.
    """
    if language == REFERENCE:
        is_other = _letters(raw, columns) not in {"", LATIN}
        return [Fault(file, 1, OTHER_LETTERS, NAME_IT)] if is_other else []
    shown = ENGLISH_NAMES[language]
    if f"name_{language}" not in columns:
        wrong = f"its columns are called in {shown}: the list's texts are taken for that"
        return [Fault(file, 1, wrong, f"name another language with {option_of('language')}")]
    wrong = f"no column has names in {ENGLISH_NAMES[REFERENCE]}: those in {shown} are shown"
    remedy = (
        f"the list's texts are taken for {shown}: name another with {option_of('language')}, "
        f"or add a column name_{REFERENCE}"
    )
    return [Fault(file, 1, wrong, remedy)]


def _letters(raw: RawList, columns: Mapping[str, str]) -> str:
    """Return in what letters most names begin, as Unicode calls them: ``LATIN``, ``CYRILLIC``."""
    column = columns.get("name") or columns.get("city", "")
    number = raw.columns.index(column) if column in raw.columns else -1
    texts = [row[number] for row in raw.rows] if number >= 0 else []
    first = [next(filter(str.isalpha, text), "") for text in texts]
    letters = [unicodedata.name(one, " ").split()[:1] for one in first if one]
    [(most, count)] = Counter("".join(one) for one in letters).most_common(1) or [("", 0)]
    return most if count * 2 > len(letters) or not letters else LATIN
