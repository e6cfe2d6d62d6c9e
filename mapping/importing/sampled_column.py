"""A column of a list as it is judged: its name in words, and a sample of its cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mapping.dataset.cell_parts import is_given
from mapping.importing.column_names import words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapping.importing.any_file import RawList

SAMPLE = 400  # cells by which a column is judged
HALF = 0.5
LONG = 80  # characters of a text that is no name
# What says at the end of a name which language the column is in, and no more.
IN_A_LANGUAGE = re.compile(r" (?:ar|cn|en|eng|es|fr|ru|zh)$")


@dataclass(frozen=True)
class SampledColumn:
    """A column of a list, its name in words, a sample of what is in it, and the part that is."""

    name: str
    sample: tuple[str, ...]
    filled: float

    @cached_property
    def words(self) -> str:
        """Its name as names are compared."""
        return words_of(self.name)

    @property
    def plain_words(self) -> str:
        """The same without the language that the column is in."""
        return IN_A_LANGUAGE.sub("", self.words)

    @property
    def is_short(self) -> bool:
        """Whether its texts are names rather than sentences, addresses or numbers."""
        return bool(self.sample) and all(
            len(cell) <= LONG and sum(map(str.isalpha, cell)) >= HALF * len(cell)
            for cell in self.sample
        )

    def part(self, test: Callable[[str], bool]) -> float:
        """Return which part of its cells passes a test; none where it is empty."""
        return sum(map(test, self.sample)) / len(self.sample) if self.sample else 0.0

    def several(self, test: Callable[[str], bool]) -> bool:
        """Whether different cells pass a test: "Island", again and again, is not Iceland."""
        return len(set(filter(test, self.sample))) > 1


def sampled(raw: RawList, number: int) -> SampledColumn:
    """Return a column by its number."""
    given = [*filter(is_given, (row[number] for row in raw.rows))]
    part = len(given) / max(1, len(raw.rows))
    return SampledColumn(raw.columns[number], tuple(given[:SAMPLE]), part)
