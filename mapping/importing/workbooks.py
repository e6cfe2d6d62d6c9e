"""The sheets of a workbook as rows of text; the only import of python_calamine."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from mapping.errors import DataError, Fault, WrongUseError

if TYPE_CHECKING:
    from pathlib import Path

    from python_calamine import CalamineSheet

WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")


def read_workbook(path: Path, wanted: str) -> tuple[list[list[str]], tuple[str, ...]]:
    """Return the rows of a sheet, of merged cells each filled; and the sheets that hold a table.

    Raises
    ------
    DataError
        The workbook cannot be read.
    WrongUseError
        It has no sheet of the name that is wanted.
    """
    from python_calamine import CalamineError, load_workbook  # noqa: PLC0415 (for workbooks alone)

    try:
        with load_workbook(path) as workbook:
            sheets = {
                name: _fill(workbook.get_sheet_by_name(name)) for name in workbook.sheet_names
            }
    except CalamineError as error:
        remedy = "open it in a spreadsheet program and save it anew"
        wrong = f"the workbook cannot be read ({error})"
        raise DataError([Fault(path.name, 1, wrong, remedy)]) from None
    if wanted and wanted not in sheets:
        message = f"{path} has no sheet '{wanted}'; it has {', '.join(sheets)}"
        raise WrongUseError(message)
    counts = {name: _count_rows(rows) for name, rows in sheets.items()}
    largest_first = sorted(sheets, key=lambda name: (name == wanted, counts[name]), reverse=True)
    tables = [] if wanted else [name for name in largest_first if counts[name][0] > 1]
    rows = sheets[largest_first[0]] if largest_first else []
    return [[_cell_text(cell) for cell in row] for row in rows], tuple(tables)


def _fill(sheet: CalamineSheet) -> list[list[Any]]:
    """Return the rows of a sheet, those under the first of merged cells with its value."""
    rows: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        for row in rows[top + 1 : bottom + 1]:
            row[left] = rows[top][left]
    return rows


def _count_rows(rows: list[list[Any]]) -> tuple[int, int]:
    """Return how many rows have several cells, and how many have any."""
    filled = [sum(cell not in {"", None} for cell in row) for row in rows]
    return sum(count > 1 for count in filled), sum(map(bool, filled))


def _cell_text(cell: object) -> str:
    """Return what a cell of a workbook shows: 4 and not 4.0, a date as ISO 8601 writes it."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return str(cell)
