"""What is wrong, reported to the person who can do something about it.

All exceptions of the program, so that one ``except`` can catch them::

    PresenceMapError
    ├── DataError (ValueError)                the data cannot become a map; carries every fault
    ├── WrongUseError (ValueError)            what was asked for must not be done
    ├── UnknownListError (LookupError)        an earlier list was named that does not exist
    ├── UnknownLanguageError (ValueError)     a language was named that the edition does not have
    ├── UndecodableError (ValueError)         bytes are no text in a known encoding
    ├── BrokenTableError (ValueError)         rows cannot be separated from some line on
    ├── UnreadableWorkbookError (ValueError)  a file is no spreadsheet that can be read
    ├── DoesNotFitError (ValueError)          what is to be printed finds no place on the sheet
    ├── GitError (OSError)                    git cannot do what is asked for
    ├── ChangedError (OSError)                a file was changed by somebody else meanwhile
    └── MissingToolError (OSError)            a program or font for printing is not installed

The command line ends with exit status 1 for a `DataError`, 2 for wrong use, 3 for an `OSError`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import chain, groupby
from typing import TYPE_CHECKING

from mapping.suggestions.name_index import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NOTHING_WRITTEN = "nothing was written"
MAX_QUOTED_CHARS = 80  # characters of a cell that one message repeats at the most
FEW = 5  # faults of one cause that are reported one by one, when their words differ
MAX_LISTED_RANGES = 30  # ranges of rows that one message lists at the most
MAX_VALUES = 12  # values that one message lists at the most


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong: where, what, and what to do about it.

    `column` is the column of a table or the key of a setting; empty where it is neither. `cause`
    is the same in faults whose words differ and which are likely one slip, made in many rows;
    `unknown` is the key that does not exist, where that is what is wrong.
    """

    file: str
    line: int
    wrong: str
    remedy: str
    column: str = ""
    cause: str = field(default="", compare=False)
    unknown: str = field(default="", compare=False)

    @property
    def message(self) -> str:
        """Return what is wrong and what to do, without the place."""
        return f"{f'{self.column}: ' if self.column else ''}{self.wrong}; {self.remedy}"

    def __str__(self) -> str:
        """Return the fault as ``file:line: column: what is wrong; what to do``."""
        return f"{self.file}:{self.line}: {self.message}"


class PresenceMapError(Exception):
    """Anything that this program raises on purpose."""


class WrongUseError(PresenceMapError, ValueError):
    """What was asked for must not be done; each of `reasons` says why, and another way."""

    def __init__(self, *reasons: str) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons


class UnknownListError(PresenceMapError, LookupError):
    """What was named is neither a file nor a folder nor a revision; says what was tried."""


class UnknownLanguageError(PresenceMapError, ValueError):
    """A language was named that the edition does not have."""


class UndecodableError(PresenceMapError, ValueError):
    """The bytes are no text that can be read for certain; carries line, fault and remedy."""

    def __init__(self, line: int, wrong: str, remedy: str) -> None:
        super().__init__(wrong)
        self.line, self.wrong, self.remedy = line, wrong, remedy


class BrokenTableError(PresenceMapError, ValueError):
    """The rows cannot be separated from some line on."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


class UnreadableWorkbookError(PresenceMapError, ValueError):
    """The file is no spreadsheet that can be read."""


class DoesNotFitError(PresenceMapError, ValueError):
    """What is to be printed finds no place on the sheet."""


class GitError(PresenceMapError, OSError):
    """Git cannot do what is asked for; says what git says."""


class ChangedError(PresenceMapError, OSError):
    """A file is no longer what it was when it was read."""


class MissingToolError(PresenceMapError, OSError):
    """A program or a font that printing needs is not installed."""


class DataError(PresenceMapError, ValueError):
    """The data cannot become a map; carries every fault found, gathered, in file and line order.

    `notices` say what else a person should know; they stop no build.
    """

    def __init__(self, faults: Iterable[Fault], notices: Iterable[Fault] = ()) -> None:
        self.faults = merge_faults(faults)
        self.notices = merge_faults(notices)
        super().__init__("\n".join(map(str, self.faults)))


@dataclass
class FaultLog:
    """Gathers faults, so that one run names them all.

    What could not be read is remembered, so that one fault does not bring others with it:
    `unreadable_tables`, as a whole or in a cell that may be a key, and by file `unverified_cells`,
    the words of invalid rows, one of which may be the key that another table names.
    """

    faults: list[Fault] = field(default_factory=list)
    notices: list[Fault] = field(default_factory=list)
    unreadable_tables: set[str] = field(default_factory=set)
    unverified_cells: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(  # noqa: PLR0913 (the parts of a fault)
        self, file: str, line: int, wrong: str, remedy: str, column: str = "",
        *, cause: str = "", unknown: str = "",
    ) -> None:  # fmt: skip
        """Add one fault."""
        self.faults.append(Fault(file, line, wrong, remedy, column, cause, unknown))

    def doubt(self, file: str, cells: Iterable[str]) -> None:
        """Remember the cells of a row that does not fit, each as a whole and word by word."""
        for cell in cells:
            self.unverified_cells[file].update(map(fold, (cell, *cell.split())))

    def may_hold(self, file: str, key: str) -> bool:
        """Whether a table may hold a key that was not found in it: part of it could not be read."""
        return file in self.unreadable_tables or fold(key) in self.unverified_cells.get(file, ())

    def add_notice(  # noqa: PLR0913 (the parts of a fault)
        self, file: str, line: int, what: str, meaning: str, column: str = "", *, cause: str = ""
    ) -> None:
        """Add what is no fault, and worth knowing."""
        self.notices.append(Fault(file, line, what, meaning, column, cause))

    def to_error(self) -> DataError:
        """Return everything gathered so far as one error."""
        return DataError(self.faults, self.notices)

    def raise_if_any(self) -> None:
        """Raise `DataError` with every fault gathered so far, or do nothing."""
        if self.faults:
            raise self.to_error()


def merge_faults(faults: Iterable[Fault]) -> list[Fault]:
    """Return faults in file and line order; the same one in many rows is one that lists the rows.

    Unknown keys of a column are one fault where the same is to be done about them, and one of them
    is in several rows: alone in a row, each is a slip of its own. Of any cause, more than `FEW` are
    one fault too, in the words of the first.
    """
    same: dict[Fault, list[Fault]] = defaultdict(list)
    for fault in sorted(set(faults)):
        same[replace(fault, line=0)].append(fault)
    kinds: dict[tuple[str, str, str, bool], list[list[Fault]]] = defaultdict(list)
    for group in same.values():
        first = group[0]
        kinds[first.file, first.column, first.cause, bool(first.unknown)].append(group)
    found = []
    for (_, _, cause, is_unknown), each in kinds.items():
        groups = _merge_unknown(each) if is_unknown else each
        if cause and len(groups) > FEW:
            found.append(_merge_alike(groups))
        else:
            found += map(_list_rows, groups)
    return sorted(found)


def _merge_unknown(groups: list[list[Fault]]) -> list[list[Fault]]:
    """Return the faults with those of several unknown keys and one remedy as a single one."""
    alike: dict[str, list[list[Fault]]] = defaultdict(list)
    for group in groups:
        alike[group[0].remedy].append(group)
    merged = []
    for same in alike.values():
        is_one = len(same) > 1 and any(len(group) > 1 for group in same)
        merged += [[_list_unknown(sorted(chain(*same)))]] if is_one else same
    return merged


def _list_unknown(faults: list[Fault]) -> Fault:
    keys = ((fault.line, quote(fault.unknown)) for fault in faults)
    listed = describe_values(keys, _row_word(faults[0]))
    return replace(faults[0], wrong=f"{listed} are unknown")


def describe_values(
    values: Iterable[tuple[int, str]], word: str, meanings: Mapping[str, str] | None = None
) -> str:
    """Return values with the rows that have them, those of most rows first, and what they mean.

    `word` is what a row is called: ``row`` or ``line``.
    """
    rows: dict[str, list[int]] = defaultdict(list)
    for line, value in values:
        rows[value].append(line)
    listed = sorted(rows.items(), key=lambda one: -len(one[1]))
    meant = {value: f": {meaning}" for value, meaning in (meanings or {}).items() if meaning}
    words = [
        f"{value} ({_count_rows(lines, word)}{meant.get(value, '')})"
        for value, lines in listed[:MAX_VALUES]
    ]
    if len(listed) > MAX_VALUES:
        words.append(f"and {len(listed) - MAX_VALUES} more")
    return ", ".join(words)


def _count_rows(lines: list[int], word: str) -> str:
    many = len(lines) > 1
    return f"{len(lines)} {word}s: {format_ranges(lines)}" if many else f"{word} {lines[0]}"


def _list_rows(group: list[Fault]) -> Fault:
    """Return one fault for the same one in several rows."""
    first = group[0]
    return replace(first, wrong=f"{first.wrong} ({_rows(group)})") if len(group) > 1 else first


def _merge_alike(groups: list[list[Fault]]) -> Fault:
    """Return one fault for several of one cause, whose words differ."""
    everything = sorted(fault for group in groups for fault in group)
    first = everything[0]
    remedies = {fault.remedy for fault in everything}
    remedy = first.remedy if len(remedies) == 1 else f"{first.remedy}, and the others likewise"
    wrong = f"{first.wrong}, and {len(everything) - 1} others likewise ({_rows(everything)})"
    return replace(first, wrong=wrong, remedy=remedy)


def _rows(faults: list[Fault]) -> str:
    return f"{_row_word(faults[0])}s {format_ranges(fault.line for fault in faults)}"


def _row_word(fault: Fault) -> str:
    return "row" if fault.file.endswith(".xlsx") else "line"


def format_ranges(numbers: Iterable[int]) -> str:
    """Return numbers as a person lists them: ``5, 8–20 and 22``; of very many only the first."""
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(sorted(set(numbers))), lambda pair: pair[1] - pair[0])
    ]
    parts = [
        f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs[:MAX_LISTED_RANGES]
    ]
    if len(runs) > MAX_LISTED_RANGES:
        parts.append(f"{sum(map(len, runs[MAX_LISTED_RANGES:]))} more")
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def count_faults(count: int, outcome: str = NOTHING_WRITTEN) -> str:
    """Return the line under a list of faults: how many they are, and what came of it."""
    return f"{count} fault{'s' if count > 1 else ''}; {outcome}."


def quote(text: str) -> str:
    """Return a cell as a message repeats it, in quotes, its end cut off where it is long."""
    return f"'{text}'" if len(text) <= MAX_QUOTED_CHARS else f"'{text[:MAX_QUOTED_CHARS]}…'"
