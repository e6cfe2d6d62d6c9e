"""The rows of a table as they are written: where one cell changes, every other byte stays."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, NamedTuple

from mapping.tables.encodings import LINE_END

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from mapping.tables.cells import NumberedRow

LAST_LINE_END = re.compile(rf"(?:{LINE_END.pattern})\Z")


class TextRow(NamedTuple):
    """A row as it is written, line end included, and what its cells say; `line` is its first."""

    line: int
    text: str
    cells: tuple[str, ...]


def split_text(text: str, rows: Collection[NumberedRow]) -> Iterator[TextRow]:
    """Yield the rows of a text that was read into `rows`; one after the other, they are the text.

    What is above the first row is not among them.
    """
    starts = [0, *(found.end() for found in LINE_END.finditer(text))]
    begins = [starts[line - 1] for line, _ in rows]
    for (line, cells), begin, end in zip(rows, begins, [*begins[1:], len(text)], strict=True):
        yield TextRow(line, text[begin:end], tuple(cells))


def replace_cells(row: TextRow, cells: Mapping[int, str], delimiter: str) -> str:
    """Return the text of a row with other cells, by their place; past its end, cells are added.

    A cell that is quoted where it need not be stays quoted, as others of its column likely are.
    """
    body = LAST_LINE_END.sub("", row.text)
    written = _split_cells(body, delimiter)
    all_quoted = all(map(_is_quoted, written))
    for place, cell in cells.items():
        written += [""] * (place + 1 - len(written))
        old = row.cells[place] if place < len(row.cells) else ""
        keeps = _is_quoted(written[place]) and not _must_be_quoted(old, delimiter)
        quoted = all_quoted or keeps or _must_be_quoted(cell, delimiter)
        doubled = cell.replace('"', '""')
        written[place] = f'"{doubled}"' if quoted else cell
    return delimiter.join(written) + row.text[len(body) :]


def write_row(cells: Collection[str], delimiter: str, newline: str, *, quoted: bool) -> str:
    """Return a row of these cells; with every cell in quotes, or those alone that need them."""
    out = io.StringIO(newline="")
    # The signs of the line end are quoted: both are to be, whichever ends this table's rows.
    writer = csv.writer(
        out,
        delimiter=delimiter,
        lineterminator="\r\n",
        quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL,
    )
    writer.writerow(cells)
    return out.getvalue().removesuffix("\r\n") + newline


def is_all_quoted(row: str, delimiter: str) -> bool:
    """Return whether every cell of a row is in quotes."""
    return all(map(_is_quoted, _split_cells(LAST_LINE_END.sub("", row), delimiter)))


def _is_quoted(cell: str) -> bool:
    return cell.startswith('"')


def _must_be_quoted(text: str, delimiter: str) -> bool:
    return any(sign in text for sign in (delimiter, '"', "\r", "\n"))


def _split_cells(body: str, delimiter: str) -> list[str]:
    """Return the cells of a row as they are written, with their quotes."""
    cell = re.compile(rf'"(?:[^"]|"")*"|[^{re.escape(delimiter)}]*')
    cells, place = [], 0
    while place <= len(body):
        found = cell.match(body, place)
        text = found.group() if found else ""
        cells.append(text)
        place += len(text) + 1
    return cells
