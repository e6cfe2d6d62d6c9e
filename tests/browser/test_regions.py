"""Shortcuts to the world and to OHCHR's five regions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.reader import LOCALES, boxes, world

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from mapping.atlas import Atlas
    from tests.browser.reader import Reader


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

    It changes what is in view, not what is shown; on a laptop the shortcut stays under the pointer.
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
        assert width < 1280 or shortcut.bounding_box() == before
        assert zoom(page) > 0.2, name
        assert set(boxes(page)) == everything
        assert page.locator("[name=region]").input_value() == ""
        shortcuts(page).get_by_role("button", name="World", exact=True).click()
        assert outside(page, everything) == []
        assert zoom(page) == pytest.approx(0, abs=0.01)


def test_shortcuts_work_by_keyboard_in_chinese(reader: Reader, map_file: Path) -> None:
    """Five regions and the world, each by its name in the page's language."""
    page = reader.open(map_file, locale=LOCALES["zh"])
    page.get_by_role("button", name="非洲", exact=True).focus()
    page.keyboard.press("Enter")
    assert zoom(page) > 1
