"""Whatever is wrong in edition.toml is told with the line it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.support.folder import Folder

FILE = "edition.toml"
TITLE_RU = 'ru = "Организация Объединенных Наций защищает права человека в 103 точках мира"\n'


def told(folder: Folder, line: int, words: str) -> None:
    """Demand a fault in this line of the edition that says `words`."""
    faults = folder.faults()
    assert any(f"{FILE}:{line}: " in fault and words in fault for fault in faults), faults


def test_a_missing_language_is_reported_at_its_table(folder: Folder) -> None:
    """A text without one of its six lines is told at the head of its table."""
    line = folder.edit(FILE, "[edition.title]", "[edition.title]")
    folder.edit(FILE, TITLE_RU, "")
    told(folder, line, "edition.title.ru: the text is missing")


def test_an_empty_language_is_reported_at_its_line(folder: Folder) -> None:
    """A text left empty is told where it stands."""
    line = folder.edit(FILE, TITLE_RU, 'ru = ""\n')
    told(folder, line, "edition.title.ru")


def test_an_unknown_key_is_reported_at_its_line(folder: Folder) -> None:
    """A key that means nothing is told where it stands."""
    line = folder.edit(FILE, 'contact = ""', 'contakt = ""')
    told(folder, line, "edition.contakt")


def test_a_wrong_value_is_reported_at_its_line(folder: Folder) -> None:
    """A value of the wrong kind is told where it stands, within a repeated table too."""
    line = folder.edit(FILE, 'symbol = "circle"', 'symbol = "cross"')
    told(folder, line, "symbol")


def test_broken_toml_is_reported_at_its_line(folder: Folder) -> None:
    """A line that is no TOML is told where it stands."""
    line = folder.edit(FILE, "as_of = 2022", "as_of = }{")
    told(folder, line, "edition.as_of: ")


def test_totals_that_disagree_are_reported_at_the_total(folder: Folder) -> None:
    """The categories must add up to the total of field presences."""
    line = folder.edit(FILE, "field = 103", "field = 104")
    told(folder, line, "the categories expect 103, the total is 104")


def test_a_category_without_its_pattern_is_reported_at_its_line(folder: Folder) -> None:
    """A category names a pattern that exists."""
    line = folder.edit(FILE, 'label = "city"', 'label = "town"')
    told(folder, line, "category headquarters has no pattern 'town'")


@pytest.mark.parametrize("pattern", ["{pays}", "{country", "{}"])
def test_a_pattern_with_another_placeholder_is_reported(folder: Folder, pattern: str) -> None:
    """A label's pattern uses the same placeholders in all six languages."""
    at = folder.edit(FILE, "[patterns.country]", "[patterns.country]")
    line = folder.edit(FILE, 'fr = "{country}"', f'fr = "{pattern}"')
    assert line > at
    told(folder, line, "patterns.country")


def test_a_clearance_with_another_placeholder_is_reported(folder: Folder) -> None:
    """The text of a clearance speaks of {by} and {on} and of nothing else."""
    folder.edit(FILE, "cleared = false", "cleared = true")
    line = folder.edit(FILE, "Cleared for publication: {by}", "Cleared for publication: {who}")
    told(folder, line, "clearance.cleared_text")


def test_a_note_of_an_unknown_area_is_reported(folder: Folder) -> None:
    """A standing note whose area is misspelt would never be shown."""
    line = folder.edit(FILE, 'areas = ["XJK"]', 'areas = ["XJX"]')
    told(folder, line, "XJX")


def test_a_half_filled_footnote_is_refused(folder: Folder) -> None:
    """A footnote has its text in six languages, or is lost in all."""
    text = (folder.path / FILE).read_text(encoding="utf-8")
    head, mark, tail = text.partition("[footnotes.h]")
    filled = head + mark + tail.replace('en = ""', 'en = "Found."', 1)
    (folder.path / FILE).write_text(filled, encoding="utf-8")
    assert any("footnote h has no text in ar, es" in fault for fault in folder.faults())


def test_a_footnote_that_no_presence_bears_is_refused(folder: Folder) -> None:
    """A footnote with a text belongs to a label."""
    line = folder.edit(FILE, "[footnotes.b]", "[footnotes.b]")
    folder.edit("presences.csv", ",seoul-structure,b,", ",seoul-structure,,")
    told(folder, line, "footnotes.b: footnote b has a text and is used by no presence")


def test_one_line_per_language_brings_a_lost_footnote_back(folder: Folder) -> None:
    """The day someone holds the printed page, six lines are enough."""
    path = folder.path / FILE
    head, mark, tail = path.read_text(encoding="utf-8").partition("[footnotes.h]")
    path.write_text(head + mark + tail.replace('= ""', '= "Found."', 6), encoding="utf-8")
    assert not folder.check().dataset.edition.footnotes["h"].text_is_missing
