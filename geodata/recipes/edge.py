"""The edge of the map: where the globe is cut, and the plane that detail is measured on."""

import sys

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely
from numpy.typing import NDArray

from mapping.geo.degrees import FULL_CIRCLE_DEG, MAX_LATITUDE_DEG
from mapping.geo.projection import CENTRAL_MERIDIAN_DEG, WEST_EDGE_DEG

Points = NDArray[np.float64]  # rows of x, y
Geometries = NDArray[np.object_]

WEST = WEST_EDGE_DEG
EAST = WEST + FULL_CIRCLE_DEG
NO_DISTANCE = 1e-9  # degrees
MAY_BE_CUT = {"ATA", "USA"}
# The program's projection, from whose meridian longitudes are counted here: with that meridian as
# its own parameter PROJ rounds otherwise, and the files would be others. `+over` keeps both edges.
EQUAL_EARTH = pyproj.Proj("+proj=eqearth +ellps=WGS84 +over")


def unrolled(polygons: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Move what lies west of the edge to the east, and mend Natural Earth's cut at 180°.

    Longitudes then run from `WEST` to `EAST` without a break.

    Raises
    ------
    SystemExit
        The edge cuts an area that has to stay whole.
    """
    parts = polygons.explode(ignore_index=True)
    bounds = parts.bounds
    west = parts[bounds.maxx <= WEST]
    cut = parts[(bounds.minx < WEST) & (bounds.maxx > WEST)]
    stay = parts[bounds.minx >= WEST]
    pieces = [
        stay,
        _moved(west),
        cut.clip(_strip(WEST)),
        _moved(cut.clip(_strip(WEST - FULL_CIRCLE_DEG))),
    ]
    table = pd.concat(pieces).explode(ignore_index=True)
    table.geometry = shapely.transform(table.geometry.values, _snapped_seam)
    seam = set(table[table.bounds.maxx.between(179.99, 180.01)].source)
    _check_whole(cut)
    whole = [_dissolved(code, rows, mend=code in seam) for code, rows in table.groupby("source")]
    return gpd.GeoDataFrame(whole, columns=["source", "geometry"], crs=4326)


def project(geometries: Geometries) -> Geometries:
    """Longitude, latitude to Equal Earth metres on the map's central meridian."""
    return shapely.transform(
        geometries,
        lambda c: np.column_stack(EQUAL_EARTH(c[:, 0] - CENTRAL_MERIDIAN_DEG, c[:, 1])),
    )


def unproject(geometries: Geometries) -> Geometries:
    """Equal Earth metres to longitude, latitude."""
    return shapely.transform(geometries, _inverse)


def _inverse(metres: Points) -> Points:
    longitude, latitude = EQUAL_EARTH(metres[:, 0], metres[:, 1], inverse=True)
    return np.column_stack([longitude + CENTRAL_MERIDIAN_DEG, latitude])


def _strip(west: float) -> shapely.Polygon:
    return shapely.box(west, -MAX_LATITUDE_DEG, west + FULL_CIRCLE_DEG, MAX_LATITUDE_DEG)


def _moved(parts: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return parts.set_geometry(parts.translate(xoff=FULL_CIRCLE_DEG))


def _snapped_seam(degrees: Points) -> Points:
    at_seam = np.abs(degrees[:, 0] - 180) < NO_DISTANCE
    return np.column_stack([np.where(at_seam, 180.0, degrees[:, 0]), degrees[:, 1]])


def _check_whole(cut: gpd.GeoDataFrame) -> None:
    if wrong := set(cut.source) - MAY_BE_CUT:
        sys.exit(f"the edge of the map at {WEST} cuts {', '.join(sorted(wrong))}")


def _dissolved(
    code: str, rows: gpd.GeoDataFrame, *, mend: bool
) -> tuple[str, shapely.MultiPolygon]:
    parts = shapely.get_parts(rows.geometry.union_all()) if mend else rows.geometry.to_numpy()
    return code, shapely.multipolygons([p for p in parts if p.geom_type == "Polygon"])
