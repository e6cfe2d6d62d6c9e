"""The areas of the map: as a table of geopandas, and those beside an armistice line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd

from mapping.geo.projection import WGS84
from mapping.geo.topology import list_geometries, list_rings

if TYPE_CHECKING:
    from mapping.dataset.boundaries import Boundaries
    from mapping.geo.topology import Geometry


def table_of_areas(world: Boundaries) -> gpd.GeoDataFrame:
    """Return the areas, by their code: status, colour_as, geometry, in WGS 84."""
    columns = {
        name: [getattr(one, name) for one in world.areas.values()]
        for name in ("status", "colour_as")
    }
    shapes = [one.shape for one in world.areas.values()]
    return gpd.GeoDataFrame(columns, geometry=shapes, index=[*world.areas], crs=WGS84)


def areas_beside_armistice_lines(world: Boundaries) -> set[str]:
    """Return the codes of the areas with such a line at their edge."""
    lines = list_geometries(world.topology, "lines")
    parting = {
        arc for one in lines if one["properties"]["class"] == "armistice" for arc in _arcs(one)
    }
    areas = list_geometries(world.topology, "areas")
    return {one["properties"]["code"] for one in areas if parting & _arcs(one)}


def _arcs(one: Geometry) -> set[int]:
    return {arc if arc >= 0 else ~arc for ring in list_rings(one["arcs"]) for arc in ring}
