"""At a zoom of 200 % and 400 %, and in any short window, details can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from playwright.sync_api import expect

from tests.browser.controls import details
from tests.browser.reader import LOCALES, entry, symbol

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader

# 1280 by 1024 at 125, 150, 200, 300 and 400 %; a laptop at 150 and 200 %; telephones both ways.
WINDOWS = [(1024, 819), (853, 683), (640, 512), (427, 341), (320, 256), (853, 533), (640, 400),
           (844, 390), (360, 740), (320, 480)]  # fmt: skip
LONGEST = "mli-minusma"
LONE = "mng-adviser"  # shown by itself, not within a circle, in the smallest window
# Between the upper edge of the text, and the controls that stand over its end: what is in view.
READING = """panel => {
  const box = (one) => one.getBoundingClientRect()
  const [text, steps] = [panel.querySelector('dl').parentElement, panel.querySelector('.steps')]
  const [top, bottom] = [Math.max(0, box(panel).top, box(text).top), Math.min(innerHeight, box(steps).top)]
  const caption = box(document.querySelector('.caption'))
  return {
    height: bottom - top, text: text.scrollHeight, window: innerHeight,
    over: Math.min(caption.bottom, box(panel).bottom) - Math.max(caption.top, box(panel).top),
    aside: document.documentElement.scrollWidth - innerWidth,
  }
}"""  # noqa: E501 (JavaScript)

HIDDEN = """link => {
  link.style.cssText = 'font-size: 3rem; inline-size: 8rem'
  return link.getBoundingClientRect().bottom + scrollY <= 0
}"""


class Reading(NamedTuple):
    """What can be read at once of the details, in pixels, and what is in the way."""

    height: float
    text: float
    window: float
    over: float
    aside: float


def reading(page: Page) -> Reading:
    """Measure what is in view of the details."""
    panel = page.get_by_role("dialog")
    expect(panel).to_be_visible()
    return Reading(**panel.evaluate(READING))


@pytest.mark.parametrize("language", ["ar", "ru"])  # from right to left, and the longest
def test_half_of_the_window_is_there_to_read_in(
    reader: Reader, map_file: Path, language: str
) -> None:
    """Or all that there is to read; not over the disclaimer, and nothing hangs out sideways."""
    page = reader.open(map_file, locale=LOCALES[language])
    for width, height in WINDOWS:
        page.set_viewport_size({"width": width, "height": height})
        entry(page, LONGEST).get_by_role("button").dispatch_event("click")
        found = reading(page)
        assert found.window == height
        assert found.height >= min(found.window / 2, found.text), (width, height)
        assert found.over <= 1, (width, height)
        assert found.aside <= 0, (width, height)
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()


def test_details_from_the_list_begin_with_their_beginning(english: Page) -> None:
    """The page goes up to them; closed, it shows what has the focus again."""
    button = entry(english, LONGEST).get_by_role("button")
    for width, height in ((320, 256), (640, 512)):
        english.set_viewport_size({"width": width, "height": height})
        button.click()
        expect(details(english).get_by_role("heading", level=2)).to_be_in_viewport(ratio=1)
        found = reading(english)
        assert found.height >= min(height / 2, found.text)
        english.keyboard.press("Escape")
        expect(button).to_be_focused()
        expect(button).to_be_in_viewport(ratio=0.9)


def test_closed_at_400_percent_the_symbol_is_in_view_again(reader: Reader, map_file: Path) -> None:
    """Focus comes back to where one sees it; what an address opens is seen at once."""
    opened = {"width": 320, "height": 256}
    page = reader.open(map_file, viewport=opened, query=f"?presence={LONGEST}")
    expect(details(page).get_by_role("heading", level=2)).to_be_in_viewport(ratio=1)
    assert page.get_by_role("link", name="Skip to the map").evaluate(HIDDEN)
    page.keyboard.press("Escape")
    symbol(page, LONE).focus()
    page.keyboard.press("Enter")
    expect(details(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(symbol(page, LONE)).to_be_focused()
    expect(symbol(page, LONE)).to_be_in_viewport(ratio=1)
