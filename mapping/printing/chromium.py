"""Chromium, which measures type and writes the sheets; the only import of playwright."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error, sync_playwright

from mapping.errors import MissingToolError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ARGUMENTS = ("--no-sandbox", "--disable-background-networking", "--disable-component-update")
# In larger tiles than its own, a picture of 17 million pixels takes a fifth of the time.
TILES = ("--default-tile-width=2048", "--default-tile-height=2048")
# The first has no windows, and so less to do for each page.
CHROMIUM_PROGRAMS = ("chromium-headless-shell", "chromium", "google-chrome")
# As a text, for playwright would look at every number by itself.
CALL = """async (module, [name, argument]) =>
  JSON.stringify((await module[name](JSON.parse(argument))) ?? null)"""
SAMPLE = "[data-sample]"  # elements as marked by ``sample-letters.js``
NO_CHROMIUM = (
    "printing needs Chromium, and none starts ({reason}); install one (Debian: apt-get install "
    "chromium; anywhere: python -m playwright install chromium), or name one in CHROMIUM"
)


class Tab:
    """A page in Chromium, with a joined script of ours (see ``bundle``)."""

    def __init__(self, page: Page, html: str, script: str) -> None:
        self._page = page
        page.set_content(html)
        self._module = page.evaluate_handle(script)

    def close(self) -> None:
        """Close the page."""
        self._page.close()

    def call(self, function: str, argument: object = None) -> Any:  # noqa: ANN401 (what the script gives)
        """Return what a function that the script exports returns, a promise awaited."""
        return json.loads(self._module.evaluate(CALL, [function, json.dumps(argument)]))

    def fonts(self) -> set[str]:
        """Return the families of the fonts that the texts of an SVG were really set in."""
        self.call("markSample")
        client = self._page.context.new_cdp_session(self._page)
        for part in ("DOM", "CSS"):
            client.send(f"{part}.enable")
        root = client.send("DOM.getDocument")["root"]["nodeId"]
        texts = client.send("DOM.querySelectorAll", {"nodeId": root, "selector": SAMPLE})
        found = {
            font["familyName"]
            for node in texts["nodeIds"]
            for font in client.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        }
        self.call("unmarkSample")
        return found

    def pdf(self, width: float, height: float) -> bytes:
        """Return the page as a tagged PDF of one leaf, in millimetres."""
        return self._page.pdf(
            width=f"{width}mm", height=f"{height}mm", print_background=True, tagged=True
        )

    def png(self, width: int, height: int) -> bytes:
        """Return the page as a picture, in pixels."""
        self._page.set_viewport_size({"width": width, "height": height})
        return self._page.screenshot()


class Chromium:
    """Chromium, started."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    def tab(self, html: str, script: str) -> Tab:
        """Return a new page."""
        return Tab(self._browser.new_page(), html, script)


@contextmanager
def chromium() -> Iterator[Chromium]:
    """Yield Chromium, started; see `launched`."""
    with launched(*TILES) as browser:
        yield Chromium(browser)


@contextmanager
def launched(*options: str) -> Iterator[Browser]:
    """Yield the Chromium that CHROMIUM names, the system's, else Playwright's own.

    Raises
    ------
    MissingToolError
        There is none, or it does not start; says how to get one.
    """
    named = os.environ.get("CHROMIUM")
    program = named or next(filter(None, map(shutil.which, CHROMIUM_PROGRAMS)), None)
    with sync_playwright() as play:
        try:
            browser = play.chromium.launch(executable_path=program, args=[*ARGUMENTS, *options])
        except Error as error:
            reason = error.message.splitlines()[0]
            raise MissingToolError(NO_CHROMIUM.format(reason=reason)) from None
        try:
            yield browser
        finally:
            browser.close()
