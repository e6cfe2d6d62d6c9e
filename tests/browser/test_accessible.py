"""Everything is there for those who see, hear or move differently."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.reader import CANDIDATES, PLACES, focused, symbol, symbols, world

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader

# From the tab stop on, press every arrow key on every symbol that is met; the keys of a keyboard
# would say the same, one round trip each.
WALK = """() => {
  const map = document.querySelector('[role=toolbar]')
  const first = map.querySelector('[data-presence][tabindex="0"]')
  const reached = new Set([first])
  for (const here of reached) {
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
      here.focus()
      here.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      reached.add(document.activeElement)
    }
  }
  return [first.dataset.presence, [...reached].map((one) => one.dataset.presence)]
}"""


def tab_stops(page: Page) -> list[str]:
    """Press Tab from the top to the list, and give each stop within the map."""
    stops: list[str] = []
    for _ in range(40):
        page.keyboard.press("Tab")
        where = page.evaluate(
            """() => {
              const here = document.activeElement
              if (here.closest('li[data-presence]')) return 'list'
              if (!here.closest('[role=toolbar]')) return 'elsewhere'
              return here.dataset.presence ?? here.outerHTML.slice(0, 80)
            }"""
        )
        if where == "list":
            return stops
        stops += [where] if where != "elsewhere" else []
    return [*stops, "the list was never reached"]


def test_the_map_is_one_tab_stop(english: Page) -> None:
    """Not 104: the keyboard passes through the map with one press.

    From there every symbol is some arrow keys away.
    """
    stops = tab_stops(english)
    ids = symbols(english).evaluate_all("all => all.map(one => one.dataset.presence)")
    assert len(stops) == 1, stops
    assert stops[0] in ids
    first, reached = english.evaluate(WALK)
    assert len({first, *reached}) == len(reached) == PLACES


def test_the_focused_symbol_can_be_seen(english: Page) -> None:
    """It is in view, with a ring of some width; back with Shift+Tab, one stands where one was.

    Home and End go to the first and the last, wherever one is.
    """
    ends = []
    for start in ("ken-adviser", "arg-adviser"):
        world(english).locator(f'[data-presence="{start}"]').focus()
        for key in ("Home", "End"):
            english.keyboard.press(key)
            ends.append(focused(english))
    assert ends[:2] == ends[2:]
    assert ends[0] != ends[1]
    assert None not in ends
    one = symbol(english, "ken-adviser")
    one.focus()
    expect(one).to_have_css("outline-style", "solid")
    expect(one).to_be_in_viewport(ratio=1)
    english.keyboard.press("Tab")
    assert focused(english) != "ken-adviser"
    english.keyboard.press("Shift+Tab")
    assert focused(english) == "ken-adviser"


def test_a_symbol_says_what_it_is(untouched: Page) -> None:
    """Its name holds label, letters of footnotes and category; their texts describe it."""
    one = world(untouched).get_by_role("button", name="State of Palestine c, Country", exact=False)
    expect(one).to_have_attribute("data-presence", "pse-country-office")
    expect(one).to_have_accessible_description(re.compile(r"^\d+ of 104, c: .{10}"))
    unnamed = symbols(untouched).evaluate_all("all => all.filter(one => !one.ariaLabel).length")
    assert unnamed == 0


def test_a_candidate_is_heard_as_one(untouched: Page) -> None:
    """What its hollow symbol says to those who see it."""
    hollow = symbols(untouched).and_(world(untouched).get_by_role("button", name="candidate only"))
    expect(hollow).to_have_count(CANDIDATES)
    expect(world(untouched).get_by_role("button", name="Zambia, ")).to_have_accessible_name(
        re.compile("candidate only$")
    )


def test_the_page_reflows(reader: Reader, map_file: Path) -> None:
    """At 320 pixels, or 400 % zoom, nobody scrolls sideways."""
    page = reader.open(map_file, viewport={"width": 320, "height": 640})
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate("innerWidth") == width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
