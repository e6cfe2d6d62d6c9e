"""The rows of a table: which cell belongs to which column."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from mapping.errors import format_ranges
from mapping.tables.header import read_header
from mapping.tables.raw_table import SAVE_AS, read_raw_table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from mapping.errors import FaultLog
    from mapping.tables.header import Header
    from mapping.tables.raw_table import BadCell, RawTable

READ = "read like all others"
ONE_CELL = "put text that holds a comma between double quotes"


class Row(NamedTuple):
    """One row of a table: where it is, and its cells by column, cleaned.

    `ragged` says that it has more or fewer cells than the header; they were blank, or are taken
    for blank, as Excel leaves them out. A row that does not fit is likely shifted by one. `lost`
    are the columns whose text could not be read, which was reported already.
    """

    file: str
    line: int
    cells: dict[str, str]
    ragged: str
    lost: frozenset[str] = frozenset()


def read_rows(
    path: Path,
    columns: list[str],
    optional: Collection[str],
    faults: FaultLog,
    *,
    note_others: bool = True,
) -> list[Row]:
    """Read a table whose header must hold `columns`, but for the `optional` ones among them.

    Blank rows are passed over. Other columns are left out, and noted unless that is unwanted. A
    table that cannot be read has no rows, and its name is added to `FaultLog.unreadable_tables`.
    """
    grid = read_raw_table(path, columns, faults)
    if grid is None:
        faults.unreadable_tables.add(path.name)
        return []
    return rows_of(grid, path.name, columns, optional, faults, note_others=note_others)


def rows_of(  # noqa: PLR0913 (of a table and its name what `read_rows` takes of a file)
    grid: RawTable, table: str, columns: list[str], optional: Collection[str], faults: FaultLog,
    *, note_others: bool = True,
) -> list[Row]:  # fmt: skip
    """Return the rows of a table that is read already, as `read_rows` does."""
    header = None
    if not grid.rows:
        faults.add(grid.file, 1, "the table is empty", SAVE_AS)
    else:
        header = read_header(grid, columns, optional, faults, note_others=note_others)
    if header is None:
        faults.unreadable_tables.add(table)
        return []
    if not note_others:
        grid = replace(grid, bad=[*_noting_spoiled(grid, header, faults)])
    for one in grid.bad:
        name = header.name(one.column)
        if (note_others and not one.lost) or name in header.indices:
            faults.add(grid.file, one.line, one.wrong, one.remedy, name, cause=one.cause)
    _note_hidden(grid, header, faults)
    return list(_rows(grid, header, optional, table, faults))


def _noting_spoiled(grid: RawTable, header: Header, faults: FaultLog) -> Iterator[BadCell]:
    """Note the texts of a list of one's own that a program spoiled; yield the other bad cells."""
    for one in grid.bad:
        name = header.name(one.column)
        if not one.spoiled:
            yield one
        elif name in header.indices:
            faults.add_notice(grid.file, one.line, one.wrong, one.remedy, name)


def _rows(
    grid: RawTable, header: Header, optional: Collection[str], table: str, faults: FaultLog
) -> Iterator[Row]:
    width, whole = len(header.names), len(grid.rows[0][1])
    needed = 1 + max(place for name, place in header.indices.items() if name not in optional)
    lost = _lost(grid, header)
    if lost:
        faults.unreadable_tables.add(table)  # any of its keys may be there
    for line, cells in grid.rows[1:]:
        count = len(cells)
        ends_early = needed <= count <= width  # without optional columns
        uneven = count != whole and not ends_early
        ragged = f"the row has {count} cells, the header {width}" if uneven else ""
        if any(cells[width:]):
            faults.add(grid.file, line, ragged or "a cell has no column", ONE_CELL)
            faults.doubt(table, cells)
            continue
        padded = cells + [""] * (width - count)
        named = {name: padded[place] for name, place in header.indices.items()}
        yield Row(grid.file, line, named, ragged, frozenset(lost.get(line, ())))


def _lost(grid: RawTable, header: Header) -> dict[int, set[str]]:
    """Return by line the columns in which a text could not be read."""
    lost: dict[int, set[str]] = defaultdict(set)
    for one in grid.bad:
        if one.lost and header.name(one.column) in header.indices:
            lost[one.line].add(header.name(one.column))
    return lost


def _note_hidden(grid: RawTable, header: Header, faults: FaultLog) -> None:
    """Note the rows and columns of a table that are hidden or filtered out, and read all the same.

    Rows that are blank and columns that the map does not know are passed over.
    """
    layout = grid.layout
    hidden = [line for line, _ in grid.rows[1:] if line in layout.hidden_rows]
    filtered = ", ".join(header.name(column - 1) for column in layout.filtered)
    if hidden:
        which = f"rows {format_ranges(hidden)} are" if len(hidden) > 1 else f"row {hidden[0]} is"
        how = f"filtered out (by {filtered})" if filtered else "hidden"
        show = "clear the filter" if filtered else "show them"
        meaning = f"{show}, and delete what is not intended for the map"
        faults.add_notice(grid.file, hidden[0], f"{which} {how}, and {READ}", meaning)
    elif filtered:
        what = f"a filter is set (by {filtered}) and hides no row yet; each is {READ}"
        faults.add_notice(grid.file, grid.rows[0][0], what, "clear the filter")
    for name, place in header.indices.items():
        if any(place + 1 in columns for columns in layout.hidden_columns):
            meaning = "show it, and empty the cells that are not intended for the map"
            faults.add_notice(
                grid.file, grid.rows[0][0], f"the column is hidden, and {READ}", meaning, name
            )
