"""The header of a table: its columns in any order, near names recognised, others left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mapping.errors import FEW, quote
from mapping.suggestions.name_index import NameIndex, did_you_mean
from mapping.tables.cells import strip_invisible

if TYPE_CHECKING:
    from collections.abc import Collection

    from mapping.errors import FaultLog
    from mapping.tables.raw_table import RawTable

MAX_HEADER_ROWS = 20  # rows in which the header is looked for, where the first row is none
# What some programs write between cells, and a table cannot be read with.
SEPARATORS = {"|": "vertical bars (|)", ":": "colons", "^": "circumflexes (^)", "~": "tildes (~)"}


class Header(NamedTuple):
    """The names in the order of the file, and the place of each column that is known."""

    names: list[str]
    indices: dict[str, int]

    def name(self, place: int) -> str:
        """Return the name of a column, or, where it has none, what a spreadsheet calls it."""
        named = self.names[place] if place < len(self.names) else ""
        return named or f"column {column_letters(place)}"


def column_letters(place: int) -> str:
    """Return the letters by which spreadsheets call a column: A, …, Z, AA, …."""
    first, last = divmod(place, 26)
    return (column_letters(first - 1) if first else "") + chr(ord("A") + last)


def read_header(
    grid: RawTable,
    columns: Collection[str],
    optional: Collection[str],
    faults: FaultLog,
    *,
    note_others: bool = True,
) -> Header | None:
    """Find `columns` in the header; note each that occurs twice, or is missing and not optional.

    Where the first row is no header at all, that alone is noted, with what it likely is.
    """
    line, cells = grid.rows[0]
    names = [strip_invisible(cell) for cell in cells]
    while names and not names[-1]:
        names.pop()
    header = Header(names, {name: place for place, name in enumerate(names) if name in columns})
    twice = [name for name in columns if names.count(name) > 1]
    for name in twice:
        faults.add(grid.file, line, "the column occurs twice", "keep one of the two", name)
    others = {name for name in names if name and name not in columns}
    missing = [name for name in columns if name not in header.indices and name not in optional]
    renamed = _find_renamed(missing, others)
    if len(header.indices) + len(renamed) < len(missing):
        faults.add(grid.file, line, *_no_header(grid, columns))
    else:
        _note_renamed(grid.file, line, renamed, faults)
        _note_missing(grid.file, line, [one for one in missing if one not in renamed], faults)
    if twice or missing:
        return None
    if note_others:
        _note_others(grid, header, others, faults)
    return header


def _find_renamed(missing: list[str], others: set[str]) -> dict[str, str]:
    """Return for missing columns the near name that the header has in their place."""
    renamed = {}
    for name in missing:
        near = NameIndex(others).closest(name)
        if near is not None:
            others.discard(near)
            renamed[name] = near
    return renamed


def _note_renamed(file: str, line: int, renamed: dict[str, str], faults: FaultLog) -> None:
    if len(renamed) <= FEW:
        for name, near in renamed.items():
            wrong = f"no column is called {quote(near)}"
            faults.add(file, line, wrong, did_you_mean(name), near)
    else:
        found = ", ".join(map(quote, renamed.values()))
        faults.add(file, line, f"no columns are called {found}", f"write {', '.join(renamed)}")


def _note_missing(file: str, line: int, missing: list[str], faults: FaultLog) -> None:
    if len(missing) <= FEW:
        for name in missing:
            faults.add(file, line, "the column is missing", "add it to the header", name)
    else:
        wrong = f"the columns {', '.join(missing)} are missing"
        faults.add(file, line, wrong, "add them to the header")


def _no_header(grid: RawTable, columns: Collection[str]) -> tuple[str, str]:
    """Return what is wrong with a table whose first row is no header, and what to do."""
    for line, cells in grid.rows[:MAX_HEADER_ROWS]:
        if _is_header(cells, columns):
            wrong = f"this is not the header, which is in line {line}"
            return wrong, "delete what is above the header"
        for separator, name in SEPARATORS.items():
            if _is_header(cells[0].split(separator), columns):
                wrong = f"the cells are separated by {name}"
                return wrong, "save the table with commas, semicolons or tabs between the cells"
        if any(_is_header(re.split("[,;\t]", cell), columns) for cell in cells):
            wrong = "each line is in one cell, as if between quotation marks"
            return wrong, "open it in a text editor and remove the quotation marks around the lines"
    wrong = f"this is not the header: it names {_count(grid.rows[0][1], columns)} of the columns"
    return wrong, f"write the names of the columns into the first line: {', '.join(columns)}"


def _is_header(cells: list[str], columns: Collection[str]) -> bool:
    return 2 * _count(cells, columns) >= len(columns)


def _count(cells: list[str], columns: Collection[str]) -> int:
    """Return how many of the columns the cells name, in whatever case."""
    return len({strip_invisible(cell).casefold() for cell in cells} & set(columns))


def _note_others(grid: RawTable, header: Header, others: set[str], faults: FaultLog) -> None:
    line = grid.rows[0][0]
    nameless = {place for place, name in enumerate(header.names) if not name}
    filled = {place for _, cells in grid.rows[1:] for place in nameless if any(cells[place:][:1])}
    for name in [*sorted(others), *(header.name(place) for place in sorted(filled))]:
        what = "the map knows no such column"
        faults.add_notice(grid.file, line, what, "it stays in the file and is left out", name)
