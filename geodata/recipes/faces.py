"""The smallest pieces of land that every area is put together from."""

import geopandas as gpd
import pandas as pd
import shapely

CHORD = 0.5  # degrees; straight lines on the globe's grid are curves on the map
SLIVER = 0.002  # square degrees; the gaps that Natural Earth left along Hala'ib's line


def cut(polygons: gpd.GeoDataFrame, cutters: list[shapely.LineString]) -> gpd.GeoDataFrame:
    """Cut the polygons along the lines.

    Parameters
    ----------
    polygons : GeoDataFrame
        Columns `source` and `geometry`; longitude, latitude in degrees.
    cutters : list of LineString
        Lines that cross the polygons from outline to outline.

    Returns
    -------
    GeoDataFrame
        One row a face: `source`, the polygon it lies in (missing for the holes between
        polygons), and `geometry`. Neighbours share every vertex.
    """
    outlines = shapely.boundary(polygons.geometry.values)
    network = shapely.segmentize(shapely.union_all([*outlines, *cutters]), CHORD)
    pieces = gpd.GeoDataFrame(geometry=shapely.get_parts(shapely.polygonize([network])), crs=4326)
    pieces["source"] = owners(pieces, polygons, "source")
    return _without_slivers(pieces)


def owners(pieces: gpd.GeoDataFrame, polygons: gpd.GeoDataFrame, column: str) -> gpd.GeoSeries:
    """Return for each piece the value of the first polygon that holds a point inside it."""
    inside = shapely.point_on_surface(pieces.geometry.values)
    piece, polygon = shapely.STRtree(polygons.geometry.values).query(inside, predicate="within")
    first = pd.Series(polygon).groupby(piece).min()
    return polygons[column].take(first).set_axis(first.index).reindex(pieces.index)


def _without_slivers(pieces: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return each gap to the neighbour that it shares the longest edge with."""
    slivers = pieces.source.isna() & (shapely.area(pieces.geometry.values) < SLIVER)
    owned = pieces[pieces.source.notna()]
    for number in pieces.index[slivers]:
        gap = pieces.geometry[number]
        near = owned[owned.touches(gap)]
        shared = shapely.length(shapely.intersection(near.boundary.values, gap.boundary))
        if len(near):
            pieces.loc[number, "source"] = near.source.iloc[shared.argmax()]
    return pieces
