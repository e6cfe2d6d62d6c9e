"""The view stays on the world: no copies, no drag into nothing, no zoom away from it."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from tests.browser.geometry import MARGINS, coloured, look_at
from tests.browser.reader import symbols, world

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader

WITHIN = """() => {
  const map = window.map_world
  return map.getZoom() > map.getMinZoom() + 0.9 && !map._animatingZoom
}"""
# Of each animated zoom, whether all symbols are seen while it runs.
WATCH_ZOOMS = """() => {
  window.seen = []
  window.map_world.on('zoomanim', () => {
    const all = [...document.querySelectorAll('[role=toolbar] [data-presence]')]
    const way = { opacityProperty: true, visibilityProperty: true }
    window.seen.push(all.length > 0 && all.every((one) => one.checkVisibility(way)))
  })
}"""
# Which way the hand goes, and a place near the edge that it uncovers.
ACROSS = {
    "west": ((1, 0), (0, -160)),
    "east": ((-1, 0), (0, 180)),
    "north": ((0, 1), (80, 11)),
    "south": ((0, -1), (-80, 11)),
    "north-west": ((1, 1), (78, -150)),
    "south-east": ((-1, -1), (-78, 170)),
}


def drawing(page: Page) -> dict[str, float]:
    """Return how far the frame of the world lies within the map's region, on each side."""
    found: dict[str, float] = page.evaluate(
        """() => {
          const map = window.map_world
          const { projection } = map.options.crs
          const { x, y } = map.getSize()
          const [low, high] = [projection.bounds.min, projection.bounds.max]
            .map((corner) => map.latLngToContainerPoint(projection.unproject(corner)))
          return { left: low.x, top: high.y, right: x - high.x, bottom: y - low.y }
        }"""
    )
    return found


def drag(page: Page, towards: tuple[int, int]) -> None:
    """Drag the map across its whole region, three times over, and let it come to rest."""
    box = world(page).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for _ in range(3):
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + towards[0] * box["width"], y + towards[1] * box["height"], steps=4)
        page.mouse.up()
    page.wait_for_function("() => !window.map_world._panAnim?._inProgress")


def test_the_world_is_drawn_once(untouched: Page) -> None:
    """In the world's view all that is drawn lies within the map: no copy to the left or right."""
    margins = drawing(untouched)
    assert all(margin > -1 for margin in margins.values()), margins
    assert untouched.evaluate(MARGINS) == pytest.approx([*margins.values()], abs=2)
    ids = symbols(untouched).evaluate_all("all => all.map(one => one.dataset.presence)")
    assert len(ids) == len(set(ids))


def test_the_world_fills_its_region(untouched: Page) -> None:
    """No side of the map is wasted: the world touches two opposite edges, within some pixels."""
    margins = drawing(untouched)
    assert min(margins["left"] + margins["right"], margins["top"] + margins["bottom"]) < 60


def test_a_far_drag_never_empties_the_map(english: Page) -> None:
    """However near one is and however far one drags, some of the world stays in view.

    The whole world stays where it was, for there is nothing beyond it. Where there is more of the
    world than the map shows, the hand brings it into view.
    """
    whole = drawing(english)
    for towards, _ in ACROSS.values():
        drag(english, towards)
        assert drawing(english) == pytest.approx(whole, abs=2)
    for _ in range(3):
        english.get_by_role("button", name="Zoom out").click()
    assert drawing(english) == pytest.approx(whole, abs=1)
    look_at(english, 0, 11, 3)
    before = drawing(english)
    drag(english, (1, 0))
    assert drawing(english)["left"] > before["left"] + 500
    for nearer, (direction, (towards, (latitude, longitude))) in product((2, 5), ACROSS.items()):
        look_at(english, latitude, longitude, nearer)
        drag(english, towards)
        assert coloured(english) > 0, (direction, nearer)


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_buttons_zoom_in_and_back_to_the_world(reader: Reader, map_file: Path, motion: str) -> None:
    """Whoever cannot drag or pinch has buttons for it; the symbols are seen all the while."""
    page = reader.open(map_file, reduced_motion=motion)
    before = drawing(page)
    page.evaluate(WATCH_ZOOMS)
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_function(WITHIN)
    assert drawing(page)["left"] < before["left"] - 100
    assert page.evaluate("window.seen") == ([] if motion == "reduce" else [True])
    page.get_by_role("button", name="Show the whole world").click()
    assert drawing(page) == pytest.approx(before, abs=1)


def test_zooming_in_has_an_end(untouched: Page) -> None:
    """The coasts look right at eight times the world's view; one gets there, and not far beyond."""
    nearer = untouched.evaluate("window.map_world.getMaxZoom() - window.map_world.getMinZoom()")
    assert 3 <= nearer <= 6


def test_the_view_is_held_by_the_worlds_own_frame(untouched: Page) -> None:
    """The limits of the view are the corners of the projection, not a box of degrees."""
    sides = untouched.evaluate(
        """() => {
          const map = window.map_world
          const { crs: { projection }, maxBounds } = map.options
          const corners = [maxBounds.getSouthWest(), maxBounds.getNorthEast()]
          const [low, high] = corners.map((corner) => projection.project(corner))
          return [low.x, low.y, high.x, high.y]
        }"""
    )
    assert sides == pytest.approx([-2.7066, -1.3174, 2.7066, 1.3174], abs=1e-3)
