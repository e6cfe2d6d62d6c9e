"""Which column is which: in any order, near names recognised, others noted and left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapping.cells import bare
from mapping.errors import shown
from mapping.spelling import Spellings

if TYPE_CHECKING:
    from collections.abc import Collection

    from mapping.errors import Faults
    from mapping.grids import Grid


class Header(NamedTuple):
    """The names in the order of the file, and the place of each column that is known."""

    names: list[str]
    places: dict[str, int]

    def name(self, place: int) -> str:
        """Give the name of a column, or, where it has none, what a spreadsheet calls it."""
        named = self.names[place] if place < len(self.names) else ""
        return named or f"column {letters(place)}"


def letters(place: int) -> str:
    """Give the letters by which spreadsheets call a column: A, …, Z, AA, …."""
    first, last = divmod(place, 26)
    return (letters(first - 1) if first else "") + chr(ord("A") + last)


def read_header(
    grid: Grid, columns: Collection[str], optional: Collection[str], faults: Faults
) -> Header | None:
    """Find `columns` in the header; note each that stands twice, or is missing and not optional."""
    line, cells = grid.rows[0]
    names = [bare(cell) for cell in cells]
    while names and not names[-1]:
        names.pop()
    header = Header(names, {name: place for place, name in enumerate(names) if name in columns})
    before = len(faults.found)
    for name in columns:
        if names.count(name) > 1:
            wrong = "the column stands twice"
            faults.add(grid.file, line, wrong, "keep one of the two", name)
    others = {name for name in names if name and name not in columns}
    for name in columns:
        if name not in header.places and name not in optional:
            _missing(grid.file, line, name, others, faults)
    if len(faults.found) > before:
        return None
    _note_others(grid, header, others, faults)
    return header


def _missing(file: str, line: int, name: str, others: set[str], faults: Faults) -> None:
    near = Spellings(others).near(name)
    if near is None:
        faults.add(file, line, "the column is missing", "add it to the header", name)
    else:
        others.discard(near)
        wrong = f"no column is called {shown(near)}"
        faults.add(file, line, wrong, f"did you mean {name}?", near)


def _note_others(grid: Grid, header: Header, others: set[str], faults: Faults) -> None:
    line = grid.rows[0][0]
    nameless = {place for place, name in enumerate(header.names) if not name}
    filled = {place for _, cells in grid.rows[1:] for place in nameless if any(cells[place:][:1])}
    for name in [*sorted(others), *(header.name(place) for place in sorted(filled))]:
        what = "the map knows no such column"
        faults.note(grid.file, line, what, "it stays in the file and is left out", name)
