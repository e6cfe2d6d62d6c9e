"""Nothing happens unasked: not by the focus, not by a letter, not by a press that is taken back."""

from __future__ import annotations

from string import ascii_lowercase, digits, punctuation
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapping.i18n.localized import LANGUAGES
from tests.browser.controls import details
from tests.browser.reader import LOCALES, symbol

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.onlooker import Onlooker

STATE = """() => [location.href, history.length, document.documentElement.lang, scrollY,
  map_world.getZoom(), map_world.getCenter().toString(),
  document.querySelectorAll('dialog[open], [role=dialog]:not([hidden])').length]"""
LEAVE = "() => { document.activeElement.blur(); scrollTo(0, 0) }"
# Visible words of what has another name, without those that are hidden from screen readers.
RENAMED = """() => [...document.querySelectorAll('a, button, input, select, [role=button]')]
  .filter((one) => one.checkVisibility() && one.ariaLabel)
  .map((one) => {
    const copy = one.cloneNode(true)
    for (const hidden of copy.querySelectorAll('[aria-hidden=true], [hidden]')) hidden.remove()
    const label = one.labels?.[0]?.querySelector('[data-text]')
    return [one.ariaLabel, (label ?? copy).textContent.trim()]
  })"""


def test_nothing_happens_unasked(english: Page) -> None:
    """Neither by the focus, all the way down to the list and some way into it (WCAG 3.2.1).

    Nor by a letter, but where a symbol has the focus (2.1.4); the slash is Firefox's own. A press
    can be taken back, by moving away before one lets go (2.5.2).
    """
    before = english.evaluate(STATE)
    for _ in range(45):
        english.keyboard.press("Tab")
    english.evaluate(LEAVE)
    assert english.evaluate(STATE) == before
    for place in ("body", "[data-act=zoom_in]", ".legend summary"):
        english.evaluate("place => document.querySelector(place).focus()", place)
        for key in ascii_lowercase + digits + punctuation.replace("/", ""):
            english.keyboard.press(key)
    english.evaluate(LEAVE)
    assert english.evaluate(STATE) == before
    for one in (
        symbol(english, "ken-adviser"),
        english.get_by_role("button", name="Zoom in"),
        english.get_by_role("button", name="Français"),
        english.get_by_role("button", name="Embed this map"),
    ):
        press_and_leave(english, one)
        assert english.evaluate(STATE) == before
    expect(details(english)).to_be_hidden()


def press_and_leave(page: Page, one: Locator) -> None:
    """Press the pointer's button on something, and let it go beside the title of the page."""
    box = one.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(700, 20, steps=4)
    page.mouse.up()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_holds_what_is_seen(onlooker: Onlooker, language: str) -> None:
    """For those who say what they see, to press it (WCAG 2.5.3)."""
    page = onlooker.open(locale=LOCALES[language])
    renamed = page.evaluate(RENAMED)
    assert len(renamed) > len(LANGUAGES)
    for name, seen in renamed:
        assert seen in name
