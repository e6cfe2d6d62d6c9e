"""What was changed and is not saved: steps that can be undone and done again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.editor.table import DraftRow

StepKind = Literal["changed", "added", "closed", "removed", "resolved"]


class Edit(NamedTuple):
    """One change of one row of a table; `cells` are its new ones, `None` where the row goes.

    A row that is new, or put elsewhere, follows the row `after`, or is the first.
    """

    file: str
    row: str
    cells: dict[str, str] | None
    after: str | None = None


@dataclass(frozen=True)
class Step:
    """What a person did at once: it is undone at once. Steps with the same `merge` are one."""

    kind: StepKind
    file: str
    row: str
    edits: tuple[Edit, ...]
    merge: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    """What was said of it that no table has: what a closing rests on."""

    def to_json(self) -> dict[str, Any]:
        """Return the step as JSON values."""
        edits = [edit._asdict() for edit in self.edits]
        return {"kind": self.kind, "file": self.file, "row": self.row, "edits": edits,
                "merge": self.merge, "facts": dict(self.facts)}  # fmt: skip

    @classmethod
    def from_json(cls, made: dict[str, Any]) -> Step:
        """Return the step that `to_json` made values of."""
        return cls(**made | {"edits": tuple(Edit(**edit) for edit in made["edits"])})


class Rows(Protocol):
    """Rows of a file, as they are shown."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""

    @property
    def rows(self) -> tuple[DraftRow, ...]:
        """The rows in their order."""

    @property
    def by_key(self) -> dict[str, DraftRow]:
        """The rows by key."""

    @property
    def lines(self) -> dict[str, int]:
        """The line on which each row begins, by key."""

    def cells_of(self, key: str) -> dict[str, str]:
        """Return the cells of a row by column."""


class Table(Rows, Protocol):
    """A file whose rows are edited, at one moment; nothing in it ever changes."""

    @property
    def content(self) -> bytes:
        """The bytes of the file."""

    def with_cells(self, key: str, cells: Mapping[str, str]) -> Self:
        """Return the table with other cells in a row."""

    def with_row(self, key: str, cells: Mapping[str, str], after: str) -> Self:
        """Return the table with one more row."""

    def without_row(self, key: str) -> Self:
        """Return the table without a row."""


Tables = dict[str, Table]


class Draft:
    """The tables as they were read, and the steps since; what was undone waits to be redone."""

    def __init__(self, base: Mapping[str, Table]) -> None:
        """Take the tables by the names of their files."""
        self.base: Tables = dict(base)
        self._done: list[tuple[Step, Tables]] = []
        self._undone: list[Step] = []

    @property
    def tables(self) -> Tables:
        """The tables as they would be saved."""
        return self._done[-1][1] if self._done else self.base

    @property
    def steps(self) -> list[Step]:
        """The steps that are done."""
        return [step for step, _ in self._done]

    @property
    def undone(self) -> list[Step]:
        """The steps that were undone, that which would be done again first."""
        return self._undone[::-1]

    @property
    def next_undo(self) -> Step | None:
        """The step that would be undone."""
        return self._done[-1][0] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        """The step that would be done again."""
        return self._undone[-1] if self._undone else None

    def changed_files(self) -> dict[str, bytes]:
        """Return the content of each file that is to be written."""
        made = {name: table.content for name, table in self.tables.items()
                if table is not self.base[name]}  # fmt: skip
        return {name: new for name, new in made.items() if new != self.base[name].content}

    def do(self, step: Step) -> None:
        """Do a step; with the last one, where both have the same word for merging."""
        tables = apply(self.tables, step)
        self._undone.clear()
        last = self.next_undo
        if last and step.merge and (last.merge, last.file, last.row) == (
            step.merge, step.file, step.row,
        ):  # fmt: skip
            self._done.pop()
            step = replace(step, kind=last.kind, edits=(*last.edits, *step.edits))
        self._done.append((step, tables))

    def undo(self) -> None:
        """Undo the last step, if any."""
        if self._done:
            self._undone.append(self._done.pop()[0])

    def redo(self) -> None:
        """Do the last step again that was undone, if any."""
        if self._undone:
            step = self._undone.pop()
            self._done.append((step, apply(self.tables, step)))

    def discard(self) -> None:
        """Forget every step."""
        self._done.clear()
        self._undone.clear()


def apply(tables: Tables, step: Step) -> Tables:
    """Return the tables after a step.

    Raises
    ------
    KeyError, ValueError
        It is about a table, a row or a column that there is not.
    """
    made = dict(tables)
    for edit in step.edits:
        table = made[edit.file]
        if edit.cells is None:
            table = table.without_row(edit.row)
        elif edit.after is None or (edit.row in table.by_key and table.by_key[edit.row].base):
            table.by_key[edit.row]  # there is such a row
            table = table.with_cells(edit.row, edit.cells)
        else:
            cells = table.cells_of(edit.row) if edit.row in table.by_key else {}
            table = table.without_row(edit.row).with_row(edit.row, cells | edit.cells, edit.after)
        made[edit.file] = table
    return made
