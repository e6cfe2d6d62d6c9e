"""Ten tasks at the editing page, by mouse and by keyboard: what each takes, and what it changes.

``python -m tests.bench.edit_tasks`` goes through them on a copy of this project's list, with
``--data FOLDER`` on one of another; ``--pictures FOLDER`` keeps a picture of each. After each
task the draft is saved, and the lines that then differ in the files are counted.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, NamedTuple, get_args

import typer

from mapping.desk.serving import edit
from mapping.printing.chromium import launched
from tests.bench.hand import Hand, Way
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Locator, Page

READY = "html[data-ready]"
SIZE = {"width": 1280, "height": 800}


class Taken(NamedTuple):
    """What a task took, and how many lines of the files it added and removed."""

    name: str
    way: Way
    clicks: int
    keys: int
    letters: int
    seconds: float
    lines: str


class Desk:
    """The editing page as a person finds their way about it."""

    def __init__(self, page: Page, hand: Hand, folder: Path) -> None:
        self.page, self.hand, self.folder = page, hand, folder
        self.map = page.frame_locator("iframe")

    def button(self, name: str) -> Locator:
        """Find a button by the beginning of its name."""
        return self.page.get_by_role("button", name=name)

    def field(self, name: str) -> Locator:
        """Find a field of the form, or of the dialog where one is open."""
        within = self.page.get_by_role("dialog").or_(self.page.locator("form.fields"))
        return within.get_by_label(name).and_(self.page.locator("input, select, textarea")).last

    def find(self, name: str) -> None:
        """Choose a row by its name."""
        self.hand.pick(self.page.get_by_role("combobox", name="Find in the list"), name, name)
        self.page.get_by_role("heading", name=name, level=2).wait_for()

    def save(self) -> None:
        """Save, and wait until that is said."""
        if self.hand.way == "keyboard":
            self.hand.key("Control+s")
        else:
            self.hand.press(self.button("Save"))
        self.page.get_by_text("Saved.").wait_for()
