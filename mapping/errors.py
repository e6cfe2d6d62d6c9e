"""What is wrong in the data, told to the person who must act."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SHOWN = 80  # characters of a cell that one message repeats at the most


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong: where, what, and what to do about it.

    `column` is the column of a table or the key of a setting; empty where it is neither.
    """

    file: str
    line: int
    wrong: str
    remedy: str
    column: str = ""

    @property
    def message(self) -> str:
        """Give what is wrong and what to do, without the place."""
        return f"{f'{self.column}: ' if self.column else ''}{self.wrong}; {self.remedy}"

    def __str__(self) -> str:
        """Give the fault as ``file:line: column: what is wrong; what to do``."""
        return f"{self.file}:{self.line}: {self.message}"


class WrongUseError(ValueError):
    """What was asked for must not be done; says why, and another way."""


class DataError(ValueError):
    """The data cannot become a map; carries every fault found, in file and line order.

    `notes` are what a person should know beside the faults.
    """

    def __init__(self, faults: Iterable[Fault], notes: Iterable[Fault] = ()) -> None:
        self.faults = sorted(set(faults))
        self.notes = sorted(set(notes))
        super().__init__("\n".join(map(str, self.faults)))


@dataclass
class Faults:
    """Gathers faults, so that one run names them all.

    What could not be read is remembered, so that one fault does not bring others with it: the
    tables that are `unread`, and by file the `doubtful` cells of rows that do not fit, one of which
    may be the key that another table names.
    """

    found: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    doubtful: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, file: str, line: int, wrong: str, remedy: str, column: str = "") -> None:
        """Note one fault and go on."""
        self.found.append(Fault(file, line, wrong, remedy, column))

    def note(self, file: str, line: int, what: str, meaning: str, column: str = "") -> None:
        """Note what is no fault, and yet to be told."""
        self.notes.append(Fault(file, line, what, meaning, column))

    def error(self) -> DataError:
        """Give everything gathered so far as one error."""
        return DataError(self.found, self.notes)

    def raise_if_any(self) -> None:
        """Raise `DataError` with every fault gathered so far, or do nothing."""
        if self.found:
            raise self.error()


def shown(text: str) -> str:
    """Give a cell as a message repeats it: in quotes, its end cut off where it is long."""
    return f"'{text}'" if len(text) <= SHOWN else f"'{text[:SHOWN]}…'"
