"""Arcs, rings and areas of a topology small enough to be reckoned by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapping.geo.projection import X_AT_EDGE, Y_AT_POLE, project_on_sphere
from mapping.geo.topology import decode_arcs, find_coasts, project_arcs, shape_areas, to_drawing

if TYPE_CHECKING:
    from mapping.geo.topology import Geometry, Topology

MIDDLE = 11.5  # the meridian in the middle of the map
# Two squares side by side, ten degrees wide; the first arc is the side that they share.
AREAS: list[Geometry] = [
    {"type": "Polygon", "arcs": [[0, 1]], "properties": {}},
    {"type": "MultiPolygon", "arcs": [[[~0, 2]]], "properties": {}},
]
SQUARES: Topology = {
    "arcs": [
        [[5, 0], [0, 5]],
        [[5, 5], [-5, 0], [0, -5], [5, 0]],
        [[5, 0], [5, 0], [0, 5], [-5, 0]],
    ],
    "transform": {"scale": [2.0, 2.0], "translate": [-10.0, 20.0]},
    "objects": {"areas": {"geometries": AREAS}},
}


def test_every_arc_begins_where_it_says() -> None:
    """Its first point is counted from the corner of the topology, each other from the last one."""
    shared, left, right = (arc.tolist() for arc in decode_arcs(SQUARES))
    assert shared == [[0, 20], [0, 30]]
    assert left == [[0, 30], [-10, 30], [-10, 20], [0, 20]]
    assert right == [[0, 20], [10, 20], [10, 30], [0, 30]]


def test_areas_are_the_rings_that_their_arcs_make() -> None:
    """An arc below zero runs backwards; a side that two areas share is no coast."""
    one, other = shape_areas(AREAS, decode_arcs(SQUARES))
    assert shapely.equals(one, shapely.box(-10, 20, 0, 30))
    assert shapely.equals(other, shapely.box(0, 20, 10, 30))
    assert one.geom_type == other.geom_type == "MultiPolygon"
    assert find_coasts(AREAS) == [1, 2]


def test_a_drawing_is_as_wide_as_asked_and_begins_at_its_upper_left_corner() -> None:
    """To whole units, right and down; arc by arc the same as all points at once."""
    corner, middle = to_drawing(np.array([(MIDDLE, 90.0), (MIDDLE, 0.0)]), 1000).tolist()
    assert corner == [500, 0]
    assert middle == [500, round(500 * Y_AT_POLE / X_AT_EDGE)]
    [[x, y]] = project_on_sphere(np.array([(10.0, 30.0)]))
    expected = [round((x / X_AT_EDGE + 1) * 500), round((Y_AT_POLE - y) / X_AT_EDGE * 500)]
    assert project_arcs(SQUARES, 1000)[2][2].tolist() == expected
    assert [len(arc) for arc in project_arcs(SQUARES, 1000)] == [2, 4, 4]
