"""Shortcuts to the world and to OHCHR's five regions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.reader import LOCALES, NEXT_FRAME, boxes, world

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from mapping.atlas import Atlas
    from tests.browser.reader import Reader

# Of each shortcut, how far it is from the side, and from the map.
ROWS = """() => [...document.querySelectorAll('.regions button')].map((one) => {
  const { left, top } = one.getBoundingClientRect()
  return [left, top - document.querySelector('.regions').getBoundingClientRect().top]
})"""
OUT_OF_BUTTON = """() => [...document.querySelectorAll('.regions button')]
  .filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent)"""
STANDING = """() => [...document.querySelectorAll('.regions button, .world')]
  .map((one) => one.getBoundingClientRect().top)"""
SIZE = "() => { const { x, y } = window.map_world.getSize(); return [x, y] }"
VIEW = """() => {
  const { lat, lng } = window.map_world.getCenter()
  return [lat, lng, window.map_world.getZoom()]
}"""

# Show the world, and count how often all labels are taken away.
PLACED = """async () => {
  let times = 0
  new MutationObserver((found) => {
    times += found.filter(({ removedNodes }) => removedNodes.length > 3).length
  }).observe(document.querySelector('.leaflet-labels-pane'), { childList: true })
  document.querySelector('.regions [data-act=world]').click()
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 200)))
  return times
}"""


def shortcuts(page: Page) -> Locator:
    """Find the row of shortcuts."""
    return page.get_by_role("group", name="Go to a region")


def outside(page: Page, ids: set[str]) -> list[str]:
    """Return those of the presences whose symbols do not lie wholly within the map."""
    frame = world(page).bounding_box()
    assert frame
    right, bottom = frame["x"] + frame["width"], frame["y"] + frame["height"]
    found = {one: box for one, box in boxes(page).items() if one in ids}
    return [
        one
        for one, (x, y, x2, y2) in found.items()
        if x < frame["x"] or y < frame["y"] or x2 > right or y2 > bottom
    ]


def zoom(page: Page) -> float:
    """Return the doublings above the world's view."""
    found: float = page.evaluate("window.map_world.getZoom() - window.map_world.getMinZoom()")
    return found


def members(atlas: Atlas) -> dict[str, set[str]]:
    """Return the ids of the listed field presences of each region, by the region's English name."""
    found: dict[str, set[str]] = {}
    for place in atlas.places:
        row = place.presence
        if row.status == "listed" and row.category != "headquarters":
            name = atlas.dataset.tables.names["group", place.region].en
            found.setdefault(name, set()).add(row.id)
    return found


@pytest.mark.parametrize("width", [1280, 768, 360])
def test_a_shortcut_brings_its_region_into_view(
    reader: Reader, map_file: Path, atlas: Atlas, width: int
) -> None:
    """Every listed presence of the region, nearer than the world; World shows all again.

    It changes what is in view, not what is shown. The shortcut stays beside the same others, and on
    a laptop under the pointer.
    """
    page = reader.open(map_file, width=width)
    regions = members(atlas)
    assert len(regions) == 5
    everything = set(boxes(page))
    for name, ids in regions.items():
        shortcut = shortcuts(page).get_by_role("button", name=name, exact=True)
        before = shortcut.bounding_box()
        shortcut.click()
        assert outside(page, ids) == [], name
        after = shortcut.bounding_box()
        assert before
        assert after
        assert after["x"] == before["x"]
        assert width < 1280 or after == before
        assert zoom(page) > 0.2, name
        assert set(boxes(page)) == everything
        assert page.locator("[name=region]").input_value() == ""
        shortcuts(page).get_by_role("button", name="World", exact=True).click()
        assert outside(page, everything) == []
        assert zoom(page) == pytest.approx(0, abs=0.01)


def test_no_shortcut_changes_its_row(reader: Reader, map_file: Path) -> None:
    """When the arrows come that move the view, however wide the window; Russian names are long.

    All shortcuts are in one row, with their names wholly in them.
    """
    page = reader.open(map_file, locale=LOCALES["ru"])
    for width in (700, 844, 1000, 1023, 1024, 1152, 1279, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.locator(".regions [data-act=world]").click()
        before = page.evaluate(ROWS)
        assert {top for _, top in before} == {0}
        assert page.evaluate(OUT_OF_BUTTON) == []
        page.locator("[data-region=europe-central-asia]").click()
        assert page.evaluate(ROWS) == before, width
        assert page.locator(".pans").is_visible()
    arrow, shortcut = (page.locator(one).first.bounding_box() for one in (".pans", ".regions"))
    assert arrow
    assert shortcut
    assert arrow["y"] == shortcut["y"]  # on a laptop beside the shortcuts, however long they are


def test_a_region_has_three_fifths_of_a_tablet(
    reader: Reader, map_file: Path, atlas: Atlas
) -> None:
    """Held upright, as has a zoom by its button; the world is as high as its width allows.

    Whoever comes back finds the same.
    """
    width, tall = 768, 1024
    page = reader.open(map_file, viewport={"width": width, "height": tall})
    low = page.evaluate(SIZE)
    assert low[1] == pytest.approx(width / 1.95, abs=1)
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_function(f"tall => ({SIZE})()[1] >= 0.6 * tall - 1", arg=tall)
    page.get_by_role("button", name="Show the whole world").first.click()
    page.wait_for_function(f"low => ({SIZE})()[1] === low", arg=low[1])
    for name, ids in members(atlas).items():
        shortcuts(page).get_by_role("button", name=name, exact=True).click()
        assert page.evaluate(SIZE)[1] >= 0.6 * tall - 1
        assert outside(page, ids) == [], name
    query = page.evaluate("location.search")  # that of the last region
    again = reader.open(map_file, viewport={"width": width, "height": tall}, query=query)
    assert outside(again, ids) == []
    assert again.evaluate(VIEW) == pytest.approx(page.evaluate(VIEW), abs=0.15)  # a pixel


def test_a_flat_region_takes_all_the_width_of_a_telephone(
    reader: Reader, map_file: Path, atlas: Atlas
) -> None:
    """From Brussels to the Russian Federation: the nearer, the less of Africa is under it."""
    page = reader.open(map_file, width=360, has_touch=True, is_mobile=True)
    name = "Europe and Central Asia"
    shortcuts(page).get_by_role("button", name=name, exact=True).tap()
    page.evaluate(NEXT_FRAME)
    ids = {p.presence.id for p in atlas.places if p.region == "europe-central-asia"}
    assert outside(page, ids) == []
    lefts, _, rights, _ = zip(*(box for id_, box in boxes(page).items() if id_ in ids), strict=True)
    assert min(lefts) < 36
    assert max(rights) > 360 - 36


@pytest.mark.parametrize("language", ["en", "ru"])
def test_on_an_upright_tablet_no_shortcut_moves_from_under_the_finger(
    reader: Reader, map_file: Path, language: str
) -> None:
    """However much the map grows; nor does the map's upper edge."""
    size = {"width": 700, "height": 900}
    page = reader.open(map_file, viewport=size, has_touch=True, locale=LOCALES[language])
    for width, height in ((700, 900), (768, 1024)):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(NEXT_FRAME)
        before = page.evaluate(STANDING)
        for button in page.locator(".regions button").all():
            button.tap()
            page.evaluate(NEXT_FRAME)
            assert page.evaluate(STANDING) == before


def test_where_nothing_moves_labels_are_placed_once(reader: Reader, map_file: Path) -> None:
    """Also where the map of all of the world is lower than the one before, as on a tablet."""
    size = {"width": 768, "height": 1024}
    page = reader.open(map_file, viewport=size, query="?view=2.20/5.00/20.00")
    assert page.locator(".label").count() > 20
    assert page.evaluate(PLACED) == 1
    assert page.evaluate(SIZE)[1] < 0.6 * 1024
    assert page.locator(".label").count() > 50


def test_shortcuts_work_by_keyboard_in_chinese(reader: Reader, map_file: Path) -> None:
    """Five regions and the world, each by its name in the page's language."""
    page = reader.open(map_file, locale=LOCALES["zh"])
    page.get_by_role("button", name="非洲", exact=True).focus()
    page.keyboard.press("Enter")
    assert zoom(page) > 1
