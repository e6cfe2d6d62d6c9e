"""A hand at the editing page: by mouse or by keyboard alone, every click and key counted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

Way = Literal["mouse", "keyboard"]
FAR = 150  # Tab stops after which something cannot be reached
FOCUSED = "one => one === document.activeElement"
# Whether what is sought comes before what has the focus.
IS_BEFORE = """one => Boolean(document.activeElement !== document.body
    && document.activeElement.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING)"""
ALL = "Control+a"


class Hand:
    """Does things on a page, and counts what that takes: keys that write text apart from others."""

    def __init__(self, page: Page, way: Way) -> None:
        self.page, self.way = page, way
        self.clicks = self.keys = self.letters = 0
        self._begun = time.perf_counter()

    @property
    def seconds(self) -> float:
        """Seconds since the hand began: those of a machine, which neither reads nor hesitates."""
        return time.perf_counter() - self._begun

    def key(self, name: str) -> None:
        """Press a key."""
        self.keys += 1
        self.page.keyboard.press(name)

    def reach(self, what: Locator) -> None:
        """Bring the focus there: by a click, or by Tab from where it is.

        Raises
        ------
        LookupError
            The keyboard does not reach it.
        """
        what.wait_for()
        if self.way == "mouse":
            self._click(what)
            return
        key = "Shift+Tab" if what.evaluate(IS_BEFORE) else "Tab"
        for _ in range(FAR):
            if what.evaluate(FOCUSED):
                return
            self.key(key)
        raise LookupError(str(what))

    def press(self, what: Locator) -> None:
        """Press a button."""
        self.reach(what)
        if self.way == "keyboard":
            self.key("Enter")

    def write(self, what: Locator, text: str) -> None:
        """Write a text in the place of what stands in a field."""
        self.reach(what)
        self.key(ALL)
        self._type(text)

    def pick(self, what: Locator, text: str, option: str) -> None:
        """Write into a field that suggests, and take a suggestion."""
        self.write(what, text)
        page = self.page
        options = page.get_by_role("option").and_(page.locator(":visible"))
        wanted = options.filter(has_text=option).first
        wanted.wait_for()
        if self.way == "mouse":
            self._click(wanted)
            return
        for _ in range(options.count()):
            self.key("ArrowDown")
            if wanted.get_attribute("aria-selected") == "true":
                break
        self.key("Enter")

    def choose(self, what: Locator, value: str) -> None:
        """Choose an entry of a list."""
        if self.way == "mouse":
            self.clicks += 2
            what.select_option(value)
            return
        self.reach(what)
        values = what.locator("option").evaluate_all("all => all.map((one) => one.value)")
        steps = values.index(value) - values.index(what.input_value())
        for _ in range(abs(steps)):
            self.key("ArrowDown" if steps > 0 else "ArrowUp")

    def drag(self, what: Locator, right: int, down: int) -> None:
        """Drag something by these pixels: one click that is held."""
        box = what.bounding_box() or {"x": 0, "y": 0, "width": 0, "height": 0}
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.clicks += 1
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + right, y + down, steps=6)
        self.page.mouse.up()

    def _click(self, what: Locator) -> None:
        self.clicks += 1
        what.click()

    def _type(self, text: str) -> None:
        self.letters += len(text)
        self.page.keyboard.type(text)
