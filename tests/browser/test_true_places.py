"""A list of cities all over the world: nothing stands where it is not, and nothing is lost."""

from __future__ import annotations

import csv
import io
import lzma
from typing import TYPE_CHECKING

import pytest

from mapping.notebook import Map
from tests.browser.asked import ask
from tests.browser.controls import TYPED
from tests.browser.geometry import look_at
from tests.browser.places import held, moved, seen
from tests.browser.reader import NEXT_FRAME
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader

FARTHEST = 26  # pixels that a symbol may stand from its place
ROUNDING = 0.8  # symbols stand on whole pixels: half of one, across and down
EVERY = 11
WIDTHS = [1280, 768, 360]
VIEWS = [(50, 10, 1), (35, 105, 2.5), (-17, 178, 3), (40, -95, 4)]


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[float]]]:
    """Make a map of some thousands; return it, and where each of them is."""
    text = lzma.decompress((GEODATA / "cities.csv.xz").read_bytes()).decode("utf-8")
    rows = [*csv.DictReader(io.StringIO(text))][::EVERY]
    kept = ("name", "country", "latitude", "longitude")
    places = Map([{key: row[key] for key in kept} for row in rows], title="Cities")
    path = tmp_path_factory.mktemp("cities") / "map.html"
    places.save(path)
    known = places.places
    points = zip(known.geometry.x, known.geometry.y, strict=True)
    return path, {key: [*point] for key, point in zip(known["id"], points, strict=True)}


def shown(page: Page, places: dict[str, list[float]]) -> tuple[int, int]:
    """Return how many places the map shows, and how many are in view; demand that none is far."""
    found = seen(page, places)
    assert max(moved(found).values(), default=0) <= FARTHEST + ROUNDING
    width, height = found["size"]
    in_view = sum(0 <= x <= width and 0 <= y <= height for x, y in found["anchors"].values())
    return len(found["symbols"]) + held(found), in_view


def test_no_symbol_is_far_from_its_place(
    reader: Reader, cities: tuple[Path, dict[str, list[float]]]
) -> None:
    """At every zoom and width; and what is in view of all, or of what a search leaves, is there."""
    path, places = cities
    page = reader.open(path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(NEXT_FRAME)
        look_everywhere(page, places)


def look_everywhere(page: Page, places: dict[str, list[float]]) -> None:
    """Look at all of the world, at what a search leaves of it, and at parts of it from near."""
    page.get_by_role("button", name="Show the whole world").click()
    assert shown(page, places)[0] == len(places) > 1000
    ask(page, TYPED, ["san"])
    left = int(
        (page.locator("[role=status]").first.text_content() or "").split()[0].replace(",", "")
    )
    assert shown(page, places)[0] == left
    ask(page, TYPED, [""])
    for latitude, longitude, nearer in VIEWS:
        look_at(page, latitude, longitude, nearer)
        drawn, in_view = shown(page, places)
        assert drawn >= in_view > 0
