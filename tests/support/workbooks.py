"""The list as a workbook that a person has worked on, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook

from mapping.errors import merge_faults
from tests.support.saving import own_rows, read, told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

ROWS = own_rows()
COLUMN = {name: number for number, name in enumerate(ROWS[0], 1)}
LAST = len(ROWS)


def workbook(folder: Path, edit: Callable[[Worksheet], None], *, more: bool = False) -> None:
    """Save the list as a workbook that a person has worked on, perhaps with a column of theirs."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "presences"
    for number, row in enumerate(ROWS):
        own = [] if not more else [f"remark {number}" if number else "remarks"]
        sheet.append([*(cell or None for cell in row), *own])
    edit(sheet)
    book.save(folder / "presences.xlsx")


def notes(folder: Path) -> list[str]:
    """Read the list, which must have no fault, and give its notes."""
    rows, faults = read(folder)
    assert (len(rows), told(faults)) == (LAST - 1, [])
    return [str(note).removeprefix("presences.xlsx:") for note in merge_faults(faults.notices)]
