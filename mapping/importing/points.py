"""A file of points, for programs of maps: GeoJSON, GeoPackage or shapefile, as rows of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError

from mapping.errors import DataError, Fault
from mapping.geo.projection import WGS84

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

LATITUDE, LONGITUDE = "latitude", "longitude"
DECIMALS = 6  # of a degree: a tenth of a metre


def read_points(path: Path) -> list[list[str]]:
    """Return the rows of a file of points, a header first, with latitude and longitude in WGS 84.

    What is no point is at one that is inside it.

    Raises
    ------
    DataError
        The file cannot be read.
    """
    try:
        table = pyogrio.read_dataframe(path)
    except (DataLayerError, DataSourceError, UnicodeDecodeError) as error:
        wrong = f"the points cannot be read ({error})"
        remedy = "save it anew, as GeoJSON say"
        raise DataError([Fault(path.name, 1, wrong, remedy)]) from None
    return frame_rows(table)


def frame_rows(table: pd.DataFrame) -> list[list[str]]:
    """Return the rows of a data frame, a header first; of a geopandas one with its points.

    Without a reference system its degrees are taken for those of WGS 84.
    """
    if not isinstance(table, gpd.GeoDataFrame):
        return [list(map(str, table.columns)), *_texts(table)]
    if table.crs is not None:
        table = table.to_crs(WGS84)
    points = [None if one is None else shapely.point_on_surface(one) for one in table.geometry]
    own = table.drop(columns=table.geometry.name)
    names = [*map(str, own.columns), LATITUDE, LONGITUDE]
    rows = [[*row, *_degrees(point)] for row, point in zip(_texts(own), points, strict=True)]
    return [names, *rows]


def _texts(table: pd.DataFrame) -> list[list[str]]:
    filled = table.astype(object).where(table.notna(), "")
    return [[_text(cell) for cell in row] for row in filled.itertuples(index=False)]


def _text(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _degrees(point: shapely.Point | None) -> list[str]:
    if point is None or point.is_empty:
        return ["", ""]
    return [f"{angle:.{DECIMALS}f}" for angle in (point.y, point.x)]
