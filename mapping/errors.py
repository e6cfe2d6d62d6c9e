"""What is wrong in the data, told to the person who must act."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SHOWN = 12  # known keys that one message lists at the most


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong: where, what, and what to do about it."""

    file: str
    line: int
    wrong: str
    remedy: str

    def __str__(self) -> str:
        """Give the fault as ``file:line: what is wrong; what to do``."""
        return f"{self.file}:{self.line}: {self.wrong}; {self.remedy}"


class DataError(ValueError):
    """The data cannot become a map; carries every fault found, in file and line order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = sorted(set(faults))
        super().__init__("\n".join(map(str, self.faults)))


@dataclass
class Faults:
    """Gathers faults, so that one run names them all."""

    found: list[Fault] = field(default_factory=list)

    def add(self, file: str, line: int, wrong: str, remedy: str) -> None:
        """Note one fault and go on."""
        self.found.append(Fault(file, line, wrong, remedy))

    def raise_if_any(self) -> None:
        """Raise `DataError` with every fault gathered so far, or do nothing."""
        if self.found:
            raise DataError(self.found)


def suggest(value: str, known: Mapping[str, str] | Iterable[str]) -> str:
    """Say which known key `value` was probably meant to be.

    Parameters
    ----------
    value
        What the file says.
    known
        The keys that exist; or a mapping from anything a person might write to its key.

    Returns
    -------
    str
        ``did you mean X?``, or a list of what is known where nothing is near.
    """
    spellings = dict(known) if isinstance(known, Mapping) else {key: key for key in known}
    near = difflib.get_close_matches(
        value.casefold(), (word.casefold() for word in spellings), n=1, cutoff=0.6
    )
    if near:
        return next(
            f"did you mean {key}{'' if key == word else f' ({word})'}?"
            for word, key in spellings.items()
            if word.casefold() == near[0]
        )
    keys = sorted(set(spellings.values()))
    return "use one of " + ", ".join(keys[:SHOWN]) + (", …" if len(keys) > SHOWN else "")
