"""How a table of text is saved: its encoding, delimiter and line ends; and its rows."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from mapping.errors import BrokenTableError
from mapping.tables.cells import strip_invisible
from mapping.tables.encodings import LINE_END, Encoding, decode
from mapping.tables.text_rows import is_all_quoted, split_text, write_row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from mapping.tables.cells import NumberedRow
    from mapping.tables.text_rows import TextRow

DELIMITERS = (",", ";", "\t")
# Excel's own first line, which says what the delimiter is.
SEPARATOR_LINE = re.compile(rf'"?sep=([,;\t|])"?[,;\t]*(?:{LINE_END.pattern})', re.IGNORECASE)
MAX_HEADER_LINES = 20  # lines in which the header is looked for
# What Python's reader says, in plain words.
REASONS = {
    "unexpected end of data": "a quotation mark is opened and not closed",
    "new-line character seen in unquoted field - do you need to open the file with newline=''?": (
        "a cell has a line break and no quotation marks"
    ),
}


@dataclass(frozen=True)
class CsvText:
    """A table as it is on the disk.

    `encoding.encode(text)` gives the bytes of the file again. `separator_line` is Excel's ``sep=``
    line, or empty; the table is what follows it. `newline` is what ends the first row.
    """

    text: str
    encoding: Encoding
    delimiter: str
    newline: str
    separator_line: str = ""

    def rows(self) -> Iterator[NumberedRow]:
        """Yield the rows, blank ones too; raise `BrokenTableError` where they break off."""
        before = len(LINE_END.findall(self.separator_line))
        body = io.StringIO(self.text[len(self.separator_line) :], newline="")
        reader = csv.reader(body, delimiter=self.delimiter, strict=True)
        start = 1
        try:
            for cells in reader:
                yield before + start, cells
                start = reader.line_num + 1
        except csv.Error as error:
            raise BrokenTableError(before + start, REASONS.get(str(error), str(error))) from None

    def text_rows(self) -> list[TextRow]:
        """Return the rows, blank ones too, as they are written; `separator_line` is above them."""
        return list(split_text(self.text, list(self.rows())))

    def write(self, cells: Collection[str]) -> str:
        """Return one more row, in the form of this table: delimiter, line end, quotes.

        Where every column's name is in quotes, every cell is.
        """
        rows = split_text(self.text, list(self.rows()))
        header = next((row.text for row in rows if any(map(strip_invisible, row.cells))), "")
        quoted = is_all_quoted(header, self.delimiter)
        return write_row(cells, self.delimiter, self.newline, quoted=quoted)

    def add_column(self, column: str) -> CsvText:
        """Return the table with one more column at the end of its header, its rows as they are.

        Raises
        ------
        BrokenTableError
            The rows break off before the header.
        """
        header = next(line for line, cells in self.rows() if any(map(strip_invisible, cells)))
        starts = [0, *(found.end() for found in LINE_END.finditer(self.text))]
        end = LINE_END.search(self.text, starts[header - 1])
        at = end.start() if end else len(self.text)
        text = f"{self.text[:at]}{self.delimiter}{column}{self.text[at:]}"
        return replace(self, text=text)

    def insert(self, cells: Collection[str], after: int) -> tuple[str, int]:
        """Return the text with one more row, and the line on which that row starts.

        It follows the row that starts on line `after`. Everything else stays, the want of a line
        end after the last row too.
        """
        starts = [line for line, _ in self.rows()]
        line = next((line for line in starts if line > after), 0)
        ends = [found.end() for found in LINE_END.finditer(self.text)]
        offset = ends[line - 2] if line else len(self.text)
        before, behind, row = self.text[:offset], self.text[offset:], self.write(cells)
        if not before.endswith(("\r", "\n")):
            row = self.newline + row.removesuffix(self.newline)
            return before + row + behind, len(ends) + 2
        return before + row + behind, line or len(ends) + 1


def read_csv_text(path: Path, columns: Collection[str]) -> CsvText:
    """Read a table of text; its delimiter is the one that gives most of the `columns`.

    Raises
    ------
    OSError
        The file cannot be read.
    UndecodableError
        It is neither UTF-8 nor UTF-16.
    """
    return parse_csv_text(path.read_bytes(), columns)


def parse_csv_text(raw: bytes, columns: Collection[str]) -> CsvText:
    """Return the table that the bytes of a file are; see `read_csv_text`.

    Raises
    ------
    UndecodableError
        They are neither UTF-8 nor UTF-16.
    """
    text, encoding = decode(raw)
    separator = SEPARATOR_LINE.match(text)
    head = separator.group() if separator else ""
    lines = (line for line in _lines(text[len(head) :]) if line.strip(" ,;\t\r\n"))
    first = list(islice(lines, MAX_HEADER_LINES))
    header = first[0] if first else ""
    ends = LINE_END.search(header)
    newline = ends.group() if ends else "\n"
    delimiter = separator.group(1) if separator else detect_delimiter(first, columns)
    return CsvText(text, encoding, delimiter, newline, head)


def _lines(text: str) -> io.StringIO:
    return io.StringIO(text, newline="")


def detect_delimiter(lines: list[str], columns: Collection[str]) -> str:
    """Return the delimiter of the first line that names columns: a title may be above it."""

    def known(delimiter: str, line: str) -> tuple[int, int]:
        cells = next(csv.reader([line], delimiter=delimiter), [])
        return sum(strip_invisible(cell) in columns for cell in cells), len(cells)

    named = (line for line in lines if max(known(one, line)[0] for one in DELIMITERS) > 1)
    header = next(named, lines[0] if lines else "")
    return max(DELIMITERS, key=lambda delimiter: known(delimiter, header))
