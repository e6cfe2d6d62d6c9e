"""What a person does to a row of the list: what follows from it is filled in."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from mapping.adding.row_answers import fill_row, make_id, name_indexes, resolve_keys
from mapping.adding.row_order import preceding_line
from mapping.dataset.presences import CANDIDATE, LISTED
from mapping.editor.draft import Edit, Step
from mapping.errors import WrongUseError
from mapping.files.data_folder import PRESENCES_FILE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.adding.row_answers import Cells
    from mapping.dataset.reading import Dataset
    from mapping.editor.edit_session import EditSession

NO_COLUMN = "the list has no column '{name}'"
NOT_YET = "no row can be added before this is corrected: {fault}"
NEW = "new-{number}"
# What a closing must rest on, by its column, in the words of a person.
REQUIRED_TO_CLOSE = {"sources": "the documents", "as_of": "the year or month they speak of"}
NOT_WITHOUT = "to close a presence, say what it rests on: {what}"


def change_row(
    session: EditSession, key: str | None, cells: Cells, merge: str = "", *, resolve: bool = False
) -> str:
    """Change cells of a row, or add one where `key` is `None`; return its key.

    With `resolve`, names in any language become the keys that they name.

    Raises
    ------
    WrongUseError
        There is no such row or column, or the list cannot be written.
    """
    table = session.table(PRESENCES_FILE)
    for name in cells:
        if name not in table.columns:
            raise WrongUseError(NO_COLUMN.format(name=name))
    if resolve:
        cells = _resolve_names(session, cells)
    if key is None:
        return _add(session, cells, merge)
    old = session.row(PRESENCES_FILE, key)
    is_new = key not in session.draft.base[PRESENCES_FILE].by_key
    dataset = _dataset(session)
    if is_new and dataset and not _is_own(session):
        edit = _follow(session, key, old, cells, dataset)
    else:
        edit = Edit(PRESENCES_FILE, key, cells)
    session.do(Step("changed", PRESENCES_FILE, key, (edit,), merge))
    return key


def close_row(session: EditSession, key: str, cells: Cells, *, remove: bool) -> None:
    """Close a presence: it goes from the list, or stays in it as a candidate that is not counted.

    Raises
    ------
    WrongUseError
        There is no such row, or it is not said what the closing rests on.
    """
    old = session.row(PRESENCES_FILE, key)
    missing = [name for name in REQUIRED_TO_CLOSE if name in old and not cells.get(name)]
    if missing and not _is_own(session):
        what = " and ".join(REQUIRED_TO_CLOSE[name] for name in missing)
        raise WrongUseError(NOT_WITHOUT.format(what=what))
    cells = _resolve_names(session, {name: text for name, text in cells.items() if name in old})
    if remove:
        edit = Edit(PRESENCES_FILE, key, None)
    else:
        edit = Edit(PRESENCES_FILE, key, cells | {"status": CANDIDATE, "evidence": CANDIDATE})
    session.do(Step("closed", PRESENCES_FILE, key, (edit,), facts=cells))


def remove_row(session: EditSession, key: str) -> None:
    """Take a row out of the list that should not have been in it.

    Raises
    ------
    WrongUseError
        There is no such row.
    """
    session.row(PRESENCES_FILE, key)
    session.do(Step("removed", PRESENCES_FILE, key, (Edit(PRESENCES_FILE, key, None),)))


def _add(session: EditSession, cells: Cells, merge: str) -> str:
    table = session.table(PRESENCES_FILE)
    taken = {*table.by_key, *session.draft.base[PRESENCES_FILE].by_key}
    key = next(one for one in (NEW.format(number=n) for n in count(1)) if one not in taken)
    last = next((row.key for row in reversed(table.rows) if any(row.cells)), "")
    if _is_own(session):
        edit = Edit(PRESENCES_FILE, key, cells, after=last)
    else:
        dataset = _dataset(session)
        if dataset is None:
            raise WrongUseError(NOT_YET.format(fault=session.now.faults[0]))
        edit = _put_in_order(session, key, _complete(session, cells, dataset), dataset)
    session.do(Step("added", PRESENCES_FILE, key, (edit,), merge))
    return key


def _complete(session: EditSession, cells: Cells, dataset: Dataset) -> Cells:
    """Return a whole row: names become keys, what has a sensible default has it."""
    indexes = name_indexes(session.now.vocabulary)
    row = fill_row({name: [text] for name, text in cells.items() if text}, indexes)
    row["id"] = row["id"] or make_id(row, dataset, _ids(session))
    return row


def _follow(session: EditSession, key: str, old: Cells, cells: Cells, dataset: Dataset) -> Edit:
    """Return the change of a row that is new: its place follows, and an id that nobody wrote."""
    cells = dict(cells)
    if "evidence" in cells and "status" not in cells:
        was, now = old["evidence"] == CANDIDATE, cells["evidence"] == CANDIDATE
        if was != now:
            cells["status"] = CANDIDATE if now else LISTED
    others = _ids(session, key)
    if "id" not in cells and old["id"] in {"", make_id(old, dataset, others)}:
        cells["id"] = make_id(old | cells, dataset, others)
    return _put_in_order(session, key, old | cells, dataset)


def _put_in_order(session: EditSession, key: str, row: Cells, dataset: Dataset) -> Edit:
    """Return the edit that puts a row into its place in the order of the list."""
    table = session.table(PRESENCES_FILE)
    lines = {line: one for one, line in table.lines.items() if one != key}
    line = preceding_line(row["status"], row["category"], row["country"], dataset)
    filled = {name: text for name, text in row.items() if name in table.columns}
    after = next((lines[one] for one in range(line, 0, -1) if one in lines), "")
    return Edit(PRESENCES_FILE, key, filled, after=after)


def _ids(session: EditSession, but: str = "") -> set[str]:
    """Return the ids of all rows but one, valid or not."""
    table = session.table(PRESENCES_FILE)
    place = table.columns.index("id")
    return {row.cells[place] for row in table.rows if row.key != but and place < len(row.cells)}


def _resolve_names(session: EditSession, cells: Mapping[str, str]) -> Cells:
    """Return cells with keys for the names in them, where they are certain."""
    if _is_own(session):
        return dict(cells)
    indexes = name_indexes(session.now.vocabulary)
    found = {name: resolve_keys(name, text, indexes) for name, text in cells.items()
             if name in indexes}  # fmt: skip
    return {
        name: text if (keys := found.get(name)) is None else " ".join(keys)
        for name, text in cells.items()
    }


def _dataset(session: EditSession) -> Dataset | None:
    return session.now.assessment.read.dataset


def _is_own(session: EditSession) -> bool:
    edition = session.edition
    return edition is not None and edition.is_own_list
