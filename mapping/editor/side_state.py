"""What the page is told of the tables beside the list."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mapping.editor.columns import side_columns
from mapping.editor.footnotes import FootnoteTable
from mapping.editor.row_state import fault_json, faults_by_line, former_cells, row_status
from mapping.editor.side_tables import TABLES
from mapping.i18n.localized import LANGUAGES, REFERENCE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.editor.draft import Table
    from mapping.editor.edit_session import EditSession
    from mapping.editor.row_state import Json
    from mapping.errors import Fault


def side_table(session: EditSession, name: str) -> Json | None:
    """Return a table beside the list: its columns, and its rows with changes or faults."""
    side, edition = TABLES[name], session.edition
    table, base = (one.get(side.file) for one in (session.draft.tables, session.draft.base))
    if table is None or base is None or edition is None:
        return None
    faults = faults_by_line(session.now.assessment.faults.faults, side.file)
    if isinstance(table, FootnoteTable):
        faults = _by_row(faults, table)
    steps = (session.draft.next_undo, session.draft.next_redo)
    spoken_of = {(one.file, one.row) for one in (*steps, *session.conflicts) if one}
    rows = ((key, row_status(key, table, base, ())) for key in side.rows(table))
    shown = [
        {
            **_row(name, key, table, base),
            "status": status,
            "faults": [fault_json(one) for one in faults.get(table.lines[key], ())],
        }
        for key, status in rows
        if status != "same" or table.lines[key] in faults or (side.file, key) in spoken_of
    ]
    columns = side_columns(name, table.columns, edition.metadata.languages)
    return {"file": side.file, "writable": True, "columns": [one.to_json() for one in columns],
            "rows": shown}  # fmt: skip


def _row(name: str, key: str, table: Table, base: Table) -> Json:
    cells = table.cells_of(key)
    return {"key": key, "line": table.lines[key], "cells": cells, "labels": {},
            "called": _name_row(name, cells), "before": former_cells(key, table, base)}  # fmt: skip


def _name_row(name: str, cells: Mapping[str, str]) -> dict[str, str]:
    """Return what a row of a side table is called, in the languages in which it is called so."""
    if name == "footnotes":
        return {REFERENCE: cells["key"]}
    if name == "sources":
        return {REFERENCE: cells.get("title_en") or cells.get("title", "")}
    return {code: cells[code] for code in LANGUAGES if cells.get(code)}


def _by_row(faults: dict[int, list[Fault]], table: FootnoteTable) -> dict[int, list[Fault]]:
    """Return faults by the line on which their row begins; a footnote has several lines."""
    found: dict[int, list[Fault]] = defaultdict(list)
    for line, ones in faults.items():
        found[table.lines.get(table.key_at(line) or "", line)] += ones
    return found
