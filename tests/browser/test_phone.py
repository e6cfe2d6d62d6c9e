"""A telephone in one hand: the map first, large, and details on a sheet that is drawn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from mapping.i18n.localized import LANGUAGES
from tests.browser.controls import details
from tests.browser.first_paint import LARGEST_SHIFT, moved, shift
from tests.browser.places import TIGHT
from tests.browser.reader import LOCALES, symbol, world

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.reader import Reader

BOXES = """(all) => all.map((one) => {
  const { left, right, height } = one.getBoundingClientRect()
  return [left, right, height]
})"""
TOPS = "all => [...new Set(all.map((one) => one.offsetTop))]"
# How far, in pixels, the ring of an element that has the focus reaches beyond it.
RING = """(one) => ['outlineOffset', 'outlineWidth']
  .map((name) => Number.parseFloat(getComputedStyle(one)[name])).reduce((a, b) => a + b)"""
# Whether a symbol is in view, and wholly above the sheet.
ABOVE = """(id) => {
  const box = (query) => document.querySelector(query).getBoundingClientRect()
  const { bottom, top } = box(`[role=toolbar] [data-presence="${id}"]`)
  return top >= 0 && bottom <= box('.details').top
}"""
ZOOM_IN = re.compile("^(Zoom in|تكبير|Acercar|Zoom avant|Увеличить|放大)$")
UPRIGHT = [(360, 740), (390, 844)]
# Whether the map is high again, and so is the world in it.
HIGH = """(tall) => map_world.getSize().y >= 0.6 * tall - 1 &&
  map_world.options.crs.scale(map_world.getZoom()) >= 1.2 * tall - 2"""
LOW = "() => map_world.getSize().y < 0.55 * map_world.getSize().x"
CENTRE = "() => { const { lat, lng } = window.map_world.getCenter(); return [lat, lng] }"


def telephone(reader: Reader, map_file: Path, width: int, height: int, **more: Any) -> Page:  # noqa: ANN401 (options of a browser)
    """Open the map on a telephone."""
    size = {"width": width, "height": height}
    return reader.open(map_file, viewport=size, has_touch=True, is_mobile=True, **more)


def slide(page: Page, right: int, down: int) -> None:
    """Slide a finger from the middle of the map."""
    box = world(page).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    session: Any = page.context.new_cdp_session(page)
    for kind, part in (("Start", 0.0), *(("Move", step / 8) for step in range(1, 9)), ("End", 1)):
        point = {"x": x + right * part, "y": y + down * part}
        touches = [] if kind == "End" else [point]
        session.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": touches})


def height(one: Locator) -> float:
    """Return how high an element is."""
    box = one.bounding_box()
    assert box
    return box["height"]


@pytest.mark.parametrize("query", ["", "?view=2.50/6.00/18.00"])
@pytest.mark.parametrize(("width", "tall"), UPRIGHT)
def test_a_map_has_three_fifths_of_the_screen(
    reader: Reader, map_file: Path, width: int, tall: int, query: str
) -> None:
    """The world as well as a near view, which is whole above the disclaimer when the page opens.

    What is written on it is clear of its edge and of the buttons on it.
    """
    page = telephone(reader, map_file, width, tall, query=query)
    assert height(world(page)) >= 0.6 * tall - 1
    drawn = page.evaluate("window.map_world.options.crs.scale(window.map_world.getZoom())")
    assert drawn >= 2 * 0.6 * tall - 2  # the world is twice as wide as high
    assert page.evaluate(TIGHT) == []


def test_a_touch_on_a_region_under_the_map_shows_the_map(reader: Reader, map_file: Path) -> None:
    """Its buttons are further down than the map is high: the page goes back up to what was asked.

    A key leaves the page, and its focus, where they are.
    """
    page = telephone(reader, map_file, 360, 640)
    button = page.get_by_role("button", name="Middle East and North Africa", exact=True)
    button.press("Enter")
    expect(world(page)).not_to_be_in_viewport(ratio=0.9)
    button.tap()
    expect(world(page)).to_be_in_viewport(ratio=1)


def test_the_world_is_moved_sideways_and_the_page_up(reader: Reader, map_file: Path) -> None:
    """A finger finds the Americas and Asia; one that goes up scrolls the page as everywhere."""
    page = telephone(reader, map_file, 390, 844)
    before = page.evaluate(CENTRE)
    slide(page, 150, 0)
    page.wait_for_function(f"west => ({CENTRE})()[1] < west - 15", arg=before[1])
    latitude = page.evaluate(CENTRE)[0]
    slide(page, 0, -150)
    page.wait_for_function("() => window.scrollY > 60")
    assert page.evaluate(CENTRE)[0] == pytest.approx(latitude, abs=1)


def test_all_of_the_world_is_one_touch_away(reader: Reader, map_file: Path) -> None:
    """However small it then is, without empty paper above and below; nearer, the map is high again.

    The arrows that move the view go, for there is nowhere to go. A view between both, where a step
    or two fingers end, goes on to the nearer.

    Before, where a presence lies beyond the edge of the screen, the map goes to what has the focus.
    """
    page = telephone(reader, map_file, 390, 844)
    stop = symbol(page, "new-york-headquarters")
    expect(stop).not_to_be_in_viewport()
    stop.focus()
    expect(stop).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("button", name="Move the view west")).to_be_visible()
    page.get_by_role("button", name="Show the whole world").tap()
    expect(page.get_by_role("button", name="Move the view west")).to_be_hidden()
    expect(symbol(page, "pacific-regional-office")).to_be_in_viewport(ratio=1)
    assert page.evaluate(LOW)
    page.get_by_role("button", name="Zoom in").tap()
    page.wait_for_function(HIGH, arg=844)
    page.get_by_role("button", name="Zoom out").tap()
    page.wait_for_function(LOW)
    page.get_by_role("button", name="Zoom in").tap()
    page.wait_for_function(HIGH, arg=844)
    page.evaluate("map_world.setZoom(map_world.getZoom() - 0.3, { animate: false })")
    page.wait_for_function(HIGH, arg=844)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_shortcut_runs_out_of_the_screen(reader: Reader, map_file: Path, language: str) -> None:
    """Regions and languages are all in view, whatever they are called, on three telephones.

    The six languages are in one row on the narrowest of usual ones. From the first paint on the map
    is where it will be.
    """
    page = telephone(reader, map_file, 320, 640, locale=LOCALES[language])
    assert shift(page) < LARGEST_SHIFT
    for width, tall in ((320, 640), *UPRIGHT):
        page.set_viewport_size({"width": width, "height": tall})
        assert page.evaluate("innerWidth") == width
        assert moved(page) == 0
        found = page.locator(".regions button, .languages > *").evaluate_all(BOXES)
        assert len(found) > len(LANGUAGES)
        for left, right, high in found:
            assert left >= 0
            assert right <= width
            assert high >= 24
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        tops = page.locator(".languages > *").evaluate_all(TOPS)
        assert width < 360 or len(tops) == 1


@pytest.mark.parametrize("language", ["ar", "ru"])
def test_on_its_side_it_shows_the_map_first(reader: Reader, map_file: Path, language: str) -> None:
    """Half of the screen and more, in view, with filters that are folded; nothing moves it.

    Details stand at its side, beside symbol and buttons, and no shortcut is under them.
    """
    page = telephone(reader, map_file, 844, 390, locale=LOCALES[language])
    assert shift(page) < LARGEST_SHIFT
    assert moved(page) == 0
    map_ = page.get_by_role("toolbar")
    assert height(map_) >= 0.6 * 390
    assert len(page.locator(".filter-box :is(summary, [role=status])").evaluate_all(TOPS)) == 1
    expect(map_).to_be_in_viewport(ratio=0.85)
    expect(page.get_by_role("searchbox")).to_be_hidden()
    for presence in ("mex-country-office", "ken-adviser"):
        one = map_.locator(f'[data-presence="{presence}"]')
        one.tap()
        panel, frame = page.get_by_role("dialog").bounding_box(), map_.bounding_box()
        assert panel
        assert frame
        assert panel["width"] <= 0.45 * frame["width"]
        assert panel["y"] + panel["height"] <= frame["y"] + frame["height"] + 1
        one.tap(trial=True)
        page.get_by_role("button", name=ZOOM_IN).tap(trial=True)
        page.keyboard.press("Escape")


def test_a_window_that_becomes_narrow_folds_the_filters(english: Page) -> None:
    """And one that becomes wide shows them again: what is beside the map stays in view.

    Next to the symbol, where there is room, details are no sheet and have no grip.
    """
    expect(english.get_by_role("searchbox")).to_be_visible()
    english.set_viewport_size({"width": 360, "height": 740})
    expect(english.get_by_role("searchbox")).to_be_hidden()
    english.set_viewport_size({"width": 1280, "height": 800})
    expect(english.get_by_role("searchbox")).to_be_visible()
    symbol(english, "ken-adviser").click()
    expect(details(english)).to_be_visible()
    expect(details(english).get_by_role("button", name="Show more")).to_be_hidden()


def test_the_sheet_is_drawn_up_and_down(reader: Reader, map_file: Path) -> None:
    """By a finger on its grip, and by a key: a button that says whether the sheet is high.

    Drawn far down, it closes. The ring of the grip lies on nothing that is under it.
    """
    page = telephone(reader, map_file, 360, 600, query="?presence=mli-minusma")
    grip = details(page).get_by_role("button", name="Show more")
    low = height(details(page))
    grip.press("Enter")
    expect(grip).to_have_attribute("aria-expanded", "true")
    assert grip.evaluate(RING) <= 0
    assert height(details(page)) > low + 20
    grip.press("Space")
    expect(grip).to_have_attribute("aria-expanded", "false")
    assert height(details(page)) == pytest.approx(low, abs=1)
    for by, expanded in ((-200, "true"), (80, "false")):
        draw(page, grip, by)
        expect(grip).to_have_attribute("aria-expanded", expanded)
        if by < 0:
            assert height(details(page)) > low + 20
    draw(page, grip, 400)
    expect(details(page)).to_be_hidden()


@pytest.mark.parametrize("presence", ["arg-adviser", "pacific-regional-office"])
def test_a_page_that_opens_with_details_shows_the_symbol_above_them(
    reader: Reader, map_file: Path, presence: str
) -> None:
    """One that is in view from the first as well as one that the map approaches."""
    page = telephone(reader, map_file, 390, 844, query=f"?presence={presence}")
    page.wait_for_function(ABOVE, arg=presence)


def draw(page: Page, grip: Locator, by: int) -> None:
    """Press on the grip, move, and let go."""
    box = grip.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y + by, steps=4)
    page.mouse.up()
