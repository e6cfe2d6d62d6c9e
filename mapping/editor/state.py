"""All that the page shows, as JSON values: rows, faults, totals, what changed, what can be done."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mapping.changes.compare import compare
from mapping.changes.summary import describe_changes
from mapping.dataset.own_columns import read_columns
from mapping.dataset.totals import tally_categories
from mapping.editor.columns import list_columns, texts_of
from mapping.editor.list_rows import REQUIRED_TO_CLOSE
from mapping.editor.row_names import name_row
from mapping.editor.row_state import fault_json, faults_by_line, row_status
from mapping.editor.side_state import side_table
from mapping.editor.side_tables import TABLES
from mapping.files.data_folder import PRESENCES_FILE
from mapping.files.row_memory import recall
from mapping.i18n.localized import LANGUAGES, REFERENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mapping.atlas import Place
    from mapping.editor.draft import Rows, Step, Tables
    from mapping.editor.edit_session import EditSession
    from mapping.editor.examine import Examination
    from mapping.editor.row_state import Json
    from mapping.editor.table import DraftRow
    from mapping.errors import Fault


def build_state(session: EditSession) -> Json:
    """Return the state of an edit session."""
    return {
        "revision": session.revision,
        **_about_the_list(session),
        **_about_the_draft(session),
        "rows": list(_rows(session)),
        "tables": {name: one for name in TABLES if (one := side_table(session, name))},
        "faults": [fault_json(one) for one in _faults_of_no_row(session)],
        "notes": [fault_json(one) for one in session.now.notices],
        "totals": _totals(session.before, session.now),
        "changes": _changes(session),
    }


def _about_the_list(session: EditSession) -> Json:
    """Return what no step changes: where the list is, its columns, what closing asks."""
    edition, table = session.edition, _list_table(session, session.draft.tables)
    return {
        "reading": session.reading,
        "language_default": edition.metadata.default_language if edition else REFERENCE,
        "languages": list(edition.metadata.languages) if edition else [],
        "files": {"list": session.list_file},
        "folder": str(session.folder),
        "writable": PRESENCES_FILE not in session.refusals,
        "why_not_writable": session.refusals.get(PRESENCES_FILE),
        "columns": [one.to_json() for one in list_columns(table.columns if table else (), edition)],
        "closing": _closing(session),
    }


def _about_the_draft(session: EditSession) -> Json:
    """Return what can be done with the draft."""
    refusal = session.refuse_save()
    return {
        "undo": _step(session.draft.next_undo),
        "redo": _step(session.draft.next_redo),
        "can_save": refusal is None,
        "refusal": refusal,
        "theirs": [one._asdict() for one in session.conflicts],
        "draft_restored": session.restored or None,
        "git": session.in_git,
    }


def _rows(session: EditSession) -> Iterator[Json]:
    """Yield the rows of the draft in its order, those that were taken out where they were."""
    table, base = (
        _list_table(session, tables) for tables in (session.draft.tables, session.draft.base)
    )
    if table is None or base is None:
        return
    found = session.now.assessment.faults
    faults, notes = (
        faults_by_line(one, session.list_file) for one in (found.faults, found.notices)
    )
    columns = _columns_of_faults(session)
    gone = _gone(base, table)
    closed = {step.row: step.facts for step in session.draft.steps
              if (step.kind, step.file) == ("closed", PRESENCES_FILE)}  # fmt: skip
    plain = _plain_rows(session, table, base, {*closed}, {*faults, *notes})
    for key in ("", *table.by_key):
        if key in plain:
            yield plain[key]
        elif key and any(table.by_key[key].cells):
            line = table.lines[key]
            status = row_status(key, table, base, closed)
            yield _row(key, status, session, table, base) | {
                "faults": [fault_json(one, columns) for one in faults.get(line, ())],
                "notes": [fault_json(one, columns) for one in notes.get(line, ())],
            }
        yield from (_gone_row(one, session, base, closed) for one in gone.get(key, ()))


def _plain_rows(
    session: EditSession, table: Rows, base: Rows, closed: set[str], spoken_of: set[int]
) -> dict[str, Json]:
    """Return the rows, by key, that are as they were and on the map, and of which nothing is said.

    `spoken_of` are lines. Of a long list these are nearly all: what was told of each is kept.
    """
    places, lines = session.now.places_by_line, table.lines
    plain = [
        (row, places[lines[row.key]][0])
        for row in table.rows
        if lines[row.key] in places and lines[row.key] not in spoken_of
        if row_status(row.key, table, base, closed) == "same"
    ]

    def tell(new: list[tuple[DraftRow, Place]]) -> Iterator[Json]:
        for row, _ in new:
            yield _row(row.key, "same", session, table, base) | {"faults": [], "notes": []}

    states = recall(
        session.row_states, table.columns, plain, tell,
        lambda one: (id(one[0]), one[1].presence.id, id(one[1].label), one[1].anchor),
    )  # fmt: skip
    return {row.key: state for (row, _), state in zip(plain, states, strict=True)}


def _row(key: str, status: str, session: EditSession, table: Rows, base: Rows) -> Json:
    """Return what the page shows of a row; what it was called, where that may be something else."""
    line, cells = table.lines[key], table.cells_of(key)
    places = session.now.places_by_line.get(line, ())
    called = {} if places and status == "same" else name_row(key, cells, session, base)
    return {"key": key, "cells": cells, **_on_the_map(places), "called": called, "status": status}


def _list_table(session: EditSession, tables: Tables) -> Rows | None:
    """Return the list, which may be a spreadsheet."""
    return tables.get(PRESENCES_FILE) or session.sheet


def _gone(base: Rows, table: Rows) -> dict[str, list[str]]:
    """Return the keys of rows that were taken out, by the key of the row that was above."""
    found: dict[str, list[str]] = defaultdict(list)
    above = ""
    for key in base.by_key:
        if key in table.by_key:
            above = key
        else:
            found[above].append(key)
    return found


def _gone_row(
    key: str, session: EditSession, base: Rows, closed: Mapping[str, Mapping[str, str]]
) -> Json:
    places = session.before.places_by_line.get(base.lines[key], ())
    status = "closed" if key in closed else "removed"
    cells = base.cells_of(key)
    return {"key": key, "cells": cells, **_on_the_map(places),
            "called": name_row(key, cells, session, base), "status": status, "faults": [],
            "notes": [], "facts": dict(closed.get(key, {}))}  # fmt: skip


def _on_the_map(places: Iterable[Place]) -> Json:
    first = next(iter(places), None)
    if first is None:
        return {"id": None, "labels": {}, "point": None, "point_from": None}
    anchor, label = first.anchor, first.label
    return {
        "id": first.presence.id,
        "labels": {code: label[code] for code in LANGUAGES if label[code]},
        "point": [anchor.longitude, anchor.latitude],
        "point_from": anchor.source,
    }


def _faults_of_no_row(session: EditSession) -> list[Fault]:
    table = _list_table(session, session.draft.tables)
    lines = {*table.lines.values()} if table else set()
    return [
        one for one in session.now.faults if one.file != session.list_file or one.line not in lines
    ]


def _columns_of_faults(session: EditSession) -> dict[str, str]:
    """Return the names of columns in the file by those that faults of an own list may use."""
    edition = session.edition
    return read_columns(edition) if edition and edition.is_own_list else {}


def _totals(before: Examination, now: Examination) -> Json:
    """Return the totals by category, before and now, and what the source counts."""
    sides = [side.assessment.read.dataset for side in (before, now)]
    past, tallies = ({one.category.key: one for one in tally_categories(side)} if side else {}
                     for side in sides)  # fmt: skip
    rows = [
        {
            "category": key,
            "text": texts_of(one.category.name),
            "before": past[key].found if key in past else 0,
            "now": one.found,
            "expected": one.category.expected,
            "counted": one.category.counted,
            "candidates_before": past[key].candidates if key in past else 0,
            "candidates": one.candidates,
        }
        for key, one in tallies.items()
    ]
    counted = [row for row in rows if row["counted"]]
    expected = [row["expected"] for row in counted]
    return {
        "listed": sum(row["now"] for row in counted),
        "listed_before": sum(row["before"] for row in counted),
        "expected": None if None in expected else sum(expected),
        "by_category": rows,
    }


def _changes(session: EditSession) -> list[Json]:
    """Return what changed, each as a sentence in every language of the edition."""
    before, now = session.before.assessment.atlas, session.atlas_shown()
    difference = compare(before, now) if before and now else None
    if difference is None or not difference.changes:
        return []
    languages = difference.after.dataset.languages
    texts = {code: describe_changes(difference, one) for code, one in languages.items()}
    return [
        {"kind": change.kind, "id": change.place.presence.id,
         "text": {code: sentences[number] for code, sentences in texts.items()}}
        for number, change in enumerate(difference.changes)
    ]  # fmt: skip


def _step(step: Step | None) -> Json | None:
    if step is None:
        return None
    columns = sorted({name for edit in step.edits for name in edit.cells or ()})
    return {"kind": step.kind, "file": step.file, "row": step.row, "columns": columns}


def _closing(session: EditSession) -> Json:
    """Return what is asked where a presence closes."""
    edition = session.edition
    if edition is None or edition.is_own_list:
        return {"columns": [], "required": [], "may_stay": False}
    return {"columns": ["sources", "as_of", "note"], "required": list(REQUIRED_TO_CLOSE),
            "may_stay": True}  # fmt: skip
