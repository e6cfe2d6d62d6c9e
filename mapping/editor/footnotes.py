"""The footnotes of an edition, as a table; all else of the file stays as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from mapping.editor.table import DraftRow
from mapping.i18n.localized import LANGUAGES
from mapping.toml.key_lines import line_of, list_tables
from mapping.toml.reading import read_toml
from mapping.toml.text_values import MARK, quote_text, replace_texts

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLE = "footnotes"
COLUMNS = ("key", *LANGUAGES)
BY_HAND = (
    "footnote {letter} is written in a form that is not changed here; "
    "correct it in edition.toml, line {line}"
)
LETTER_STAYS = "the letter {letter} stays as it is: rows of the list carry it"
STAYS = "a footnote that is in the file is not taken out here; take it out of edition.toml"


@dataclass(frozen=True)
class FootnoteTable:
    """The footnotes at one moment: those of the file, by their letters, and new ones below them.

    It is used as a `DraftTable` is; rows of the file are not taken out.
    """

    text: str
    languages: tuple[str, ...]
    written: tuple[DraftRow, ...]
    rows: tuple[DraftRow, ...]

    columns = COLUMNS
    header = COLUMNS

    @cached_property
    def by_key(self) -> dict[str, DraftRow]:
        """The rows by key."""
        return {row.key: row for row in self.rows}

    @cached_property
    def content(self) -> bytes:
        """The bytes of the file; a row that cannot be changed there is in it twice, a fault."""
        text, below = self.text, [row for row in self.rows if row.key not in self._old]
        for key in self._old:
            changed = self._list_changed(key, self.cells_of(key))
            made = replace_texts(text, (TABLE, key), changed) if changed else text
            if made is None:
                below.append(self.by_key[key])
            text = made or text
        lines = text.split("\n")
        place = _last_line(text)
        lines[place:place] = [line for row in below for line in self._new_lines(row)]
        return "\n".join(lines).encode()

    @cached_property
    def lines(self) -> dict[str, int]:
        """The line on which each row begins, by key."""
        text = self.content.decode()
        return {row.key: line_of(text, (TABLE, row.cells[0])) for row in self.rows}

    def key_at(self, line: int) -> str | None:
        """Return the key of the row that a line of the file is of."""
        text = self.content.decode().removeprefix(MARK)
        for keys, own in list_tables(text):
            start = line_of(text, keys)
            if keys[0] == TABLE and start <= line <= start + own.count("\n"):
                return next((row.key for row in self.rows if row.cells[0] in keys[1:2]), None)
        return None

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

    def refuse_cells(self, key: str, cells: Mapping[str, str]) -> str | None:
        """Return why a row of the file cannot get these cells; `None` where it can."""
        if key not in self._old:
            return None
        if cells.get("key", key) != key:
            return LETTER_STAYS.format(letter=key)
        changed = self._list_changed(key, self.cells_of(key) | dict(cells))
        if replace_texts(self.text, (TABLE, key), changed) is None:
            return BY_HAND.format(letter=key, line=line_of(self.text, (TABLE, key)))
        return None

    def refuse_removal(self, key: str) -> str | None:
        """Return why a row cannot be taken out; `None` where it can."""
        return STAYS if key in self._old else None

    @cached_property
    def _old(self) -> dict[str, DraftRow]:
        return {row.key: row for row in self.written}

    def _list_changed(self, key: str, cells: Mapping[str, str]) -> dict[str, str]:
        """Return the texts of these cells that are not those of a row of the file, by language."""
        old = dict(zip(COLUMNS, self._old[key].cells, strict=True))
        return {code: cells[code] for code in LANGUAGES if cells[code] != old[code]}

    def _new_lines(self, row: DraftRow) -> list[str]:
        newline = "\r" if "\r\n" in self.text else ""
        letter, *texts = row.cells
        named = dict(zip(LANGUAGES, texts, strict=True))
        known = [f"{code} = {quote_text(named[code])}" for code in self.languages]
        return [line + newline for line in ("", f"[{TABLE}.{_key(letter)}]", *known)]


def read_footnotes(text: str, languages: tuple[str, ...]) -> FootnoteTable:
    """Return the footnotes of the text of an edition that has no faults."""
    found = (read_toml(text.removeprefix(MARK), ()).raw or {}).get(TABLE, {})
    rows = tuple(
        DraftRow(letter, (letter, *(str(texts.get(code, "")) for code in LANGUAGES)))
        for letter, texts in found.items()
    )
    return FootnoteTable(text, languages, rows, rows)


def _last_line(text: str) -> int:
    """Return the number of lines above footnotes that are new: up to the end of the last one."""
    plain = text.removeprefix(MARK).replace("\r\n", "\n")
    ends = [line_of(plain, keys) + own.count("\n")
            for keys, own in list_tables(plain) if keys[0] == TABLE]  # fmt: skip
    return max(ends, default=len(plain.rstrip("\n").split("\n")))


def _key(text: str) -> str:
    return text if re.fullmatch(r"[A-Za-z0-9_-]+", text) else quote_text(text)
