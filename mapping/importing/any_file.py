"""Any file that holds a list, read as rows of text."""

from __future__ import annotations

import csv
import io
import re
import tempfile
import zipfile
from collections import Counter
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from mapping.errors import DataError, Fault, UndecodableError, WrongUseError
from mapping.importing.points import read_json, read_points
from mapping.importing.workbooks import WORKBOOKS, read_workbook
from mapping.tables.cells import normalize_text, remove_forbidden
from mapping.tables.damaged_texts import ERROR_VALUE
from mapping.tables.encodings import decode, likely_encodings

if TYPE_CHECKING:
    from collections.abc import Iterable

POINTS = (".geojson", ".gpkg", ".shp", ".kml", ".gpx", ".fgb")
LAYERED = ".gpkg"  # whose layers are chosen from like the sheets of a workbook
PACKED = ".zip"
TEXTS = (".csv", ".tsv", ".tab", ".txt", "")
DELIMITERS = (",", ";", "\t", "|")
SAMPLE = 200  # rows by which a delimiter is judged
HEADER_WITHIN = 20  # rows in which a header is looked for, under a title
NO_HEADER = re.compile(r"[-+]?\d[\d.,]*|https?://.*|\S+@\S+", re.IGNORECASE)  # cells of rows alone
LOST_LETTER = re.compile("<(aa|ba|[c-f][0-9a-f])>")
UNKNOWN_FORM = (
    "{path}: no list is read out of files of this kind; save it as CSV (UTF-8), xlsx, xls, ods, "
    "GeoJSON, GeoPackage, KML, GPX or shapefile"
)
PACKED_SEVERAL = "{path}: a packed file must hold one list, and this one holds {held}; unpack it"
NO_WORKBOOK = "{path} has no sheets to choose from (--sheet): it is no workbook"
NO_TEXT = "{path} says itself what its letters are: it is no text with an encoding (--encoding)"
NO_ENCODING = "no encoding is called '{name}'; write windows-1252, gb18030, koi8-r say"
END = "\x03"  # a row after the last one, which an open quotation mark would take in
UNCLOSED = "a quotation mark opens a cell and is not closed: every row after it would be lost"
CLOSE_IT = "close it, or take it away; within a cell it is written twice"
PIPE = "{path}: a pipe can be read but once; save what comes through it, and name that file"
EMPTY = "the file has no row under its header"


class RawList(NamedTuple):
    """A list as it is kept: the names of its columns, each once, and its rows, all of one width.

    `sheets` are those of a workbook that hold a table, first the one that was read; none where it
    was named.
    """

    columns: list[str]
    rows: list[list[str]]
    sheets: tuple[str, ...] = ()


def read_any_file(path: Path, encoding: str = "", sheet: str = "") -> RawList:
    """Read a list out of a file; a text that is neither UTF-8 nor UTF-16 in an `encoding`.

    Of a workbook it is the `sheet` of that name, else the one that has most of a table; of a
    GeoPackage the layer of that name, else the first.

    Raises
    ------
    DataError
        The file cannot be read as what it says it is, or holds no rows.
    WrongUseError
        It is of a kind that no list is read out of, or has no such sheet.
    """
    if path.is_fifo():
        raise WrongUseError(PIPE.format(path=path))
    path.open("rb").close()  # what is not there, or may not be read, is not damaged
    suffix = path.suffix.lower()
    if suffix == PACKED:
        return _read_packed(path, encoding, sheet)
    _refuse_needless(path, suffix, encoding, sheet)
    sheets: tuple[str, ...] = ()
    if suffix in POINTS:
        rows, sheets = read_points(path, sheet)
    elif suffix == ".json":
        rows = read_json(path)
    elif suffix in WORKBOOKS:
        rows, sheets = read_workbook(path, sheet)
    elif suffix in TEXTS:
        rows = _read_text(path, encoding)
    else:
        raise WrongUseError(UNKNOWN_FORM.format(path=path))
    found = _with_header([[clean(cell) for cell in row] for row in rows])
    if not found.rows:
        raise DataError([Fault(path.name, 1, EMPTY, "name a file with a list in it")])
    return found._replace(sheets=sheets)


def _refuse_needless(path: Path, suffix: str, encoding: str, sheet: str) -> None:
    """Do nothing where files of a kind have what was named of them.

    Raises
    ------
    WrongUseError
        They have neither sheets nor an encoding to choose, or there is no such encoding.
    """
    if sheet and suffix not in {*WORKBOOKS, LAYERED}:
        raise WrongUseError(NO_WORKBOOK.format(path=path))
    if encoding and suffix not in TEXTS:
        raise WrongUseError(NO_TEXT.format(path=path))
    if encoding:
        _refuse_unknown(encoding)


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


def find_encodings(path: Path) -> list[str]:
    """Return the encodings that a text is likely to have, best first; none where none is needed."""
    if path.suffix.lower() not in TEXTS:
        return []
    raw = path.read_bytes()
    try:
        decode(raw)
    except UndecodableError:
        return list(likely_encodings(raw))
    return []


def refuse_encoding(path: Path, encoding: str) -> str:
    """Return why a text cannot be read in an encoding; nothing where it can."""
    try:
        _decode_as(path.read_bytes(), encoding, path)
    except (DataError, WrongUseError) as error:
        return str(error)
    return ""


def _read_packed(path: Path, encoding: str, sheet: str) -> RawList:
    """Return the list in a packed file: a shapefile with what belongs to it, or one file alone."""
    if not zipfile.is_zipfile(path):
        raise WrongUseError(UNKNOWN_FORM.format(path=path))
    with zipfile.ZipFile(path) as packed, tempfile.TemporaryDirectory() as scratch:
        known = (*POINTS, *WORKBOOKS, *TEXTS, ".json")
        names = [name for name in packed.namelist() if _is_within(name)]
        lists = [name for name in names if name.endswith(".shp")] or [
            name for name in names if PurePosixPath(name).suffix.lower() in known
        ]
        if len(lists) != 1:
            held = ", ".join(lists) or "none"
            raise WrongUseError(PACKED_SEVERAL.format(path=path, held=held))
        packed.extractall(scratch)
        return read_any_file(Path(scratch) / lists[0], encoding, sheet)


def _is_within(name: str) -> bool:
    """Whether a packed file belongs to the list, and would not be unpacked somewhere else."""
    path = PurePosixPath(name)
    return not path.is_absolute() and not {"..", "__MACOSX"} & set(path.parts)


def _read_text(path: Path, encoding: str) -> list[list[str]]:
    raw = path.read_bytes()
    try:
        text, _ = decode(raw)
    except UndecodableError as error:
        if encoding:
            text = _decode_as(raw, encoding, path)
        else:
            options = " or ".join(f"--encoding {one}" for one in likely_encodings(raw))
            remedy = f"give {options}; or {error.remedy}" if options else error.remedy
            raise DataError([Fault(path.name, error.line, error.wrong, remedy)]) from None
    return _split_rows(text, path.name)


def _split_rows(text: str, name: str) -> list[list[str]]:
    """Return the rows of a text, whatever quotation marks may be in its cells.

    Raises
    ------
    DataError
        One is never closed: all rows after it would be one cell.
    """
    stream = io.StringIO(f"{text}\n{END}", newline="")
    reader, rows = csv.reader(stream, delimiter=detect_delimiter(text)), list[list[str]]()
    start = after = 1
    for row in reader:
        if row == [END]:
            return rows
        rows.append(row)
        start, after = after, reader.line_num + 1
    raise DataError([Fault(name, start, UNCLOSED, CLOSE_IT)])


def _decode_as(raw: bytes, encoding: str, path: Path) -> str:
    _refuse_unknown(encoding)
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        wrong = f"the text is not {encoding}"
        raise DataError([Fault(path.name, line, wrong, "name another encoding")]) from None


def _refuse_unknown(encoding: str) -> None:
    try:
        "a".encode(encoding)
    except (LookupError, UnicodeError):  # there is none, or none of texts
        raise WrongUseError(NO_ENCODING.format(name=encoding)) from None


def detect_delimiter(text: str) -> str:
    """Return the delimiter by which most rows have one number of cells, the more the better."""

    def regularity(delimiter: str) -> tuple[float, int]:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        widths = Counter(len(row) for row, _ in zip(reader, range(SAMPLE), strict=False) if row)
        [(width, count)] = widths.most_common(1) or [(1, 0)]
        return (count / widths.total() if width > 1 else 0.0), width

    return max(DELIMITERS, key=regularity)


def clean(cell: str) -> str:
    """Return a cell as one line: what its line breaks kept apart, semicolons do.

    A letter that was written as its number in Latin-1, as R does, is that letter again. What a
    spreadsheet shows where a formula failed says nothing.
    """
    if ERROR_VALUE.fullmatch(cell.strip()):
        return ""
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
    above = padded[start - 1] if start else []
    is_group = sum(map(bool, above)) > 1  # rather than a title
    header = [name or (above[n] if is_group else "") for n, name in enumerate(table[0])]
    names, under = _join_lines(header, table[1:])
    return RawList(_unique(names), under)


def _join_lines(header: list[str], rows: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    """Return the names of columns and the rows; the first of them may go on with the header.

    It does where it fills what the header leaves empty and, under all else, says nothing new.
    """
    gaps = {n for n, name in enumerate(header) if not name and any(row[n] for row in rows)}
    groups = {n - 1 for n in gaps} - gaps
    alone = set(range(len(header))) - gaps - groups
    second = rows[0] if rows else []
    is_header = (
        gaps
        and any(header[n] for n in alone)
        and header[0]
        and all(second[n] for n in gaps | groups)
        and not any(map(str.isdigit, "".join(second)))
        and all(second[n] in {"", header[n]} for n in alone)
    )
    if not is_header:
        return header, rows
    return [under or over for over, under in zip(header, second, strict=True)], rows[1:]


def _unique(names: list[str]) -> list[str]:
    """Return names for columns, each once; those without one are numbered."""
    seen, unique = Counter[str](), []
    for number, name in enumerate(names, 1):
        named = name or f"column {number}"
        seen[named] += 1
        unique.append(named if seen[named] == 1 else f"{named} ({seen[named]})")
    return unique
