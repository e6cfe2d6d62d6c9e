"""What is seen before one scrolls: nothing is half cut, on a telephone, a tablet, a laptop."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from mapping.i18n.localized import LANGUAGES
from tests.browser.reader import LOCALES, NEXT_FRAME

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import FloatRect, Page

    from tests.browser.onlooker import Onlooker
    from tests.browser.reader import Reader

SCREENS = [(360, 560), (360, 640), (360, 740), (360, 800), (390, 844), (412, 915), (844, 390),
           (641, 900), (700, 900), (768, 1024)]  # fmt: skip
LAPTOPS = [(1024, 768), (1280, 720), (1280, 800), (1366, 768)]
FADED, LEGIBLE, WHOLE = 30, 100, 150  # how much darker than paper, in levels of 255
WIDTHS = [320, 360, 415, 520, 641, 650, 700, 768, 769, 900, 1024, 1200, 1280]
TABLET = 641
SEEN = """() => [...document.querySelectorAll(`.acts button, .ways button, .tally, .pans,
  .legend summary, .legend li, .standing h2, .notes li`)]
  .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .map((one) => [one.className + one.innerText, one.getBoundingClientRect()])"""
# What is seen of which a part lies under what sticks to the end of the window.
CUT = f"""() => {{
  const foot = document.querySelector('.foot').getBoundingClientRect().top + .5
  return ({SEEN})().filter(([, {{ top, bottom }}]) => top < foot && bottom > foot)
    .map(([name]) => name)
}}"""
# How much wider than a field what is chosen in it would like to be.
LACKS = """(field) => {
  const copy = field.cloneNode(true)
  copy.selectedIndex = field.selectedIndex
  copy.style.cssText =
    'position: absolute; inline-size: auto; max-inline-size: none; field-sizing: content'
  field.after(copy)
  const need = copy.getBoundingClientRect().width
  copy.remove()
  return need - field.getBoundingClientRect().width
}"""
SET = "(field, value) => { field.value = value }"
WORLD = "document.querySelector('.world').getBoundingClientRect()"
BESIDE = """() => ['.legend', '.stage', '.ways', '.standing'].map((one) =>
  document.querySelector(one).getBoundingClientRect().toJSON())"""
ONE_ROW = """() => {
  const box = (one) => document.querySelector(one).getBoundingClientRect()
  return box('.filter-box [role=status]').top < box('.filters').bottom
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_screen_of_a_telephone_or_tablet_cuts_nothing(
    reader: Reader, map_file: Path, language: str
) -> None:
    """Buttons of the map are above the disclaimer; the rest wholly in view or not seen.

    What is not seen leaves no empty strip.
    """
    page = reader.open(
        map_file, width=360, has_touch=True, is_mobile=True, locale=LOCALES[language]
    )
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(NEXT_FRAME)
        page.evaluate(NEXT_FRAME)
        assert page.evaluate(CUT) == [], (width, height)
    seen = "one => one.checkVisibility({ opacityProperty: true })"
    page.set_viewport_size({"width": 360, "height": 740})
    first = page.locator("[data-region]").first
    room = "document.querySelector('.foot').getBoundingClientRect().top - {}.bottom"
    assert first.evaluate(seen) or page.evaluate(room.format(WORLD)) < 30
    shortcut = page.locator("[data-region]").last
    page.set_viewport_size({"width": 360, "height": 560})
    assert not shortcut.evaluate(seen)
    shortcut.focus()
    assert shortcut.evaluate(seen)
    shortcut.blur()
    page.mouse.wheel(0, 300)
    page.wait_for_function(f"({seen})(document.querySelector('.tally:last-child'))")


@pytest.mark.parametrize("language", ["es", "ru"])
def test_on_a_laptop_a_line_fades_before_it_is_cut(
    reader: Reader, map_file: Path, language: str
) -> None:
    """Right above the disclaimer is nothing to be read half; what is scrolled to is legible."""
    page = reader.open(map_file, locale=LOCALES[language])
    foot = page.locator(".foot")
    for width, height in LAPTOPS:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(NEXT_FRAME)
        top = int(foot.evaluate("one => one.getBoundingClientRect().top"))
        assert darkest(page, {"x": 0, "y": top - 6, "width": width, "height": 6}) < FADED
    last = page.locator(".notes li").last
    last.evaluate("one => one.scrollIntoView({ block: 'center' })")
    box = last.bounding_box()
    assert box is not None
    assert darkest(page, box) > LEGIBLE


def test_what_is_wholly_above_the_disclaimer_does_not_fade(reader: Reader, map_file: Path) -> None:
    """In a near view, which has no notes, the bars under the shortcuts stand right above."""
    page = reader.open(map_file, query="?lang=en&view=4/13/-86")
    for bar in page.locator(".regions .bar").all():
        box = bar.bounding_box()
        assert box is not None
        assert darkest(page, box) > WHOLE


def darkest(page: Page, part: FloatRect) -> int:
    """Return how much darker than paper the darkest of a part of the window is."""
    drawn = Image.open(BytesIO(page.screenshot(clip=part))).convert("L")
    return 255 - min(drawn.tobytes())


def test_a_low_telephone_has_the_world_as_high_as_its_map(reader: Reader, map_file: Path) -> None:
    """Also where the browser's own bars leave a map that is wider than high."""
    size = {"width": 360, "height": 560}
    page = reader.open(map_file, viewport=size, has_touch=True, is_mobile=True)
    drawn, wide, high = page.evaluate(
        "[map_world.options.crs.scale(map_world.getZoom()), ...Object.values(map_world.getSize())]"
    )
    assert high < wide
    assert drawn > 1.5 * wide


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_chosen_in_a_filter_is_read_whole(
    reader: Reader, map_file: Path, language: str
) -> None:
    """The longest region, from a tablet on in one row with the count; at first "all".

    The field alone is set: the map, which has its own tests, need not be drawn anew for each width.
    """
    page = reader.open(map_file, locale=LOCALES[language])
    region = page.locator("[name=region]")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.locator(".filter-box details").evaluate("one => one.open = true")
        for field in page.locator(".filters select").all():
            assert field.evaluate(LACKS) < 1, width
        region.evaluate(SET, "middle-east-north-africa")
        assert region.evaluate(LACKS) < 1, width
        assert width < TABLET or page.evaluate(ONE_ROW), width
        region.evaluate(SET, "")


@pytest.mark.parametrize("language", ["es", "zh"])
def test_legend_and_map_begin_together_and_no_band_is_empty(
    onlooker: Onlooker, language: str
) -> None:
    """However short the legend; beside a long one the notes stand under the map's shortcuts."""
    page = onlooker.open(locale=LOCALES[language])
    legend, stage, ways, notes = page.evaluate(BESIDE)
    assert legend["top"] == stage["top"]
    assert notes["top"] - ways["bottom"] < 1
    assert notes["left"] == stage["left"]
