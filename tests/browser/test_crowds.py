"""Many presences in one place: a block of rows and columns around it, and one leader to it."""

from __future__ import annotations

from itertools import combinations, product
from math import ceil, hypot, sqrt
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.geometry import look_at
from tests.browser.places import drawn, middle, moved, touching
from tests.support.crowds import COMPUTED, NEAR, SUBURBS, Crowd, crowded

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.reader import Reader
    from tests.support.folder import Folder

SIZES = [3, 5, 12, 30]
STEPS = [0, 1, 3, 6]  # doublings nearer than the world
WIDTHS = [1280, 360]


def opened(reader: Reader, folder: Folder, width: int) -> tuple[Page, Atlas]:
    """Build a list and open its map."""
    output = folder.build(folder.path.parent / "output")
    return reader.open(output / "map.html", width=width), folder.check()


def of(found: dict[str, Any], city: str, atlas: Atlas) -> list[tuple[float, float]]:
    """Return where the symbols of a city stand, in the order of the file that the list is."""
    ids = [place.presence.id for place in atlas.places]
    return [middle(found["symbols"][id_]) for id_ in ids if id_.endswith(f"-from-{city}")]


def covered(found: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the pairs of symbols that cover one another."""
    pairs = combinations(found["symbols"].items(), 2)
    return [(one, two) for (one, a), (two, b) in pairs if touching(a, b)]


def width_of(found: dict[str, Any]) -> float:
    """Return the width of a symbol."""
    left, _, right, _ = next(iter(found["symbols"].values()))
    return float(right - left)


def need(found: dict[str, Any], count: int) -> float:
    """Return how far from its middle the corner of a block of so many symbols lies."""
    columns = ceil(sqrt(count))
    rows = ceil(count / columns)
    return hypot(columns - 1, rows - 1) / 2 * (width_of(found) + 1)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("count", SIZES)
def test_a_crowd_is_a_block_around_its_place(
    reader: Reader, tmp_path: Path, count: int, width: int
) -> None:
    """No further off than the block needs, in the order of the list, none covered, one leader."""
    page, atlas = opened(reader, crowded(tmp_path / "list", Crowd(count)), width)
    for step in STEPS:
        look_at(page, -1.28, 36.82, step)
        found = drawn(page, atlas)
        assert covered(found) == []
        assert max(moved(found).values()) <= need(found, count) + 1.5
        spots = of(found, "nairobi", atlas)
        assert spots == sorted(spots, key=lambda spot: (round(spot[1]), spot[0]))
        assert len({round(x) for x, _ in spots}) == ceil(sqrt(count))
        [leader] = found["leaders"]
        x, y = next(iter(found["anchors"].values()))
        assert hypot(leader[0][0] - x, leader[0][1] - y) < 1.5


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("step", STEPS)
def test_crowds_near_each_other_are_side_by_side(
    reader: Reader, tmp_path: Path, width: int, step: int
) -> None:
    """Each in its own block with its own leader, moved by no more than the others need."""
    page, atlas = opened(reader, crowded(tmp_path / "list", *NEAR), width)
    look_at(page, 2, 35, step)
    found = drawn(page, atlas)
    assert covered(found) == []
    assert max(moved(found).values()) <= sum(need(found, crowd.size) for crowd in NEAR)
    assert len(found["leaders"]) == len(NEAR)
    for crowd in NEAR:
        spots = of(found, crowd.city, atlas)
        reach = need(found, crowd.size)
        x, y = (sum(axis) / len(spots) for axis in zip(*spots, strict=True))
        assert max(hypot(x - at, y - down) for at, down in spots) <= reach * 1.2


@pytest.mark.parametrize("width", WIDTHS)
def test_suburbs_are_as_close_as_one_city(reader: Reader, tmp_path: Path, width: int) -> None:
    """Five kilometres apart, at every zoom."""
    page, atlas = opened(reader, crowded(tmp_path / "list", *SUBURBS), width)
    for step in STEPS:
        look_at(page, -1.28, 36.82, step)
        found = drawn(page, atlas)
        assert covered(found) == []
        assert max(moved(found).values()) <= 1.3 * width_of(found)


def test_presences_without_a_city_share_the_middle_of_their_country(
    reader: Reader, tmp_path: Path
) -> None:
    """They stand as a block there too."""
    page, atlas = opened(reader, crowded(tmp_path / "list", *COMPUTED), 1280)
    found = drawn(page, atlas)
    assert max(moved(found).values()) <= need(found, 5) + 1.5


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("crowd", [Crowd(30), Crowd(12, "SEN", "dakar")])
def test_a_crowd_finds_room_among_a_hundred_others(
    reader: Reader, tmp_path: Path, crowd: Crowd, width: int
) -> None:
    """It hardly gives way, and no symbol covers another or leaves the map."""
    page, atlas = opened(reader, crowded(tmp_path / "list", crowd, others=True), width)
    for step in STEPS[:3]:
        look_at(page, 0, 11, step)
        found = drawn(page, atlas)
        assert covered(found) == []
        way = moved(found)
        theirs = max(far for id_, far in way.items() if id_.endswith(f"-from-{crowd.city}"))
        assert theirs <= need(found, crowd.size) + 2 * width_of(found)


def test_labels_of_a_block_touch_nothing(reader: Reader, tmp_path: Path) -> None:
    """As many as find room stand around it."""
    page, atlas = opened(reader, crowded(tmp_path / "list", Crowd(12)), 1280)
    look_at(page, -1.28, 36.82, 3)
    found = drawn(page, atlas)
    boxes, marks = found["labels"], found["symbols"].items()
    assert len(boxes) >= 5
    pairs = [*combinations(boxes, 2), *product(boxes, marks)]
    assert [(a, b) for (a, one), (b, two) in pairs if touching(one, two, 3)] == []
