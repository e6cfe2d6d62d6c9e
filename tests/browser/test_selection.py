"""One presence is chosen, in the map and in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.controls import choice, details, left, reset, search
from tests.browser.reader import boxes, entries, entry, symbol, symbols, turn, world

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader

# The symbols whose outer edge is broader than that of others.
RINGED = """(all) => all
  .filter((one) => one.querySelector('.halo'))
  .filter((one) => Number.parseFloat(getComputedStyle(one.querySelector('.halo')).strokeWidth) > 6)
  .map((one) => one.dataset.presence)"""


def current(page: Page) -> list[str]:
    """Return the ids of the entries that are marked as the current one."""
    marked = entries(page).and_(page.locator('[aria-current="true"]'))
    ids: list[str] = marked.evaluate_all("all => all.map(one => one.dataset.presence)")
    return ids


def told(page: Page) -> str:
    """Return the heading of the details."""
    return details(page).get_by_role("heading", level=2).inner_text()


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_a_presence_chosen_in_the_list_is_shown_on_the_map(
    reader: Reader, map_file: Path, motion: str
) -> None:
    """The map comes into view and goes there, the details open, the entry is the current one."""
    page = reader.open(map_file, reduced_motion=motion)
    entry(page, "brb-adviser").get_by_role("button").click()
    expect(details(page)).to_contain_text("Barbados")
    expect(world(page)).to_be_in_viewport(ratio=0.9)
    page.wait_for_function("() => !window.map_world._animatingZoom && !window.map_world._panAnim")
    expect(symbol(page, "brb-adviser")).to_be_in_viewport(ratio=1)
    inside = page.evaluate("window.map_world.getZoom() >= window.map_world.getMinZoom() + 1.9")
    assert inside
    assert current(page) == ["brb-adviser"]


def test_a_presence_chosen_on_the_map_is_marked_there_and_in_the_list(english: Page) -> None:
    """One symbol with a ring and one entry at a time, and none once the details are closed.

    "Show in the list" goes to the entry: focus and eye are there, and Enter leads back to the map.
    """
    for presence in ("ken-adviser", "phl-adviser"):
        symbol(english, presence).click()
        assert current(english) == [presence]
        assert symbols(english).evaluate_all(RINGED) == [presence]
    english.keyboard.press("Escape")
    assert current(english) == []
    assert symbols(english).evaluate_all(RINGED) == []
    symbol(english, "yem-country-office").click()
    details(english).get_by_role("button", name="Show in the list").click()
    shown = entry(english, "yem-country-office")
    expect(shown).to_be_in_viewport(ratio=1)
    expect(shown.get_by_role("button")).to_be_focused()
    english.keyboard.press("Enter")
    expect(symbol(english, "yem-country-office")).to_be_in_viewport(ratio=1)
    expect(details(english).get_by_role("heading", level=2)).to_be_focused()


def test_the_list_in_view_scrolls_to_what_is_chosen(english: Page) -> None:
    """Whoever sees map and list at once sees the entry."""
    english.set_viewport_size({"width": 1280, "height": 2400})
    symbol(english, "yem-country-office").click()
    expect(entry(english, "yem-country-office")).to_be_in_viewport(ratio=1)


def test_previous_and_next_stay_within_the_filter(english: Page) -> None:
    """In the order of the list, round and round, and the details say where one is.

    Sorted by country, the next is the next country.
    """
    search(english).fill("sahel")
    order = left(english).entries
    symbol(english, order[0]).click()
    seen = []
    for number in range(len(order)):
        expect(details(english)).to_contain_text(f"{number + 1} of {len(order)}")
        seen += current(english)
        details(english).get_by_role("button", name="Next presence").click()
    assert seen == order
    assert current(english) == order[:1]
    details(english).get_by_role("button", name="Previous presence").click()
    assert current(english) == order[-1:]
    search(english).fill("")
    choice(english, "Sort by").select_option(label="Country")
    first, second, *_ = left(english).entries
    entry(english, first).get_by_role("button").click()
    details(english).get_by_role("button", name="Next presence").click()
    assert current(english) == [second]


def test_every_step_brings_its_symbol_into_view(english: Page) -> None:
    """Near or far, what is told of is seen, and the details do not cover it."""
    symbol(english, "pacific-regional-office").click()
    for _ in range(12):
        details(english).get_by_role("button", name="Next presence").click()
        [presence] = current(english)
        expect(symbol(english, presence)).to_be_in_viewport(ratio=1)
        box, mark = details(english).bounding_box(), boxes(english)[presence]
        assert box
        apart = mark[0] >= box["x"] + box["width"] or mark[2] <= box["x"]
        assert apart or mark[1] >= box["y"] + box["height"] or mark[3] <= box["y"], presence


def test_a_filter_that_hides_the_chosen_one_closes_it(english: Page) -> None:
    """And one that keeps it leaves it open, counted anew; so does another language."""
    symbol(english, "ken-adviser").click()
    assert "Kenya" in told(english)
    choice(english, "Region").select_option(label="Africa")
    expect(details(english)).to_be_visible()
    expect(details(english)).to_contain_text(f"of {len(left(english).entries)}")
    choice(english, "Region").select_option(label="Americas")
    expect(details(english)).to_be_hidden()
    assert current(english) == []
    reset(english).click()
    symbol(english, "ken-adviser").click()
    turn(english, "zh")
    assert "肯尼亚" in told(english)
