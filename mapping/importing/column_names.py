"""What people call the columns of a list, and names as they are compared.

The names are in ``column_names.toml``, words that tell a language in ``heading_words.toml``.
"""

from __future__ import annotations

import re
import tomllib

from mapping.files.cache import cached
from mapping.files.paths import PACKAGE
from mapping.suggestions.name_index import fold

NAMES_FILE = PACKAGE / "importing" / "column_names.toml"
LANGUAGES_FILE = PACKAGE / "importing" / "heading_words.toml"
UNSPACED = "zh"
WORDS = re.compile(r"[\W_]+|(?<=[a-z])(?=[A-Z])")  # "countryName" is two, as programs write it


@cached(1)
def read_column_names() -> dict[str, list[str]]:
    """Return what people call each kind of column, as names are compared."""
    listed = tomllib.loads(NAMES_FILE.read_text(encoding="utf-8"))
    return {key: [words_of(name) for name in names] for key, names in listed.items()}


@cached(1)
def read_heading_words() -> dict[str, list[str]]:
    """Return the words that tell a language, with what parts them from others in a heading."""
    listed = tomllib.loads(LANGUAGES_FILE.read_text(encoding="utf-8"))
    return {
        code: words if code == UNSPACED else [f" {words_of(one)} " for one in words]
        for code, words in listed.items()
    }


def words_of(name: str) -> str:
    """Return the name of a column without case, accents and signs."""
    return " ".join(filter(None, map(fold, WORDS.split(name))))
