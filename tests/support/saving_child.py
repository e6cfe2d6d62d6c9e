"""A process that edits and saves without end, until it is killed: a city and an office in one save.

It prints what it has done: `did N` when the steps are kept, `saved N` when the files are written.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from mapping.editor import list_rows, side_tables
from mapping.editor.edit_session import EditSession
from mapping.editor.journal import Journal

OFFICE = "uga-country-office"
NAME = {"country": "UGA", "latitude": "0.32", "longitude": "32.58"}


def edit_without_end(folder: Path, state: Path, first: int) -> None:
    """Add a city and move the office there, number by number."""
    session = EditSession(folder, Journal(state))
    for number in count(first):
        cells = dict.fromkeys(("ar", "en", "es", "fr", "ru", "zh"), f"City {number}")
        side_tables.change_side_row(session, "cities", None, NAME | cells)
        list_rows.change_row(session, OFFICE, {"city": f"city-{number}"})
        print("did", number, flush=True)  # noqa: T201 (for the process that kills this one)
        session.save()
        print("saved", number, flush=True)  # noqa: T201 (likewise)


if __name__ == "__main__":
    edit_without_end(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
