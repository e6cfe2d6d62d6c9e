"""A reader of the page, who finds things by what they are called."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from tests.browser.used_again import UsedAgain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage, Frame, Locator, Page

SIZES = {1280: 800, 768: 1024, 360: 740}
LOCALES = {"ar": "ar-EG", "en": "en-GB", "es": "es-MX", "fr": "fr-SN", "ru": "ru-RU", "zh": "zh-CN"}
PLACES = 104
PATIENCE_MS = 20_000  # for which what is to be seen is waited for: other work may hold up a page
READY = "html[data-ready]:not(.starting)"
SETTLED = "[data-settled]"  # all labels have found a place that can
# A device that has no time for what can wait, as many have: a page then places labels once.
BUSY = "window.requestIdleCallback = () => 0"
NEXT_FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
CANDIDATES = 6
USUAL: dict[str, object] = {"locale": "en-GB", "reduced_motion": "reduce"}


class Reader:
    """Opens the map as a reader does, and collects whatever goes wrong meanwhile."""

    def __init__(self, browser: Browser, used_again: UsedAgain | None = None) -> None:
        self.browser = browser
        self.complaints: list[str] = []
        self._used_again = used_again or UsedAgain()
        self._heeded: list[tuple[Page, Any, Callable[[Any], None]]] = []

    def new_page(self, options: dict[str, object], *, at_leisure: bool = False) -> Page:
        """Return a page that nobody used, whose complaints are collected; busy, unless told not."""
        page = self._make(USUAL | options, at_leisure=at_leisure)
        self._heed_complaints(page)
        return page

    def used_page(self, options: dict[str, object], *, at_leisure: bool = False) -> Page:
        """Return the same, but one that may have been used, and was emptied."""
        settings = USUAL | options
        make = partial(self._make, settings, at_leisure=at_leisure)
        page = self._used_again.give({**settings, "at_leisure": at_leisure}, make)
        self._heed_complaints(page)
        return page

    def open(
        self,
        *files: Path,
        width: int = 1280,
        query: str = "",
        ready: bool = True,
        settled: bool = False,
        **options: object,
    ) -> Page:
        """Open the first of the files, which may ask for the others and for nothing else.

        Waits until the first presence can be clicked, unless told not to. Only a page that shall
        be settled has time to look for the best places of its labels, and is waited for.
        """
        size = {"width": width, "height": SIZES[width]}
        page = self.used_page({"viewport": size, "offline": True} | options, at_leisure=settled)
        self.heed(page, "request", lambda request: self.note_request(request.url, files))
        page.goto(files[0].as_uri() + query)
        if ready:
            page.wait_for_selector(READY)
        if settled:
            page.wait_for_selector(SETTLED, state="attached")
        return page

    def note_request(self, url: str, files: tuple[Path, ...] = (), *, within: str = "") -> None:
        """Hold every request against the page but those for its own files, or within its site."""
        own = within and url.startswith(within)
        if not own and url.partition("?")[0].partition("#")[0] not in {f.as_uri() for f in files}:
            self.complaints.append(f"request to {url}")

    def heed(self, page: Page, event: Any, heeded: Callable[[Any], None]) -> None:  # noqa: ANN401 (a literal of Playwright's)
        """Listen to an event of a page until the reader leaves."""
        page.on(event, heeded)
        self._heeded.append((page, event, heeded))

    def leave(self) -> None:
        """Give back the pages that were opened."""
        self._used_again.take_back()
        for page, event, heeded in self._heeded:
            page.remove_listener(event, heeded)

    def _make(self, settings: dict[str, Any], *, at_leisure: bool) -> Page:
        page = self.browser.new_context(**settings).new_page()
        if not at_leisure:
            page.add_init_script(BUSY)
        return page

    def _heed_complaints(self, page: Page) -> None:
        self.heed(page, "console", lambda message: note_message(message, self.complaints))
        self.heed(page, "pageerror", lambda error: self.complaints.append(str(error)))


def note_message(message: ConsoleMessage, complaints: list[str]) -> None:
    """Hold what a browser says against the page, unless a test asked for it.

    What tests and Playwright run in a page has no address: a browser remarks on some of their
    questions where the page is still hidden in part, as it is for two frames while it opens.
    """
    if str(message.type) != "verbose" or message.location["url"]:
        complaints.append(message.text)


def turn(page: Page | Frame, language: str) -> None:
    """Choose a language, by its code, and wait until the page has been loaded in it."""
    page.locator(f'[data-language="{language}"]').click()
    page.wait_for_selector(f'{READY}[lang="{language}"]')


def world(page: Page) -> Locator:
    """Find the map on an English page."""
    return page.get_by_role("toolbar", name="Map of the presences")


def symbols(page: Page) -> Locator:
    """Find every symbol on the map of an English page."""
    return world(page).locator("[data-presence]")


def symbol(page: Page, presence: str) -> Locator:
    """Find one symbol on the map of an English page."""
    return world(page).locator(f'[data-presence="{presence}"]')


def entries(page: Page | Frame) -> Locator:
    """Find the entries of the list."""
    return page.get_by_role("listitem").and_(page.locator("[data-presence]"))


def entry(page: Page, presence: str) -> Locator:
    """Find one entry of the list."""
    return page.get_by_role("listitem").and_(page.locator(f'[data-presence="{presence}"]'))


def focused(page: Page) -> str | None:
    """Return the id of the presence whose symbol has the focus."""
    found: str | None = page.evaluate("document.activeElement.dataset.presence ?? null")
    return found


def boxes(page: Page) -> dict[str, tuple[float, float, float, float]]:
    """Return left, top, right and bottom of every symbol on the screen, in pixels, by id."""
    return {
        box[0]: tuple(box[1:])
        for box in symbols(page).evaluate_all(
            """all => all.map(one => {
              const { left, top, right, bottom } = one.getBoundingClientRect()
              return [one.dataset.presence, left, top, right, bottom]
            })"""
        )
    }
