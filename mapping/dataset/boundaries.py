"""Areas and boundary lines, read from TopoJSON; the only module that knows their columns.

Coordinates are WGS 84 longitude and latitude in degrees. Longitudes run on from the edge of the
map (about 169 degrees west), so that the far east of Russia has more than 180 and no area is torn.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import geopandas as gpd
import shapely
from pyogrio.errors import DataLayerError, DataSourceError

from mapping.files.cache import cached
from mapping.files.namesakes import explain_missing
from mapping.geo.projection import WGS84, length_km, project, unproject, wrap_longitude

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mapping.errors import FaultLog
    from mapping.geo.topology import Topology

TERRITORY, UNDETERMINED = "territory", "undetermined"  # statuses of areas, and their fills
INTERNATIONAL = "international"  # the class of lines that are boundaries between States
# In the order of the legend, of page and print. Style sheets give each class its dashes.
AREA_FILLS = ("host", TERRITORY, UNDETERMINED)
LINE_CLASSES = (INTERNATIONAL, "special", "armistice", "separation", "autonomous")
LEVELS = 2  # of detail: for the page and for print
# The coasts of the page are simplified by some five kilometres, and the smallest islands are drawn
# as less than they are: a capital may be this far off its area.
OFF_SHORE_KM = 25
ANCHORS_KEPT = 512  # for the next build: twice as many as there are areas


@dataclass(frozen=True, eq=False)
class Boundaries:
    """The world: `areas` (index: code; status, colour_as, geometry) and the topology as drawn.

    `areas` is in WGS 84; `topology` is TopoJSON with the objects ``areas`` and ``lines``, whose
    lines carry their class. Neither may be changed. Equal only to itself, so that it can be a key.
    """

    areas: gpd.GeoDataFrame
    topology: Topology

    def anchor(self, code: str) -> tuple[float, float]:
        """Return a point well inside an area: longitude and latitude, WGS 84 degrees.

        It is the centre of the largest circle that fits into the area on the map, where a label
        would be placed; a centroid may be outside, in the sea or in a neighbour.
        """
        return _centre(self, code)

    def areas_at(self, points: Sequence[tuple[float, float]]) -> list[str]:
        """Return the code of the country's area that each point is in, or just off its coast.

        `points` are latitude and longitude, WGS 84 degrees. It is empty in the open sea, and where
        the status of an area is undetermined.
        """
        there = shapely.points([(wrap_longitude(east), north) for north, east in points])
        numbers, areas = self.areas.sindex.query(there, predicate="within")
        within = dict(zip(numbers.tolist(), areas.tolist(), strict=True))
        return [
            self._country_code(within[number] if number in within else self._nearest(point))
            for number, point in enumerate(there)
        ]

    def _nearest(self, point: shapely.Point) -> int:
        """Return the number of the area whose coast is close to a point; below zero, none is."""
        number = int(self.areas.sindex.nearest(point, return_all=False)[1][0])
        line = shapely.get_coordinates(
            shapely.shortest_line(point, self.areas.geometry.iloc[number])
        )
        return number if length_km(line[:, 0], line[:, 1]) <= OFF_SHORE_KM else -1

    def _country_code(self, number: int) -> str:
        if number < 0 or self.areas.status.iloc[number] == UNDETERMINED:
            return ""
        drawn_as = self.areas.colour_as.iloc[number]
        return drawn_as if isinstance(drawn_as, str) and drawn_as else str(self.areas.index[number])


@cached(ANCHORS_KEPT)
def _centre(boundaries: Boundaries, code: str) -> tuple[float, float]:
    area = boundaries.areas.geometry[code]
    projected = shapely.transform(area, project)
    largest = max(shapely.get_parts(projected), key=shapely.area)
    centre = shapely.get_point(shapely.maximum_inscribed_circle(largest, tolerance=1000), 0)
    return unproject(centre.x, centre.y)


def read_boundaries(path: Path, faults: FaultLog) -> Boundaries | None:
    """Read areas and lines from one TopoJSON file; note a fault and return `None` if that fails."""
    remedy = "restore the file, or make it anew with geodata/recipes"
    try:
        return _parse(path.read_bytes())
    except (FileNotFoundError, IsADirectoryError):
        faults.add(path.name, 1, *explain_missing(path))
        return None
    except (ValueError, DataLayerError, DataSourceError) as error:
        faults.add(path.name, 1, f"the boundaries cannot be read ({error})", remedy)
        return None


@cached(LEVELS)
def _parse(content: bytes) -> Boundaries:
    topology = json.loads(content)
    areas = gpd.read_file(io.BytesIO(content), layer="areas")
    missing = {"code", "status", "colour_as"} - set(areas.columns)
    if missing:
        message = f"the areas have no {', '.join(sorted(missing))}"
        raise ValueError(message)
    areas = areas.set_crs(WGS84, allow_override=True).set_index("code")
    return Boundaries(areas[["status", "colour_as", "geometry"]], topology)
