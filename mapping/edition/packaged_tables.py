"""What any edition takes over from the packaged one: official wordings, and ways to put a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.files.data_folder import EDITION_FILE
from mapping.files.paths import packaged_folder
from mapping.toml.key_lines import list_tables

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

WORDINGS = ("clearance", "disclaimer", "geometry_credit", "notes")
PATTERNS = "patterns"


def copy_tables(patterns: Collection[str] | None = None) -> Iterator[str]:
    """Yield the tables as they are written; of the patterns all, or those of these keys."""
    whole = (packaged_folder() / EDITION_FILE).read_text(encoding="utf-8")
    for keys, text in list_tables(whole):
        is_pattern = keys[0] == PATTERNS and (patterns is None or keys[1] in patterns)
        if keys[0] in WORDINGS or is_pattern:
            yield text
