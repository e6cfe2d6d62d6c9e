"""Every state of the page is for everyone: light, dark, forced colours, narrow, large."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from playwright.sync_api import expect

from tests.browser.axe import choose, violations
from tests.browser.reader import entry, symbol, turn

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# The contrast of two colours of a symbol, as WCAG 2.2 reckons it.
# What is drawn of each kind at every place where one is.
SYMBOLS = "[role=toolbar] marker"
CONTRAST = """(one) => {
  const light = (selector, part) => {
    const colour = getComputedStyle(one.querySelector(selector))[part]
    const [r, g, b] = colour.match(/[\\d.]+/g).map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [a, b] = [light('.mark', 'stroke'), light('.halo', 'fill')].sort((x, y) => y - x)
  return (a + 0.05) / (b + 0.05)
}"""


def test_forced_colours_leave_symbols_and_focus_visible(reader: Reader, map_file: Path) -> None:
    """Each symbol's outline stands out from what lies around it, and so does the focus."""
    page = reader.open(map_file, forced_colors="active")
    assert min(page.locator(SYMBOLS).evaluate_all(f"all => all.map({CONTRAST})")) >= 3
    page.keyboard.press("Tab")
    symbol(page, "ken-adviser").focus()
    expect(symbol(page, "ken-adviser")).to_have_css("outline-style", "solid")
    page.get_by_role("searchbox").focus()
    expect(page.get_by_role("searchbox")).to_have_css("outline-style", "solid")
    assert violations(page) == ""


def test_every_symbol_has_an_edge_of_enough_contrast(english: Page) -> None:
    """Outline against halo at least three to one on any fill, in the light and the dark scheme."""
    scheme: Literal["light", "dark"]
    for scheme in ("light", "dark"):
        english.emulate_media(color_scheme=scheme)
        contrasts = english.locator(SYMBOLS).evaluate_all(f"all => all.map({CONTRAST})")
        assert min(contrasts) >= 3, scheme


def test_the_page_reflows_in_every_state(reader: Reader, map_file: Path) -> None:
    """At 320 pixels, with a filter, the details and the dialog."""
    page = reader.open(map_file, viewport={"width": 320, "height": 640})
    choose(page)
    for language in ("ar", "ru"):  # from right to left, and the longest
        turn(page, language)
        assert page.evaluate(SIDEWAYS) <= 0, language
    page.locator(".offer").click()
    assert page.evaluate(SIDEWAYS) <= 0
    dialog = page.get_by_role("dialog").filter(has=page.locator("textarea"))
    box = dialog.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320


def test_the_page_can_be_used_at_400_percent(reader: Reader, map_file: Path) -> None:
    """A laptop's screen at that zoom is 320 by 200: nothing sticks over what one wants to see."""
    page = reader.open(map_file, viewport={"width": 320, "height": 200}, device_scale_factor=4)
    assert page.evaluate(SIDEWAYS) <= 0
    choose(page)
    assert page.evaluate(SIDEWAYS) <= 0
    for target in (page.get_by_role("searchbox"), entry(page, "ner-g5-sahel").locator("button")):
        target.focus()
        hit = target.evaluate(
            """(one) => {
              const { left, top, width, height } = one.getBoundingClientRect()
              const there = document.elementFromPoint(left + width / 2, top + height / 2)
              return one.contains(there)
            }"""
        )
        assert hit


def test_text_may_be_enlarged_alone(reader: Reader, map_file: Path) -> None:
    """Larger letters in the browser's settings push nothing out of the page; long words neither."""
    page = reader.open(map_file, locale="ru-RU")
    session = page.context.new_cdp_session(page)
    for percent in (200, 400):
        size = {"standard": 16 * percent // 100, "fixed": 13 * percent // 100}
        session.send("Page.setFontSizes", {"fontSizes": size})
        expect(page.locator("html")).to_have_css("font-size", f"{size['standard']}px")
        assert page.evaluate(SIDEWAYS) <= 0, percent
        choose(page)
        assert page.evaluate(SIDEWAYS) <= 0, percent
        page.keyboard.press("Escape")
