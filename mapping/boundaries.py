"""Areas and boundary lines; the only file that knows their columns.

Coordinates are WGS 84 longitude and latitude in degrees. Longitudes run on from the edge of the
map (about 169 degrees west), so that the far east of Russia has more than 180 and no area is torn.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import shapely
from pyogrio.errors import DataLayerError, DataSourceError

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.errors import Faults

FILE = "boundaries.page.topojson"
CENTRAL_MERIDIAN = 11.5
EQUAL_EARTH = f"+proj=eqearth +lon_0={CENTRAL_MERIDIAN} +datum=WGS84"


@dataclass(frozen=True)
class Boundaries:
    """The world: `areas` (index: code; status, colour_as, geometry) and the topology as drawn.

    `areas` is in WGS 84; `topology` is TopoJSON with the objects ``areas`` and ``lines``, whose
    lines carry their class.
    """

    areas: gpd.GeoDataFrame
    topology: dict[str, Any]

    def anchor(self, code: str) -> tuple[float, float]:
        """Give a point well inside an area: longitude and latitude, WGS 84 degrees.

        The centre of the largest circle that fits into the area on the map, as a label would be
        placed; a centroid may lie outside, in the sea or in a neighbour.
        """
        projected = self.areas.loc[[code]].to_crs(EQUAL_EARTH).geometry.iloc[0]
        largest = max(shapely.get_parts(projected), key=shapely.area)
        circle = shapely.maximum_inscribed_circle(largest, tolerance=1000)
        centre = gpd.GeoSeries([circle.interpolate(0)], crs=EQUAL_EARTH)
        point = centre.to_crs(self.areas.crs).iloc[0]
        return point.x, point.y


def read_boundaries(path: Path, faults: Faults) -> Boundaries | None:
    """Read areas and lines from one TopoJSON file, or note why that cannot be done."""
    remedy = "restore the file, or make it anew with geodata/recipes"
    try:
        topology = json.loads(path.read_text(encoding="utf-8"))
        areas = gpd.read_file(path, layer="areas")
    except (OSError, ValueError, DataLayerError, DataSourceError) as error:
        faults.add(path.name, 1, f"the boundaries cannot be read ({error})", remedy)
        return None
    missing = {"code", "status", "colour_as"} - set(areas.columns)
    if missing:
        faults.add(path.name, 1, f"the areas have no {', '.join(sorted(missing))}", remedy)
        return None
    areas = areas.set_crs(4326, allow_override=True).set_index("code")
    return Boundaries(areas[["status", "colour_as", "geometry"]], topology)
