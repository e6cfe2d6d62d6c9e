"""How complete the list is against the totals of its source document."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapping.dataset import presences as rows
from mapping.edition import edition as editions
from mapping.toml.key_lines import key_path, line_of

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.dataset.reading import Dataset
    from mapping.edition.edition import Category
    from mapping.errors import FaultLog


class Tally(NamedTuple):
    """One category: how many presences are identified, how many candidates stand beside them."""

    category: Category
    found: int
    candidates: int

    @property
    def open(self) -> int:
        """How many places of the source's total are not identified."""
        return self.category.expected - self.found


def tally_categories(dataset: Dataset) -> list[Tally]:
    """Count the list by category, in the order of the edition."""
    return [
        Tally(category, _count(dataset, category, "listed"), _count(dataset, category, "candidate"))
        for category in dataset.edition.categories
    ]


def total_counts(tallies: list[Tally]) -> tuple[int, int]:
    """Return the two numbers of the honest count: field presences identified, and in all."""
    counted = [one for one in tallies if one.category.counted]
    return sum(one.found for one in counted), sum(one.category.expected for one in counted)


def counted_categories(dataset: Dataset) -> set[str]:
    """Return the keys of the categories that the source document counts."""
    return {category.key for category in dataset.edition.categories if category.counted}


def totals_by_category(dataset: Dataset) -> dict[str, dict[str, int]]:
    """Say by category how many presences are found, how many expected, how many candidates."""
    return {
        one.category.key: {
            "found": one.found,
            "expected": one.category.expected,
            "candidates": one.candidates,
        }
        for one in tally_categories(dataset)
    }


def check_totals(dataset: Dataset, faults: FaultLog) -> None:
    """Note categories with more presences than the source counts."""
    for one in tally_categories(dataset):
        if one.open < 0:
            last = [p for p in dataset.presences if p.category == one.category.key][-1]
            expected = one.category.expected
            wrong = f"{one.category.key} has {one.found} presences, the total is {expected}"
            remedy = f"correct a row, or the category's expected number in {editions.FILE}"
            faults.add(last.file, last.line, wrong, remedy, "category")


def check_footnotes(dataset: Dataset, edition: Path, faults: FaultLog) -> None:
    """Note footnotes that have a text and that no presence bears; `edition` is their file.

    A letter that may stand in a row that could not be read is passed over.
    """
    borne = {letter for presence in dataset.presences for letter in presence.footnotes}
    for letter, footnote in dataset.edition.footnotes.items():
        if letter in borne or footnote.text_is_missing or faults.may_hold(rows.FILE, letter):
            continue
        keys = ("footnotes", letter)
        line = line_of(edition.read_text(encoding="utf-8-sig"), keys)
        wrong = f"footnote {letter} has a text and no presence bears it"
        remedy = f"give the letter to a row of {rows.FILE}"
        faults.add(edition.name, line, wrong, remedy, key_path(keys))


def _count(dataset: Dataset, category: Category, status: str) -> int:
    return sum(
        presence.category == category.key and presence.status == status
        for presence in dataset.presences
    )
