"""The tables beside the list: cities, missions, short forms, regions, documents, footnotes."""

from __future__ import annotations

from itertools import count
from operator import itemgetter
from string import ascii_lowercase
from typing import TYPE_CHECKING, NamedTuple

from mapping.dataset.own_rows import slug
from mapping.editor.draft import Edit, Step
from mapping.editor.footnotes import FootnoteTable
from mapping.errors import WrongUseError
from mapping.files.data_folder import EDITION_FILE, NAMES_FILE, SOURCES_FILE
from mapping.i18n.localized import LANGUAGES, REFERENCE
from mapping.suggestions.name_index import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.adding.row_answers import Cells
    from mapping.editor.draft import Table
    from mapping.editor.edit_session import EditSession

NO_TABLE = "this list has no table of {table}"
NO_COLUMN = "{file} has no column '{name}'"
TAKEN = "the letter {letter} is another footnote's; choose another"
NEW = "new-{table}-{number}"
MOST = 12  # rows that are found at once


class Found(NamedTuple):
    """A row of a side table: its key in the session, that in the file, its name, its cells."""

    row: str
    key: str
    text: str
    cells: Cells


class SideTable(NamedTuple):
    """A table of rows of one kind: its file, and what its rows have in the column of kinds."""

    file: str
    kind: str = ""

    def rows(self, table: Table) -> Iterator[str]:
        """Yield the keys of its rows."""
        place = table.columns.index("kind") if self.kind else 0
        for row in table.rows:
            if not self.kind or (place < len(row.cells) and row.cells[place].strip() == self.kind):
                yield row.key


TABLES = {
    "cities": SideTable(NAMES_FILE, "city"),
    "missions": SideTable(NAMES_FILE, "mission"),
    "acronyms": SideTable(NAMES_FILE, "acronym"),
    "regions": SideTable(NAMES_FILE, "region"),
    "sources": SideTable(SOURCES_FILE),
    "footnotes": SideTable(EDITION_FILE),
}


def change_side_row(
    session: EditSession, name: str, key: str | None, cells: Cells, merge: str = ""
) -> str:
    """Change cells of a row of a side table, or add one where `key` is `None`; return its key.

    A row that is added without a key of its own gets one out of its name. Where nothing is other
    than it was, there is no step.

    Raises
    ------
    WrongUseError
        There is no such table, row or column, or its file cannot be written.
    """
    side, table = _side(session, name)
    for column in cells:
        if column not in table.columns:
            raise WrongUseError(NO_COLUMN.format(file=side.file, name=column))
    if name == "footnotes":
        cells = _with_letter(session, key, cells)
    if key is not None:
        old = session.row(side.file, key)
        _refuse(table.refuse_cells(key, cells) if isinstance(table, FootnoteTable) else None)
        new_cells = {name: text for name, text in cells.items() if text != old[name]}
        if new_cells:
            edit = Edit(side.file, key, new_cells)
            session.do(Step("changed", side.file, key, (edit,), merge))
        return key
    taken = {*table.by_key, *session.draft.base[side.file].by_key}
    new = next(one for one in (NEW.format(table=name, number=n) for n in count(1))
               if one not in taken)  # fmt: skip
    row = _with_key(cells | ({"kind": side.kind} if side.kind else {}), side, table)
    edit = Edit(side.file, new, row, after=_row_above(row, side, table))
    session.do(Step("added", side.file, new, (edit,), merge))
    return new


def remove_side_row(session: EditSession, name: str, key: str) -> None:
    """Take a row out of a side table.

    Raises
    ------
    WrongUseError
        There is no such table or row, or its file cannot be written.
    """
    side, table = _side(session, name)
    session.row(side.file, key)
    _refuse(table.refuse_removal(key) if isinstance(table, FootnoteTable) else None)
    session.do(Step("removed", side.file, key, (Edit(side.file, key, None),)))


def find_rows(session: EditSession, name: str, text: str, language: str) -> list[Found]:
    """Return the rows of a side table that a text may mean, the one with this key first.

    Raises
    ------
    WrongUseError
        There is no such table.
    """
    side, table = _side(session, name)
    wanted, found = fold(text), []
    for key in side.rows(table):
        cells = table.cells_of(key)
        own = cells["id" if "id" in cells else "key"]
        names = [cells.get(one, "") for one in (language, f"title_{language}", "title", REFERENCE)]
        called = next(filter(None, names), own)
        folded = [fold(one) for one in (called, *cells.values())]
        if own == text or any(wanted in one for one in folded):
            rank = 0 if own == text else 1 if folded[0].startswith(wanted) else 2
            found.append((rank, Found(key, own, called, cells)))
    return [one for _, one in sorted(found, key=itemgetter(0))[:MOST]]


def _refuse(reason: str | None) -> None:
    if reason:
        raise WrongUseError(reason)


def _side(session: EditSession, name: str) -> tuple[SideTable, Table]:
    side = TABLES.get(name)
    if side is None or (
        side.file not in session.draft.tables and side.file not in session.refusals
    ):
        raise WrongUseError(NO_TABLE.format(table=name))
    return side, session.table(side.file)


def _with_key(row: Cells, side: SideTable, table: Table) -> Cells:
    """Return a row that has a key: its own, else one out of its name that no other has."""
    column = "id" if "id" in table.columns else "key"
    if row.get(column):
        return row
    names = (row.get(name, "") for name in (REFERENCE, "title_en", "title", *LANGUAGES))
    stem = next(filter(None, map(slug, names)), side.kind or "new")
    place = table.columns.index(column)
    taken = {table.by_key[key].cells[place] for key in side.rows(table)
             if place < len(table.by_key[key].cells)}  # fmt: skip
    made = next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3)))
                if one not in taken)  # fmt: skip
    return row | {column: made}


def _with_letter(session: EditSession, key: str | None, cells: Cells) -> Cells:
    """Return a footnote with a letter that is free: its own, else the next of the alphabet.

    Raises
    ------
    WrongUseError
        Another footnote has its letter.
    """
    table = session.table(EDITION_FILE)
    taken = {row.cells[0] for row in table.rows if row.key != key}
    letter = cells.get("key", "" if key is None else table.cells_of(key)["key"]).strip()
    if letter in taken:
        raise WrongUseError(TAKEN.format(letter=letter))
    return cells | {"key": letter or next(one for one in ascii_lowercase if one not in taken)}


def _row_above(row: Cells, side: SideTable, table: Table) -> str:
    """Return the key of the row that a new one follows: by the order of the keys, if they have one.

    Where they have none, it is the last of its kind, else the last of the table.
    """
    keys = list(side.rows(table))
    if not keys:
        return table.rows[-1].key if table.rows else ""
    column = "id" if "id" in table.columns else "key"
    names = [table.cells_of(key)[column] for key in keys]
    if names != sorted(names):
        return keys[-1]
    above = [key for key, name in zip(keys, names, strict=True) if name < row[column]]
    if above:
        return above[-1]
    place = [one.key for one in table.rows].index(keys[0])
    return table.rows[place - 1].key if place else ""
