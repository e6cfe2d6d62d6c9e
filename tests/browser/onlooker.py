"""A reader who only looks: the pages are opened once, and every test leaves them as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.reader import READY, Reader

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

MANY = 8  # pages kept open: each takes some memory
USUAL = {"width": 1280, "locale": "en-GB"}
# All that a test could change: what is drawn, written, typed, scrolled, or asked of the screen.
STATE = """() => {
  const fields = document.querySelectorAll('input, select, textarea')
  const media = ['print', '(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)']
  return JSON.stringify([
    location.href, innerWidth, innerHeight, scrollX, scrollY, document.documentElement.outerHTML,
    [...fields].map(({ value, checked }) => [value, checked]),
    [...document.querySelectorAll('*')].map(({ scrollTop }) => scrollTop).filter(Boolean),
    [...document.querySelectorAll('*')].indexOf(document.activeElement),
    media.map((one) => matchMedia(one).matches), Object.keys(window).length,
  ])
}"""


class Onlooker:
    """Opens the map, each way of opening it once."""

    def __init__(self, browser: Browser, map_file: Path) -> None:
        self._browser, self._map_file = browser, map_file
        self._pages: dict[tuple[tuple[str, object], ...], tuple[Page, Reader, str]] = {}
        self._in_use: set[tuple[tuple[str, object], ...]] = set()

    def open(self, **options: object) -> Page:
        """Return a page that was opened so, for whoever leaves it as it is; see `Reader.open`."""
        way = tuple(sorted((USUAL | options).items()))
        if way not in self._pages:
            reader = Reader(self._browser)
            page = reader.open(self._map_file, settled=True, **dict(way))  # type: ignore[arg-type]  # any of them
            page.wait_for_selector(READY)
            self._pages[way] = page, reader, page.evaluate(STATE)
        self._in_use.add(way)
        self._pages[way] = self._pages.pop(way)  # the last of them
        return self._pages[way][0]

    def leave(self) -> list[str]:
        """Return what pages complained of and which were changed; close these, and the oldest."""
        wrong = []
        for way in self._in_use:
            page, reader, state = self._pages[way]
            found = [*reader.complaints]
            if page.evaluate(STATE) != state:
                found.append(f"the test changed the page {dict(way)}: let it open one of its own")
            if found:
                self._close(way)
            wrong += found
        self._in_use.clear()
        for way in [*self._pages][:-MANY]:
            self._close(way)
        return wrong

    def _close(self, way: tuple[tuple[str, object], ...]) -> None:
        page, _, _ = self._pages.pop(way)
        page.context.close()
