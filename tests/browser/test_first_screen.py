"""What is seen before one scrolls: nothing is half cut, on a telephone, a tablet, a laptop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.i18n.localized import LANGUAGES
from tests.browser.reader import LOCALES, NEXT_FRAME

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.onlooker import Onlooker
    from tests.browser.reader import Reader

SMALL = [(360, 560), (360, 640), (360, 740), (360, 800), (390, 844), (412, 915), (844, 390),
         (700, 900), (768, 1024)]  # fmt: skip
TABLETS = [(700, 900), (768, 1024), (1024, 768), (1280, 800)]
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
  copy.style.cssText = 'position: absolute; inline-size: auto; max-inline-size: none'
  field.after(copy)
  const need = copy.getBoundingClientRect().width
  copy.remove()
  return need - field.getBoundingClientRect().width
}"""
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
    for width, height in SMALL:
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


def test_a_low_telephone_has_the_world_as_high_as_its_map(reader: Reader, map_file: Path) -> None:
    """Also where the browser's own bars leave a map that is wider than high."""
    size = {"width": 360, "height": 560}
    page = reader.open(map_file, viewport=size, has_touch=True, is_mobile=True)
    drawn, wide, high = page.evaluate(
        "[map_world.options.crs.scale(map_world.getZoom()), ...Object.values(map_world.getSize())]"
    )
    assert high < wide
    assert drawn > 1.5 * wide


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru"])
def test_what_is_chosen_in_a_filter_is_read_whole(
    reader: Reader, map_file: Path, language: str
) -> None:
    """The longest region, from a tablet on, in one row with the count; at first "all"."""
    page = reader.open(map_file, locale=LOCALES[language])
    region = page.locator("[name=region]")
    for width, height in TABLETS:
        page.set_viewport_size({"width": width, "height": height})
        for field in page.locator(".filters select").all():
            assert field.evaluate(LACKS) < 1, width
        region.select_option("middle-east-north-africa")
        assert region.evaluate(LACKS) < 1, width
        assert page.evaluate(ONE_ROW), width
        region.select_option("")


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
