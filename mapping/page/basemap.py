"""The world as the page draws it: projected once, its arcs as short text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.files.cache import cached
from mapping.geo.polyline import encode
from mapping.geo.projection import X_AT_EDGE, Y_AT_POLE
from mapping.geo.topology import project_arcs

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from mapping.dataset.boundaries import Boundaries

WIDTH = 100_000  # units of the drawing; a unit is a tenth of a pixel at eight times the world view
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
                "fill": atlas.area_fill(area["properties"]),
            }
            for area in areas
        ],
        "lines": [{**_shape(line), "class": line["properties"]["class"]} for line in lines],
        "arcs": _arcs(boundaries),
    }


@cached(1)
def _arcs(boundaries: Boundaries) -> tuple[str, ...]:
    return tuple(encode(project_arcs(boundaries.topology, WIDTH)))


def _shape(geometry: dict[str, Any]) -> dict[str, Any]:
    return {"type": geometry["type"], "arcs": geometry["arcs"]}
