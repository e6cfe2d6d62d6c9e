"""The page that `watch` serves, open in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.controls import details
from tests.browser.reader import READY, SIZES

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.reader import Reader
    from tests.support.watched import Watched

STATE = "?lang=en&presence=ken-adviser&view=2.00/3.00/30.00"
# A narrow page that opens with details scrolls to their symbol, after the next frame.
SCROLLED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


def visit(
    reader: Reader, watched: Watched, query: str = "", width: int = 1280, *, ready: bool = True
) -> Page:
    """Open the served page; whatever it asks of others, or complains of, is held against it."""
    page = reader.new_page({"viewport": {"width": width, "height": SIZES[width]}})
    address = watched.server.address
    page.on("request", lambda request: reader.note_request(request.url, within=address))
    page.goto(address + query)
    if ready:
        page.wait_for_selector(READY, state="attached")
    return page


def alert(page: Page) -> Locator:
    """Find what the page says is wrong."""
    return page.get_by_role("alert")


def follow(page: Page, watched: Watched) -> None:
    """Wait until a good build is on the page, and the page has come to rest."""
    watched.mended()
    version = watched.server.state.updates["version"]
    settled = f'{READY} script[data-version="{version}"]'
    page.wait_for_selector(settled, state="attached")


@pytest.fixture(params=[1280])
def page(reader: Reader, watched: Watched, request: pytest.FixtureRequest) -> Page:
    """Open a chosen presence, near, on a page that is scrolled down."""
    watched.mended()
    page = visit(reader, watched, STATE, request.param)
    expect(details(page)).to_be_visible()
    page.evaluate(SCROLLED)
    page.evaluate("window.scrollTo(0, 700)")
    return page


def spoil(watched: Watched, page: Page) -> Locator:
    """Make a fault, and wait until the page tells it."""
    watched.folder.edit("presences.csv", ",ARG,", ",ARX,")
    watched.failed()
    expect(alert(page)).to_contain_text("country: 'ARX' is unknown")
    return alert(page)
