"""Any file that holds a list, read as rows of text; the only import of python_calamine."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from mapping.errors import DataError, Fault, UndecodableError, WrongUseError
from mapping.importing.points import read_points
from mapping.tables.cells import normalize_text, remove_forbidden
from mapping.tables.encodings import decode

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
POINTS = (".geojson", ".json", ".gpkg", ".shp")
TEXTS = (".csv", ".tsv", ".tab", ".txt", "")
DELIMITERS = (",", ";", "\t", "|")
SAMPLE = 200  # rows by which a delimiter is judged
HEADER_WITHIN = 20  # rows in which a header is looked for, under a title
NO_HEADER = re.compile(r"[-+]?\d[\d.,]*|https?://.*|\S+@\S+", re.IGNORECASE)  # cells of rows alone
LOST_LETTER = re.compile("<(aa|ba|[c-f][0-9a-f])>")
UNKNOWN_FORM = (
    "{path}: no list is read out of files of this kind; save it as CSV (UTF-8), xlsx, xls, ods, "
    "GeoJSON, GeoPackage or shapefile"
)
EMPTY = "the file has no row under its header"


class RawList(NamedTuple):
    """A list as it is kept: the names of its columns, each once, and its rows, all of one width."""

    columns: list[str]
    rows: list[list[str]]


def read_any_file(path: Path) -> RawList:
    """Read a list out of a file.

    Raises
    ------
    DataError
        The file cannot be read as what it says it is, or holds no rows.
    OSError
        There is no such file.
    WrongUseError
        It is of a kind that no list is read out of.
    """
    path.open("rb").close()  # what is not there, or may not be read, is not damaged
    suffix = path.suffix.lower()
    if suffix in POINTS:
        rows = read_points(path)
    elif suffix in WORKBOOKS:
        rows = _read_workbook(path)
    elif suffix in TEXTS:
        rows = _read_text(path)
    else:
        raise WrongUseError(UNKNOWN_FORM.format(path=path))
    found = _with_header([[clean(cell) for cell in row] for row in rows])
    if not found.rows:
        raise DataError([Fault(path.name, 1, EMPTY, "name a file with a list in it")])
    return found


def as_raw_list(rows: list[list[str]], name: str) -> RawList:
    """Return a list that is no file: its first row names the columns; `name` is what it is called.

    Raises
    ------
    DataError
        It holds no rows.
    """
    header, *body = [[clean(cell) for cell in row] for row in rows]
    if not body:
        raise DataError([Fault(name, 1, EMPTY, "give a list that has rows")])
    return RawList(_unique(header), body)


def _read_text(path: Path) -> list[list[str]]:
    try:
        text, _ = decode(path.read_bytes())
    except UndecodableError as error:
        raise DataError([Fault(path.name, error.line, error.wrong, error.remedy)]) from None
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=detect_delimiter(text)))


def detect_delimiter(text: str) -> str:
    """Return the delimiter by which most rows have one number of cells, the more the better."""

    def regularity(delimiter: str) -> tuple[float, int]:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        widths = Counter(len(row) for row, _ in zip(reader, range(SAMPLE), strict=False) if row)
        [(width, count)] = widths.most_common(1) or [(1, 0)]
        return (count / widths.total() if width > 1 else 0.0), width

    return max(DELIMITERS, key=regularity)


def _read_workbook(path: Path) -> list[list[str]]:
    """Return the rows of the first sheet that has any."""
    from python_calamine import CalamineError, load_workbook  # noqa: PLC0415 (for workbooks alone)

    try:
        with load_workbook(path) as workbook:
            sheets = (workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names)
            rows: list[list[Any]] = next(filter(None, sheets), [])
    except CalamineError as error:
        remedy = "open it in a spreadsheet program and save it anew"
        wrong = f"the workbook cannot be read ({error})"
        raise DataError([Fault(path.name, 1, wrong, remedy)]) from None
    return [[_cell_text(cell) for cell in row] for row in rows]


def _cell_text(cell: object) -> str:
    """Return what a cell of a workbook shows: 4 and not 4.0, a date as ISO 8601 writes it."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return str(cell)


def clean(cell: str) -> str:
    """Return a cell as one line: what its line breaks kept apart, semicolons do.

    A letter that was written as its number in Latin-1, as R does, is that letter again.
    """
    cell = LOST_LETTER.sub(lambda found: bytes.fromhex(found[1]).decode("latin-1"), cell)
    return normalize_text(
        "; ".join(filter(None, map(str.strip, remove_forbidden(cell).splitlines())))
    )


def _with_header(rows: Iterable[list[str]]) -> RawList:
    """Return the rows under the header, which gets letters for names where there is none."""
    filled = [row for row in rows if any(row)]
    width = max(map(len, filled), default=0)
    padded = [row + [""] * (width - len(row)) for row in filled]
    usual = sorted(sum(map(bool, row)) for row in padded)[len(padded) // 2] if padded else 0
    start = next(
        (n for n, row in enumerate(padded[:HEADER_WITHIN]) if 2 * sum(map(bool, row)) > usual), 0
    )
    table = padded[start:]
    if not table or any(NO_HEADER.fullmatch(cell) for cell in table[0]):
        return RawList(_unique([""] * width), table)
    return RawList(_unique(table[0]), table[1:])


def _unique(names: list[str]) -> list[str]:
    """Return names for columns, each once; those without one are numbered."""
    seen, unique = Counter[str](), []
    for number, name in enumerate(names, 1):
        named = name or f"column {number}"
        seen[named] += 1
        unique.append(named if seen[named] == 1 else f"{named} ({seen[named]})")
    return unique
