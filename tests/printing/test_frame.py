"""The world on paper: Equal Earth, where the page has it, as fine as print can show.

Also of `layers/basemap.py`.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import numpy as np
import pytest
from pyproj import Transformer

from mapping.geo.projection import CENTRAL_MERIDIAN_DEG
from mapping.geo.topology import find_coasts, list_rings
from mapping.printing.frame import MapFrame, path_data
from mapping.printing.layers.basemap import draw_basemap
from mapping.printing.papers import A3

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from mapping.geo.topology import Geometry

GLOBE = MapFrame(10, 20, 400)
EQUAL_EARTH = Transformer.from_crs(
    "+proj=longlat +R=1", f"+proj=eqearth +R=1 +lon_0={CENTRAL_MERIDIAN_DEG}", always_xy=True
)


def test_the_middle_of_the_map_is_on_the_equator_at_the_central_meridian() -> None:
    """Half of the width; the north pole is the upper edge."""
    assert GLOBE.point(CENTRAL_MERIDIAN_DEG, 0)[0] == pytest.approx(210)
    assert GLOBE.point(CENTRAL_MERIDIAN_DEG, 90)[1] == pytest.approx(20)
    assert GLOBE.point(CENTRAL_MERIDIAN_DEG, -60)[1] == pytest.approx(20 + GLOBE.height)


@pytest.mark.parametrize("place", [(-74.01, 40.71), (178.44, -18.14), (6.14, 46.2)])
def test_a_point_is_where_the_projection_has_it(place: tuple[float, float]) -> None:
    """Equal Earth on the sphere, at the map's scale."""
    x, y = EQUAL_EARTH.transform(*place)
    scale = 400 / (2 * EQUAL_EARTH.transform(CENTRAL_MERIDIAN_DEG + 179.9999999, 0)[0])
    middle = GLOBE.point(CENTRAL_MERIDIAN_DEG, 0)
    assert GLOBE.point(*place) == pytest.approx((middle[0] + x * scale, middle[1] - y * scale))


def test_path_data_is_short_and_exact_to_a_hundredth() -> None:
    """Steps after the start; points that fall together are written once; arcs run both ways."""
    arcs = [
        np.array([(1.0, 2.0), (1.001, 2.001), (1.5, 2.25)]),
        np.array([(3.0, 2.0), (1.5, 2.25)]),
    ]
    assert path_data(arcs, [[0]]) == "M1,2l0.5,0.25"
    assert path_data(arcs, [[0, ~1]]) == "M1,2l0.5,0.25 1.5,-0.25"


def test_coasts_are_the_arcs_of_one_area_alone() -> None:
    """What two areas share is a boundary."""
    areas: list[Geometry] = [
        {"type": "MultiPolygon", "arcs": [[[0, 1]]], "properties": {}},
        {"type": "Polygon", "arcs": [[~1, 2]], "properties": {}},
    ]
    assert find_coasts(areas) == [0, 2]
    assert list(list_rings(areas[0]["arcs"])) == [[0, 1]]


def test_no_island_is_lost(atlas: Atlas) -> None:
    """However small, it stays a ring with a surface."""
    topology = atlas.dataset.boundaries.topology
    arcs = GLOBE.arcs(topology)
    closed = [arc for arc in arcs if np.array_equal(arc[0], arc[-1])]
    assert len(closed) > 500
    assert min(len(arc) for arc in closed) >= 4


def test_a_world_without_territories_is_drawn(atlas: Atlas) -> None:
    """Boundaries of one's own need not have any; there is then nothing to hatch."""
    topology = copy.deepcopy(atlas.dataset.boundaries.topology)
    areas = topology["objects"]["areas"]["geometries"]
    areas[:] = [one for one in areas if one["properties"]["status"] != "territory"]
    assert draw_basemap(atlas, topology, GLOBE, A3.size).hatch == ""
    assert draw_basemap(atlas, atlas.dataset.boundaries.topology, GLOBE, A3.size).hatch


def test_areas_without_settled_boundaries_are_known(atlas: Atlas) -> None:
    """Where a good part of them is of another class; not where such a line only ends at them."""
    topology = atlas.dataset.boundaries.topology
    found = draw_basemap(atlas, topology, GLOBE, A3.size).delicate
    assert {"PSE", "SDN", "SSD", "ESH", "XJK"} <= found
    assert not {"LBN", "JOR", "ETH", "KEN", "SRB", "FRA"} & found
    topology = copy.deepcopy(topology)
    for kind in topology["objects"].values():
        kind["geometries"] = []
    assert draw_basemap(atlas, topology, GLOBE, A3.size).delicate == frozenset()
