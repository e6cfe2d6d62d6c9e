"""A file that somebody else changed meanwhile: their changes and those of the draft, both kept.

Rows are the same by their key; those without an id of their own by their text, and where that
differs too, by their place among rows that are the same.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from mapping.editor.draft import Draft, Edit, Step
from mapping.editor.table import LINE_KEY, DraftTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mapping.adding.row_answers import Cells
    from mapping.editor.draft import Table, Tables


class Conflict(NamedTuple):
    """A cell that the draft and somebody else changed otherwise; without a column, a whole row.

    Of a row, `mine` and `theirs` are its cells on one side, and empty where it was taken out.
    """

    file: str
    row: str
    column: str
    base: str
    mine: str
    theirs: str


def replay(draft: Draft, lines: list[dict[str, Any]]) -> list[Conflict]:
    """Do what the lines of a journal say, in their order; return what is still to be decided."""
    conflicts: list[Conflict] = []
    for line in lines:
        match line:
            case {"step": dict(made)}:
                draft.do(Step.from_json(made))
            case {"undo": _}:
                draft.undo()
            case {"redo": _}:
                draft.redo()
            case {"conflicts": list(found)}:
                conflicts = [Conflict(*one) for one in found]
    return conflicts


def keep_keys(new: Table, old: Table) -> Table:
    """Return a table that was read anew, its rows with the keys that they had before."""
    if not isinstance(new, DraftTable) or not isinstance(old, DraftTable):
        return new
    same = _same_rows(old, new)
    taken = {row.key for row in old.rows}
    fresh = (key for n in count(1) if (key := f"{LINE_KEY}new {n}") not in taken)
    rows = [
        replace(row, key=same.get(row.key) or next(fresh)) if row.key.startswith(LINE_KEY) else row
        for row in new.rows
    ]
    return replace(new, rows=tuple(rows))


def carry_over(old: Draft, theirs: Tables) -> Draft:
    """Return a draft whose steps are done on the files as they are now; undone ones wait there too.

    A step about a file that is not there any more is left out.
    """
    new, undone = Draft(theirs), old.undone
    for step in old.steps:
        _do_again(step, old, new)
    for step in undone:
        old.redo()
        _do_again(step, old, new)
    for step in undone:
        old.undo()
        if _is_about(step, theirs):
            new.undo()
    return new


def find_conflicts(old: Draft, theirs: Tables) -> Iterator[Conflict]:
    """Yield what the draft and somebody else changed otherwise."""
    for file, mine in old.tables.items():
        base, other = old.base[file], theirs.get(file)
        if other is None or mine is base:
            continue
        for key in base.by_key:
            sides = (one.cells_of(key) if key in one.by_key else {} for one in (base, mine, other))
            yield from _compare(file, key, *sides)
        yield from _without_column(file, base, mine, other)


def take_theirs(conflict: Conflict, base: Table) -> Edit:
    """Return what makes a row, or a cell, as somebody else left it; `base` is what they left."""
    if conflict.column:
        return Edit(conflict.file, conflict.row, {conflict.column: conflict.theirs})
    if not conflict.theirs:
        return Edit(conflict.file, conflict.row, None)
    keys = list(base.by_key)
    place = keys.index(conflict.row)
    after = keys[place - 1] if place else ""
    return Edit(conflict.file, conflict.row, base.cells_of(conflict.row), after=after)


def _compare(file: str, key: str, base: Cells, mine: Cells, theirs: Cells) -> Iterator[Conflict]:
    if base in (mine, theirs) or mine == theirs:
        return
    if not mine or not theirs:
        yield Conflict(file, key, "", *map(_describe, (base, mine, theirs)))
        return
    for column, text in base.items():
        my, their = mine[column], theirs.get(column, text)
        if text not in {my, their} and my != their:
            yield Conflict(file, key, column, text, my, their)


def _without_column(file: str, base: Table, mine: Table, theirs: Table) -> Iterator[Conflict]:
    """Yield what the draft has in columns that somebody else took out."""
    gone = [name for name in mine.columns if name and name not in theirs.columns]
    for key in mine.by_key if gone else ():
        my, before = mine.cells_of(key), base.cells_of(key) if key in base.by_key else {}
        for column in gone:
            text = before.get(column, "")
            if my[column] not in {"", text}:
                yield Conflict(file, key, column, text, my[column], "")


def _describe(cells: Mapping[str, str]) -> str:
    return ", ".join(f"{name}: {text}" for name, text in cells.items() if text)


def _same_rows(old: DraftTable, new: DraftTable) -> dict[str, str]:
    """Return by the keys of rows without an id now the keys of the same rows before."""
    before, now = ([row.base.text if row.base else "" for row in one.rows] for one in (old, new))
    same: dict[str, str] = {}
    for _, i, i_end, j, j_end in SequenceMatcher(a=before, b=now, autojunk=False).get_opcodes():
        if i_end - i == j_end - j:
            pairs = zip(new.rows[j:j_end], old.rows[i:i_end], strict=True)
            same |= {one.key: other.key for one, other in pairs if other.key.startswith(LINE_KEY)}
    return same


def _do_again(step: Step, old: Draft, new: Draft) -> None:
    if _is_about(step, new.base):
        edits = (_adapt(edit, new.tables[edit.file], old.tables[edit.file]) for edit in step.edits)
        new.do(replace(step, edits=tuple(edit for edit in edits if edit), merge=""))


def _is_about(step: Step, tables: Tables) -> bool:
    """Whether all that a step is about is there."""
    return all(edit.file in tables for edit in step.edits)


def _adapt(edit: Edit, now: Table, mine: Table) -> Edit | None:
    """Return an edit as it can be made in a table that somebody else changed; `None` if it cannot.

    A row that they took out comes back with all of its cells.
    """
    if edit.cells is None:
        return edit if edit.row in now.by_key else None
    cells, after = edit.cells, edit.after
    if edit.row not in now.by_key and after is None:
        if edit.row not in mine.by_key:
            return None
        cells, after = mine.cells_of(edit.row), ""
    if (after and after not in now.by_key) or (after == "" and now.rows):
        after = now.rows[-1].key
    return edit._replace(cells=cells, after=after)
