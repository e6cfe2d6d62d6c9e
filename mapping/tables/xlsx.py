"""Tables in Excel's own form, ``.xlsx``; with their layout, the only import of openpyxl."""

from __future__ import annotations

import datetime as dt
import warnings
import zipfile
import zlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, NamedTuple, Protocol, cast

from mapping.errors import UnreadableWorkbookError
from mapping.tables.workbook_layout import Layout, read_layout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mapping.tables.cells import NumberedRow


class _Cell(Protocol):
    """What is asked of openpyxl's cells, which carry no common type."""

    @property
    def value(self) -> object: ...
    @property
    def data_type(self) -> str: ...


class _Sheet(Protocol):
    """What is asked of openpyxl's sheets, which carry no common type."""

    title: str
    sheet_state: str

    def iter_rows(self) -> Iterator[tuple[_Cell, ...]]: ...
    def reset_dimensions(self) -> None: ...
    def _get_source(self) -> IO[bytes]: ...


_Cells = list[tuple[_Cell, ...]]
AS_TEXT = "set the cell's format to Text and write it again"


class UnreadableCell(NamedTuple):
    """A cell that holds neither text nor a number: row and column from 1, what, what to do.

    `cause` is the same in cells that are wrong in the same way.
    """

    row: int
    column: int
    wrong: str
    remedy: str
    cause: str


class Worksheet(NamedTuple):
    """The rows of a sheet, its cells that cannot be read as text, and how it is laid out.

    `notices` say which sheet it is where that is not plain: what, and what to do.
    """

    rows: list[NumberedRow]
    unwritten: list[UnreadableCell]
    layout: Layout
    notices: list[tuple[str, str]]


def read_worksheet(path: Path) -> Worksheet:
    """Read the sheet that has the file's name, else the first visible one.

    Numbers are as a person sees them: 2020, 34.5. Dates, errors and formulas that no
    spreadsheet program has computed are no text; their cells are empty, and named.

    Raises
    ------
    UnreadableWorkbookError
        The file is missing, damaged, locked by a password or without a sheet.
    """
    broken = (OSError, ValueError, KeyError, SyntaxError, EOFError, zipfile.BadZipFile, zlib.error)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of features that hold no data, such as drop-downs
            with _open_sheet(path, computed=False) as (sheet, notes):
                cells, layout = list(sheet.iter_rows()), _layout(sheet)
            if any(cell.data_type == "f" for row in cells for cell in row):
                with _open_sheet(path, computed=True) as (sheet, _):
                    cells = _compute(cells, list(sheet.iter_rows()))
    except broken as error:
        raise UnreadableWorkbookError(str(error)) from None
    unwritten: list[UnreadableCell] = []
    rows = []
    width = max(map(len, cells), default=0)
    for number, row in enumerate(cells, 1):
        texts = [_text(cell, number, column, unwritten) for column, cell in enumerate(row, 1)]
        rows.append((number, texts + [""] * (width - len(texts))))
    return Worksheet(rows, unwritten, layout, notes)


class _Formula(NamedTuple):
    """A formula that was saved without its value."""

    value: object
    data_type: str = "f"


@contextmanager
def _open_sheet(path: Path, *, computed: bool) -> Iterator[tuple[_Sheet, list[tuple[str, str]]]]:
    """Open a workbook; yield the sheet to read, and notices about the choice."""
    from openpyxl import load_workbook  # noqa: PLC0415 (a fifth of a second, for such files alone)

    book = load_workbook(path, read_only=True, data_only=computed)
    try:
        every = cast("list[_Sheet]", book.worksheets)
        sheets = {sheet.title.strip().casefold(): sheet for sheet in every}
        seen = [sheet for sheet in every if not _is_hidden(sheet)] or every
        if not seen:
            message = "it has no sheet of cells"
            raise ValueError(message)
        sheet = sheets.get(path.stem.casefold(), seen[0])
        sheet.reset_dimensions()  # some programs write a size that is not the sheet's
        others = [one.title for one in every if one.title != sheet.title]
        yield sheet, list(_choice(sheet, path.stem, others))
    finally:
        book.close()


def _is_hidden(sheet: _Sheet) -> bool:
    return sheet.sheet_state != "visible"


def _choice(sheet: _Sheet, wanted: str, others: list[str]) -> Iterator[tuple[str, str]]:
    if sheet.title.strip().casefold() != wanted.casefold():
        passed = f", and not {', '.join(map(repr, others))}" if others else ""
        what = f"no sheet is called '{wanted}': '{sheet.title}' was read{passed}"
        yield what, f"give the intended sheet the name '{wanted}'"
    if _is_hidden(sheet):
        yield (
            f"the sheet '{sheet.title}' is hidden, and was read",
            "show it, and check that it is the intended one",
        )


def _layout(sheet: _Sheet) -> Layout:
    with sheet._get_source() as xml:  # noqa: SLF001 (openpyxl has no other way to a sheet's XML)
        return read_layout(xml)


def _compute(written: _Cells, values: _Cells) -> _Cells:
    return [
        tuple(
            (_Formula(cell.value) if value.value is None else value)
            if cell.data_type == "f"
            else cell
            for cell, value in zip(row, computed, strict=True)
        )
        for row, computed in zip(written, values, strict=True)
    ]


def _text(cell: _Cell, row: int, column: int, unwritten: list[UnreadableCell]) -> str:
    value = cell.value
    wrong = cause = ""
    if value is None:
        return ""
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        wrong, remedy = f"the cell holds a date ({value})", f"{AS_TEXT}, such as 2020 or 2023-02"
        cause = "date"
    elif cell.data_type == "f":
        wrong, remedy = "the cell holds a formula without a value", "write the value itself"
    elif cell.data_type == "e":
        wrong, remedy = f"the cell holds an error ({value})", "write the value itself"
    if wrong:
        unwritten.append(UnreadableCell(row, column, wrong, remedy, cause))
        return ""
    return f"{value:.15g}" if isinstance(value, float) else str(value)
