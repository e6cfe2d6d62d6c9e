"""Crowded places: symbols moved apart no further than needed, and labels as one comes nearer."""

from __future__ import annotations

from itertools import combinations, product
from math import hypot
from typing import TYPE_CHECKING

import pytest

from mapping.i18n.localized import LANGUAGES
from tests.browser.geometry import codes_at, look_at
from tests.browser.led_labels import beyond_armistice_lines, led_labels
from tests.browser.places import LABELS, TIGHT, along, drawn, moved, touching
from tests.browser.reader import LOCALES, NEXT_FRAME, SETTLED, SIZES
from tests.support.areas import table_of_areas

if TYPE_CHECKING:
    from pathlib import Path

    import geopandas as gpd
    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.reader import Reader

SCREENS = [(1280, 800), (1920, 1080)]
LARGE = {"width": 1920, "height": 1080}
FEWEST_LARGE = 98  # of 104 labels
LAPTOP = 1280
FARTHEST_OVER = 90  # pixels of a line over the land of others
CROWDED = {"West Africa": (11, 0), "Central America": (14, -82), "the Levant": (32, 40)}


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_symbols_of_the_world_do_not_overlap(
    reader: Reader, map_file: Path, atlas: Atlas, width: int, height: int
) -> None:
    """None covers another, none leaves the map, and who stands far off has a leader.

    On the screen of a laptop each presence has a symbol of its own, and none is in a circle.
    """
    page = reader.open(map_file, viewport={"width": width, "height": height})
    found = drawn(page, atlas)
    assert width < LAPTOP or len(found["symbols"]) == len(atlas.places)
    pairs = combinations(found["symbols"].items(), 2)
    assert [(one, two) for (one, a), (two, b) in pairs if touching(a, b)] == []
    right, bottom = found["size"]
    frame = found["symbols"].items()
    assert [one for one, b in frame if b[0] < 0 or b[1] < 0 or b[2] > right or b[3] > bottom] == []
    size = found["symbols"]["ken-adviser"][2] - found["symbols"]["ken-adviser"][0]
    led = [one for one, way in moved(found).items() if way > size + 1]
    starts = [start for start, _ in found["leaders"]]
    for one in led:
        x, y = found["anchors"][one]
        assert any(hypot(x - sx, y - sy) < 2 for sx, sy in starts), f"{one} has no leader"
    assert len(led) <= len(starts) <= sum(way > size - 1 for way in moved(found).values())


def test_symbols_come_back_to_their_places(english: Page, atlas: Atlas) -> None:
    """Near enough, each stands where it belongs; only those of one city stand side by side."""
    places = {p.presence.id: p.anchor[:2] for p in atlas.places}
    world = drawn(english, atlas)
    look_at(english, 11, 11, 20)
    off = {one for one, way in moved(drawn(english, atlas)).items() if way > 2}
    shared = {one for one, two in combinations(places, 2) if places[one] == places[two]}
    assert len(off) <= 2 * len(shared)
    assert {places[one] for one in off} <= {places[one] for one in shared}
    look_at(english, 0, 11, 0)
    assert drawn(english, atlas)["symbols"] == world["symbols"]


def labels_over(page: Page, areas: gpd.GeoDataFrame, code: str) -> set[str]:
    """Return the labels that touch an area."""
    grid = [
        (name, (x, y))
        for name, _, (left, top, right, bottom) in page.evaluate(LABELS)["labels"]
        for x, _ in along([left, top], [right, top], 24)
        for _, y in along([left, top + 2], [left, bottom - 2], 6)
    ]
    codes = codes_at(page, areas, [point for _, point in grid])
    return {name for (name, _), found in zip(grid, codes, strict=True) if found == code}


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_four_times_the_world_every_presence_is_labelled(
    reader: Reader, map_file: Path, atlas: Atlas, language: str
) -> None:
    """In six languages in crowded places too, and no label touches a symbol or another label.

    On a large screen most are in the world's view, none at the end of a line where it would be
    taken for the name of another country, nor on the land of others beside an armistice line: the
    State of Palestine is named in the sea. On a telephone none touches Western Sahara.
    """
    areas = table_of_areas(atlas.dataset.boundaries)
    page = reader.open(map_file, locale=LOCALES[language], viewport=LARGE, settled=True)
    assert page.get_by_role("toolbar").locator("bdi").count() >= FEWEST_LARGE
    led = led_labels(page, atlas, areas, language)
    assert len(led) > 8
    assert [label for label in led if label.misleads] == []
    assert max(label.over for label in led) <= FARTHEST_OVER
    assert beyond_armistice_lines(page, atlas, areas, language) == []
    page.set_viewport_size({"width": 1280, "height": SIZES[1280]})
    page.evaluate(NEXT_FRAME)
    for region in CROWDED.values():
        look_at(page, *region, 2)
        page.wait_for_selector(SETTLED, state="attached")
        found = drawn(page, atlas)
        labels = {
            p.presence.id: p.label[language] + " ".join(p.presence.footnotes) for p in atlas.places
        }
        right, bottom = found["size"]
        view = {
            one
            for one, (x, y, x2, y2) in found["symbols"].items()
            if x >= 0 and y >= 0 and x2 <= right and y2 <= bottom
        }
        written = {text for text, _ in found["labels"]}
        assert len(view) > 8
        assert {one for one in view if labels[one] not in written} == set(), region
        boxes, marks = found["labels"], found["symbols"].items()
        pairs = [*combinations(boxes, 2), *product(boxes, marks)]
        assert [(a, b) for (a, one), (b, two) in pairs if touching(one, two, 3)] == [], region
        assert page.evaluate(TIGHT) == [], region
    page.set_viewport_size({"width": 360, "height": SIZES[360]})
    page.evaluate(NEXT_FRAME)
    look_at(page, 24, -13, 1.4)
    page.wait_for_selector(SETTLED, state="attached")
    assert len(page.evaluate(LABELS)["labels"]) > 8
    assert labels_over(page, areas, "ESH") == set()
