"""A table that is being edited: its rows by key, and its bytes, every other one as it was."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from mapping.tables.cells import strip_invisible
from mapping.tables.csv_dialect import parse_csv_text
from mapping.tables.encodings import LINE_END
from mapping.tables.text_rows import LAST_LINE_END, replace_cells

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from mapping.tables.csv_dialect import CsvText
    from mapping.tables.text_rows import TextRow

LINE_KEY = "line "  # how the key of a row without an id of its own begins; no id does
KEY_SEPARATOR = "/"  # between the columns that are a row's key together


@dataclass(frozen=True)
class DraftRow:
    """One row: its key, which it keeps; its cells by the header; how it was written, if it was."""

    key: str
    cells: tuple[str, ...]
    base: TextRow | None = None


@dataclass(frozen=True)
class DraftTable:
    """A table at one moment of its editing; nothing in it ever changes.

    `head` is the header with the blank lines above it; `optional` are columns that the header gets
    once a row has something for them. A column that a row has something for is one of them: it was
    in the file when the row was changed.
    """

    csv: CsvText
    head: tuple[TextRow, ...]
    header: tuple[str, ...]
    optional: tuple[str, ...]
    rows: tuple[DraftRow, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of all columns: those of the header, and those that it may get."""
        return (*self.header, *self.optional)

    @cached_property
    def by_key(self) -> dict[str, DraftRow]:
        """The rows by key."""
        return {row.key: row for row in self.rows}

    @cached_property
    def content(self) -> bytes:
        """The bytes of the file."""
        return self.csv.encoding.encode("".join((self.csv.separator_line, *self._texts)))

    @cached_property
    def lines(self) -> dict[str, int]:
        """The line on which each row begins, by key."""
        found, line = {}, 1
        texts = [self.csv.separator_line, *self._texts]
        keys = [None] * (len(texts) - len(self.rows)) + [row.key for row in self.rows]
        for key, text in zip(keys, texts, strict=True):
            if key is not None:
                found[key] = line
            line += len(LINE_END.findall(text))
        return found

    def cells_of(self, key: str) -> dict[str, str]:
        """Return the cells of a row by column; every column has its text."""
        cells = self.by_key[key].cells
        return {
            name: cells[place] if place < len(cells) else ""
            for place, name in enumerate(self.columns)
            if name
        }

    def with_cells(self, key: str, cells: Mapping[str, str]) -> DraftTable:
        """Return the table with other cells in a row."""
        if new := self._unknown(cells):
            return replace(self, optional=(*self.optional, *new)).with_cells(key, cells)
        rows = (self._with_cells(row, cells) if row.key == key else row for row in self.rows)
        return replace(self, rows=tuple(rows))

    def with_row(self, key: str, cells: Mapping[str, str], after: str) -> DraftTable:
        """Return the table with one more row, after the one with the key `after`, else first."""
        if new := self._unknown(cells):
            return replace(self, optional=(*self.optional, *new)).with_row(key, cells, after)
        row = self._with_cells(DraftRow(key, ("",) * len(self.header)), cells)
        place = next((n for n, one in enumerate(self.rows, 1) if one.key == after), 0)
        return replace(self, rows=(*self.rows[:place], row, *self.rows[place:]))

    def without_row(self, key: str) -> DraftTable:
        """Return the table without a row."""
        return replace(self, rows=tuple(row for row in self.rows if row.key != key))

    def _unknown(self, cells: Mapping[str, str]) -> list[str]:
        """Return the columns that the table lacks, and that are not empty."""
        return [name for name, text in cells.items() if text and name not in self.columns]

    def _with_cells(self, row: DraftRow, cells: Mapping[str, str]) -> DraftRow:
        """Return a row with other cells; where they are those that were written, as it was."""
        places = {name: place for place, name in enumerate(self.columns)}
        new = dict(enumerate(row.cells)) | {
            places[name]: text for name, text in cells.items() if name in places
        }
        least = len(row.base.cells if row.base else self.header)
        width = max([least, *(place + 1 for place, text in new.items() if text)])
        return replace(row, cells=tuple(new.get(place, "") for place in range(width)))

    @cached_property
    def _texts(self) -> list[str]:
        """The texts of all rows as they are to be written, those of `head` first."""
        texts = [*(row.text for row in self.head), *map(self._text, self.rows)]
        added = {place: self.columns[old] for place, old in enumerate(self._used, len(self.header))}
        if added:
            texts[len(self.head) - 1] = replace_cells(self.head[-1], added, self.csv.delimiter)
        return list(self._end_lines(texts))

    def _end_lines(self, texts: list[str]) -> Iterator[str]:
        """Yield texts of rows, each with a line end; the last without, where the file has none."""
        ended = LAST_LINE_END.search(self.csv.text)
        for number, text in enumerate(texts, 1):
            if number == len(texts) and not ended:
                yield LAST_LINE_END.sub("", text)
            else:
                yield text if LAST_LINE_END.search(text) else text + self.csv.newline

    @cached_property
    def _used(self) -> list[int]:
        """The places of the columns that the header gets."""
        own, known = len(self.header), len(self.columns)
        new = (row.cells for row in self.rows if len(row.cells) > own and self._is_new(row))
        found = (n for cells in new for n in range(own, min(len(cells), known)) if cells[n])
        return sorted(set(found))

    def _is_new(self, row: DraftRow) -> bool:
        return row.base is None or row.cells != row.base.cells

    def _text(self, row: DraftRow) -> str:
        cells, own = row.cells, len(self.header)
        if row.base and cells is row.base.cells and len(cells) <= own:
            return row.base.text
        if len(cells) > own and (row.base is None or len(row.base.cells) <= own):
            more = [place for place in self._used if place < len(cells)]
            cells = (*cells[:own], *(cells[place] for place in more))
        if row.base is None:
            return self.csv.write(cells)
        old = dict(enumerate(row.base.cells))
        changed = {n: cell for n, cell in enumerate(cells) if cell != old.get(n)}
        return replace_cells(row.base, changed, self.csv.delimiter) if changed else row.base.text


def parse_table(
    raw: bytes, columns: Collection[str], optional: Collection[str], key_columns: Collection[str]
) -> DraftTable:
    """Return the table that the bytes of a file are.

    `columns` are those that it is known by; `optional` those among them that it may be without. The
    key of a row is what it has in the `key_columns`, where no other row has it; else its line.

    Raises
    ------
    UndecodableError, BrokenTableError
        The rows cannot be read, or separated.
    """
    text = parse_csv_text(raw, columns)
    rows = text.text_rows()
    above = next((n for n, row in enumerate(rows, 1) if any(map(strip_invisible, row.cells))), 0)
    header = [strip_invisible(name) for name in rows[above - 1].cells] if above else []
    while header and not header[-1]:
        header.pop()
    missing = tuple(name for name in optional if name not in header)
    places = [header.index(name) for name in key_columns if name in header]
    keys = [KEY_SEPARATOR.join(_cell(row, place) for place in places) for row in rows[above:]]
    counts = Counter(keys)
    named = (
        DraftRow(key if key.strip(KEY_SEPARATOR) and counts[key] == 1 else f"{LINE_KEY}{row.line}",
                 row.cells, row)
        for key, row in zip(keys, rows[above:], strict=True)
    )  # fmt: skip
    return DraftTable(text, tuple(rows[:above]), tuple(header), missing, tuple(named))


def _cell(row: TextRow, place: int) -> str:
    return strip_invisible(row.cells[place]) if place < len(row.cells) else ""
