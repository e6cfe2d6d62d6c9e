"""What is wrong in the data stands over the last good map until it is mended or put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.controls import details
from tests.browser.following import alert, page, spoil, visit
from tests.browser.reader import PLACES, entry, symbols
from tests.support.watched import watched

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.reader import Reader
    from tests.support.watched import Watched

__all__ = ["page", "watched"]  # fixtures

CODE = "<img src=x onerror=alert(1)>"


def test_a_fault_is_shown_over_the_last_good_map(page: Page, watched: Watched) -> None:
    """Each with its file and line, over a map that still answers; mended, it is gone.

    What the data says is shown and not run.
    """
    shown = spoil(watched, page)
    expect(shown).to_contain_text("1 fault; nothing was written.")
    expect(shown.get_by_role("listitem")).to_have_count(1)
    expect(symbols(page)).to_have_count(PLACES)
    entry(page, "xkx-unmik").get_by_role("button").click()
    expect(details(page)).to_contain_text("Kosovo")
    watched.folder.edit("presences.csv", ",ARX,", f",{CODE},")
    watched.failed()
    expect(shown).to_contain_text(CODE)
    expect(page.locator("img[src=x]")).to_have_count(0)
    watched.folder.edit("presences.csv", f",{CODE},", ",ARG,")
    watched.mended()
    expect(shown).to_be_hidden()
    expect(details(page)).to_contain_text("Kosovo")


def test_a_page_opened_while_there_is_a_fault(reader: Reader, watched: Watched) -> None:
    """It shows the fault as well, over a map; as accessible as the page, either way it is written.

    axe-core finds nothing in it.
    """
    watched.mended()
    watched.folder.edit("presences.csv", ",ARG,", ",ARX,")
    watched.failed()
    for language in ("en", "ar"):
        page = visit(reader, watched, f"?lang={language}")
        expect(alert(page)).to_contain_text("country: 'ARX' is unknown")
        expect(page.locator("[role=toolbar] [data-presence=ken-adviser]")).to_be_visible()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        page.context.close()


def test_a_fault_can_be_put_away(page: Page, watched: Watched) -> None:
    """With the button, then with Escape; each time the next one is shown again."""
    shown = spoil(watched, page)
    faults = 1
    for key, country in (("Enter", "BRA"), ("Escape", "MEX")):
        page.get_by_role("button", name="Close").last.focus()
        page.keyboard.press(key)
        expect(shown).to_be_hidden()
        expect(details(page)).to_be_visible()
        watched.folder.edit("presences.csv", f",{country},", f",{country[:2]}0,")
        watched.failed()
        faults += 1
        expect(shown.get_by_role("listitem")).to_have_count(faults)
