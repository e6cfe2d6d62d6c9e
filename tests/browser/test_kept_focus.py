"""Wherever the map is moved, what has the focus keeps it, or hands it on: it is never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.controls import category
from tests.browser.geometry import look_at
from tests.browser.many_places import circles, many

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader

__all__ = ["many"]

FRANCE = (46.5, 1)

# What has the focus: what it is called, and whether it is in view.
FOCUSED = """() => {
  const [one, map] = [document.activeElement, document.querySelector('[role=toolbar]')]
  const [box, view] = [one, map].map((it) => it.getBoundingClientRect())
  return [one.ariaLabel ?? one.id, box.left < view.right && box.right > view.left &&
    box.top < view.bottom && box.bottom > view.top]
}"""
# Press a key on a circle: whether another symbol has the focus then, and what was drawn and is no
# more is still there, though nobody sees it.
LEAVING = """(key) => {
  const before = [...document.querySelectorAll('[role=toolbar] [data-holds]')]
  const from = document.activeElement
  from.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  window.gone = before.filter((one) => !one.dataset.holds)
  const stays = (one) => one.isConnected && one.style.opacity === '0'
  return [document.activeElement !== from && document.activeElement.matches('[data-presence]'),
    window.gone.length > 0 && window.gone.every(stays)]
}"""


def zoomed_elsewhere(page: Page) -> None:
    """Zoom with the wheel in a corner of the map, far from all places."""
    box = page.get_by_role("toolbar").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] - 80, box["y"] + box["height"] - 60)
    page.keyboard.down("Control")
    for _ in range(3):
        page.mouse.wheel(0, -240)
        page.wait_for_timeout(300)  # the wheel's steps are gathered before the map moves
    page.keyboard.up("Control")


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_a_circle_that_is_left_far_behind_keeps_the_focus(
    reader: Reader, many: Path, motion: str
) -> None:
    """It can still be heard, and an arrow goes on from it, into view."""
    page = reader.open(many, reduced_motion=motion)
    circles(page).filter(has_text="1,020").focus()
    name, is_in_view = page.evaluate(FOCUSED)
    assert is_in_view
    zoomed_elsewhere(page)
    assert page.evaluate(FOCUSED) == [name, False]
    page.keyboard.press("ArrowRight")
    expect(page.locator("[role=toolbar] [role=button]:focus")).not_to_have_attribute(
        "aria-label", name
    )
    assert page.evaluate(FOCUSED)[1] is True


def test_where_nothing_shows_the_same_the_map_has_the_focus(reader: Reader, many: Path) -> None:
    """A step back to a filter takes the circle away that has it."""
    page = reader.open(many)
    category(page, "Station").uncheck()
    circles(page).press("Enter")
    page.get_by_role("dialog").get_by_role(
        "button", name="Hospital 7, Hospital, Kenya", exact=True
    ).click()
    category(page, "Station").check()
    circles(page).filter(has_text="1,020").focus()
    page.go_back()
    expect(page.locator("#map")).to_be_focused()


def test_what_leaves_goes_after_the_focus_has_moved(reader: Reader, many: Path) -> None:
    """Else a screen reader takes the one for the other, and says nothing: Orca 43.1 does."""
    page = reader.open(many)
    look_at(page, *FRANCE, 2)
    circles(page).last.focus()
    assert page.evaluate(LEAVING, "Home") == [True, True]
    page.wait_for_function("() => window.gone.every((one) => !one.isConnected)")
