"""A list that is a spreadsheet: shown row by row, and not written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mapping.editor.table import DraftRow
from mapping.errors import FaultLog
from mapping.tables.raw_table import read_raw_table

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

SHEET_KEY = "row {line}"


@dataclass(frozen=True)
class SheetTable:
    """The rows of a worksheet by key, as the state shows them; `lines` are those of the sheet."""

    columns: tuple[str, ...]
    rows: tuple[DraftRow, ...]
    lines: dict[str, int]

    @cached_property
    def by_key(self) -> dict[str, DraftRow]:
        """The rows by key."""
        return {row.key: row for row in self.rows}

    def cells_of(self, key: str) -> dict[str, str]:
        """Return the cells of a row by column."""
        cells = self.by_key[key].cells
        padded = (*cells, *[""] * (len(self.columns) - len(cells)))
        return {name: text for name, text in zip(self.columns, padded, strict=False) if name}


def read_sheet(path: Path, columns: Collection[str]) -> SheetTable | None:
    """Return the rows of the spreadsheet at `path`; `None` where it cannot be read."""
    found = read_raw_table(path, columns, FaultLog())
    if found is None or not found.rows:
        return None
    (_, header), *rows = found.rows
    keys = {SHEET_KEY.format(line=line): line for line, _ in rows}
    listed = (DraftRow(key, tuple(cells)) for key, (_, cells) in zip(keys, rows, strict=True))
    return SheetTable(tuple(header), tuple(listed), keys)
