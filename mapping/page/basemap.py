"""The world as the page draws it: projected once, its arcs and what they are joined to as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mapping.files.cache import cached
from mapping.geo.number_text import encode
from mapping.geo.projection import X_AT_EDGE, Y_AT_POLE
from mapping.geo.topology import list_rings, number_in_order, project_arcs

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from mapping.dataset.boundaries import Boundaries
    from mapping.geo.arrays import Integers
    from mapping.geo.topology import Geometry

WIDTH = 40_000  # units of the drawing; a unit is 0.4 pixels at the nearest zoom
HEIGHT = round(WIDTH * Y_AT_POLE / X_AT_EDGE)
KINDS = ("areas", "lines")


def encode_basemap(atlas: Atlas) -> dict[str, Any]:
    """Return the areas, each with its fill, the lines, each with its class, and their arcs.

    Arcs are a walk over the drawing, `WIDTH` by `HEIGHT`, right and down from the upper left corner
    of the frame of the Equal Earth map: step by step, also from the end of one arc to the start of
    the next. Runs are numbers of arcs, each as the step from what would follow the one before.
    """
    boundaries = atlas.dataset.boundaries
    arcs, runs = _drawing(boundaries)
    areas, lines = ([one["properties"] for one in _shapes(boundaries, kind)] for kind in KINDS)
    return {
        "size": [WIDTH, HEIGHT],
        "areas": [
            {"code": area["code"], **_fill(area, atlas), "runs": text}
            for area, text in zip(areas, runs["areas"], strict=True)
        ],
        "lines": [
            {"class": line["class"], "runs": text}
            for line, text in zip(lines, runs["lines"], strict=True)
        ],
        "arcs": arcs,
    }


def _fill(area: dict[str, str], atlas: Atlas) -> dict[str, Any]:
    """Return how an area is filled; of hosts, the countries that it is filled for, if others."""
    fill = atlas.area_fill(area)
    filled_as = area.get("colour_as") or area["code"]
    places = atlas.places if fill == "host" else ()
    hosts = sorted({one.presence.country for one in places if one.area == filled_as})
    return {"fill": fill, "hosts": hosts} if hosts and hosts != [area["code"]] else {"fill": fill}


@cached(1)
def _drawing(boundaries: Boundaries) -> tuple[str, dict[str, list[str]]]:
    """Return the arcs, and the runs of each area and line, in the order of their first use."""
    arcs = project_arcs(boundaries.topology, WIDTH)
    runs = {
        kind: [[*list_rings(one["arcs"])] for one in _shapes(boundaries, kind)] for kind in KINDS
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


def _encode_runs(runs: list[list[int]]) -> str:
    found = np.concatenate([np.array(run, dtype=np.int64) for run in runs])
    steps = _differences(found, -1) - 1
    return encode(np.split(steps, np.cumsum([len(run) for run in runs])[:-1]))


def _differences(numbers: Integers, before: int) -> Integers:
    return np.diff(numbers, axis=0, prepend=before).astype(np.int64)  # NumPy types it otherwise


def _shapes(boundaries: Boundaries, kind: str) -> list[Geometry]:
    return boundaries.topology["objects"][kind]["geometries"]
