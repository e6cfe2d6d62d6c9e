"""The world as the page draws it: projected once, its arcs as short text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from pyproj import Transformer

from mapping.dataset.boundaries import CENTRAL_MERIDIAN
from mapping.geo.polyline import encode

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapping.atlas import Atlas
    from mapping.dataset.boundaries import Boundaries

WIDTH = 100_000  # of the drawing; a unit is a tenth of a pixel at eight times the world view
# The page projects its symbols on the sphere, so the world under them is projected on it as well.
SPHERE = Transformer.from_crs("+proj=longlat +R=1", "+proj=eqearth +R=1 +over", always_xy=True)
X_AT_EDGE, Y_AT_POLE = SPHERE.transform(180, 0)[0], SPHERE.transform(0, 90)[1]
HEIGHT = round(WIDTH * Y_AT_POLE / X_AT_EDGE)


def encode_basemap(atlas: Atlas) -> dict[str, Any]:
    """Return the areas, each with its fill, the lines, each with its class, and their arcs.

    Arcs are encoded polylines of x and y, right and down from the upper left corner of the frame of
    the Equal Earth map, `WIDTH` by `HEIGHT`.
    """
    boundaries = atlas.dataset.boundaries
    areas, lines = (
        boundaries.topology["objects"][name]["geometries"] for name in ("areas", "lines")
    )
    return {
        "size": [WIDTH, HEIGHT],
        "areas": [
            {
                **_shape(area),
                "code": area["properties"]["code"],
                "fill": area_fill(area["properties"], atlas),
            }
            for area in areas
        ],
        "lines": [{**_shape(line), "class": line["properties"]["class"]} for line in lines],
        "arcs": _arcs(boundaries),
    }


@lru_cache(maxsize=1)  # as long as the boundaries are the same
def _arcs(boundaries: Boundaries) -> tuple[str, ...]:
    return tuple(encode(project_arcs(boundaries.topology)))


def project_arcs(topology: dict[str, Any]) -> list[NDArray[np.int64]]:
    """Project the arcs of a TopoJSON topology onto the drawing, all points at once.

    Each arc has the shape (points, 2).
    """
    arcs = [np.cumsum(arc, axis=0) for arc in topology["arcs"]]
    transform = topology["transform"]
    degrees = np.concatenate(arcs) * transform["scale"] + transform["translate"]
    x, y = SPHERE.transform(degrees[:, 0] - CENTRAL_MERIDIAN, degrees[:, 1])
    scale = WIDTH / (2 * X_AT_EDGE)
    drawn = np.rint(np.column_stack([(x + X_AT_EDGE) * scale, (Y_AT_POLE - y) * scale])).astype(
        np.int64
    )
    ends = np.cumsum([len(arc) for arc in arcs])[:-1]
    return np.split(drawn, ends)


def _shape(geometry: dict[str, Any]) -> dict[str, Any]:
    return {"type": geometry["type"], "arcs": geometry["arcs"]}


def area_fill(properties: dict[str, Any], atlas: Atlas) -> str:
    """Say how an area is filled: as what its status says, or as a host."""
    host = (properties.get("colour_as") or properties["code"]) in atlas.hosts
    return "host" if host and properties["status"] == "area" else str(properties["status"])
