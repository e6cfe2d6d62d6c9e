"""Frames of every size, on the screen and on paper: the map and the disclaimer are in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.geometry import MARGINS
from tests.browser.host import RESIZED, map_frame, site
from tests.browser.paper import printed_text
from tests.browser.reader import NEXT_FRAME

if TYPE_CHECKING:
    from tests.browser.host import Site
    from tests.browser.reader import Reader

__all__ = ["site"]

FRAME = '<iframe src="map.html?embed&amp;lang={}" width="{}" height="{}"></iframe>'
ENDS = """() => {
  const bottom = (selector) => document.querySelector(selector).getBoundingClientRect().bottom
  return [bottom('.world'), bottom('.disclaimer')].map((y) => y + scrollY)
}"""
# How far the drawing that goes onto paper lies within the map's region.
ON_PAPER = """() => {
  const sea = document.querySelector('.sea').getBoundingClientRect()
  const world = document.querySelector('.world').getBoundingClientRect()
  return [sea.left - world.left, sea.top - world.top, world.right - sea.right,
    world.bottom - sea.bottom]
}"""


@pytest.mark.parametrize("lang", ["ru", "ar"])
def test_map_and_disclaimer_are_in_every_frame(reader: Reader, site: Site, lang: str) -> None:
    """They need 700 pixels, in the longest language and in Arabic, in columns of every width.

    A very low frame has all of each and of the link, without scrolling: the whole world, if small.
    """
    page = site.visit(reader, FRAME.format(lang, 320, 2000), width=1640)
    frame = map_frame(page)
    for width in (320, 645, 1000, 1023, 1024, 1600):
        page.locator("iframe").evaluate(RESIZED, (width, 2000))
        frame.evaluate(NEXT_FRAME)
        world, disclaimer = frame.evaluate(ENDS)
        assert world < disclaimer <= 700, width
    for size in ((300, 150), (390, 219), (640, 340)):
        page.locator("iframe").evaluate(RESIZED, size)
        frame.wait_for_function(
            "size => innerWidth === size[0] && innerHeight === size[1]", arg=size
        )
        for selector in (".world", ".disclaimer", ".full-page"):
            expect(frame.locator(selector), str(size)).to_be_in_viewport(ratio=0.99)
        frame.wait_for_function(f"() => ({MARGINS})().every((edge) => edge >= 0)")
        assert frame.locator(".world").evaluate("one => one.offsetHeight") >= 50, size


def test_the_sheet_opens_right_under_the_map(reader: Reader, site: Site) -> None:
    """On a telephone, in a frame that is higher than its screen."""
    frame = map_frame(site.visit(reader, FRAME.format("en", 380, 1100), width=390))
    frame.locator('[role=toolbar] [data-presence="ken-adviser"]').press("Enter")
    sheet = frame.get_by_role("dialog")
    expect(sheet).to_be_visible()
    gap = frame.evaluate(
        """() => document.querySelector('.details').getBoundingClientRect().top
          - document.querySelector('.world').getBoundingClientRect().bottom"""
    )
    assert 0 <= gap <= 60


@pytest.mark.parametrize("width", [380, 1180])
def test_a_printed_article_has_the_whole_map_and_the_disclaimer(
    reader: Reader, site: Site, width: int
) -> None:
    """Whether its frame is narrower than the sheet or wider; the legend too, which was folded."""
    page = site.visit(reader, FRAME.format("en", "100%", 1180), width=width)
    frame = map_frame(page)
    frame.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 900})
    assert min(frame.evaluate(ON_PAPER)) >= -1
    inside = frame.evaluate(
        """() => document.documentElement.clientWidth
          - document.querySelector('.world').getBoundingClientRect().right"""
    )
    assert inside >= -1
    page.emulate_media(media="null")  # each its own: the sheet's, once it is printed
    frame.evaluate("window.dispatchEvent(new Event('afterprint'))")
    words = printed_text(page.pdf())
    assert "designations used on this map" in words
    assert "Headquarters" in words  # of the legend, which is folded on the screen
    assert "All presences" not in words  # the heading of a list that is folded
