"""Where the rows of a table come from: a file of text, or a spreadsheet in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapping import spreadsheets
from mapping.cells import clean, refused, without_refused
from mapping.dialects import BrokenTableError, read_saved
from mapping.encodings import UndecodableError
from mapping.spreadsheets import UnreadableError, read_sheet

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from mapping.errors import Faults
    from mapping.spreadsheets import Unwritten

SAVE_AS = "save it as CSV, UTF-8, with the columns that geodata/README.md lists"
Row = tuple[int, list[str]]


class Bad(NamedTuple):
    """A cell that cannot stand as it is: line, index of its column, what is wrong, what to do.

    `lost` says that its text is not known; `cause` is what faults of one kind share.
    """

    line: int
    column: int
    wrong: str
    remedy: str
    lost: bool = False
    cause: str = ""


class Grid(NamedTuple):
    """A table's rows that are not blank, the header first, their cells cleaned."""

    file: str
    rows: list[Row]
    bad: list[Bad]


def file_of(path: Path) -> Path:
    """Give the file that holds a table: the CSV file, or the spreadsheet in its place."""
    sheet = path.with_suffix(spreadsheets.ENDING)
    return sheet if sheet.exists() and not path.exists() else path


def read_grid(path: Path, columns: Collection[str], faults: Faults) -> Grid | None:
    """Read a table from `path`, or from the spreadsheet beside it; `None` where it cannot be."""
    file = file_of(path)
    sheet = path.with_suffix(spreadsheets.ENDING)
    if file == path != sheet and sheet.exists():
        wrong = f"{sheet.name} stands beside it, and one of the two is out of date"
        faults.add(path.name, 1, wrong, f"remove {path.name} or {sheet.name}")
        return None
    bad: list[Bad] = []
    try:
        if file == sheet:
            rows, unwritten = read_sheet(file)
            bad += map(_lost, unwritten)
        else:
            rows = list(read_saved(file, columns).rows())
    except OSError:
        wrong = "the file is missing or cannot be read"
        faults.add(file.name, 1, wrong, f"put it into {path.parent}")
    except UndecodableError as error:
        faults.add(file.name, error.line, error.wrong, error.remedy)
    except BrokenTableError as error:
        faults.add(file.name, error.line, f"the table breaks off here ({error})", SAVE_AS)
    except UnreadableError as error:
        faults.add(file.name, 1, f"the spreadsheet cannot be read ({error})", "save it anew as CSV")
    else:
        return Grid(file.name, list(_cleaned(rows, bad)), bad)
    return None


def _lost(cell: Unwritten) -> Bad:
    return Bad(cell.row, cell.column - 1, cell.wrong, cell.remedy, lost=True, cause=cell.cause)


def _cleaned(rows: Iterable[Row], bad: list[Bad]) -> Iterator[Row]:
    kept = {one.line for one in bad}
    for line, cells in rows:
        cleaned = [
            cell.strip() if _plain(cell) else _clean(cell, line, column, bad)
            for column, cell in enumerate(cells)
        ]
        if any(cleaned) or line in kept or (bad and bad[-1].line == line):
            yield line, cleaned


def _plain(cell: str) -> bool:
    """Whether a cell is like most: nothing in it that `clean` and `refused` look for."""
    return cell.isascii() and cell.isprintable() and "??" not in cell


def _clean(cell: str, line: int, column: int, bad: list[Bad]) -> str:
    found = refused(cell)
    if found is not None:
        bad.append(Bad(line, column, *found))
        cell = without_refused(cell)
    return clean(cell)
