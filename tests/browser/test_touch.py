"""Fingers: broader than a symbol, and in a frame they belong to the host's page first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.controls import details
from tests.browser.host import map_frame, site
from tests.browser.reader import PLACES, symbol

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.host import Site
    from tests.browser.reader import Reader

__all__ = ["site"]

# Touch every symbol, and the first that is named where several are; what fingers do takes a round
# trip each. Of each: whom the address then names, whether the details are open, how high a row is.
TOUCHES = """() => {
  const touch = (one) => {
    const { left, top, width, height } = one.getBoundingClientRect()
    const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true }
    const hit = document.elementFromPoint(at.clientX, at.clientY)
    hit.dispatchEvent(new PointerEvent('pointerdown', { ...at, pointerType: 'touch' }))
    hit.dispatchEvent(new MouseEvent('click', { ...at, cancelable: true }))
  }
  const [sheet, details] = ['.nearby', '.details'].map((one) => document.querySelector(one))
  return [...document.querySelectorAll('[role=toolbar] [data-presence]')].map((symbol) => {
    window.scrollTo(0, 0)
    touch(symbol)
    const row = sheet.hidden ? null : sheet.querySelector('li button')
    const height = row?.getBoundingClientRect().height ?? 0
    row?.scrollIntoView({ block: 'nearest' })
    if (row) touch(row)
    const there = new URLSearchParams(location.search).get('presence')
    const found = [symbol.dataset.presence, there, details.checkVisibility(), height]
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    return found
  })
}"""
TOGETHER = (
    "() => [...document.querySelectorAll('[data-holds]')].map((one) => Number(one.dataset.holds))"
)
NEAR = "Several presences are here"
CENTRE = "() => { const { lat, lng } = window.map_world.getCenter(); return [lat, lng] }"


@pytest.fixture
def phone(reader: Reader, map_file: Path) -> Page:
    """Open the map on an English reader's phone, and show all of the world."""
    page = reader.open(map_file, width=360, has_touch=True, is_mobile=True)
    page.get_by_role("button", name="Show the whole world").tap()
    return page


def choices(page: Page) -> Locator:
    """Find what the page asks after a touch that may mean several presences."""
    return page.get_by_role("dialog", name=NEAR).get_by_role("listitem").get_by_role("button")


def circles(page: Page) -> Locator:
    """Find the circles, each of several presences that have no room."""
    return page.get_by_role("toolbar").get_by_role("button", name="Presences here:")


def together(page: Page) -> list[int]:
    """Read how many presences each circle holds."""
    found: list[int] = page.evaluate(TOGETHER)
    return found


def tap(page: Page, presence: str, aside: float = 0) -> None:
    """Touch a symbol's middle, or some pixels to its right."""
    box = symbol(page, presence).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.touchscreen.tap(x + aside, y)


def slide(page: Page, fingers: int, way: int) -> None:
    """Slide fingers that lie side by side over the map, to the right."""
    box = page.get_by_role("toolbar", name="Map of the presences").bounding_box()
    assert box
    session: Any = page.context.new_cdp_session(page)
    for kind, moved in (("Start", 0), ("Move", way // 2), ("Move", way), ("End", None)):
        points = [] if moved is None else [
            {"x": box["x"] + 80 + 60 * one + moved, "y": box["y"] + box["height"] / 2, "id": one}
            for one in range(fingers)
        ]  # fmt: skip
        session.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})


def test_every_presence_is_two_touches_away(phone: Page) -> None:
    """A touch on a symbol opens it or names those near it, itself first, in rows for a finger."""
    found = phone.evaluate(TOUCHES)
    assert len(found) + sum(together(phone)) == PLACES
    assert {one: there for one, there, _, _ in found if there != one} == {}
    assert all(opened for _, _, opened, _ in found)
    asked = [height for _, _, _, height in found if height]
    assert 0 < len(asked) < len(found)
    assert min(asked) >= 24


def test_a_touch_near_a_lone_symbol_means_it(phone: Page) -> None:
    """Nobody has to hit nine pixels; far from every symbol a touch means nothing."""
    tap(phone, "brb-adviser")
    phone.keyboard.press("Escape")
    tap(phone, "pacific-regional-office", 18)
    expect(details(phone)).to_contain_text("Suva")
    tap(phone, "ury-adviser", 35)
    expect(details(phone)).to_be_hidden()


def test_a_touch_on_a_circle_comes_nearer_until_it_falls_apart(phone: Page) -> None:
    """After one touch more presences stand by themselves; nobody is asked which."""
    before = sum(together(phone))
    circles(phone).first.tap()
    phone.wait_for_function(
        f"before => ({TOGETHER})().reduce((a, b) => a + b, 0) < before", arg=before
    )
    expect(phone.get_by_role("dialog")).to_be_hidden()


def test_what_is_asked_can_be_left(phone: Page) -> None:
    """Escape closes it and leaves the focus on the nearest symbol."""
    tap(phone, "slv-adviser")
    expect(choices(phone).filter(has_text="El Salvador").first).to_be_visible()
    phone.get_by_role("dialog").focus()
    phone.keyboard.press("Escape")
    expect(phone.get_by_role("dialog")).to_be_hidden()
    expect(phone.locator('[role=toolbar] [data-presence="slv-adviser"]')).to_be_focused()


def test_in_a_frame_two_fingers_move_the_map(reader: Reader, map_file: Path) -> None:
    """One scrolls the host's page, from the start and at every size, and a hint says so."""
    query = "?embed&lang=en&view=2.00/11.00/0.00"
    page = reader.open(map_file, width=360, query=query, has_touch=True, is_mobile=True)
    before = page.evaluate(CENTRE)
    slide(page, 1, 90)
    expect(page.get_by_text("Use two fingers to move the map")).to_be_visible()
    page.set_viewport_size({"width": 400, "height": 740})
    slide(page, 1, 90)
    assert page.evaluate(CENTRE) == pytest.approx(before, abs=1)
    slide(page, 2, 90)
    page.wait_for_function(f"west => ({CENTRE})()[1] < west - 5", arg=before[1])


def test_a_frame_with_a_presence_leaves_the_host_alone(reader: Reader, site: Site) -> None:
    """It opens with the details, takes no focus, and scrolls nothing but itself."""
    code = '<iframe src="map.html?embed&amp;lang=en&amp;presence=ken-adviser" width="340"></iframe>'
    page = site.visit(reader, "<p>above</p>" * 60 + code, width=360)
    page.get_by_role("link", name="before").focus()
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("dialog")).to_contain_text("Kenya")
    expect(page.get_by_role("link", name="before")).to_be_focused()
    assert page.evaluate("window.scrollY") == 0
    assert map_frame(page).evaluate("document.hasFocus()") is False
