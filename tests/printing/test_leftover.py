"""Symbols that have a number beside them have their name there where it has room."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapping.printing.label_placement.area_raster import AreaRaster
from mapping.printing.label_placement.boundary_raster import BoundaryRaster
from mapping.printing.label_placement.candidates import Candidate, LabelAnchor, LabelLayout
from mapping.printing.label_placement.costs import Obstacles
from mapping.printing.label_placement.leftover import Numbered, find_names
from mapping.printing.label_placement.line_breaks import NUMBER_COST
from mapping.printing.label_placement.numbers import NumberBeside
from mapping.printing.typesetting.measure import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

PAPER = (200.0, 100.0)
SIZE, HALF = 2.0, 1.2
NUMBER = LabelLayout((Line("00", 1.2),), 2.4, 2.2, NUMBER_COST, is_number=True)
BESIDE = NumberBeside(NUMBER, HALF, 0.4, is_mirrored=False)


def name(width: float) -> LabelLayout:
    """Return a name of one line."""
    return LabelLayout((Line("name", width / SIZE),), width, 2.2, 0.0)


def found(
    points: Sequence[tuple[float, float]],
    width: float,
    placed: Sequence[Candidate] = (),
    unsettled: Sequence[shapely.Geometry] = (),
) -> list[Candidate]:
    """Find names of a width for symbols at points, all with a number; the sheet is sea."""
    boxes = [(x - HALF, y - HALF, x + HALF + 3, y + HALF) for x, y in points]
    areas: dict[str, shapely.Geometry] = {"LAND": shapely.box(0, 0, 1, 1)}
    obstacles = Obstacles(
        size=SIZE,
        frame=(0, 0, *PAPER),
        symbols=boxes,
        displacement_lines=[],
        own=[{"LAND"}] * len(points),
        delicate=[False] * len(points),
        area_raster=AreaRaster(PAPER, areas, unsettled),
        boundary_raster=BoundaryRaster(PAPER, ()),
        small_areas=np.empty((0, 2)),
        name_places=np.zeros((0, 2)),
    )
    numbered = [
        Numbered(
            symbol, LabelAnchor(x, y, HALF, 0.4, 2.2, 35), [name(width)], BESIDE.candidate(x, y)
        )
        for symbol, (x, y) in enumerate(points)
    ]
    return find_names(numbered, placed, obstacles)


def test_a_name_that_has_room_is_written() -> None:
    """To the right of its symbol, where its number would be."""
    [one] = found([(100, 50)], 16)
    assert not one.layout.is_number
    assert one.align == "left"
    assert one.leader is None


def test_a_name_without_room_stays_a_number() -> None:
    """It is longer than the sheet, or all around it is unsettled."""
    assert [one.layout.is_number for one in found([(100, 50)], 250)] == [True]
    around = [shapely.box(70, 30, 130, 70)]
    assert [one.layout.is_number for one in found([(100, 50)], 16, unsettled=around)] == [True]


def test_names_touch_neither_labels_nor_numbers_nor_each_other() -> None:
    """In a row of symbols that stand close some are named."""
    points = [(60.0 + 8 * at, 50.0) for at in range(8)]
    label = Candidate(name(30), (70, 45.5, 100, 47.7), "left", 0.0)
    every = found(points, 16, [label])
    assert {one.layout.is_number for one in every} == {True, False}
    boxes = [shapely.box(*one.box) for one in (*every, label)]
    symbols = [shapely.box(x - HALF, y - HALF, x + HALF, y + HALF) for x, y in points]
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    assert not any(one.intersects(other) for one in boxes for other in symbols)
