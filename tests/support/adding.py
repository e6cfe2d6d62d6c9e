"""A presence that the list lacks, and ways to add it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.files.data_folder import PRESENCES_FILE
from tests.support.commands import apart, run
from tests.support.saving import own_rows

if TYPE_CHECKING:
    from typer.testing import Result

    from tests.support.folder import Folder

NOTE = '=1+1; "quoted", and –\tapart'
WORDS = ("--country", "cote d'ivoire", "--category", "Human rights adviser", "--note", NOTE,
         "--evidence", "documented", "--source", "ohchr-2020-africa", "--as-of",
         "2020")  # fmt: skip
ROW = {
    "id": "civ-adviser",
    "status": "listed",
    "category": "adviser",
    "category_certain": "yes",
    "country": "CIV",
    "evidence": "documented",
    "as_of": "2020",
    "sources": "ohchr-2020-africa",
    "note": NOTE,
}


def add(folder: Folder, *words: str) -> Result:
    """Run the command on a folder."""
    return apart(run, "add", "--data", folder.path, *words)


def added(folder: Folder, content: bytes) -> bytes:
    """Add the row to a list of these bytes, and give the bytes of the list then."""
    path = folder.path / PRESENCES_FILE
    path.write_bytes(content)
    result = add(folder, *WORDS, "--yes")
    assert result.exit_code == 0, result.output
    return path.read_bytes()


def table(folder: Folder) -> bytes:
    """Return the bytes of the list."""
    return (folder.path / PRESENCES_FILE).read_bytes()


def line_of(rows: list[list[str]], presence: str) -> int:
    """Return the number of rows up to a presence, the header and itself included."""
    return next(n for n, row in enumerate(rows, 1) if row[0] == presence)


def own_column() -> list[str]:
    """Return a column of one's own, with line breaks in it."""
    return ["mine", *(f"first\nline {n}" for n in range(len(own_rows()) - 1))]
