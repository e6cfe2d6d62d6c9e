"""TopoJSON: the arcs of a topology, and the rings and coasts that they are joined to.

A negative number of an arc means that it runs backwards: ``~number`` is the arc.
"""

from __future__ import annotations

from collections import Counter
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, Any, TypedDict

import numpy as np
import shapely

from mapping.geo.projection import X_AT_EDGE, Y_AT_POLE, project_on_sphere

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mapping.geo.arrays import Floats, Geometries, Integers


class Transform(TypedDict):
    """How whole numbers become degrees: longitude and latitude are scaled, then moved."""

    scale: list[float]
    translate: list[float]


class Geometry(TypedDict):
    """An area or a line: numbers of arcs, nested as its type wants it, and what is known of it."""

    type: str
    arcs: list[Any]
    properties: dict[str, str]


class GeometryCollection(TypedDict):
    """The geometries of one object of a topology."""

    geometries: list[Geometry]


class Topology(TypedDict):
    """What is used of TopoJSON (github.com/topojson/topojson-specification, 1.0)."""

    arcs: list[list[list[int]]]
    transform: Transform
    objects: dict[str, GeometryCollection]


def decode_arcs(topology: Topology) -> list[Floats]:
    """Return the arcs of a quantized topology: longitude, latitude, in degrees of WGS 84.

    Each is of the shape (points, 2).
    """
    scale, translate = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    lengths = [len(arc) for arc in topology["arcs"]]
    steps = np.array([*chain.from_iterable(topology["arcs"])], dtype=np.int64).reshape(-1, 2)
    ends = [0, *accumulate(lengths)]
    walked = np.vstack([[[0, 0]], np.cumsum(steps, axis=0)])  # all at once: a tenth of the time
    points = (walked[1:] - np.repeat(walked[ends[:-1]], lengths, axis=0)) * scale + translate
    return [points[start:end] for start, end in pairwise(ends)]


def repeat_around(topology: Topology, turn: float) -> Topology:
    """Return a topology in which all is there twice: once more so many degrees further east."""
    steps, count = round(turn / topology["transform"]["scale"][0]), len(topology["arcs"])
    again = [[[x + steps, y], *rest] for (x, y), *rest in topology["arcs"]]
    objects = {
        name: GeometryCollection(geometries=[_repeat(one, count) for one in found["geometries"]])
        for name, found in topology["objects"].items()
    }
    return Topology(
        arcs=[*topology["arcs"], *again], transform=topology["transform"], objects=objects
    )


def _repeat(geometry: Geometry, count: int) -> Geometry:
    """Return a geometry with its parts once more, of arcs whose numbers are so much higher."""

    def higher(nested: Sequence[Any]) -> list[Any]:
        return [(one + count if one >= 0 else one - count) if isinstance(one, int) else higher(one)
                for one in nested]  # fmt: skip

    is_multiple = geometry["type"].startswith("Multi")
    parts = geometry["arcs"] if is_multiple else [geometry["arcs"]]
    kind = geometry["type"] if is_multiple else f"Multi{geometry['type']}"
    return {**geometry, "type": kind, "arcs": [*parts, *higher(parts)]}


def project_arcs(topology: Topology, width: float) -> list[Integers]:
    """Project the arcs onto a drawing of the world of this width, to whole units.

    Returns
    -------
    list
        An array of shape (points, 2) an arc: right and down from the drawing's upper left corner.
    """
    arcs = decode_arcs(topology)
    drawn = to_drawing(np.concatenate(arcs), width)  # all points at once: a tenth of the time
    return np.split(drawn, np.cumsum([len(arc) for arc in arcs])[:-1])


def to_drawing(points: Floats, width: float) -> Integers:
    """Project longitudes and latitudes, shape (points, 2), onto the same drawing."""
    from_corner = (project_on_sphere(points) - [-X_AT_EDGE, Y_AT_POLE]) * [1, -1]
    return np.rint(from_corner * (width / (2 * X_AT_EDGE))).astype(np.int64)


def list_geometries(topology: Topology, kind: str) -> list[Geometry]:
    """Return the geometries of an object; none where the topology lacks it, as it may the lakes."""
    found = topology["objects"].get(kind)
    return found["geometries"] if found else []


def list_rings(nested: Sequence[Any]) -> Iterator[list[int]]:
    """Yield the runs of arcs of a geometry, however deep they are nested: rings, or lines."""
    if nested and isinstance(nested[0], int):
        yield list(nested)
    else:
        for part in nested:
            yield from list_rings(part)


def number_in_order(runs: Iterable[Sequence[int]]) -> tuple[list[int], dict[int, int]]:
    """Return arcs renumbered in the order and direction in which runs first go through them.

    Returns
    -------
    tuple
        The arcs in their new order, those below zero to be turned; and the new number of each arc,
        by its old one, forwards and backwards.
    """
    order: list[int] = []
    numbers: dict[int, int] = {}
    for run in runs:
        for arc in run:
            if arc not in numbers:
                numbers[arc], numbers[~arc] = len(order), ~len(order)
                order.append(arc)
    return order, numbers


def find_coasts(geometries: Sequence[Geometry]) -> list[int]:
    """Return the arcs that only one of the areas has, none below zero."""
    runs = (run for one in geometries for run in list_rings(one["arcs"]))
    uses = Counter(arc if arc >= 0 else ~arc for run in runs for arc in run)
    return [arc for arc, count in uses.items() if count == 1]


def shape_areas(geometries: Sequence[Geometry], arcs: Sequence[Floats]) -> Geometries:
    """Return areas as geometry, in the units of the arcs; all at once, in a tenth of the time."""
    parts = [
        (number, part)
        for number, one in enumerate(geometries)
        for part in (one["arcs"] if one["type"] == "MultiPolygon" else [one["arcs"]])
    ]
    rings = [
        (number, join_arcs(arcs, ring)) for number, (_, part) in enumerate(parts) for ring in part
    ]
    of_ring = np.repeat(range(len(rings)), [len(points) for _, points in rings])
    points = np.concatenate([points for _, points in rings])
    outlines = np.asarray(shapely.linearrings(points, indices=of_ring))
    polygons = np.asarray(shapely.polygons(outlines, indices=[number for number, _ in rings]))
    return np.asarray(shapely.multipolygons(polygons, indices=[number for number, _ in parts]))


def join_arcs(arcs: Sequence[Floats], numbers: Sequence[int]) -> Floats:
    """Join arcs, each of shape (points, 2), to one line of that shape; see above for `numbers`.

    The point where two of them meet is in it once.
    """
    first, *others = [arcs[one] if one >= 0 else arcs[~one][::-1] for one in numbers]
    return np.concatenate([first, *(arc[1:] for arc in others)])
