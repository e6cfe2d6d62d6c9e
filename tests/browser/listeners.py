"""A reader who has only the accessibility tree and the keyboard, in Firefox and in Chromium."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any, Protocol

from tests.browser.reader import PLACES, READY
from tests.browser.trees import BEGIN, TELL, Node, of_chromium, of_firefox

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.webdriver import Browser

PATIENCE = 30  # seconds until a tree has followed what was done
LAST = "About this map"  # the last heading of the page: what is above it is there too
WHERE = "document.activeElement.dataset.presence ?? ''"
KEYS = {
    "Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004", "Space": " ",
    "ArrowLeft": "\ue012", "ArrowRight": "\ue014", "ArrowUp": "\ue013", "ArrowDown": "\ue015",
    "Home": "\ue011", "End": "\ue010", "Backspace": "\ue003",
}  # fmt: skip


class Listener(Protocol):
    """What both can do."""

    def open(self, query: str) -> None:
        """Open the page with a query, and wait until it is ready."""

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""

    def focus(self, selector: str) -> None:
        """Put the focus somewhere."""

    def run(self, script: str) -> Any:  # noqa: ANN401 (JSON)
        """Run a script's body in the page; give what it returns."""

    def where(self) -> str:
        """Return the id of the presence whose symbol has the focus."""

    def tree(self) -> Node:
        """Return what a screen reader is told now."""


def until(listener: Listener, holds: Callable[[Node], bool]) -> Node:
    """Return the tree once something holds of it, or after a while as it is, to be judged."""
    end = time.monotonic() + PATIENCE
    while not holds(tree := listener.tree()) and time.monotonic() < end:
        time.sleep(0.1)
    return tree


def whole(listener: Listener, query: str = "lang=en") -> Node:
    """Open the page, and give its tree once its last part is there."""
    listener.open(query)
    return until(listener, _is_whole)


def whole_in(listener: Listener, language: str) -> Node:
    """Open the page in a language, and give its tree once the map and the list are there."""
    listener.open(f"lang={language}")
    return until(
        listener, lambda tree: bool(tree.all("toolbar")) and len(tree.all("listitem")) > PLACES
    )


def _is_whole(tree: Node) -> bool:
    lists = [node for node in tree.all("region", "All presences") if node.all("listitem")]
    return bool(tree.all("heading", LAST) and tree.all("searchbox") and lists)


def focused(tree: Node) -> str:
    """Return the name of what has the focus."""
    node = tree.focused()
    return node.name if node else ""


def has_focus(name: str) -> Callable[[Node], bool]:
    """Ask whether what has the focus holds this name."""
    return lambda tree: name in focused(tree)


class InChromium:
    """The page in Chromium."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.client = page.context.new_cdp_session(page)

    def open(self, query: str) -> None:
        """Open the page with a query, and wait until it is ready."""
        self.page.goto(f"{self.address}?{query}")
        self.page.wait_for_selector(READY)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def focus(self, selector: str) -> None:
        """Put the focus somewhere."""
        self.page.locator(selector).first.focus()

    def run(self, script: str) -> Any:  # noqa: ANN401 (JSON)
        """Run a script's body in the page; give what it returns."""
        return self.page.evaluate(f"() => {{ {script} }}")

    def where(self) -> str:
        """Return the id of the presence whose symbol has the focus."""
        return str(self.run(f"return {WHERE}"))

    def tree(self) -> Node:
        """Return what a screen reader is told now."""
        return of_chromium(self.client.send("Accessibility.getFullAXTree")["nodes"])


class InFirefox:
    """The page in Firefox, whose tree stands from the start, as with a screen reader."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address
        self._of_the_browser(BEGIN)

    def open(self, query: str) -> None:
        """Open the page with a query, and wait until it is ready."""
        self.browser.open(f"{self.address}?{query}")
        end = time.monotonic() + PATIENCE
        while not self.browser.run(
            "return document.documentElement.matches('[data-ready]:not(.starting)')"
        ):
            assert time.monotonic() < end, "the page is not ready"
            time.sleep(0.05)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        self.browser.press(*(KEYS.get(key, key) for key in keys))

    def focus(self, selector: str) -> None:
        """Put the focus somewhere."""
        self.browser.run("document.querySelector(arguments[0]).focus()", selector)

    def run(self, script: str) -> Any:  # noqa: ANN401 (JSON)
        """Run a script's body in the page; give what it returns."""
        return self.browser.run(script)

    def where(self) -> str:
        """Return the id of the presence whose symbol has the focus."""
        return str(self.run(f"return {WHERE}"))

    def tree(self) -> Node:
        """Return what a screen reader is told now."""
        end = time.monotonic() + PATIENCE
        while not (told := self._of_the_browser(TELL)):
            assert time.monotonic() < end, "Firefox has no tree"
            time.sleep(0.05)
        return of_firefox(json.loads(told))

    def _of_the_browser(self, script: str) -> Any:  # noqa: ANN401 (JSON)
        """Run a script not in the page but in the browser itself."""
        self.browser.within("chrome")
        told = self.browser.run(script)
        self.browser.within("content")
        return told
