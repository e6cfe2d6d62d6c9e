"""The world under the symbols: sea, areas, lakes, coasts and boundary lines as paths."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

from mapping.dataset.boundaries import INTERNATIONAL, TERRITORY, UNDETERMINED
from mapping.geo.degrees import FULL_CIRCLE_DEG
from mapping.geo.projection import CENTRAL_MERIDIAN_DEG
from mapping.geo.topology import (
    Geometry,
    find_coasts,
    join_arcs,
    list_geometries,
    list_rings,
    repeat_around,
    shape_areas,
)
from mapping.printing.frame import draw_lines, path_data
from mapping.printing.label_placement.area_raster import AreaRaster
from mapping.printing.label_placement.boundary_raster import BoundaryRaster
from mapping.printing.layers.counterparts import find_counterparts
from mapping.printing.view import SOUTH_DEG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mapping.atlas import Atlas, Place
    from mapping.geo.arrays import Floats
    from mapping.geo.topology import Topology
    from mapping.printing.frame import MapFrame
    from mapping.printing.label_placement.candidates import Box
    from mapping.printing.papers import Paper
    from mapping.printing.view import View

SOUTHERN = "ATA"  # the one area south of the map's edge
AVOIDED_STATUSES = {TERRITORY, UNDETERMINED}
WITHIN_MM = 0.8  # of the edge of a near map, to which no name, label or mark comes nearer
BESIDE_MM = 0.05  # of its edge is a line that is the edge
UNSETTLED_SHARE = 0.1  # of an area's boundaries and coasts, from which on it is delicate
SMALL_MM = 6.0  # the width or height up to which an area has its name beside it,
NARROW_MM = 10.0  # and up to which a name or number in it has hardly room for a label too
NAME_MM = (-3.0, -1.5, 0.0, 1.5, 3.0)  # from the middle of an area: where the least name would be
LEAST_MM2 = 1e-6  # twice the surface of a ring that is out of view, and runs along the map's edge
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
    lines, of every class; `size` is that of the paper.
    """

    map_frame: MapFrame
    size: tuple[float, float]
    sea: str
    areas: tuple[Shape, ...]
    lakes: str
    coast: str
    lines: tuple[Shape, ...]
    hatch: str
    polygons: dict[str, shapely.Geometry]
    avoid: tuple[shapely.Geometry, ...]
    boundaries: tuple[shapely.Geometry, ...]

    @cached_property
    def area_raster(self) -> AreaRaster:
        """The areas in small squares."""
        return AreaRaster(self.size, self.polygons, self.avoid)

    @cached_property
    def boundary_raster(self) -> BoundaryRaster:
        """The boundaries in small squares."""
        return BoundaryRaster(self.size, self.boundaries)

    @property
    def undetermined(self) -> list[shapely.Geometry]:
        """The areas whose status is undetermined."""
        return [self.polygons[one.code] for one in self.areas if one.kind == UNDETERMINED]

    @cached_property
    def delicate(self) -> frozenset[str]:
        """The codes of the areas of which a good part of the boundaries is not settled."""
        lines = [shapely.buffer(one, BESIDE_MM) for one in self.avoid if not shapely.area(one)]
        beside = shapely.union_all(lines)
        outlines = shapely.boundary(np.array([*self.polygons.values()], dtype=object))
        long = shapely.length(shapely.intersection(outlines, beside))
        found = long > UNSETTLED_SHARE * shapely.length(outlines)
        return frozenset(code for code, one in zip(self.polygons, found, strict=True) if one)

    def is_delicate(self, place: Place) -> bool:
        """Tell whether the boundaries of a place's host are not settled, or it is a part of one."""
        return place.area in self.delicate or place.presence.country not in self.polygons


def draw_basemap(
    atlas: Atlas, topology: Topology, map_frame: MapFrame, size: tuple[float, float]
) -> Basemap:
    """Return the areas and lines of a TopoJSON topology, drawn in the frame of the map.

    `size` is that of the paper.
    """
    topology = _around(topology, map_frame.view)
    arcs = map_frame.arcs(topology)
    areas, lines = (_drawn(topology, name, map_frame.view) for name in ("areas", "lines"))
    lakes = list_geometries(topology, "lakes")
    coasts = map_frame.lines(arcs, [[arc] for arc in find_coasts(areas)])
    if map_frame.view.is_near:
        areas, lakes = _in_view(areas, arcs), _in_view(lakes, arcs)
    polygons = _polygons(areas, arcs)
    drawn = [(one["properties"]["class"], map_frame.lines(arcs, list_rings(one["arcs"])))
             for one in lines]  # fmt: skip
    special = [one for kind, runs in drawn for one in runs if kind != INTERNATIONAL]
    return Basemap(
        map_frame=map_frame,
        size=size,
        sea=f"{path_data([map_frame.outline()], [[0]])}z",
        areas=tuple(_area(one, arcs, atlas) for one in areas),
        lakes=path_data(arcs, [ring for one in lakes for ring in list_rings(one["arcs"])]),
        coast=draw_lines(coasts),
        lines=tuple(Shape(draw_lines(runs), kind) for kind, runs in drawn if runs),
        hatch=_hatch(_of_status(areas, polygons, {TERRITORY})),
        polygons=polygons,
        avoid=(*_of_status(areas, polygons, AVOIDED_STATUSES), *_as_shapes(special)),
        boundaries=tuple(_as_shapes(one for _, runs in drawn for one in runs)),
    )


def frame_labels(paper: Paper, basemap: Basemap) -> Box:
    """Return where labels may be: from half a margin to the other, or clear of a side column.

    On a near map, which has an edge of its own, they are within it.
    """
    beyond, map_frame = paper.margin / 2, basemap.map_frame
    if map_frame.view.is_near:
        left, top, right, bottom = map_frame.box
        return left + WITHIN_MM, top + WITHIN_MM, right - WITHIN_MM, bottom - WITHIN_MM
    left, right = beyond, paper.width - beyond
    if paper.side:
        left, right = map_frame.left - beyond, map_frame.left + map_frame.width + beyond
    return left, map_frame.top, right, map_frame.top + map_frame.height


def own_areas(place: Place, atlas: Atlas) -> set[str]:
    """Return the areas of a place's host, and of the countries that it serves."""
    countries = atlas.dataset.tables.countries
    served = (countries[key] for key in place.presence.serves if key in countries)
    return {place.area, *(one.area_code for one in served)}


def find_small_areas(basemap: Basemap, atlas: Atlas) -> Floats:
    """Return the middles of small areas without a place: what labels should not hide."""
    _, middles, sizes = _without_place(basemap, atlas)
    return np.asarray(middles[sizes < NARROW_MM])


def find_name_places(basemap: Basemap, atlas: Atlas) -> Floats:
    """Return where the names would be of areas without a place that others have no name without.

    Points along the name; small areas have theirs beside them.
    """
    codes, middles, sizes = _without_place(basemap, atlas)
    paired = np.isin(codes, [*find_counterparts(atlas.dataset.boundaries.topology)])
    return np.vstack([middles[paired & (sizes >= SMALL_MM)] + (off, 0) for off in NAME_MM])


def _without_place(basemap: Basemap, atlas: Atlas) -> tuple[list[str], Floats, Floats]:
    """Return the codes of areas without a place, and the middles and sizes of their main parts."""
    hosts = {place.area for place in atlas.places}
    codes = [code for code in basemap.polygons if code not in hosts]
    parts = [max(shapely.get_parts(basemap.polygons[code]), key=shapely.area) for code in codes]
    corners = shapely.bounds(parts).reshape(-1, 2, 2)
    return codes, corners.mean(axis=1), (corners[:, 1] - corners[:, 0]).max(axis=1)


def _area(geometry: Geometry, arcs: list[Floats], atlas: Atlas) -> Shape:
    properties = geometry["properties"]
    drawn = "z".join(path_data(arcs, [ring]) for ring in list_rings(geometry["arcs"]))
    return Shape(f"{drawn}z", atlas.area_fill(properties), properties["code"])


def _polygons(areas: list[Geometry], arcs: list[Floats]) -> dict[str, shapely.Geometry]:
    """Return the shapes of areas by code, to look up points; outlines may touch themselves."""
    shapes = shape_areas(areas, arcs).tolist() if areas else []
    return dict(zip((one["properties"]["code"] for one in areas), shapes, strict=True))


def _of_status(
    areas: list[Geometry], polygons: dict[str, shapely.Geometry], statuses: set[str]
) -> list[shapely.Geometry]:
    """Return the areas that have one of some statuses, as geometry."""
    kept = (one["properties"] for one in areas if one["properties"]["status"] in statuses)
    return [polygons[properties["code"]] for properties in kept]


def _as_shapes(lines: Iterable[Floats]) -> Iterator[shapely.LineString]:
    """Yield lines as geometry."""
    yield from map(shapely.LineString, lines)


def _around(topology: Topology, view: View) -> Topology:
    """Return the topology, for a near view such that it goes on to where the map ends."""
    turn = FULL_CIRCLE_DEG if view.meridian > CENTRAL_MERIDIAN_DEG else -FULL_CIRCLE_DEG
    return repeat_around(topology, turn) if view.is_near else topology


def _drawn(topology: Topology, name: str, view: View) -> list[Geometry]:
    """Return the geometries of an object that are drawn: all but what is south of the map."""
    every = list_geometries(topology, name)
    if view.south < SOUTH_DEG:
        return every
    return [one for one in every if one["properties"].get("code") != SOUTHERN]


def _in_view(areas: list[Geometry], arcs: list[Floats]) -> list[Geometry]:
    """Return areas with those of their parts, and of these those holes, that are in view."""
    seen = list[Geometry]()
    for one in areas:
        rings = ([ring for ring in part if _has_surface(ring, arcs)] for part in one["arcs"])
        if parts := [*filter(None, rings)]:
            seen.append({**one, "arcs": parts})
    return seen


def _has_surface(ring: Sequence[int], arcs: list[Floats]) -> bool:
    """Tell whether a ring encloses anything: by the shoelace formula."""
    points = join_arcs(arcs, ring)
    x, y = (points - points[0]).T
    return abs(float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum())) > LEAST_MM2


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
