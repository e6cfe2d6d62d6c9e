"""UN Geodata (simplified) as plotly.js carries it: to compare with, never to ship.

The data are the intellectual property of the United Nations and not open: nothing read here is
written to any file.
"""

import json
import subprocess
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from edge import Points
from packages import PLOTLY, unpacked

from mapping.geo.degrees import FULL_CIRCLE_DEG, MAX_LATITUDE_DEG

ASSETS = "package/dist/plotly-geo-assets.js"
TOPOLOGY = "world_50m"


def areas() -> gpd.GeoDataFrame:
    """Return the areas of UN Geodata: column `code`, geometry in longitude, latitude (WGS 84)."""
    topology = _topology()
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [np.cumsum(np.array(arc, float), axis=0) * scale + shift for arc in topology["arcs"]]
    rows = [
        (geometry["id"], _shape(geometry, arcs))
        for geometry in topology["objects"]["countries"]["geometries"]
    ]
    return gpd.GeoDataFrame(rows, columns=["code", "geometry"], crs=4326).dissolve("code")


def _topology() -> dict[str, Any]:
    """Let node, which comes with npm, turn the script's object into JSON."""
    file = json.dumps(str(unpacked(PLOTLY) / ASSETS))
    script = f"globalThis.window = {{}}; JSON.stringify(require({file}).topojson.{TOPOLOGY})"
    command = ["node", "--print", script]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - fixed
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _shape(geometry: dict[str, Any], arcs: list[Points]) -> shapely.Geometry:
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    parts = [_polygon([_unwrapped(_ring(ring, arcs)) for ring in rings]) for rings in polygons]
    return shapely.union_all(parts)


def _ring(numbers: list[int], arcs: list[Points]) -> Points:
    pieces = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
    return np.vstack([pieces[0], *(piece[1:] for piece in pieces[1:])])


def _polygon(rings: list[Points]) -> shapely.Geometry:
    return shapely.make_valid(shapely.Polygon(rings[0], rings[1:]))


def _unwrapped(ring: Points) -> Points:
    """Make longitudes run on across 180°, and close a ring about the South Pole there."""
    x = np.unwrap(ring[:, 0], period=FULL_CIRCLE_DEG)
    closed = np.column_stack([x, ring[:, 1]])
    if abs(x[0] - x[-1]) > FULL_CIRCLE_DEG / 2:
        pole = -MAX_LATITUDE_DEG
        closed = np.vstack([closed, [x[-1], pole], [x[0], pole], closed[0]])
    return closed
