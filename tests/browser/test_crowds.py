"""Many presences in one place: a block around it, with a leader; if that is too wide, a circle."""

from __future__ import annotations

from itertools import combinations, product
from math import ceil, hypot, sqrt
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.geometry import look_at
from tests.browser.places import covered, drawn, held, middle, moved, touching
from tests.browser.reader import NEXT_FRAME, SIZES
from tests.support.crowds import COMPUTED, NEAR, SUBURBS, Crowd, crowded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.reader import Reader
    from tests.support.folder import Folder

COUNTS = [3, 9]
FARTHEST = 26  # pixels that a symbol may stand from its place
STEPS = [0, 1, 3, 6]  # doublings nearer than the world


def opened(reader: Reader, folder: Folder) -> tuple[Page, Atlas]:
    """Build a list and open its map."""
    output = folder.build(folder.path.parent / "output")
    return reader.open(output / "map.html"), folder.check()


def views(
    page: Page, atlas: Atlas, place: tuple[float, float], steps: list[int]
) -> Iterator[dict[str, Any]]:
    """Give what is drawn as one comes nearer to a place, on a laptop and on a telephone."""
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": SIZES[width]})
        page.evaluate(NEXT_FRAME)
        for step in steps:
            look_at(page, *place, step)
            yield drawn(page, atlas)


def of(found: dict[str, Any], city: str, atlas: Atlas) -> list[tuple[float, float]]:
    """Return where the symbols of a city stand, in the order of the file that the list is."""
    ids = [place.presence.id for place in atlas.places]
    shown = [one for one in ids if one.endswith(f"-from-{city}") and one in found["symbols"]]
    return [middle(found["symbols"][one]) for one in shown]


def width_of(found: dict[str, Any]) -> float:
    """Return the width of a symbol."""
    left, _, right, _ = next(iter(found["symbols"].values()))
    return float(right - left)


def need(found: dict[str, Any], count: int) -> float:
    """Return how far from its middle the corner of a block of so many symbols lies."""
    columns = ceil(sqrt(count))
    rows = ceil(count / columns)
    return hypot(columns - 1, rows - 1) / 2 * (width_of(found) + 1)


@pytest.mark.parametrize("count", COUNTS)
def test_a_crowd_is_a_block_around_its_place(reader: Reader, tmp_path: Path, count: int) -> None:
    """No further off than the block needs, in the order of the list, none covered, one leader."""
    page, atlas = opened(reader, crowded(tmp_path / "list", Crowd(count)))
    for found in views(page, atlas, (-1.28, 36.82), STEPS):
        assert covered(found) == []
        assert max(moved(found).values()) <= need(found, count) + 1.5
        spots = of(found, "nairobi", atlas)
        assert spots == sorted(spots, key=lambda spot: (round(spot[1]), spot[0]))
        assert len({round(x) for x, _ in spots}) == ceil(sqrt(count))
        [leader] = found["leaders"]
        x, y = next(iter(found["anchors"].values()))
        assert hypot(leader[0][0] - x, leader[0][1] - y) < 1.5


def test_crowds_near_each_other_are_side_by_side_or_circles(reader: Reader, tmp_path: Path) -> None:
    """No symbol is far from its place, and each crowd that has room has a leader of its own."""
    page, atlas = opened(reader, crowded(tmp_path / "list", *NEAR))
    for found in views(page, atlas, (2, 35), STEPS):
        assert covered(found) == []
        assert max(moved(found).values(), default=0) <= FARTHEST + 0.5
        assert len(found["symbols"]) + held(found) == len(atlas.places)
        blocks = [c for c in NEAR if len(of(found, c.city, atlas)) == c.size]
        assert len(found["leaders"]) >= len(blocks)
        for crowd in blocks:
            spots = of(found, crowd.city, atlas)
            x, y = (sum(axis) / len(spots) for axis in zip(*spots, strict=True))
            reach = need(found, crowd.size) * 1.2
            assert max(hypot(x - at, y - down) for at, down in spots) <= reach
    assert [holds for holds, _ in found["circles"]] == []


def test_suburbs_are_as_close_as_one_city(reader: Reader, tmp_path: Path) -> None:
    """Five kilometres apart, at every zoom."""
    page, atlas = opened(reader, crowded(tmp_path / "list", *SUBURBS))
    for found in views(page, atlas, (-1.28, 36.82), STEPS):
        assert covered(found) == []
        assert max(moved(found).values()) <= 1.3 * width_of(found)


def test_presences_without_a_city_share_the_middle_of_their_country(
    reader: Reader, tmp_path: Path
) -> None:
    """They stand as a block there too."""
    page, atlas = opened(reader, crowded(tmp_path / "list", *COMPUTED))
    found = drawn(page, atlas)
    assert max(moved(found).values()) <= need(found, 5) + 1.5


def test_a_crowd_without_room_is_a_circle_among_a_hundred_others(
    reader: Reader, tmp_path: Path
) -> None:
    """No symbol is far from its place at any zoom, none is covered, and none is lost."""
    page, atlas = opened(reader, crowded(tmp_path / "list", Crowd(30), others=True))
    for found in views(page, atlas, (0, 11), STEPS[:3]):
        assert covered(found) == []
        assert max(moved(found).values()) <= FARTHEST + 0.5
        assert len(found["symbols"]) + held(found) == len(atlas.places)
        assert of(found, "nairobi", atlas) == []
        assert max(holds for holds, _ in found["circles"]) >= 30


def test_labels_of_a_block_touch_nothing(reader: Reader, tmp_path: Path) -> None:
    """As many as find room stand around it."""
    page, atlas = opened(reader, crowded(tmp_path / "list", Crowd(9)))
    look_at(page, -1.28, 36.82, 3)
    found = drawn(page, atlas)
    boxes, marks = found["labels"], found["symbols"].items()
    assert len(boxes) >= 5
    pairs = [*combinations(boxes, 2), *product(boxes, marks)]
    assert [(a, b) for (a, one), (b, two) in pairs if touching(one, two, 3)] == []
