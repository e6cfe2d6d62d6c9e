"""Circles are as single symbols are: filtered, counted, walked, linked, printed, embedded, seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapping.notebook import Map
from tests.browser.axe import violations
from tests.browser.controls import category, reset, says
from tests.browser.geometry import look_at
from tests.browser.host import map_frame
from tests.browser.many_places import (
    CIRCLES,
    IN_ONE_CITY,
    NAIROBI,
    PLACES,
    SHOWN,
    STATIONS,
    circles,
    many,
)
from tests.browser.paper import printed_text
from tests.browser.places import held
from tests.browser.reader import READY, SETTLED

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Page

    from tests.browser.reader import Reader

__all__ = ["many"]

FRANCE = (46.5, 1)
WAY = {"ArrowRight": (0, 1), "ArrowLeft": (0, -1), "ArrowDown": (1, 1), "ArrowUp": (1, -1)}
# The middle of what has the focus, in pixels from the left and the top.
FOCUSED = """() => {
  const { left, right, top, bottom } =
    document.activeElement.querySelector('svg').getBoundingClientRect()
  return [(left + right) / 2, (top + bottom) / 2]
}"""
# Give each circle the focus in turn, and move the map until what is arranged, so far around the
# view, ends within the circle: another has the focus then. How many pixels off the map is from
# there.
PULLED_BACK = """(around) => {
  const map = window.map_world
  const [centre, zoom] = [map.getCenter(), map.getZoom()]
  const circles = () => [...document.querySelectorAll('[role=toolbar] [data-holds]')]
  return circles().map((_, at) => {
    map.setView(centre, zoom, { animate: false })
    const circle = circles()[at]
    circle.focus()
    const { left, width } = circle.querySelector('svg').getBoundingClientRect()
    const way = [left + width / 2 - map.getContainer().getBoundingClientRect().right - around, 0]
    const goal = map.project(map.getCenter()).add(way)
    map.panBy(way, { animate: false })
    return goal.distanceTo(map.project(map.getCenter()))
  })
}"""
ARRANGED = 384
NAMED_AT_ONCE = """(circle) => {
  circle.click()
  return [...document.querySelectorAll('.nearby li')].map((one) => one.textContent)
}"""
WHICH_OF_HOW_MANY = """(all) => all.map(({ ariaPosInSet, ariaSetSize }) =>
  `${ariaPosInSet} of ${ariaSetSize}`)"""
# Of each region, how far its bar is from its number.
BESIDE_NUMBERS = """() => [...document.querySelectorAll('.regions .tally')].map((one) => {
  const range = document.createRange()
  range.selectNodeContents(one.querySelector('[data-found]'))
  const [bar, number] = [one.querySelector('.bar'), range].map((it) => it.getBoundingClientRect())
  return bar.left - number.right
})"""
# The colours of the rings, and those of the same categories in the legend.
COLOURS = """() => ['.share', '.legend .tally use'].map((selector) => [...new Set(
  [...document.querySelectorAll(selector)].map((one) => (one.href
    ? document.querySelector(one.href.baseVal).querySelector('.mark') : one).getAttribute('fill'))
)].sort())"""
# What a number and its ring are painted in.
PAINT = """(one) => ['.together-number', '.together-ground'].map(
  (part) => getComputedStyle(one.querySelector(part)).fill)"""
OUTLINE = "(one) => getComputedStyle(one.querySelector('.together-ground')).strokeWidth"
# How far the title and what stands under it are from the side on which lines begin.
STARTS = """() => ['h1', '.count strong'].map((one) =>
  innerWidth - document.querySelector(one).getBoundingClientRect().right)"""


def on_the_map(page: Page | Frame) -> int:
    """Return how many places the map shows, by themselves and in circles."""
    return page.locator("[role=toolbar] [data-presence]").count() + held(page.evaluate(CIRCLES))


def test_a_filter_leaves_circles_of_what_it_counts_and_can_be_linked(
    reader: Reader, many: Path
) -> None:
    """Map, count and legend agree; rings have its colours; the address opens the same circles.

    A thousand in a region have their bar beside their number, as three have.
    """
    page = reader.open(many)
    rings, legend = page.evaluate(COLOURS)
    assert rings == legend
    expect(circles(page).first).to_have_accessible_description(re.compile("Enter comes nearer"))
    category(page, "Hospital").uncheck()
    says(page, f"{STATIONS:,} of {PLACES:,} shown")
    assert on_the_map(page) == STATIONS
    assert page.locator("[data-shown]").all_inner_texts() == [f"{STATIONS:,} shown", "0 shown"]
    assert [name for name in page.evaluate(SHOWN) if "Hospital" in name] == []
    reset(page).click()
    page.get_by_role("combobox", name="Region").select_option(label="Africa")
    says(page, f"{IN_ONE_CITY} of {PLACES:,} shown")
    assert page.evaluate(SHOWN) == [f"Here: {IN_ONE_CITY} (Hospital {IN_ONE_CITY})"]
    category(page, "Station").uncheck()
    reset(page).click()
    category(page, "Hospital").uncheck()
    look_at(page, *FRANCE, 2)
    page.wait_for_function("() => location.search.includes('view=')")
    shown = page.evaluate(SHOWN)
    assert circles(page).count() > 1
    page.reload()
    page.wait_for_selector(READY)
    assert page.evaluate(SHOWN) == shown
    assert min(page.evaluate(BESIDE_NUMBERS)) > 0


@pytest.mark.parametrize("locale", ["en-GB", "ar-EG"])
def test_circles_are_walked_as_symbols_are(reader: Reader, many: Path, locale: str) -> None:
    """Arrows go where they point in every language, Home and End to the ends of the list.

    Where the map is moved away from the circle that has the focus, it stays where it is moved to.
    """
    page = reader.open(many, locale=locale)
    look_at(page, *FRANCE, 3)
    circles(page).first.focus()
    walked = 0
    for key, (axis, sign) in [*WAY.items()] * 2:
        before = page.evaluate(FOCUSED)
        page.keyboard.press(key)
        way = (page.evaluate(FOCUSED)[axis] - before[axis]) * sign
        assert way >= 0, key
        walked += way > 0
    assert walked > len(WAY)
    for key, name in (("End", "Hospital"), ("Home", "Station")):
        page.keyboard.press(key)
        expect(page.locator("[role=toolbar] [data-presence]:focus")).to_have_accessible_name(
            re.compile(name)
        )
    look_at(page, *FRANCE, 3)
    assert max(page.evaluate(PULLED_BACK, ARRANGED)) < 2
    if locale == "ar-EG":
        look_at(page, *NAIROBI, 1)
        page.wait_for_selector(SETTLED, state="attached")  # none is made anew under the pointer
        circles(page).filter(has_text=str(IN_ONE_CITY)).hover()
        expect(page.get_by_role("tooltip")).to_have_css("direction", "rtl")
        expect(page.get_by_role("tooltip")).to_contain_text(f"\u2068Hospital\u2069 {IN_ONE_CITY}")
        title, count = page.evaluate(STARTS)
        assert title == pytest.approx(count, abs=16)


def test_circles_are_printed_with_the_page(reader: Reader, many: Path) -> None:
    """Each with its number on the first sheet, and every place in the list behind it."""
    page = reader.open(many)
    numbers = circles(page).locator("text").all_text_contents()
    pdf = page.pdf(format="A4", landscape=True)
    first, words = printed_text(pdf, "-l", "1").split(), printed_text(pdf)
    assert len(numbers) > 1
    assert [number for number in numbers if number not in first] == []
    assert all(f"Hospital {number}" in words for number in range(IN_ONE_CITY))
    assert words.count("Station 5") >= 11 * 17
    assert page.locator(".fold[open]").count() == 0


def test_circles_open_in_a_sandboxed_frame(reader: Reader, many: Path, tmp_path: Path) -> None:
    """A click comes nearer and Enter names what no view shows apart; the host is left alone."""
    host = tmp_path / "host.html"
    source = f"{many.as_uri()}?embed&amp;lang=en"
    frame = f'<iframe sandbox="allow-scripts" src="{source}" width="900" height="640"></iframe>'
    host.write_text(f"<!doctype html><title>Host</title>{frame}" + "<p>line" * 99, encoding="utf-8")
    page = reader.open(host, many, ready=False)
    map_ = map_frame(page)
    steps = page.evaluate("[scrollY, history.length]")
    assert on_the_map(map_) == PLACES
    stations = map_.locator("[role=toolbar] [data-holds][aria-label*=Station]")
    before = map_.evaluate("window.map_world.getZoom()")
    stations.first.click()
    map_.wait_for_function("before => window.map_world.getZoom() > before", arg=before)
    assert stations.count() > 1
    stations.first.press("Enter")
    names = map_.get_by_role("dialog", name="Several symbols").get_by_role("listitem")
    expect(names.first).to_contain_text("Station")
    assert page.evaluate("[scrollY, history.length]") == steps


def test_of_hundreds_in_one_point_the_first_are_named_at_once(
    reader: Reader, tmp_path: Path
) -> None:
    """And the others while nothing else is to be done; each says from the first which it is.

    Escape leads back to the circle, also where a screen reader that read on has taken the focus.
    """
    file = tmp_path / "map.html"
    Map([{"name": f"Office {n}", "city": "Lima"} for n in range(250)], title="Many").save(file)
    page = reader.open(file, settled=True)
    first = circles(page).first.evaluate(NAMED_AT_ONCE)
    assert 0 < len(first) < 50
    names = page.get_by_role("dialog", name="Several symbols").get_by_role("listitem")
    expect(names).to_have_count(250)
    assert names.evaluate_all(WHICH_OF_HOW_MANY) == [f"{n} of 250" for n in range(1, 251)]
    assert len(set(names.all_text_contents())) == 250
    assert first == names.all_text_contents()[: len(first)]
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Escape")
    expect(names.first).to_be_hidden()
    expect(circles(page).first).to_be_focused()


def test_forced_colours_leave_circles_and_their_focus_visible(reader: Reader, many: Path) -> None:
    """The number stands out from its ground, the ring keeps its colours, the focus a thick edge."""
    page = reader.open(many, forced_colors="active")
    number, ground = circles(page).first.evaluate(PAINT)
    assert {number, ground} == {"rgb(0, 0, 0)", "rgb(255, 255, 255)"}
    rings, legend = page.evaluate(COLOURS)
    assert rings == legend
    thin = circles(page).first.evaluate(OUTLINE)
    page.keyboard.press("Tab")
    circles(page).first.focus()
    assert circles(page).first.evaluate(OUTLINE) > thin
    assert violations(page) == ""
