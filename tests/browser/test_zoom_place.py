"""The place under the pointer, the fingers or the focus stays there while one zooms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.many_places import circles, many
from tests.browser.reader import symbol

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader

__all__ = ["many"]

AT = (0.42, 0.75)  # of the map's width and height: in the Atlantic, where no symbol takes a touch
STILL = "() => !window.map_world._animatingZoom"
UNDER = """([x, y]) => {
  const { lat, lng } = window.map_world.containerPointToLatLng([x, y])
  return [lat, lng, window.map_world.getZoom()]
}"""
WHERE = """([lat, lng]) => {
  const { x, y } = window.map_world.latLngToContainerPoint([lat, lng])
  return [x, y]
}"""


def pointed(page: Page) -> tuple[list[float], list[float]]:
    """Return a point of the map, from its corner and from that of the window.

    Of many places it is the middle of a circle.
    """
    box = page.get_by_role("toolbar").bounding_box()
    assert box
    at: list[float] = [round(box["width"] * AT[0]), round(box["height"] * AT[1])]
    if circle := circles(page).first.bounding_box() if circles(page).count() else None:
        at = [
            round(circle["x"] + circle["width"] / 2 - box["x"]),
            round(circle["y"] + circle["height"] / 2 - box["y"]),
        ]
    return at, [box["x"] + at[0], box["y"] + at[1]]


def stays(page: Page, nearer: Callable[[float, float], None]) -> None:
    """Hold that a zoom nearer leaves the place at that point where it is, to two pixels."""
    at, (x, y) = pointed(page)
    latitude, longitude, zoom = page.evaluate(UNDER, at)
    nearer(x, y)
    page.wait_for_function(f"() => window.map_world.getZoom() > {zoom} + 0.3")
    page.wait_for_function(STILL)
    assert page.evaluate(WHERE, [latitude, longitude]) == pytest.approx(at, abs=2)


def test_wheel_and_double_click_zoom_around_the_pointer(reader: Reader, map_file: Path) -> None:
    """From the world's view, and again from there."""
    page = reader.open(map_file)

    def turn_wheel(x: float, y: float) -> None:
        page.mouse.move(x, y)
        page.keyboard.down("Control")
        page.mouse.wheel(0, -240)
        page.keyboard.up("Control")

    for nearer in (turn_wheel, page.mouse.dblclick, turn_wheel):
        stays(page, nearer)


@pytest.mark.parametrize("list_", ["map_file", "many"])
def test_two_fingers_and_a_double_tap_zoom_around_them(
    reader: Reader, request: pytest.FixtureRequest, list_: str
) -> None:
    """Fingers that go apart, also on a circle of many places; and one that touches twice."""
    page = reader.open(request.getfixturevalue(list_), width=768, has_touch=True, is_mobile=True)
    session: Any = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        found = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": found})

    def spread(x: float, y: float) -> None:
        for kind, apart in (("touchStart", 30), ("touchMove", 45), ("touchMove", 60)):
            touch(kind, (x - apart, y), (x + apart, y))
            page.evaluate("new Promise((done) => requestAnimationFrame(done))")
        touch("touchEnd")

    def tap_twice(x: float, y: float) -> None:
        page.touchscreen.tap(x, y)
        page.touchscreen.tap(x, y)

    stays(page, spread)
    # Where nothing is animated, Leaflet does not say that fingers have ended a zoom.
    assert page.evaluate("window.map_world.dragging.enabled()"), "a near view can be dragged"
    if list_ == "map_file":  # a touch on a circle chooses it
        stays(page, tap_twice)


def test_keys_zoom_around_the_symbol_that_has_the_focus(reader: Reader, map_file: Path) -> None:
    """Plus and minus keep its place in view, however near: here a symbol far from the middle."""
    page = reader.open(map_file)
    focused = symbol(page, "col-country-office")
    focused.focus()
    before = page.evaluate(WHERE, [4.6, -74.1])
    for _ in range(4):
        page.keyboard.press("+")
    assert page.evaluate(WHERE, [4.6, -74.1]) == pytest.approx(before, abs=20)
    page.keyboard.press("-")
    assert page.evaluate(WHERE, [4.6, -74.1]) == pytest.approx(before, abs=20)
