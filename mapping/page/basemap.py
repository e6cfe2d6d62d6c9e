"""The world as the page draws it: projected once, its arcs and what they are joined to as text."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import numpy as np

from mapping.files.cache import cached
from mapping.files.disk_cache import RESULTS
from mapping.geo.number_text import encode
from mapping.geo.projection import X_AT_EDGE, Y_AT_POLE, wrap_longitude
from mapping.geo.topology import (
    list_geometries,
    list_rings,
    number_in_order,
    project_arcs,
    to_drawing,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mapping.atlas import Atlas
    from mapping.dataset.boundaries import Boundaries
    from mapping.geo.arrays import Integers
    from mapping.geo.topology import Geometry

WIDTH = 20_480  # units of the drawing; a point is 0.4 pixels off at the nearest zoom, at the most
STRIP = 128  # units: rings lie in strips, up one and down the next: the way to each is short
HEIGHT = round(WIDTH * Y_AT_POLE / X_AT_EDGE)
KINDS = ("areas", "lines", "lakes")


def encode_basemap(atlas: Atlas) -> dict[str, Any]:
    """Return areas, each with its fill, lines, each with its class, lakes, seas, and arcs.

    Seas have points where their names may be.
    Arcs are a walk over the drawing, `WIDTH` by `HEIGHT`, right and down from the upper left corner
    of the frame of the Equal Earth map: step by step, also from the end of one arc to the start of
    the next. Runs are numbers of arcs, each as the step from what would follow the one before.
    """
    boundaries = atlas.dataset.boundaries
    arcs, runs = _drawing(boundaries)
    hosts = _hosts(atlas)
    areas, lines = (
        [one["properties"] for one in _shapes(boundaries, kind)] for kind in ("areas", "lines")
    )
    return {
        "size": [WIDTH, HEIGHT],
        "areas": [
            _area(area, atlas, hosts) | {"at": at, "runs": text}
            for area, at, text in zip(areas, _anchors(boundaries), runs["areas"], strict=True)
        ],
        "lines": [
            {"class": line["class"], "runs": text}
            for line, text in zip(lines, runs["lines"], strict=True)
        ],
        "lakes": runs["lakes"],
        "seas": _seas(atlas),
        "arcs": arcs,
    }


def _seas(atlas: Atlas) -> list[dict[str, Any]]:
    seas = atlas.dataset.tables.seas
    return [{"key": key, "at": _to_drawing_units(sea.positions)} for key, sea in seas.items()]


def _hosts(atlas: Atlas) -> dict[str, list[str]]:
    """Return the countries that each area has places of."""
    pairs = sorted({(one.area, one.presence.country) for one in atlas.places})
    return {
        area: [country for _, country in found]
        for area, found in groupby(pairs, key=lambda pair: pair[0])
    }


def _area(area: dict[str, str], atlas: Atlas, hosts: Mapping[str, list[str]]) -> dict[str, Any]:
    name = atlas.area_name(area)
    return {"code": area["code"], **_fill(area, atlas, hosts), "name": name}


def _fill(area: dict[str, str], atlas: Atlas, hosts: Mapping[str, list[str]]) -> dict[str, Any]:
    """Return how an area is filled; of hosts, the countries that it is filled for, if others."""
    fill = atlas.area_fill(area)
    of = hosts.get(area.get("colour_as") or area["code"], []) if fill == "host" else []
    return {"fill": fill, "hosts": of} if of and of != [area["code"]] else {"fill": fill}


@cached(1)
def _anchors(boundaries: Boundaries) -> list[list[int]]:
    """Return a point well inside each area, on the drawing."""
    codes = [one["properties"]["code"] for one in _shapes(boundaries, "areas")]
    anchors = [boundaries.anchor(code) for code in codes]
    return _to_drawing_units(anchors)


def _to_drawing_units(positions: Sequence[tuple[float, float]]) -> list[list[int]]:
    """Return longitudes and latitudes as points of the drawing."""
    points = np.array([(wrap_longitude(east), north) for east, north in positions])
    return [[int(x), int(y)] for x, y in to_drawing(points, WIDTH)]


@cached(1)
def _drawing(boundaries: Boundaries) -> tuple[str, dict[str, list[str]]]:
    """Return the arcs, and the runs of each area and line, in the order of their first use."""
    arcs, runs = RESULTS.get_or_make("drawing", boundaries.digest, lambda: _draw(boundaries))
    return arcs, runs


def _draw(boundaries: Boundaries) -> tuple[str, dict[str, list[str]]]:
    arcs = project_arcs(boundaries.topology, WIDTH)
    runs = {
        kind: [_by_strip(list_rings(one["arcs"]), arcs) for one in _shapes(boundaries, kind)]
        for kind in KINDS
    }
    order, numbers = number_in_order(run for kind in KINDS for one in runs[kind] for run in one)
    walk = [arcs[one] if one >= 0 else arcs[~one][::-1] for one in order]
    steps = _differences(np.concatenate(walk), 0)
    ends = np.cumsum([len(arc) for arc in walk])[:-1]
    texts = {
        kind: [_encode_runs([[numbers[arc] for arc in run] for run in one]) for one in runs[kind]]
        for kind in KINDS
    }
    return encode([part.ravel() for part in np.split(steps, ends)]), texts


def _by_strip(runs: Iterable[list[int]], arcs: Sequence[Integers]) -> list[list[int]]:
    """Return runs in the order of the strips that they begin in."""

    def place(run: list[int]) -> tuple[int, int]:
        x, y = arcs[run[0]][0] if run[0] >= 0 else arcs[~run[0]][-1]
        return x // STRIP, y if x // STRIP % 2 else -y

    return sorted(runs, key=place)


def _encode_runs(runs: list[list[int]]) -> str:
    found = np.concatenate([np.array(run, dtype=np.int64) for run in runs])
    steps = _differences(found, -1) - 1
    return encode(np.split(steps, np.cumsum([len(run) for run in runs])[:-1]))


def _differences(numbers: Integers, before: int) -> Integers:
    return np.diff(numbers, axis=0, prepend=before).astype(np.int64)  # NumPy types it otherwise


def _shapes(boundaries: Boundaries, kind: str) -> list[Geometry]:
    return list_geometries(boundaries.topology, kind)
