"""The world under the symbols: sea, areas, lakes, coasts and boundary lines as paths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

from mapping.dataset.boundaries import INTERNATIONAL, TERRITORY, UNDETERMINED
from mapping.geo.topology import (
    find_coasts,
    join_arcs,
    list_geometries,
    list_rings,
    shape_areas,
)
from mapping.printing.frame import path_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.atlas import Atlas
    from mapping.geo.arrays import Floats
    from mapping.geo.topology import Geometry, Topology
    from mapping.printing.frame import MapFrame

SOUTHERN = "ATA"  # the one area south of the map's edge
AVOIDED_STATUSES = {TERRITORY, UNDETERMINED}
SMALL_MM = 6.0  # the width or height up to which an area is small
HATCH_MM = 0.8  # from line to line


class Shape(NamedTuple):
    """An area or a line: its path data, its fill or class, and its code, if it has one."""

    path_data: str
    kind: str
    code: str = ""


@dataclass(frozen=True)
class Basemap:
    """The world in its frame, as SVG path data and as geometry, both in millimetres.

    `hatch` are the lines over Non-Self-Governing Territories, for a drawing without colours;
    `avoid` are the areas that are no State's alone, and the lines that are no international
    boundaries: no name is to be set there, and no leader line enters them; `boundaries` are all
    lines, of every class.
    """

    map_frame: MapFrame
    sea: str
    areas: tuple[Shape, ...]
    lakes: str
    coast: str
    lines: tuple[Shape, ...]
    hatch: str
    polygons: dict[str, shapely.Geometry]
    avoid: tuple[shapely.Geometry, ...]
    boundaries: tuple[shapely.Geometry, ...]


def draw_basemap(atlas: Atlas, topology: Topology, map_frame: MapFrame) -> Basemap:
    """Return the areas and lines of a TopoJSON topology, drawn in the frame of the map."""
    arcs = map_frame.arcs(topology)
    areas, lines = (
        [one for one in list_geometries(topology, name)
         if one["properties"].get("code") != SOUTHERN]
        for name in ("areas", "lines")
    )  # fmt: skip
    codes = [one["properties"]["code"] for one in areas]
    # For looking up points; their outlines may touch themselves.
    polygons = dict(zip(codes, shape_areas(areas, arcs).tolist(), strict=True))
    special = [one for one in lines if one["properties"]["class"] != INTERNATIONAL]
    return Basemap(
        map_frame=map_frame,
        sea=f"{path_data([map_frame.outline()], [[0]])}z",
        areas=tuple(_area(one, arcs, atlas) for one in areas),
        lakes=path_data(arcs, [ring for one in list_geometries(topology, "lakes")
                               for ring in list_rings(one["arcs"])]),
        coast=path_data(arcs, [[arc] for arc in find_coasts(areas)]),
        lines=tuple(_line(one, arcs) for one in lines),
        hatch=_hatch(_of_status(areas, polygons, {TERRITORY})),
        polygons=polygons,
        avoid=(*_of_status(areas, polygons, AVOIDED_STATUSES), *_runs(special, arcs)),
        boundaries=tuple(_runs(lines, arcs)),
    )  # fmt: skip


def find_small_areas(basemap: Basemap, atlas: Atlas) -> Floats:
    """Return the middles of small areas without a place: what labels should not hide."""
    hosts = {place.area for place in atlas.places}
    parts = [max(shapely.get_parts(area), key=shapely.area)
             for code, area in basemap.polygons.items() if code not in hosts]  # fmt: skip
    corners = shapely.bounds(parts).reshape(-1, 2, 2)
    small = (corners[:, 1] - corners[:, 0]).max(axis=1) < SMALL_MM
    return np.asarray(corners[small].mean(axis=1))


def _area(geometry: Geometry, arcs: list[Floats], atlas: Atlas) -> Shape:
    properties = geometry["properties"]
    drawn = "z".join(path_data(arcs, [ring]) for ring in list_rings(geometry["arcs"]))
    return Shape(f"{drawn}z", atlas.area_fill(properties), properties["code"])


def _line(geometry: Geometry, arcs: list[Floats]) -> Shape:
    drawn = path_data(arcs, list_rings(geometry["arcs"]))
    return Shape(drawn, geometry["properties"]["class"])


def _of_status(
    areas: list[Geometry], polygons: dict[str, shapely.Geometry], statuses: set[str]
) -> list[shapely.Geometry]:
    """Return the areas that have one of some statuses, as geometry."""
    kept = (one["properties"] for one in areas if one["properties"]["status"] in statuses)
    return [polygons[properties["code"]] for properties in kept]


def _runs(lines: list[Geometry], arcs: list[Floats]) -> Iterator[shapely.LineString]:
    """Yield each run of lines as geometry."""
    for line in lines:
        yield from (shapely.LineString(join_arcs(arcs, one)) for one in list_rings(line["arcs"]))


def _hatch(areas: list[shapely.Geometry]) -> str:
    """Return the path data of slanting lines over areas, if there are any."""
    if not areas:
        return ""
    left, top, right, bottom = shapely.total_bounds(areas)
    slant = (bottom - top) / 3
    starts = np.arange(left - slant, right, HATCH_MM)
    lines = shapely.linestrings([((x, bottom), (x + slant, top)) for x in starts])
    cut = shapely.intersection(shapely.multilinestrings(lines), shapely.make_valid(areas))
    parts = shapely.get_parts(cut)
    kept = [shapely.get_coordinates(one) for one in parts[shapely.length(parts) > 0]]
    return path_data(kept, [[number] for number in range(len(kept))])
