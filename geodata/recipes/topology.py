"""Areas and lines as TopoJSON: every arc is written once and shared."""

import json
from itertools import count, groupby, pairwise
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from edge import EAST, WEST
from levels import SOUTH
from lines import Arc, Edge, Segment, edges, features
from numpy.typing import NDArray
from statuses import properties

from mapping.geo.degrees import MAX_LATITUDE_DEG


def topology(faces: gpd.GeoDataFrame, lakes: list[shapely.Polygon], grid: float) -> str:
    """Write faces and lakes in whole grid steps as a TopoJSON text.

    Its objects are `areas` and `lines`, which share their arcs, and `lakes`, which have their own.
    """
    arcs: list[Arc] = []
    drawn: dict[Edge, list[list[int]]] = {}
    for edge, chains in edges(faces).items():
        drawn[edge] = []
        for chain in chains:
            drawn[edge].append(list(range(len(arcs), len(arcs) + len(chain))))
            arcs += chain
    document = {
        "type": "Topology",
        "bbox": [WEST, SOUTH, EAST, MAX_LATITUDE_DEG],
        "transform": {"scale": [grid, grid], "translate": [WEST, SOUTH]},
        "objects": {
            "areas": _collection(_areas(faces, _signed_arcs(arcs))),
            "lines": _collection([_line(*feature) for feature in features(drawn)]),
            "lakes": _collection([_lakes(lakes, len(arcs))]),
        },
        "arcs": [_deltas(arc) for arc in (*arcs, *_shores(lakes))],
    }
    return json.dumps(document, separators=(",", ":")) + "\n"


def _collection(geometries: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "GeometryCollection", "geometries": geometries}


def _line(found: dict[str, Any], chains: list[list[int]]) -> dict[str, Any]:
    return {"type": "MultiLineString", "properties": found, "arcs": chains}


def _lakes(lakes: list[shapely.Polygon], first: int) -> dict[str, Any]:
    """Return all lakes as one geometry, whose arcs are those from `first` on, one a ring."""
    numbers = count(first)
    rings = [[[next(numbers)] for _ in (lake.exterior, *lake.interiors)] for lake in lakes]
    return {"type": "MultiPolygon", "properties": {}, "arcs": rings}


def _shores(lakes: list[shapely.Polygon]) -> list[Arc]:
    rings = [ring for lake in lakes for ring in (lake.exterior, *lake.interiors)]
    return [[(int(x), int(y)) for x, y in ring.coords] for ring in rings]


def _areas(faces: gpd.GeoDataFrame, signed: dict[Segment, int]) -> list[dict[str, Any]]:
    groups = {code: rows.geometry.values for code, rows in faces.groupby("code")}
    return [
        {
            "type": "MultiPolygon",
            "properties": found,
            "arcs": [_polygon(part, signed) for part in _dissolved(groups[found["code"]])],
        }
        for found in properties(groups)
    ]


def _dissolved(parts: NDArray[np.object_]) -> list[shapely.Polygon]:
    """Join an area's faces; outer rings run counter-clockwise, as in GeoJSON (RFC 7946)."""
    whole = shapely.orient_polygons(shapely.coverage_union_all(parts).normalize())
    return list(shapely.get_parts(whole))


def _signed_arcs(arcs: list[Arc]) -> dict[Segment, int]:
    """Map each step between two points to its arc, `~arc` where the step runs against it."""
    forward = {step: number for number, arc in enumerate(arcs) for step in pairwise(arc)}
    return forward | {(b, a): ~number for (a, b), number in forward.items()}


def _polygon(polygon: shapely.Polygon, signed: dict[Segment, int]) -> list[list[int]]:
    return [_ring(ring, signed) for ring in (polygon.exterior, *polygon.interiors)]


def _ring(ring: shapely.LinearRing, signed: dict[Segment, int]) -> list[int]:
    """Return the arcs of a ring; one that both begins and ends it is counted once."""
    points = [(int(x), int(y)) for x, y in ring.coords]
    run = [number for number, _ in groupby(signed[step] for step in pairwise(points))]
    return run[:-1] if len(run) > 1 and run[0] == run[-1] else run


def _deltas(arc: Arc) -> list[list[int]]:
    return [list(arc[0]), *([bx - ax, by - ay] for (ax, ay), (bx, by) in pairwise(arc))]
