"""A reader of the page, who finds things by what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Frame, Locator, Page

SIZES = {1280: 800, 768: 1024, 360: 740}
LOCALES = {"ar": "ar-EG", "en": "en-GB", "es": "es-MX", "fr": "fr-SN", "ru": "ru-RU", "zh": "zh-CN"}
PLACES = 104
READY = "html[data-ready]:not(.starting)"
SETTLED = "[data-settled]"  # all labels have found a place that can
# A device that has no time for what can wait, as many have: a page then places labels once.
BUSY = "window.requestIdleCallback = () => 0"
NEXT_FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
CANDIDATES = 6


class Reader:
    """Opens the map as a reader does, and collects whatever goes wrong meanwhile."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.complaints: list[str] = []

    def new_page(self, options: dict[str, object], *, at_leisure: bool = False) -> Page:
        """Return an empty page, whose complaints are collected; busy, unless told otherwise."""
        settings: Any = {"locale": "en-GB", "reduced_motion": "reduce", **options}
        page = self.browser.new_context(**settings).new_page()
        if not at_leisure:
            page.add_init_script(BUSY)
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
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
        usual = {"viewport": size, "offline": True}
        page = self.new_page(usual | options, at_leisure=settled)
        page.on("request", lambda request: self.note_request(request.url, files))
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
