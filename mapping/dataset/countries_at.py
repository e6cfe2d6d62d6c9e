"""Which country a point is in, where that can be said: nothing is, of what is not settled.

A map of the United Nations takes no side. A point says what its country is only within an area
whose status is determined, and not close to a line that is no final boundary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapping.dataset.boundaries import AUTONOMOUS, INTERNATIONAL
from mapping.files.cache import cached
from mapping.geo.projection import length_km, wrap_longitude
from mapping.geo.topology import decode_arcs, join_arcs, list_geometries, list_rings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.dataset.boundaries import Boundaries

NEAR_KM = 6  # as far as a drawn line may be off, whose sides are then not told apart
NEAR_DEG = 1.0  # at least as far, anywhere but at the poles
KEPT = 4  # worlds


def countries_at(world: Boundaries, points: Sequence[tuple[float, float]]) -> list[str]:
    """Return the code of the country's area that each point is in, or just off its coast.

    `points` are latitude and longitude, WGS 84 degrees. It is empty in the open sea, where the
    status of an area is not determined, where one is drawn apart for that reason, and close to a
    line between two areas that is no final boundary.
    """
    lines, apart = _find_unsettled(world)
    there = np.asarray(shapely.points([(wrap_longitude(east), north) for north, east in points]))
    shapely.prepare([lines, apart])
    doubtful = shapely.covers(apart, there)
    close = np.flatnonzero(shapely.dwithin(lines, there, NEAR_DEG) & ~doubtful)
    doubtful[close] = [_is_near(there[number], lines) for number in close]
    own = world.areas_around(there)
    return [
        "" if is_doubtful else _own_code(code, own.get(number, code))
        for number, (code, is_doubtful) in enumerate(
            zip(world.areas_at(points), doubtful.tolist(), strict=True)
        )
    ]


def _own_code(code: str, own: str) -> str:
    """Return the code of an area that may be drawn in the colour of another."""
    return own if code and (own == code or not own.startswith("X")) else ""


@cached(KEPT)
def _find_unsettled(world: Boundaries) -> tuple[shapely.Geometry, shapely.Geometry]:
    """Return the lines between areas that are no final boundaries, and the parts apart of areas."""
    arcs = decode_arcs(world.topology)
    between, parts = [], []
    for line in list_geometries(world.topology, "lines"):
        sides = line["properties"].get("between", "").split("-")
        drawn = [shapely.LineString(join_arcs(arcs, run)) for run in list_rings(line["arcs"])]
        if line["properties"]["class"] == AUTONOMOUS:
            parts += [part for code in sides for part in _cut_off(world, code, drawn)]
        elif line["properties"]["class"] != INTERNATIONAL and len(set(sides)) > 1:
            between += drawn
    return shapely.union_all(between), shapely.union_all(parts)


def _cut_off(
    world: Boundaries, code: str, lines: Sequence[shapely.LineString]
) -> list[shapely.Geometry]:
    """Return the parts that lines cut off from the largest part of an area."""
    if code not in world.areas:
        return []
    edges = shapely.union_all([shapely.boundary(world.areas[code].shape), *lines])
    faces = shapely.get_parts(shapely.polygonize([*shapely.get_parts(edges)]))
    return sorted(faces, key=shapely.area)[:-1]


def _is_near(point: shapely.Point, lines: shapely.Geometry) -> bool:
    ends = shapely.get_coordinates(shapely.shortest_line(point, lines))
    return length_km(ends[:, 0], ends[:, 1]) <= NEAR_KM
