"""The page that `watch` serves: it follows every save and keeps what its reader looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.controls import details
from tests.browser.reader import PLACES, entry, symbol, symbols
from tests.watched import watched

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.reader import Reader
    from tests.watched import Watched

__all__ = ["watched"]  # a fixture

STATE = "?lang=en&presence=ken-adviser&view=2.00/3.00/30.00"
CERTAIN, INFERRED = "ken-adviser,listed,adviser,yes", "ken-adviser,listed,adviser,no"


def visit(reader: Reader, watched: Watched, query: str = "") -> Page:
    """Open the served page; whatever it asks of others, or complains of, is held against it."""
    context = reader.browser.new_context(
        viewport={"width": 1280, "height": 800}, locale="en-GB", reduced_motion="reduce"
    )
    page = context.new_page()
    address = watched.server.address
    page.on("console", lambda message: reader.complaints.append(message.text))
    page.on("pageerror", lambda error: reader.complaints.append(str(error)))
    page.on("request", lambda one: one.url.startswith(address) or reader.complaints.append(one.url))
    page.goto(address + query)
    return page


def alert(page: Page) -> Locator:
    """Find what the page says is wrong."""
    return page.get_by_role("alert")


def follow(page: Page, watched: Watched) -> None:
    """Wait until a good build is on the page, and the page has come to rest."""
    watched.mended()
    version = watched.server.state.news["version"]
    settled = f'html[data-ready]:not(.starting) script[data-version="{version}"]'
    page.wait_for_selector(settled, state="attached")


@pytest.fixture
def page(reader: Reader, watched: Watched) -> Page:
    """Open a chosen presence, near, on a page that is scrolled down."""
    watched.mended()
    page = visit(reader, watched, STATE)
    page.wait_for_selector("html[data-ready]:not(.starting)", state="attached")
    expect(details(page)).to_be_visible()
    page.evaluate("window.scrollTo(0, 700)")
    return page


def spoil(watched: Watched, page: Page) -> Locator:
    """Make a fault, and wait until the page tells it."""
    watched.folder.edit("presences.csv", ",ARG,", ",ARX,")
    watched.failed()
    expect(alert(page)).to_contain_text("country 'ARX' is unknown")
    return alert(page)


def test_a_changed_row_shows_with_the_same_view(page: Page, watched: Watched) -> None:
    """Language, selection, view and scroll position are those of before, and no step back is made."""
    address, steps = page.url, page.evaluate("history.length")
    expect(details(page)).not_to_contain_text("inferred")
    watched.folder.edit("presences.csv", CERTAIN, INFERRED)
    follow(page, watched)
    expect(details(page)).to_contain_text("inferred")
    assert (page.url, page.evaluate("history.length")) == (address, steps)
    page.wait_for_function("() => window.scrollY === 700")


def test_a_fault_stands_over_the_last_good_map(page: Page, watched: Watched) -> None:
    """Each with its file and line, over a map that still answers; mended, it is gone."""
    shown = spoil(watched, page)
    expect(shown).to_contain_text("1 fault; the last good map stays.")
    expect(shown.get_by_role("listitem")).to_have_count(1)
    expect(symbols(page)).to_have_count(PLACES)
    entry(page, "xkx-unmik").get_by_role("button").click()
    expect(details(page)).to_contain_text("Kosovo")
    watched.folder.edit("presences.csv", ",ARX,", ",ARG,")
    watched.mended()
    expect(shown).to_be_hidden()
    expect(details(page)).to_contain_text("Kosovo")


def test_a_page_opened_while_there_is_a_fault(reader: Reader, watched: Watched) -> None:
    """It shows the fault as well."""
    watched.mended()
    watched.folder.edit("presences.csv", ",ARG,", ",ARX,")
    watched.failed()
    page = visit(reader, watched)
    expect(alert(page)).to_contain_text("country 'ARX' is unknown")
    expect(symbol(page, "ken-adviser")).to_be_visible()


@pytest.mark.parametrize("key", ["Enter", "Escape"])
def test_a_fault_can_be_put_away(page: Page, watched: Watched, key: str) -> None:
    """With the button or with Escape; the next one is shown again."""
    shown = spoil(watched, page)
    page.get_by_role("button", name="Close").last.focus()
    page.keyboard.press(key)
    expect(shown).to_be_hidden()
    expect(details(page)).to_be_visible()
    watched.folder.edit("presences.csv", ",BRA,", ",BRX,")
    watched.failed()
    expect(shown.get_by_role("listitem")).to_have_count(2)


def test_a_fault_is_text(page: Page, watched: Watched) -> None:
    """What the data says is shown and not run."""
    watched.folder.edit("presences.csv", ",ARG,", ",<img src=x onerror=alert(1)>,")
    watched.failed()
    expect(alert(page)).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator("img[src=x]")).to_have_count(0)


def test_a_first_build_that_fails_comes_alive(reader: Reader, watched: Watched) -> None:
    """There is no map yet; the page says why, and becomes the map when that is mended."""
    watched.folder.edit("presences.csv", ",ARG,", ",ARX,")
    watched.next()
    page = visit(reader, watched)
    expect(alert(page)).to_contain_text("country 'ARX' is unknown")
    assert Axe().run(page).violations_count == 0
    watched.folder.edit("presences.csv", ",ARX,", ",ARG,")
    follow(page, watched)
    expect(symbols(page)).to_have_count(PLACES)
    expect(alert(page)).to_be_hidden()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_over_the_map(reader: Reader, watched: Watched, language: str) -> None:
    """The faults are as accessible as the page, whichever way that is written."""
    watched.mended()
    page = visit(reader, watched, f"?lang={language}")
    spoil(watched, page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
