"""What a country says of itself to a pointer that rests on it, or to a finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.geometry import look_at

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader

TOLD = {
    (28, 2): ["Algeria"],
    (24.5, -13.5): ["Western Sahara", "Non-Self-Governing Territory*"],
    (34.5, 76): ["Jammu and Kashmir", "Status undetermined", "Line of Control"],
    (22.3, 35.2): ["Status undetermined"],
    (28.2, 94.5): ["India"],
    (23.7, 121): ["Taiwan Province of China"],
}


def hover(page: Page, latitude: float, longitude: float) -> None:
    """Rest with the pointer on a place."""
    x, y = page.evaluate(
        """([latitude, longitude]) => {
          const map = window.map_world
          const { left, top } = map.getContainer().getBoundingClientRect()
          const { x, y } = map.latLngToContainerPoint([latitude, longitude])
          return [left + x, top + y]
        }""",
        [latitude, longitude],
    )
    page.mouse.move(x - 3, y)
    page.mouse.move(x, y)


def test_a_country_says_its_name_to_a_pointer(english: Page) -> None:
    """With its status and its standing note; what no United Nations list names has no name.

    It goes away with Escape, over the open sea, and when the map moves.
    """
    tip = english.locator(".area-tip")
    for place, told in TOLD.items():
        look_at(english, *place, 3)
        expect(tip).to_be_hidden()
        hover(english, *place)
        expect(tip).to_be_visible()
        lines = tip.locator("p").all_inner_texts()
        assert lines[: len(told) - 1 or 1] == told[: len(told) - 1 or 1]
        assert told[-1] in " ".join(lines)
        assert len(lines) == len(told)
    look_at(english, 28, 2, 2)
    hover(english, 28, 2)
    expect(tip).to_have_text("Algeria")
    english.keyboard.press("Escape")
    expect(tip).to_have_count(0)
    hover(english, 28, 4)
    expect(tip).to_have_text("Algeria")
    hover(english, 27, -25)
    expect(tip).to_have_count(0)


def test_a_touched_country_says_its_name(reader: Reader, map_file: Path) -> None:
    """In the language of the page, on a telephone."""
    page = reader.open(map_file, query="?lang=fr&view=3.00/28.00/2.00", width=360, has_touch=True)
    box = page.get_by_role("toolbar").bounding_box()
    assert box
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(".area-tip")).to_have_text("Algérie")
