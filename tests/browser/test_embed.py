"""The map in other people's pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.host import map_frame, site
from tests.browser.reader import READY, entries, symbol, turn

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.host import Site
    from tests.browser.reader import Reader

__all__ = ["site"]

SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"
STRIPPED = '<iframe src="map.html?embed&amp;lang={lang}" width="{width}" height="600"></iframe>'
SANDBOXED = f'<iframe sandbox="{SANDBOX}" src="map.html?{{}}" width="900" height="640"></iframe>'
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_the_embed_is_the_map_alone(reader: Reader, map_file: Path) -> None:
    """With disclaimer, legend and language switch; without list, filters and figures."""
    page = reader.open(map_file, query="?embed")
    for text in ("do not imply official endorsement", "not reviewed by United Nations Geospatial"):
        expect(page.locator("figcaption").get_by_text(text)).to_be_in_viewport(ratio=1)
    expect(page.get_by_text("Legend", exact=True)).to_be_visible()
    expect(page.get_by_role("group", name="Language").get_by_role("button")).to_have_count(6)
    expect(entries(page).filter(visible=True)).to_have_count(0)
    expect(page.get_by_role("search")).to_be_hidden()
    expect(page.get_by_role("button", name="Embed this map")).to_be_hidden()
    symbol(page, "ken-adviser").click()
    turn(page, "ru")
    expect(page.get_by_role("dialog")).to_contain_text("Кения")


def test_a_host_that_strips_attributes_has_a_map(reader: Reader, site: Site) -> None:
    """Source, width and height are enough, in an Arabic host too."""
    page = site.visit(reader, STRIPPED.format(lang="ar", width=700), lang="ar")
    frame = map_frame(page)
    expect(frame.locator("html")).to_have_attribute("dir", "rtl")
    frame.locator('[role=toolbar] [data-presence="ken-adviser"]').click()
    expect(frame.get_by_role("dialog")).to_contain_text("كينيا")
    assert page.evaluate(OVERFLOW) == 0


def test_a_narrow_frame_needs_no_scrolling_sideways(reader: Reader, site: Site) -> None:
    """From right to left and in the longest language, with a presence chosen."""
    frame = map_frame(site.visit(reader, STRIPPED.format(lang="ar", width=280), width=360))
    frame.locator('[role=toolbar] [data-presence="arg-adviser"]').click()
    for language in ("ru", "ar"):
        turn(frame, language)
        assert frame.evaluate(OVERFLOW) <= 0, language


def test_the_full_page_opens_outside_the_frame(reader: Reader, site: Site) -> None:
    """In the state that the frame shows, out of a sandbox without an origin of its own."""
    page = site.visit(reader, SANDBOXED.format("embed&amp;lang=en&amp;region=africa"))
    frame = map_frame(page)
    turn(frame, "fr")
    with page.context.expect_page() as opened:
        frame.get_by_role("link", name="page").click()
    full = opened.value
    full.wait_for_selector(READY)
    assert full.url == f"{site.address}/map.html?lang=fr&region=africa"
    expect(full.get_by_role("search")).to_be_visible()
    assert page.url.endswith("host.html")


@pytest.mark.parametrize("query", ["lang=en", "embed&amp;lang=en"])
def test_a_download_works_from_inside_a_sandbox(reader: Reader, site: Site, query: str) -> None:
    """The list of what the frame shows, made in the frame."""
    page = site.visit(reader, SANDBOXED.format(query))
    frame = map_frame(page)
    with page.expect_download() as download:
        frame.get_by_role("button", name="Download CSV").click()
    assert download.value.suggested_filename == "presences.csv"


def test_the_keyboard_goes_into_the_frame_and_out(reader: Reader, site: Site) -> None:
    """From the link before to a symbol, and on to the link after: no trap."""
    page = site.visit(reader, SANDBOXED.format("embed&amp;lang=en"))
    frame = map_frame(page)
    page.get_by_role("link", name="before").focus()
    met = []
    for _ in range(40):
        page.keyboard.press("Tab")
        met.append(frame.evaluate("document.activeElement.dataset.presence ?? null"))
        if page.evaluate("document.activeElement.textContent") == "after":
            break
    assert len({one for one in met if one}) == 1
    expect(page.get_by_role("link", name="after")).to_be_focused()
