"""An address that is stale or means harm is passed over with grace."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from playwright.sync_api import expect

from tests.browser.controls import agreed, choice, details, search
from tests.browser.geometry import coloured
from tests.browser.reader import PLACES, READY

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader

SCRIPT = quote("<script>alert(1)</script><img src=x onerror=alert(2)>")
LONG = "x" * 5000
# Queries that mean harm, or that an older map may have written; each leaves all 104 shown.
STALE = (
    "presence=nobody&category=embassy&region=atlantis&evidence=rumour&sort=random&view=2/13",
    "lang=__proto__&category=__proto__&region=constructor&presence=toString&sort=valueOf",
    f"presence={SCRIPT}&view=0.00/-9999999.00/9999999.00&lang={SCRIPT}",
    f"category={LONG}&region={LONG}&view={LONG}",
    "q=%00%E2%80%AE&&&=&?#%",
)


def test_what_is_not_known_is_passed_over(english: Page, map_file: Path) -> None:
    """All is shown, nothing is chosen, the map is not empty, and nobody complains."""
    empty = []
    for stale in STALE:
        english.goto(f"{map_file.as_uri()}?{stale}")
        english.wait_for_selector(READY)
        expect(details(english)).to_be_hidden()
        empty += [] if len(agreed(english)) == PLACES and coloured(english) else [stale]
    assert empty == []


def test_a_hostile_search_is_shown_as_text(reader: Reader, map_file: Path) -> None:
    """It stands in the field, finds nothing, and runs nothing."""
    page = reader.open(map_file, query=f"?q={SCRIPT}")
    expect(search(page)).to_have_value("<script>alert(1)</script><img src=x onerror=alert(2)>")
    assert agreed(page) == set()
    choice(page, "Region").select_option(label="Africa")
    expect(page.locator("img")).to_have_count(0)
