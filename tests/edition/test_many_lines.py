"""Slips of many lines of the edition: one cause is one fault, and different ones are all told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.files.data_folder import EDITION_FILE
from tests.support.spoiling import TITLE

if TYPE_CHECKING:
    from tests.support.folder import Folder


def test_a_language_without_texts_is_one_fault(folder: Folder) -> None:
    """It lists the tables that lack it."""
    path = folder.path / EDITION_FILE
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub("(?m)^ru = .*\n", "", text), encoding="utf-8")
    [fault] = folder.faults()
    assert "edition.title.ru: the text is missing (lines " in fault
    assert fault.endswith('; add a line ru = "…", or take ru out of languages')


def test_quotation_marks_that_an_editor_changed_everywhere_are_one_fault(folder: Folder) -> None:
    """A word processor does it to each line."""
    path = folder.path / EDITION_FILE
    text = path.read_text(encoding="utf-8")
    changed = re.sub(r'(?m)^(en|fr|zh) = "(.*)"$', r"\1 = “\2”", text)
    path.write_text(changed, encoding="utf-8")
    [fault] = folder.faults()
    assert "are around the text, not straight ones, and " in fault
    assert " others likewise (lines " in fault


def test_several_slips_are_all_reported_at_once(folder: Folder) -> None:
    """Those that no parser gets past, those of the model, those of the list."""
    lines = [folder.edit(EDITION_FILE, TITLE, "en = «Places»"),
             folder.edit(EDITION_FILE, 'symbol = "circle"', "symbol = circle"),
             folder.edit(EDITION_FILE, 'symbol = "diamond"', 'symbol = "square"')]  # fmt: skip
    row = folder.edit("presences.csv", ",ARG,", ",QQQ,")
    found = [fault.split(": ")[0] for fault in folder.faults()]
    assert found == [*(f"{EDITION_FILE}:{line}" for line in sorted(lines)), f"presences.csv:{row}"]
