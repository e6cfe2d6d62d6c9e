"""Another list to start from: a folder that builds, with an edition that explains itself."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from mapping.dataset import names, presences, sources
from mapping.edition.packaged_tables import copy_tables
from mapping.files.data_folder import (
    EDITION_FILE,
    NAMES_FILE,
    PRESENCES_FILE,
    SOURCES_FILE,
    refuse_taken,
)
from mapping.files.paths import STARTER, packaged_folder
from mapping.tables.records import columns_of, is_optional
from mapping.toml.key_lines import line_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mapping.tables.records import Record

FIRST_TABLE = "edition"  # what comes before it explains the whole file


def create_data_folder(folder: Path) -> list[Path]:
    """Write a data folder without a presence, ready to be edited, and return its files.

    Boundaries and names of countries are not in it: those that come with the program are used.

    Raises
    ------
    WrongUseError
        There is something in the folder already.
    """
    refuse_taken(folder)
    made = {
        EDITION_FILE: _edition(),
        NAMES_FILE: _regions(),
        PRESENCES_FILE: _header(presences.Presence),
        SOURCES_FILE: _header(sources.Source),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        with (folder / name).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    return [folder / name for name in made]


def _edition() -> str:
    """Return the packaged edition's explanations, the starter's tables, and what any list needs."""
    whole = (packaged_folder() / EDITION_FILE).read_text(encoding="utf-8")
    own = STARTER / EDITION_FILE
    explanations = whole.split("\n")[: line_of(whole, (FIRST_TABLE,)) - 1]
    copied = [f"{table}\n" for table in copy_tables()]
    return "\n".join([*explanations, own.read_text(encoding="utf-8"), *copied]) + "\n"


def _header(model: type[Record]) -> str:
    return _table(model, [])


def _required_columns(model: type[Record]) -> list[str]:
    """Return the columns that every table has."""
    return [name for name, field in columns_of(model).items() if not is_optional(field)]


def _regions() -> str:
    """Return the regions of the packaged names, to which every country belongs."""
    with (packaged_folder() / NAMES_FILE).open(encoding="utf-8", newline="") as file:
        return _table(names.Name, (row for row in csv.DictReader(file) if row["kind"] == "group"))


def _table(model: type[Record], rows: Iterator[dict[str, str]] | list[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, _required_columns(model), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
