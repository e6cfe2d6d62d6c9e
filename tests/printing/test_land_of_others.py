"""A label is the worse the deeper it stands within land that is not its own.

Also of `label_placement/boxes.py`.
"""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from mapping.printing.label_placement.area_raster import AreaRaster
from mapping.printing.label_placement.boundary_raster import BoundaryRaster
from mapping.printing.label_placement.boxes import overlapping
from mapping.printing.label_placement.candidates import Candidate, LabelLayout
from mapping.printing.label_placement.costs import CandidateSet, Obstacles
from mapping.printing.typesetting.measure import Line

PAPER = (200.0, 100.0)
SYMBOL = (8.8, 48.8, 11.2, 51.2)
AREAS = {"OWN": shapely.box(0, 0, 20, 100), "OTHER": shapely.box(20, 0, 120, 100)}
RASTER = AreaRaster(PAPER, AREAS, ())


def costs(*boxes: tuple[float, float, float, float]) -> list[float]:
    """Return what a label costs in these boxes, at the ends of lines as long as each other."""
    layout = LabelLayout((Line("label", 8),), 16, 4, 0.0)
    label = [Candidate(layout, box, "left", 1.0, (10, 50, 18, 50)) for box in boxes]
    around = Obstacles(
        size=2.0,
        frame=(0, 0, *PAPER),
        symbols=[SYMBOL],
        displacement_lines=[],
        own=[{"OWN"}],
        delicate=[False],
        area_raster=RASTER,
        boundary_raster=BoundaryRaster(PAPER, ()),
        small_areas=np.zeros((0, 2)),
        name_places=np.zeros((0, 2)),
    )
    return [float(one) for one in CandidateSet([label], around).costs]


def test_depth_is_counted_from_the_own_land() -> None:
    """Nothing on it and at sea; beyond its edge, the mean distance of what is on land of others."""
    boxes = np.array([(2, 40, 18, 44), (130, 40, 150, 44), (40, 40, 60, 44), (110, 40, 130, 44)])
    depths = RASTER.foreign_depth(boxes.astype(float), SYMBOL, "OWN")
    assert depths.tolist() == pytest.approx([0, 0, 30, 95 / 2], abs=1)


def test_depth_is_counted_from_the_symbol_where_there_is_no_own_land() -> None:
    """As that of a host whose area is not on the map; without any box there is none."""
    symbol = (29.0, 40.0, 31.0, 44.0)
    [depth] = RASTER.foreign_depth(np.array([(51.0, 40.0, 61.0, 44.0)]), symbol)
    assert depth == pytest.approx(25, abs=1)
    assert RASTER.foreign_depth(np.empty((0, 4)), symbol).tolist() == []


def test_a_label_amid_a_far_country_is_worse_than_one_over_the_next() -> None:
    """At lines as long as each other; half on its own land it is better than either."""
    half, next_to_it, far = costs((12, 40, 28, 44), (22, 40, 38, 44), (72, 40, 88, 44))
    assert half + 10 < next_to_it
    assert next_to_it + 50 < far


def test_boxes_overlap_or_touch() -> None:
    """Pairs by their numbers, of many and of few."""
    many = np.array([(0, 0, 2, 2), (5, 5, 6, 6), (2, 2, 3, 3)], dtype=float)
    one, other = overlapping(many, np.array([(2, 0, 3, 2), (9, 9, 9, 9)], dtype=float))
    assert [*zip(one.tolist(), other.tolist(), strict=True)] == [(0, 0), (2, 0)]
