"""The list against the edition: no more presences than its totals, no footnote that none has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.dataset.totals import tally_categories
from mapping.files.data_folder import EDITION_FILE, PRESENCES_FILE
from mapping.toml.key_lines import key_path, line_of

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.dataset.reading import Dataset
    from mapping.errors import FaultLog


def check_totals(dataset: Dataset, faults: FaultLog) -> None:
    """Note categories with more presences than the source counts."""
    for one in tally_categories(dataset):
        if one.open < 0:
            last = [p for p in dataset.tables.presences if p.category == one.category.key][-1]
            expected = one.category.expected
            wrong = f"{one.category.key} has {one.found} presences, the total is {expected}"
            remedy = f"correct a row, or the category's expected number in {EDITION_FILE}"
            faults.add(last.file, last.line, wrong, remedy, "category")


def check_footnotes(dataset: Dataset, path: Path, faults: FaultLog) -> None:
    """Note footnotes that have a text and that no presence uses; `path` is their file.

    A letter that may be in a row that could not be read is passed over.
    """
    used = {letter for presence in dataset.tables.presences for letter in presence.footnotes}
    for letter, footnote in dataset.edition.footnotes.items():
        if letter in used or footnote.text_is_missing or faults.may_hold(PRESENCES_FILE, letter):
            continue
        keys = ("footnotes", letter)
        line = line_of(path.read_text(encoding="utf-8-sig"), keys)
        wrong = f"footnote {letter} has a text and is used by no presence"
        remedy = f"give the letter to a row of {PRESENCES_FILE}"
        faults.add(path.name, line, wrong, remedy, key_path(keys))
