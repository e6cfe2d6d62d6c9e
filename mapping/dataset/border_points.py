"""Points close to a boundary: as drawn it may be off by more, and the country be the other one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapping.dataset.boundaries import INTERNATIONAL, UNDETERMINED
from mapping.dataset.gazetteer import read_gazetteer
from mapping.files.cache import cached
from mapping.geo.projection import distance_km, distances_km, wrap_longitude
from mapping.geo.topology import decode_arcs, join_arcs, list_geometries, list_rings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from mapping.dataset.boundaries import Boundaries
    from mapping.geo.arrays import Floats

OFF_KM = 5  # as far as a boundary may be drawn off: of the gazetteer's cities the farthest is 4.1
KM_A_DEGREE = 110  # of latitude, at the least
HIGHEST_DEG = 85  # latitude, beyond which no boundary is
NAMED_KM = 10  # within which a place of a city's name is in that city
KEPT = 4  # worlds


def neighbours_at(
    world: Boundaries, points: Sequence[tuple[float, float]], codes: Sequence[str]
) -> dict[int, str]:
    """Return the country that begins within `OFF_KM` of a point, by the point's number.

    `points` are latitude and longitude, WGS 84 degrees, `codes` the areas that they are in. Only
    boundaries that are final count: close to others nothing is said of a country.
    """
    there = np.asarray([(wrap_longitude(east), north) for north, east in points]).reshape(-1, 2)
    close = sorted({number for _, number, _ in _near(there, _find_boundaries(world))})
    listed = [(one.colour_as or code, one) for code, one in world.areas.items()]
    areas = shapely.STRtree([one.shape for _, one in listed])
    found: dict[int, str] = {}
    for _, at, area in sorted(_near(there[close], areas)):
        number, (code, one) = close[at], listed[area]
        if codes[number] and code != codes[number] and one.status != UNDETERMINED:
            found.setdefault(number, code)
    return found


def country_of_namesake(
    names: Iterable[str], point: tuple[float, float], sides: Collection[str]
) -> str:
    """Return the country of the city there that has one of these names; of none, nothing.

    It is one of the `sides` of the boundary. `point` is latitude and longitude, in degrees.
    """
    at = point[1], point[0]
    found = {
        city.country
        for name in names
        for city in read_gazetteer().find(name)
        if city.country in sides and distance_km(at, (city.longitude, city.latitude)) <= NAMED_KM
    }
    return found.pop() if len(found) == 1 else ""


def _near(points: Floats, tree: shapely.STRtree) -> list[tuple[float, int, int]]:
    """Return what is within `OFF_KM` of points: kilometres, the point's number, its own."""
    north = np.minimum(abs(points[:, 1]), HIGHEST_DEG)
    reach = OFF_KM / KM_A_DEGREE / np.cos(np.radians(north))
    numbers, others = tree.query(shapely.points(points), "dwithin", distance=reach)
    lines = shapely.shortest_line(shapely.points(points[numbers]), tree.geometries[others])
    ends = shapely.get_coordinates(lines).reshape(-1, 2, 2)
    far = distances_km(ends[:, 0], ends[:, 1])
    each = zip(far.tolist(), numbers.tolist(), others.tolist(), strict=True)
    return [one for one in each if one[0] <= OFF_KM]


@cached(KEPT)
def _find_boundaries(world: Boundaries) -> shapely.STRtree:
    """Return the final boundaries, indexed."""
    arcs = decode_arcs(world.topology)
    return shapely.STRtree(
        [
            shapely.LineString(join_arcs(arcs, run))
            for line in list_geometries(world.topology, "lines")
            if line["properties"]["class"] == INTERNATIONAL
            for run in list_rings(line["arcs"])
        ]
    )
