"""Reading the rows of a table: from a file of text, or a spreadsheet in its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from mapping.errors import BrokenTableError, UndecodableError, UnreadableWorkbookError, quote
from mapping.files.cache import cached
from mapping.files.namesakes import WORKBOOK, check_namesakes, explain_missing
from mapping.tables.cells import find_forbidden, normalize_text, remove_forbidden
from mapping.tables.csv_dialect import parse_csv_text
from mapping.tables.damaged_texts import SUSPICIOUS, find_damage
from mapping.tables.workbook_layout import Layout
from mapping.tables.xlsx import read_worksheet

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from mapping.errors import FaultLog
    from mapping.tables.cells import NumberedRow

SAVE_AS = "save it as CSV, UTF-8, with the columns that geodata/README.md lists"
TABLES_KEPT = 16  # more than a data folder has
KEPT_BYTES = 1_000_000  # of a longer list nothing stays in memory that is not asked for
UNMERGE = "unmerge the cells and write into each what it is to hold"


class BadCell(NamedTuple):
    """A cell that cannot be read as it is: line, index of its column, what is wrong, what to do.

    `lost` says that its text is not known; `cause` is what faults of one kind share; `spoiled`
    says that there is a text, which a program spoiled: in a list of one's own it is only noted.
    """

    line: int
    column: int
    wrong: str
    remedy: str
    lost: bool = False
    cause: str = ""
    spoiled: bool = False


@dataclass(frozen=True, eq=False)
class RawTable:
    """A table's rows that are not blank, the header first, their cells cleaned.

    Equal only to itself, so that what is made of it can be kept.
    """

    file: str
    rows: list[NumberedRow]
    bad: list[BadCell]
    layout: Layout = field(default_factory=Layout)


def table_path(path: Path) -> Path:
    """Return the file that holds a table: the CSV file, or the spreadsheet in its place."""
    sheet = path.with_suffix(WORKBOOK)
    return sheet if sheet.exists() and not path.exists() else path


def read_raw_table(path: Path, columns: Collection[str], faults: FaultLog) -> RawTable | None:
    """Read a table from `path`, or from the spreadsheet in its place; `None` if that fails."""
    file = table_path(path)
    if not check_namesakes(file, faults):
        return None
    try:
        return _from_sheet(file, faults) if file.suffix == WORKBOOK else _from_text(file, columns)
    except (FileNotFoundError, IsADirectoryError):
        faults.add(file.name, 1, *explain_missing(file))
    except UndecodableError as error:
        faults.add(file.name, error.line, error.wrong, error.remedy)
    except BrokenTableError as error:
        faults.add(file.name, error.line, f"the table breaks off here ({error})", SAVE_AS)
    except UnreadableWorkbookError as error:
        faults.add(file.name, 1, f"the spreadsheet cannot be read ({error})", "save it anew as CSV")
    return None


def _from_text(file: Path, columns: Collection[str]) -> RawTable:
    content = file.read_bytes()
    parse = _parse_once if len(content) <= KEPT_BYTES else _parse
    return parse(file.name, content, tuple(columns))


@cached(TABLES_KEPT)
def _parse_once(name: str, content: bytes, columns: tuple[str, ...]) -> RawTable:
    return _parse(name, content, columns)


def _parse(name: str, content: bytes, columns: tuple[str, ...]) -> RawTable:
    bad: list[BadCell] = []
    return RawTable(name, list(_cleaned(parse_csv_text(content, columns).rows(), bad)), bad)


def _from_sheet(file: Path, faults: FaultLog) -> RawTable:
    file.open("rb").close()  # what may not be read is not damaged
    sheet = read_worksheet(file)
    for what, meaning in sheet.notices:
        faults.add_notice(file.name, 1, what, meaning)
    bad = [
        BadCell(cell.row, cell.column - 1, cell.wrong, cell.remedy, lost=True, cause=cell.cause)
        for cell in sheet.unwritten
    ]
    rows = list(_cleaned(sheet.rows, bad))
    bad += _find_merged(rows, sheet.layout)
    return RawTable(file.name, rows, bad, sheet.layout)


def _find_merged(rows: list[NumberedRow], layout: Layout) -> Iterator[BadCell]:
    """Yield the cells of rows not blank whose value another cell, merged with them, has."""
    by_line = dict(rows)
    for block in layout.merged:
        first = by_line.get(block.top, [])[block.left - 1 : block.left]
        below = range(block.top, min(block.bottom, max(by_line, default=0)) + 1)
        for line in below if any(first) else ():
            if line in by_line:
                for column in range(block.left - 1, min(block.right, len(by_line[line]))):
                    if (line, column) != (block.top, block.left - 1):
                        wrong = f"the cell is merged with {block.name} in row {block.top}"
                        wrong += f", which alone has the value {quote(first[0])}"
                        yield BadCell(line, column, wrong, UNMERGE, lost=True, cause="merged")


def _cleaned(rows: Iterable[NumberedRow], bad: list[BadCell]) -> Iterator[NumberedRow]:
    kept = {one.line for one in bad}
    for line, cells in rows:
        if _is_ordinary("".join(cells)):
            cleaned = [*map(str.strip, cells)]
        else:
            cleaned = [_clean(cell, line, column, bad) for column, cell in enumerate(cells)]
        if any(cleaned) or line in kept or (bad and bad[-1].line == line):
            yield line, cleaned


def _is_ordinary(text: str) -> bool:
    """Whether a row is like most: nothing for `_clean` in it but blank edges."""
    return text.isascii() and text.isprintable() and not SUSPICIOUS.search(text)


def _clean(cell: str, line: int, column: int, bad: list[BadCell]) -> str:
    damage = find_damage(cell)
    if damage is not None:
        bad.append(BadCell(line, column, *damage, lost=True, spoiled=True))
    found = find_forbidden(cell)
    if found is not None:
        bad.append(BadCell(line, column, *found))
        cell = remove_forbidden(cell)
    return normalize_text(cell)
