"""Frames that let no script run: editors empty the sandbox, servers block what is in the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapping.i18n.localized import LANGUAGES
from tests.browser.host import RESIZED, map_frame, site
from tests.browser.reader import PLACES, READY

if TYPE_CHECKING:
    from playwright.sync_api import FrameLocator

    from tests.browser.host import Site
    from tests.browser.reader import Reader

__all__ = ["site"]

FRAME = '<iframe sandbox="{}" src="map.{}.html?embed" width="{}" height="{}"></iframe>'
SIZES = [(645, 1180), (390, 1180), (300, 150)]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def emptied(
    site: Site, reader: Reader, code: str, size: tuple[int, int], sandbox: str = ""
) -> FrameLocator:
    """Open a host whose frame may do no more than it says."""
    page = site.visit(reader, FRAME.format(sandbox, code, *size))
    frame = page.frame_locator("iframe")
    expect(frame.locator("html")).to_have_attribute("lang", code)
    return frame


def pardon(reader: Reader) -> None:
    """Forget that the browser said what it blocked."""
    blocked = [one for one in reader.complaints if "Blocked script execution" in one]
    assert blocked == reader.complaints
    reader.complaints.clear()


@pytest.mark.parametrize("code", ["en", "ar", "zh"])
def test_an_emptied_sandbox_has_the_way_to_the_map_at_its_top(
    reader: Reader, site: Site, code: str
) -> None:
    """Then the list and the other languages; all of it in view, and the list in its language.

    In a frame that is narrower than its host, in a narrow one, and in one of the usual smallest.
    """
    frame = emptied(site, reader, code, SIZES[0])
    notice = frame.locator(".scripts-off")
    expect(notice.locator('a[target="_blank"]')).to_have_count(1)
    expect(notice.locator("li a")).to_have_count(len(LANGUAGES))
    expect(frame.locator("li[data-presence]")).to_have_count(PLACES)
    for size in SIZES:
        frame.owner.evaluate(RESIZED, size)
        expect(frame.locator("html")).to_have_js_property("clientWidth", size[0])
        expect(frame.locator(".stage")).to_be_hidden()
        expect(notice).to_be_in_viewport(ratio=1)
        assert frame.locator("html").evaluate(f"() => {OVERFLOW}") <= 0, size
    pardon(reader)


def test_the_other_languages_are_links_within_the_frame(reader: Reader, site: Site) -> None:
    """And so is the list."""
    frame = emptied(site, reader, "zh", (645, 600))
    frame.get_by_role("link", name="Français").click()
    expect(frame.locator("html")).to_have_attribute("lang", "fr")
    expect(frame.get_by_role("link", name="Français")).to_have_attribute("aria-current", "page")
    frame.locator('.scripts-off a[href="#list"]').click()
    expect(frame.locator("#list-title")).to_be_in_viewport()
    pardon(reader)


def test_the_link_opens_the_map_where_windows_may_be_opened(reader: Reader, site: Site) -> None:
    """The same page, out of the sandbox, whole: without the parameter of the frame."""
    allowed = "allow-popups allow-popups-to-escape-sandbox"
    frame = emptied(site, reader, "en", (645, 600), allowed)
    with frame.owner.page.context.expect_page() as opened:
        frame.get_by_role("link", name="in a page of its own").click()
    opened.value.wait_for_selector(f"{READY}:not(.embed)")
    assert opened.value.url.partition("?")[0] == f"{site.address}/map.en.html"
    pardon(reader)


def test_without_scripts_the_legend_is_next_to_nothing(reader: Reader, site: Site) -> None:
    """On a wide page whose scripts a header blocks, it has the width of the page."""
    site.headers["/map.en.html"] = {"Content-Security-Policy": "script-src 'self'"}
    page = site.show(reader, "map.en.html")
    expect(page.locator(".scripts-off")).to_be_in_viewport()
    width = page.locator(".legend-body").evaluate("one => one.offsetWidth")
    assert width > 1000
    tops = page.locator(".legend-body > *").evaluate_all("all => all.map((one) => one.offsetTop)")
    assert max(tops) - min(tops) <= 8
    reader.complaints.clear()


def test_a_sandbox_without_windows_gives_the_address(reader: Reader, site: Site) -> None:
    """Scripts run, and the link to the full page says so where it cannot open it."""
    page = site.visit(reader, FRAME.format("allow-scripts", "en", 700, 900))
    frame = map_frame(page)
    link = frame.locator(".full-page")
    expect(frame.get_by_text("may not open windows")).to_have_count(0)
    link.click()
    said = frame.get_by_text("This page may not open windows.")
    expect(said).to_contain_text(f"{site.address}/map.en.html")
    expect(said).to_have_role("status")
    assert all("allow-popups" in one for one in reader.complaints)
    reader.complaints.clear()


def test_paper_has_the_list_without_the_notice(reader: Reader, site: Site) -> None:
    """Nobody follows a link on paper."""
    page = site.show(reader, "map.en.html", java_script_enabled=False)
    expect(page.locator(".scripts-off")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".scripts-off")).to_be_hidden()
    expect(page.locator("#list-title")).to_be_visible()
