"""The footnotes of an edition, as a table of which rows are added; all else of the file stays."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from mapping.desk.table import DraftRow
from mapping.i18n.localized import LANGUAGES
from mapping.toml.key_lines import line_of, list_tables

if TYPE_CHECKING:
    from collections.abc import Mapping

MARK = "\ufeff"
TABLE = "footnotes"
COLUMNS = ("key", *LANGUAGES)


@dataclass(frozen=True)
class FootnoteTable:
    """The footnotes at one moment: those of the file, and those that are new, below them.

    It is used as a `DraftTable` is; rows of the file are neither changed nor taken out.
    """

    text: str
    languages: tuple[str, ...]
    rows: tuple[DraftRow, ...] = ()

    columns = COLUMNS
    header = COLUMNS

    @cached_property
    def by_key(self) -> dict[str, DraftRow]:
        """The rows by key."""
        return {row.key: row for row in self.rows}

    @cached_property
    def content(self) -> bytes:
        """The bytes of the file."""
        lines = self.text.split("\n")
        if self.rows:
            lines[self._last_line : self._last_line] = self._new_lines()
        return "\n".join(lines).encode()

    @cached_property
    def lines(self) -> dict[str, int]:
        """The line on which each row begins, by key."""
        text = self.content.decode()
        return {row.key: line_of(text, (TABLE, row.cells[0])) for row in self.rows}

    def cells_of(self, key: str) -> dict[str, str]:
        """Return the cells of a row by column."""
        return dict(zip(COLUMNS, self.by_key[key].cells, strict=True))

    def with_cells(self, key: str, cells: Mapping[str, str]) -> FootnoteTable:
        """Return the table with other cells in a row."""
        changed = {name: cells.get(name, text) for name, text in self.cells_of(key).items()}
        row = DraftRow(key, tuple(changed.values()))
        return replace(self, rows=tuple(row if one.key == key else one for one in self.rows))

    def with_row(self, key: str, cells: Mapping[str, str], after: str) -> FootnoteTable:  # noqa: ARG002 (as of every table)
        """Return the table with one more row, below all others."""
        row = DraftRow(key, tuple(cells.get(name, "") for name in COLUMNS))
        return replace(self, rows=(*self.rows, row))

    def without_row(self, key: str) -> FootnoteTable:
        """Return the table without a row."""
        return replace(self, rows=tuple(row for row in self.rows if row.key != key))

    @cached_property
    def _last_line(self) -> int:
        """The number of lines above those that are new: up to the end of the last footnote."""
        plain = self.text.removeprefix(MARK).replace("\r\n", "\n")
        ends = [line_of(plain, keys) + text.count("\n")
                for keys, text in list_tables(plain) if keys[0] == TABLE]  # fmt: skip
        return max(ends, default=len(plain.rstrip("\n").split("\n")))

    def _new_lines(self) -> list[str]:
        newline = "\r" if "\r\n" in self.text else ""
        lines = []
        for row in self.rows:
            letter, *texts = row.cells
            lines += ["", f"[{TABLE}.{_key(letter)}]"]
            named = dict(zip(LANGUAGES, texts, strict=True))
            lines += [f"{code} = {_quote(named[code])}" for code in self.languages]
        return [line + newline for line in lines]


def _key(text: str) -> str:
    return text if re.fullmatch(r"[A-Za-z0-9_-]+", text) else _quote(text)


def _quote(text: str) -> str:
    """Return a text as a basic string of TOML, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
