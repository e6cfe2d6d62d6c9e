"""The areas of the map as a table of geopandas, for tests that ask much of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd

from mapping.geo.projection import WGS84

if TYPE_CHECKING:
    from mapping.dataset.boundaries import Boundaries


def table_of_areas(world: Boundaries) -> gpd.GeoDataFrame:
    """Return the areas, by their code: status, colour_as, geometry, in WGS 84."""
    columns = {
        name: [getattr(one, name) for one in world.areas.values()]
        for name in ("status", "colour_as")
    }
    shapes = [one.shape for one in world.areas.values()]
    return gpd.GeoDataFrame(columns, geometry=shapes, index=[*world.areas], crs=WGS84)
