"""The projection of the map, and distances: the only module that imports pyproj.

Equal Earth (Šavrič, Patterson, Jenny 2018), with the central meridian where the edge of the map
runs through the Bering Strait. Areas are measured on the WGS 84 ellipsoid (`project`); what is
drawn is projected on the sphere (`project_on_sphere`), as the page's scripts project symbols.
Coordinates are longitude before latitude, in WGS 84 degrees.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np
from pyproj import Geod, Transformer

from mapping.geo.degrees import FULL_CIRCLE_DEG, MAX_LATITUDE_DEG, MAX_LONGITUDE_DEG

if TYPE_CHECKING:
    from mapping.geo.arrays import Floats

Degrees = TypeVar("Degrees", float, "Floats")
WGS84 = "EPSG:4326"
# The edge, 168.5° W, cuts Umnak in the Aleutians and no other island. West of 168.6° W it would cut
# St. Lawrence Island, then Big Diomede (Russia); east of 168.2° W, Alaska.
CENTRAL_MERIDIAN_DEG = 11.5
EQUAL_EARTH = f"+proj=eqearth +lon_0={CENTRAL_MERIDIAN_DEG} +datum=WGS84"
WEST_EDGE_DEG = CENTRAL_MERIDIAN_DEG - FULL_CIRCLE_DEG / 2
_TO_MAP = Transformer.from_crs(WGS84, EQUAL_EARTH, always_xy=True)
_FROM_MAP = Transformer.from_crs(EQUAL_EARTH, WGS84, always_xy=True)
_SPHERE = Transformer.from_crs("+proj=longlat +R=1", "+proj=eqearth +R=1 +over", always_xy=True)
_GEOD = Geod(ellps="WGS84")
# Of the map of a sphere of radius 1: half its width at the equator, half its height.
X_AT_EDGE: float = _SPHERE.transform(MAX_LONGITUDE_DEG, 0)[0]
Y_AT_POLE: float = _SPHERE.transform(0, MAX_LATITUDE_DEG)[1]


def wrap_longitude(longitude: Degrees, west: float = WEST_EDGE_DEG) -> Degrees:
    """Return longitudes as a map has them: from its western edge on, once round, in degrees."""
    return (longitude - west) % FULL_CIRCLE_DEG + west


def normalize_longitude(longitude: float) -> float:
    """Return a longitude as WGS 84 has it: from -180 to below 180 degrees."""
    half = FULL_CIRCLE_DEG / 2
    return (longitude + half) % FULL_CIRCLE_DEG - half


def project(points: Floats) -> Floats:
    """Project longitudes and latitudes, in degrees, to x and y in metres of `EQUAL_EARTH`.

    Both are of the shape (points, 2).
    """
    return np.column_stack(_TO_MAP.transform(*points.T))


def unproject(x: float, y: float) -> tuple[float, float]:
    """Return longitude and latitude, in degrees, of a point in metres of `EQUAL_EARTH`."""
    longitude, latitude = _FROM_MAP.transform(x, y)
    return longitude, latitude


def project_on_sphere(points: Floats, meridian: float = CENTRAL_MERIDIAN_DEG) -> Floats:
    """Project longitudes and latitudes, in degrees, to the map of a sphere of radius 1.

    `meridian` is the central one. Longitudes run on from the edge of the map (see
    `wrap_longitude`). The result is right and up from the map's centre, at most `X_AT_EDGE` and
    `Y_AT_POLE`. Both are of the shape (points, 2).
    """
    return np.column_stack(_SPHERE.transform(points[:, 0] - meridian, points[:, 1]))


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance of two points in kilometres, along the geodesic of WGS 84 (Karney 2013).

    Each is longitude, latitude, in degrees.
    """
    return float(_GEOD.inv(*one, *other)[2]) / 1000


def distances_km(ones: Floats, others: Floats) -> Floats:
    """Return the distance of each point to the one of its number, as `distance_km` does of two.

    Both are longitudes and latitudes, in degrees, of the shape (points, 2).
    """
    return np.asarray(_GEOD.inv(*ones.T, *others.T)[2]) / 1000


def length_km(longitudes: Floats, latitudes: Floats) -> float:
    """Return the length of a line in kilometres, along geodesics of WGS 84 (Karney 2013).

    Longitudes and latitudes are those of its points, in degrees, of shape (points,) each.
    """
    return float(_GEOD.line_length(longitudes, latitudes)) / 1000
