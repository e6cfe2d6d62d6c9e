"""Lakes: polygons of their own over the areas, whose boundaries run on through them."""

import numpy as np
import shapely
from edge import WEST, project, unproject
from levels import SOUTH, Level
from numpy.typing import NDArray


def simplified(lakes: NDArray[np.object_], level: Level) -> list[shapely.Polygon]:
    """Return the lakes that a level shows, the largest first, simplified to steps of its grid.

    `lakes` are in longitude, latitude in degrees, and none lies west of the map's western edge.
    """
    metres = project(lakes)
    area = shapely.area(metres) / 1e6
    large = metres[np.argsort(-area, kind="stable")][: np.count_nonzero(area >= level.lake)]
    smooth = shapely.coverage_simplify(large, level.shore * 1000)
    kept = [_without_islets(lake, level.island) for lake in shapely.get_parts(smooth)]
    steps = shapely.transform(unproject(np.array(kept)), lambda c: (c - [WEST, SOUTH]) / level.grid)
    snapped = shapely.get_parts(shapely.set_precision(steps, 1))
    return [lake for lake in shapely.orient_polygons(snapped) if not lake.is_empty]


def _without_islets(lake: shapely.Polygon, least: float) -> shapely.Polygon:
    """Leave out islands under so many square kilometres."""
    islands = [ring for ring in lake.interiors if shapely.Polygon(ring).area / 1e6 >= least]
    return shapely.Polygon(lake.exterior, islands)
