"""What is wrong in the data stands over the last good map until it is mended or put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.controls import details
from tests.browser.following import alert, page, spoil, visit
from tests.browser.reader import PLACES, entry, symbol, symbols
from tests.support.watched import watched

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.reader import Reader
    from tests.support.watched import Watched

__all__ = ["page", "watched"]  # fixtures


def test_a_fault_is_shown_over_the_last_good_map(page: Page, watched: Watched) -> None:
    """Each with its file and line, over a map that still answers; mended, it is gone."""
    shown = spoil(watched, page)
    expect(shown).to_contain_text("1 fault; nothing was written.")
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
    expect(alert(page)).to_contain_text("country: 'ARX' is unknown")
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


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_over_the_map(reader: Reader, watched: Watched, language: str) -> None:
    """The faults are as accessible as the page, whichever way that is written."""
    watched.mended()
    page = visit(reader, watched, f"?lang={language}")
    spoil(watched, page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
