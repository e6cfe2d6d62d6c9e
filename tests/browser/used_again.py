"""Pages that are used again: one that is empty costs a quarter less to fill than a new one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from playwright.sync_api import BrowserContext, CDPSession, Page, ViewportSize

MANY = 6  # pages kept: each takes some memory
EMPTY = "about:blank"
# A page of a sandbox has no storage, and says so when it is asked for it.
FORGET = "() => { try { localStorage.clear(); sessionStorage.clear() } catch { /* none */ } }"
OUTSIDE = -100  # pixels: where a pointer is over nothing
MEDIA = """() => JSON.stringify(['print', '(prefers-color-scheme: dark)',
  '(prefers-reduced-motion: reduce)', '(prefers-contrast: more)', '(forced-colors: active)',
  '(pointer: coarse)',
].map((one) => matchMedia(one).matches))"""
# All that outlives a document, and that a test could have asked of the browser.
STATE = """() => JSON.stringify([
  innerWidth, innerHeight, devicePixelRatio, visualViewport.scale, history.length,
  navigator.onLine, navigator.languages, navigator.maxTouchPoints, navigator.userAgent,
  getComputedStyle(document.documentElement).fontSize, Object.keys(window),
])"""


class Kept:
    """A page, empty, and what was true of it before it was used."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._client: CDPSession = page.context.new_cdp_session(page)
        self._size = page.viewport_size
        self._state = self._emptied()
        self._media = page.evaluate(MEDIA)

    def empties(self) -> bool:
        """Empty the page, and tell whether nothing is left of its use; else it is of no more."""
        try:
            # An empty page does not show all that is emulated; the next document would.
            left = self.page.evaluate(MEDIA) != self._media
            self.page.evaluate(FORGET)
            left = self._emptied() != self._state or left
        except Error:  # the test closed it
            return False
        return not left and self.page.context.pages == [self.page]

    def _emptied(self) -> str:
        self.page.mouse.move(OUTSIDE, OUTSIDE)
        self.page.goto(EMPTY)
        resize(self.page, self._size)
        self._client.send("Page.resetNavigationHistory")
        return str(self.page.evaluate(STATE))


def resize(page: Page, size: ViewportSize | None) -> None:
    """Give a page a size, if it has another."""
    if size and page.viewport_size != size:
        page.set_viewport_size(size)


class UsedAgain:
    """Gives out empty pages, each of the kind that is asked for, and takes them back."""

    def __init__(self) -> None:
        self._free: list[tuple[str, Kept]] = []
        self._given: list[tuple[str, Kept]] = []

    def give(self, kind: Mapping[str, Any], make: Callable[[], Page]) -> Page:
        """Return a page of a kind that is free, in the size of the viewport, or make one."""
        key = json.dumps({name: kind[name] for name in kind.keys() - {"viewport"}}, sort_keys=True)
        found = next((one for one in self._free if one[0] == key), None)
        if found:
            self._free.remove(found)
        else:
            found = key, Kept(make())
        self._given.append(found)
        resize(found[1].page, kind["viewport"])
        return found[1].page

    def take_back(self) -> None:
        """Empty the pages that were given out; close what cannot be, and what is too many."""
        for one in self._given:
            if one[1].empties():
                self._free.append(one)
            else:
                one[1].page.context.close()
        self._given.clear()
        while len(self._free) > MANY:
            self._free.pop(0)[1].page.context.close()

    def contexts(self) -> list[BrowserContext]:
        """Return those of the pages that are kept."""
        return [kept.page.context for _, kept in self._free]
