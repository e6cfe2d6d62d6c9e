"""How many presences the list has in each category, and how many its source document counts."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from mapping.dataset.presences import CANDIDATE, LISTED

if TYPE_CHECKING:
    from mapping.dataset.reading import Dataset
    from mapping.edition.edition import Category


class Tally(NamedTuple):
    """One category: how many presences are identified, and how many candidates there are."""

    category: Category
    found: int
    candidates: int

    @property
    def open(self) -> int:
        """How many places of the source's total are not identified; none where it gives none."""
        expected = self.category.expected
        return 0 if expected is None else expected - self.found

    @property
    def total(self) -> int:
        """How many there are, identified and open."""
        return self.found + max(self.open, 0)


def tally_categories(dataset: Dataset) -> list[Tally]:
    """Count the list by category, in the order of the edition."""
    counts = Counter(map(attrgetter("category", "status"), dataset.tables.presences))
    return [
        Tally(category, counts[category.key, LISTED], counts[category.key, CANDIDATE])
        for category in dataset.edition.categories
    ]


def total_counts(tallies: list[Tally]) -> tuple[int, int | None]:
    """Return the two numbers of the honest count: those identified, and in all if that is known."""
    counted = [one for one in tallies if one.category.counted]
    expected = [one.category.expected for one in counted]
    known = [number for number in expected if number is not None]
    return sum(one.found for one in counted), sum(known) if len(known) == len(expected) else None


def counted_categories(dataset: Dataset) -> set[str]:
    """Return the keys of the categories that the source document counts."""
    return {category.key for category in dataset.edition.categories if category.counted}


def totals_by_category(dataset: Dataset) -> dict[str, dict[str, int | None]]:
    """Return by category how many presences are found, expected, and candidates."""
    return {
        one.category.key: {
            "found": one.found,
            "expected": one.category.expected,
            "candidates": one.candidates,
        }
        for one in tally_categories(dataset)
    }
