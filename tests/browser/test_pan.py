"""Dragging has buttons beside it, for whoever cannot drag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.geometry import look_at
from tests.browser.reader import symbol, world

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader

# Count what of the lines between symbols and their places is drawn anew.
REDRAWN = """move => {
  const lines = document.querySelector('path.leader').closest('svg')
  const watch = new MutationObserver(() => undefined)
  watch.observe(lines, { attributeFilter: ['d', 'viewBox', 'width'], subtree: true })
  window.map_world.panBy(move, { animate: false })
  const count = watch.takeRecords().length
  watch.disconnect()
  return count
}"""
CENTRE = "() => { const { lat, lng } = window.map_world.getCenter(); return [lat, lng] }"
WAYS = {"north": (1, 0), "south": (-1, 0), "west": (0, -1), "east": (0, 1)}


def test_buttons_move_the_view_where_there_is_more_to_see(english: Page) -> None:
    """Each its own way, by keyboard too; in the world's view there is nothing to move."""
    button = english.get_by_role("button", name="Move the view")
    expect(button).to_have_count(0)
    look_at(english, 11, 11, 2)
    expect(button).to_have_count(4)
    for way, (north, east) in WAYS.items():
        latitude, longitude = english.evaluate(CENTRE)
        english.get_by_role("button", name=f"Move the view {way}").focus()
        english.keyboard.press("Enter")
        there = english.evaluate(CENTRE)
        assert (there[0] - latitude) * north + (there[1] - longitude) * east > 5, way
    english.get_by_role("button", name="Show the whole world").click()
    expect(button).to_have_count(0)


def test_lines_are_drawn_anew_after_a_long_way_only(english: Page) -> None:
    """A short one moves them as they are: else a browser lays out and paints them at its end."""
    look_at(english, 11, 11, 4)
    assert english.evaluate(REDRAWN, [300, 200]) == 0
    assert english.evaluate(REDRAWN, [-300, -200]) == 0
    width = english.evaluate("window.map_world.getSize().x")
    assert english.evaluate(REDRAWN, [1.5 * width, 0]) > 0


def test_lines_stay_with_their_places_after_the_map_has_another_size(english: Page) -> None:
    """While a zoom is shown, too: Leaflet reckons where the layer is by the size of the map."""
    look_at(english, 11, 11, 4)
    english.set_viewport_size({"width": 1100, "height": 700})
    english.evaluate(
        "() => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)) })"
    )
    size = english.evaluate("window.map_world.getSize()")
    lines = english.evaluate(
        "(() => { const { width, height } = document.querySelector('path.leader').closest('svg')"
        ".viewBox.baseVal; return [width, height] })()"
    )
    assert lines == [3 * size["x"], 3 * size["y"]]


def test_a_label_keeps_clear_of_the_maps_buttons(english: Page) -> None:
    """Where it has room elsewhere: to the west of a symbol that stands close to them."""
    look_at(english, 18, -23, 2)
    acts = english.get_by_role("button", name="Zoom in").locator("..").bounding_box()
    label = english.locator(".label", has_text="Libya").locator("bdi").bounding_box()
    mark = symbol(english, "lby-unsmil").bounding_box()
    assert acts
    assert label
    assert mark
    assert acts["x"] - mark["x"] - mark["width"] < label["width"]
    assert label["x"] + label["width"] < acts["x"]


def test_a_map_that_has_not_come_to_rest_can_be_taken_hold_of(
    reader: Reader, map_file: Path
) -> None:
    """Right at the end of a zoom, before anything that waits until the map stands still."""
    english = reader.open(map_file, reduced_motion="no-preference")
    english.evaluate(
        """() => { const map = window.map_world
        map.setView([11, 11], map.getMinZoom() + 2, { animate: false })
        map.fire('movestart') }"""  # and no end of it
    )
    before = english.evaluate(CENTRE)
    box = world(english).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    english.mouse.move(x, y)
    english.mouse.down()
    english.mouse.move(x - 150, y, steps=4)
    english.mouse.up()
    english.wait_for_function("() => !window.map_world._panAnim?._inProgress")
    assert english.evaluate(CENTRE)[1] > before[1] + 5
