"""Areas and boundary lines, read from TopoJSON; the only module that knows their properties.

Coordinates are WGS 84 longitude and latitude in degrees. Longitudes run on from the edge of the
map (about 169 degrees west), so that the far east of Russia has more than 180 and no area is torn.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import shapely
from shapely.errors import ShapelyError

from mapping.files.atomic import sha256
from mapping.files.cache import cached
from mapping.files.disk_cache import RESULTS
from mapping.files.namesakes import explain_missing
from mapping.geo.projection import length_km, project, unproject, wrap_longitude
from mapping.geo.topology import decode_arcs, list_geometries, shape_areas

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mapping.errors import FaultLog
    from mapping.geo.arrays import Geometries
    from mapping.geo.topology import Topology

TERRITORY, UNDETERMINED = "territory", "undetermined"  # statuses of areas, and their fills
INTERNATIONAL = "international"  # the class of lines that are boundaries between States
AUTONOMOUS = "autonomous"  # that of a line within an area, of which a part is apart
# In the order of the legend, of page and print. Style sheets give each class its dashes.
AREA_FILLS = ("host", TERRITORY, UNDETERMINED)
LINE_CLASSES = (INTERNATIONAL, "special", "armistice", "separation", AUTONOMOUS)
LEVELS = 2  # of detail: for the page and for print
# The coasts of the page are simplified by some five kilometres, and the smallest islands are drawn
# as less than they are: a capital may be this far off its area.
OFF_SHORE_KM = 25


class Area(NamedTuple):
    """An area: its status, the code of the one that it is coloured as, if any, and its shape."""

    status: str
    colour_as: str
    shape: shapely.Geometry


@dataclass(frozen=True, eq=False)
class Boundaries:
    """The world: its areas by code, and the topology as drawn.

    The shapes of `areas` are in WGS 84; `topology` is TopoJSON with the objects ``areas`` and
    ``lines``, whose lines carry their class; `digest` is of the file. None may be changed. Equal
    only to itself, so that it can be a key.
    """

    areas: dict[str, Area]
    topology: Topology
    digest: str

    def anchor(self, code: str) -> tuple[float, float]:
        """Return a point well inside an area: longitude and latitude, WGS 84 degrees.

        It is the centre of the largest circle that fits into the area on the map, where a label
        would be placed; a centroid may be outside, in the sea or in a neighbour.
        """
        longitude, latitude = self._centres[code]
        return longitude, latitude

    def areas_at(self, points: Sequence[tuple[float, float]]) -> list[str]:
        """Return the code of the country's area that each point is in, or just off its coast.

        `points` are latitude and longitude, WGS 84 degrees. It is empty in the open sea, and where
        the status of an area is undetermined.
        """
        there = shapely.points([(wrap_longitude(east), north) for north, east in points])
        within = self.areas_around(there)
        return [
            self._country_code(within[number] if number in within else self._off_coast(point))
            for number, point in enumerate(there)
        ]

    def areas_around(self, points: Geometries) -> dict[int, str]:
        """Return the code of the area around each point, by the point's number; of some, none.

        Points are geometry, their longitudes as the map has them. On the line between two areas,
        one is around neither.
        """
        # An area that is asked for its points is indexed; the points of a long list are not.
        shapes = [area.shape for area in self.areas.values()]
        areas, numbers = shapely.STRtree(points).query(shapes, predicate="contains")
        codes = self._codes
        return {
            number: codes[area]
            for number, area in zip(numbers.tolist(), areas.tolist(), strict=True)
        }

    def nearest_area(self, point: shapely.Point) -> str:
        """Return the code of the area whose shape is nearest to a point, in degrees."""
        return self._codes[int(self._tree.query_nearest(point, all_matches=False)[0])]

    @cached_property
    def _centres(self) -> dict[str, list[float]]:
        return RESULTS.get_or_make(
            "centres", self.digest, lambda: {code: _centre(one) for code, one in self.areas.items()}
        )

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree([area.shape for area in self.areas.values()])

    @cached_property
    def _codes(self) -> list[str]:
        return [*self.areas]

    def _off_coast(self, point: shapely.Point) -> str:
        """Return the code of the area off whose coast a point is; of none, nothing."""
        code = self.nearest_area(point)
        line = shapely.get_coordinates(shapely.shortest_line(point, self.areas[code].shape))
        return code if length_km(line[:, 0], line[:, 1]) <= OFF_SHORE_KM else ""

    def _country_code(self, code: str) -> str:
        if not code or self.areas[code].status == UNDETERMINED:
            return ""
        return self.areas[code].colour_as or code


def _centre(area: Area) -> list[float]:
    projected = shapely.transform(area.shape, project)
    largest = max(shapely.get_parts(projected), key=shapely.area)
    centre = shapely.get_point(shapely.maximum_inscribed_circle(largest, tolerance=1000), 0)
    return [*unproject(centre.x, centre.y)]


def read_boundaries(path: Path, faults: FaultLog) -> Boundaries | None:
    """Read areas and lines from one TopoJSON file; note a fault and return `None` if that fails."""
    remedy = "restore the file, or make it anew with geodata/recipes"
    try:
        return _parse(path.read_bytes())
    except (FileNotFoundError, IsADirectoryError):
        faults.add(path.name, 1, *explain_missing(path))
        return None
    except (ValueError, LookupError, TypeError, AttributeError, ShapelyError) as error:
        faults.add(path.name, 1, f"the boundaries cannot be read ({error})", remedy)
        return None


@cached(LEVELS)
def _parse(content: bytes) -> Boundaries:
    topology: Topology = json.loads(content)
    listed = list_geometries(topology, "areas")
    properties = [one["properties"] for one in listed]
    missing = [name for name in ("code", "status") if not all(one.get(name) for one in properties)]
    if missing or not listed:
        message = f"an area has no {missing[0]}" if missing else "there are no areas"
        raise ValueError(message)
    areas = {
        one["code"]: Area(one["status"], one.get("colour_as") or "", shape)
        for one, shape in zip(properties, shape_areas(listed, decode_arcs(topology)), strict=True)
    }
    if twice := [*(Counter(one["code"] for one in properties) - Counter([*areas]))]:
        message = f"there are two areas of the code {twice[0]}"
        raise ValueError(message)
    return Boundaries(areas, topology, sha256(content))
