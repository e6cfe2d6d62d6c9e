"""The edge of the map: where the globe is cut, and the plane that detail is measured on."""

import sys
from typing import Any

import geopandas as gpd
import numpy as np
import pyproj
import shapely

# Of the meridians near 169° W, those from 168.6° W to 168.2° W cut no island but Umnak in the
# Aleutians; from 169.4° W to 168.7° W they cut the large St. Lawrence Island or a Diomede too.
WEST = -168.5
EAST = WEST + 360
CENTRAL_MERIDIAN = WEST + 180
MAY_BE_CUT = {"ATA", "USA"}
EQUAL_EARTH = pyproj.Proj("+proj=eqearth +ellps=WGS84 +over")  # +over: the edge stays two edges


def unrolled(polygons: Any) -> Any:
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
    pieces = [stay, _moved(west), cut.clip(_strip(WEST)), _moved(cut.clip(_strip(WEST - 360)))]
    table = gpd.GeoDataFrame(gpd.pd.concat(pieces, ignore_index=True), crs=4326)
    table.geometry = shapely.transform(table.geometry.values, _snapped_seam)
    seam = set(table[table.bounds.maxx.between(179.99, 180.01)].source)
    _check_whole(cut)
    whole = [_dissolved(code, rows, mend=code in seam) for code, rows in table.groupby("source")]
    return gpd.GeoDataFrame(whole, columns=["source", "geometry"], crs=4326)


def project(geometries: Any) -> Any:
    """Longitude, latitude to Equal Earth metres on the map's central meridian."""
    return shapely.transform(
        geometries,
        lambda c: np.column_stack(EQUAL_EARTH(c[:, 0] - CENTRAL_MERIDIAN, c[:, 1])),
    )


def unproject(geometries: Any) -> Any:
    """Equal Earth metres to longitude, latitude."""
    return shapely.transform(geometries, _inverse)


def _inverse(metres: Any) -> Any:
    longitude, latitude = EQUAL_EARTH(metres[:, 0], metres[:, 1], inverse=True)
    return np.column_stack([longitude + CENTRAL_MERIDIAN, latitude])


def _strip(west: float) -> shapely.Polygon:
    return shapely.box(west, -90, west + 360, 90)


def _moved(parts: Any) -> Any:
    return parts.set_geometry(parts.translate(xoff=360))


def _snapped_seam(degrees: Any) -> Any:
    at_seam = np.abs(degrees[:, 0] - 180) < 1e-9
    return np.column_stack([np.where(at_seam, 180.0, degrees[:, 0]), degrees[:, 1]])


def _check_whole(cut: Any) -> None:
    if wrong := set(cut.source) - MAY_BE_CUT:
        sys.exit(f"the edge of the map at {WEST} cuts {', '.join(sorted(wrong))}")


def _dissolved(code: str, rows: Any, *, mend: bool) -> tuple[str, shapely.MultiPolygon]:
    parts = shapely.get_parts(rows.geometry.union_all()) if mend else rows.geometry.values
    return code, shapely.multipolygons([p for p in parts if p.geom_type == "Polygon"])
