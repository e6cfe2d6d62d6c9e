"""The page that `watch` serves follows every save, and keeps what its reader looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.controls import details
from tests.browser.following import alert, follow, page, visit
from tests.browser.reader import PLACES, symbols
from tests.support.watched import watched

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.reader import Reader
    from tests.support.watched import Watched

__all__ = ["page", "watched"]  # fixtures

CERTAIN, INFERRED = "ken-adviser,listed,adviser,yes", "ken-adviser,listed,adviser,no"


@pytest.mark.parametrize("page", [1280, 360], indirect=True)
def test_a_changed_row_shows_with_the_same_view(page: Page, watched: Watched) -> None:
    """Language, selection, view and scroll position stay, and the history is no longer."""
    address, steps = page.url, page.evaluate("history.length")
    expect(details(page)).not_to_contain_text("inferred")
    watched.folder.edit("presences.csv", CERTAIN, INFERRED)
    follow(page, watched)
    expect(details(page)).to_contain_text("inferred")
    assert (page.url, page.evaluate("history.length")) == (address, steps)
    page.wait_for_function("() => window.scrollY === 700")


def test_a_first_build_that_fails_comes_alive(reader: Reader, watched: Watched) -> None:
    """There is no map yet; the page says why, and becomes the map when that is mended."""
    watched.folder.edit("presences.csv", ",ARG,", ",ARX,")
    watched.next()
    page = visit(reader, watched, ready=False)
    expect(alert(page)).to_contain_text("country: 'ARX' is unknown")
    assert Axe().run(page).violations_count == 0
    watched.folder.edit("presences.csv", ",ARX,", ",ARG,")
    follow(page, watched)
    expect(symbols(page)).to_have_count(PLACES)
    expect(alert(page)).to_be_hidden()
