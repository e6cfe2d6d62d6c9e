"""A list of many places: circles where there is no room, and a list that is opened on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.controls import agreed, details, search
from tests.browser.cut_numbers import AT_EDGES, BESIDE_BUTTONS
from tests.browser.geometry import look_at
from tests.browser.many_places import (
    CIRCLES,
    IN_ONE_CITY,
    NAIROBI,
    PLACES,
    SHOWN,
    circles,
    many,
)
from tests.browser.places import held
from tests.browser.reader import SETTLED

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.reader import Reader

__all__ = ["many"]

ZOOM = """(by) => new Promise((resolve) => {
  window.map_world.once('moveend', resolve)
  window.map_world.zoomIn(by, { animate: true })
}).then(() => undefined)"""
# Of what is put on the map from now on, whether each is a circle.
RECORD_ADDED = """() => {
  window.added = []
  new MutationObserver((records) => {
    const nodes = records.flatMap(({ addedNodes }) => [...addedNodes])
    window.added.push(...nodes.map((one) => 'holds' in one.dataset))
  }).observe(document.querySelector('.leaflet-marker-pane'), { childList: true })
}"""
COVERED_BY_CANVAS = """() => {
  const [drawn, view] = ['[role=toolbar] canvas', '[role=toolbar]']
    .map((one) => document.querySelector(one).getBoundingClientRect())
  return drawn.left <= view.left && drawn.right >= view.right && drawn.top <= view.top &&
    drawn.bottom >= view.bottom
}"""
# Whether the name of a circle lies over its ring.
COVERED = """() => {
  const tip = document.querySelector('[role=tooltip]')
  const { bottom } = tip.getBoundingClientRect()
  return bottom > tip.closest('[data-holds]').querySelector('svg').getBoundingClientRect().top + 1
}"""

# Whether nothing else on the map lies over a symbol.
UNCOVERED = """(id) => {
  const [symbol, ...others] = [`[data-presence="${id}"]`, '[data-presence]', '[data-holds]']
    .flatMap((one) => [...document.querySelectorAll(`[role=toolbar] ${one}`)])
  const level = (one) => Number(getComputedStyle(one).zIndex) || 0
  return others.every((one) => one === symbol || level(one) < level(symbol))
}"""
LARGER = """() => [...document.styleSheets].at(-1).insertRule('html { font-size: 200% }')"""
# Whether the number of each circle is within its ring, which is some pixels broad.
FITTING = """() => [...document.querySelectorAll('[role=toolbar] [data-holds]')].every((one) => {
  const [number, ring] = ['text', 'svg'].map((name) =>
    one.querySelector(name).getBoundingClientRect().width)
  return number < ring - 8
})"""


def named(page: Page, name: str) -> Locator:
    """Find the symbol of a place."""
    return page.get_by_role("toolbar").get_by_role("button", name=name)


def zoomed(page: Page, by: int) -> list[str]:
    """Zoom as the buttons do, and return what is shown once the map has settled."""
    page.evaluate(ZOOM, by)
    page.wait_for_selector(SETTLED, state="attached")
    found: list[str] = page.evaluate(SHOWN)
    return found


def test_what_has_no_room_is_a_circle_that_says_what_it_holds(reader: Reader, many: Path) -> None:
    """None is lost; hovering says how many of what; Enter comes nearer, or names them.

    Where the reader has larger text, the circle is larger as well.
    """
    page = reader.open(many)
    shown = page.locator("[role=toolbar] [data-presence]")
    assert shown.count() + held(page.evaluate(CIRCLES)) == PLACES
    expect(page.get_by_role("status").first).to_have_text(f"{PLACES:,} of {PLACES:,} shown")
    kenya = circles(page).filter(has_text=str(IN_ONE_CITY))
    expect(kenya).to_have_accessible_name(f"Here: {IN_ONE_CITY} (Hospital {IN_ONE_CITY})")
    kenya.hover()
    expect(page.get_by_role("tooltip")).to_have_text(
        f"Here: {IN_ONE_CITY} (Hospital {IN_ONE_CITY})"
    )
    assert page.evaluate(COVERED) is False
    page.wait_for_timeout(200)  # a pointer rests, and no area is named over the circle
    assert page.locator(".area-tip").count() == 0
    before = held(page.evaluate(CIRCLES))
    france = page.get_by_role("button", name="Station").and_(circles(page)).first
    france.press("Enter")
    page.wait_for_function(
        f"before => ({CIRCLES})().circles.reduce((all, [one]) => all + one, 0) < before", arg=before
    )
    assert page.evaluate("document.activeElement.matches('[role=toolbar] [role=button]')")
    look_at(page, *NAIROBI, 1)
    circles(page).filter(has_text=str(IN_ONE_CITY)).press("Enter")
    choices = page.get_by_role("dialog", name="Several symbols").get_by_role("listitem")
    expect(choices).to_have_count(IN_ONE_CITY)
    assert violations(page) == ""
    choices.get_by_role("button", name="Hospital 7, Hospital, Kenya", exact=True).click()
    expect(details(page)).to_contain_text("Hospital 7")
    expect(named(page, "Hospital 7,")).to_be_visible()
    assert held(page.evaluate(CIRCLES)) >= IN_ONE_CITY - 1
    page.evaluate(LARGER)
    page.wait_for_function(FITTING)
    assert circles(page).count()


@pytest.mark.parametrize(("width", "locale"), [(360, "ar-EG"), (1280, "en-GB")])
def test_no_number_is_cut(reader: Reader, many: Path, width: int, locale: str) -> None:
    """A part of a number is another number: a circle at the edge stands in view, or shows none."""
    page = reader.open(many, width=width, locale=locale)
    look_at(page, 46, 1, 5)
    assert page.evaluate(AT_EDGES) == []
    look_at(page, 46, 1, 5)
    assert page.locator("[data-holds] text:visible").count() > 1
    assert page.evaluate(BESIDE_BUTTONS) == [True]


def test_the_list_is_opened_by_country_and_searched_at_once(reader: Reader, many: Path) -> None:
    """Entries are made when they are asked for; what is searched for is shown as itself.

    What was arranged while a zoom was shown, or kept, is what would be arranged at its end; also
    where keys are pressed and the view is moved before that, and the focus stays on a symbol.
    """
    page = reader.open(many, reduced_motion="no-preference")
    assert page.locator("li[data-presence]").count() == 0
    begun = page.evaluate(SHOWN)
    found = [zoomed(page, by) for by in (1, -1, 1)]
    assert found[0] == found[2] != found[1] == begun
    search(page).fill("hospital")
    search(page).fill("")
    assert page.evaluate(SHOWN) == found[0]
    page.locator("[role=toolbar] [role=button][tabindex='0']").focus()
    for key in ("+", "ArrowRight", "+"):
        page.keyboard.press(key)
    page.evaluate("window.map_world.panBy([300, 200])")
    page.wait_for_selector(SETTLED, state="attached")
    assert page.evaluate("document.activeElement.matches('[role=toolbar] [role=button]')")
    page.wait_for_function(COVERED_BY_CANVAS)
    moved = page.evaluate(SHOWN)
    search(page).fill("hospital")
    search(page).fill("")
    assert page.evaluate(SHOWN) == moved
    zoomed(page, -3)
    page.locator("summary").filter(has_text="Kenya").click()
    expect(page.locator("li[data-presence]")).to_have_count(IN_ONE_CITY)
    search(page).fill("station 59-17")
    expect(page.locator("li[data-presence]")).to_have_count(1)
    assert len(agreed(page)) == 1
    search(page).fill("station 9-1")  # the list has it after "Station 19-1"
    search(page).press("Enter")
    expect(named(page, "Station 9-1,")).to_be_focused()
    search(page).fill("hospital")
    expect(page.locator("li[data-presence]")).to_have_count(IN_ONE_CITY)
    search(page).press("Enter")
    expect(page.locator("[role=toolbar] [data-presence]:focus")).to_have_count(1)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Show in the list").click()
    expect(page.locator("li[data-presence] .show:focus")).to_have_count(1)


def test_after_a_zoom_circles_come_before_what_nobody_sees(reader: Reader, many: Path) -> None:
    """Single symbols are one drawing, there at once; their buttons may come later, circles not."""
    page = reader.open(many)
    look_at(page, 44, 1, 3)
    page.wait_for_selector(SETTLED, state="attached")
    page.evaluate(RECORD_ADDED)
    zoomed(page, 1)
    added: list[bool] = page.evaluate("window.added")
    assert added == sorted(added, reverse=True)
    assert {True, False} == set(added)


def test_a_link_to_a_place_shows_it_as_itself(reader: Reader, many: Path) -> None:
    """Its details are open, its entry can be gone to in the folded list; on paper all are open."""
    first = reader.open(many)
    identity = first.evaluate(
        "JSON.parse(document.querySelector('#map-data').textContent).places.columns.id[99]"
    )
    first.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert first.locator(".fold[open] li[data-presence]").count() == PLACES
    first.evaluate("dispatchEvent(new Event('afterprint'))")
    assert first.locator(".fold[open]").count() == 0
    page = reader.open(many, query=f"?presence={identity}")
    expect(page.locator(f'[role=toolbar] [data-presence="{identity}"]')).to_be_visible()
    assert page.evaluate(UNCOVERED, identity) is True
    page.get_by_role("button", name="Show in the list").click()
    expect(page.locator(f'li[data-presence="{identity}"] .show')).to_be_focused()


def test_the_list_is_there_without_scripts(reader: Reader, many: Path) -> None:
    """By country, each with the number of its places, as the language writes it."""
    page = reader.open(many, ready=False, java_script_enabled=False)
    expect(page.locator("summary").filter(has_text="France")).to_contain_text("1,020")
    page.locator("summary").filter(has_text="Kenya").click()
    expect(page.get_by_text("Hospital 7 ·")).to_be_visible()
