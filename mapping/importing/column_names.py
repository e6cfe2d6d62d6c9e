"""What people call the columns of a list: ``column_names.toml``, and names as they are compared."""

from __future__ import annotations

import re
import tomllib

from mapping.files.cache import cached
from mapping.files.paths import PACKAGE
from mapping.suggestions.name_index import fold

NAMES_FILE = PACKAGE / "importing" / "column_names.toml"
WORDS = re.compile(r"[\W_]+|(?<=[a-z])(?=[A-Z])")  # "countryName" is two, as programs write it


@cached(1)
def read_column_names() -> dict[str, list[str]]:
    """Return what people call each kind of column, as names are compared."""
    listed = tomllib.loads(NAMES_FILE.read_text(encoding="utf-8"))
    return {key: [words_of(name) for name in names] for key, names in listed.items()}


def words_of(name: str) -> str:
    """Return the name of a column without case, accents and signs."""
    return " ".join(filter(None, map(fold, WORDS.split(name))))
