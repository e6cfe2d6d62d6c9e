"""Another list to start from: a folder that builds, with an edition that explains itself."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from mapping.dataset import names, presences, sources
from mapping.edition import edition
from mapping.errors import WrongUseError
from mapping.files.paths import STARTER, packaged_folder
from mapping.tables.records import columns_of, is_optional

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mapping.tables.records import Record

# What any list takes over from the packaged edition: official wordings, and ways to put a label.
COPIED_TABLES = ("clearance", "disclaimer", "geometry_credit", "notes", "patterns")

TAKEN_ALREADY = (
    "{folder}: there is something here already; "
    "name a folder that does not exist yet, or an empty one"
)


def create_data_folder(folder: Path) -> list[Path]:
    """Write a data folder without a presence, ready to be edited, and give its files.

    Boundaries and names of countries are not in it: those that come with the program are used.

    Raises
    ------
    WrongUseError
        There is something in the folder already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WrongUseError(TAKEN_ALREADY.format(folder=folder))
    made = {
        edition.FILE: _edition(),
        names.FILE: _groups(),
        presences.FILE: _header(presences.Presence),
        sources.FILE: _header(sources.Source),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        with (folder / name).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    return [folder / name for name in made]


def _edition() -> str:
    """Return the packaged edition's explanations, the starter's tables, and what any list needs."""
    whole = (packaged_folder() / edition.FILE).read_text(encoding="utf-8")
    own = STARTER / edition.FILE
    head, *tables = re.split(r"\n(?=\[)", whole)
    # A remark before a table belongs to it, and goes where the table does not come along.
    tables = [re.sub(r"(\n+#[^\n]*)+\n*$", "\n", table) for table in tables]
    taken = [table for table in tables if table.strip("[").startswith(COPIED_TABLES)]
    return "\n".join([head, own.read_text(encoding="utf-8"), *taken]) + "\n"


def _header(model: type[Record]) -> str:
    return _table(model, [])


def _usual(model: type[Record]) -> list[str]:
    """Return the columns that no table is without."""
    return [name for name, field in columns_of(model).items() if not is_optional(field)]


def _groups() -> str:
    """Return the regions of the packaged names, to which every country belongs."""
    with (packaged_folder() / names.FILE).open(encoding="utf-8", newline="") as file:
        return _table(names.Name, (row for row in csv.DictReader(file) if row["kind"] == "group"))


def _table(model: type[Record], rows: Iterator[dict[str, str]] | list[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, _usual(model), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
