"""The name that stands at a symbol while the pointer or the focus is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.reader import LOCALES, symbol, world

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader


def test_a_name_stays_while_it_is_hovered_itself(english: Page) -> None:
    """The pointer goes from the symbol to its name, and further; then the name is gone.

    It stays when another symbol loses the focus. Escape takes it away without moving pointer or
    focus. Of the chosen one there are the details.
    """
    symbol(english, "ken-adviser").hover()
    tip = english.get_by_role("tooltip")
    expect(tip).to_have_text("Kenya")
    box = tip.bounding_box()
    assert box
    english.mouse.move(box["x"] + 4, box["y"] + 4, steps=4)
    expect(tip).to_be_visible()
    english.mouse.move(5, 5)
    expect(tip).to_have_count(0)
    symbol(english, "ken-adviser").focus()
    symbol(english, "phl-adviser").hover()
    english.evaluate("document.activeElement.blur()")
    expect(tip).to_have_text("Philippines")
    english.mouse.move(5, 5)
    expect(tip).to_have_count(0)
    for one in (symbol(english, "ken-adviser").focus, symbol(english, "phl-adviser").hover):
        one()
        expect(english.get_by_role("tooltip")).to_be_visible()
        english.keyboard.press("Escape")
        expect(english.get_by_role("tooltip")).to_have_count(0)
    symbol(english, "ken-adviser").click()
    expect(english.get_by_role("dialog")).to_be_visible()
    expect(world(english).get_by_role("tooltip")).to_have_count(0)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_name_leaves_the_map(reader: Reader, map_file: Path, language: str) -> None:
    """At its sides and at its top, in either direction of writing."""
    page = reader.open(map_file, locale=LOCALES[language])
    frame = page.locator(".leaflet-container").bounding_box()
    assert frame
    for presence in ("pacific-regional-office", "seoul-structure", "mex-country-office"):
        page.locator(f'[role=toolbar] [data-presence="{presence}"]').hover()
        box = page.get_by_role("tooltip").bounding_box()
        assert box
        assert box["x"] >= frame["x"] - 1
        assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
        assert box["y"] >= frame["y"] - 1
