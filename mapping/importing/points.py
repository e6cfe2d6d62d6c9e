"""A file of points, for programs of maps: GeoJSON, GeoPackage or shapefile, as rows of text."""

from __future__ import annotations

import json
from itertools import repeat
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError

from mapping.errors import DataError, Fault, WrongUseError
from mapping.geo.projection import WGS84

if TYPE_CHECKING:
    from pathlib import Path

LATITUDE, LONGITUDE = "latitude", "longitude"
AGAIN = "save it anew, as GeoJSON say"
WITHIN = " / "  # between the names of a record and of its field
FOLDERS, FOLDER = (".kml",), "folder"  # as Google's My Maps has its layers
ONE_LAYER = (".gpx",)  # whose others are ways, and no places
DECIMALS = 6  # of a degree: a tenth of a metre


def read_points(path: Path, layer: str = "") -> tuple[list[list[str]], tuple[str, ...]]:
    """Return the rows of a file of points, a header first, with latitude and longitude in WGS 84.

    What is no point is at one that is inside it. Folders of a KML file are one list, with a column
    that names them; of the layers of another file the one of this name is read, else the first,
    and all are returned, that one first.

    Raises
    ------
    DataError
        The file cannot be read.
    WrongUseError
        It has no such layer.
    """
    try:
        names = [str(name) for name, kind in pyogrio.list_layers(path) if kind is not None]
        if path.suffix.lower() in FOLDERS and len(names) > 1:
            lists = [frame_rows(pyogrio.read_dataframe(path, layer=one)) for one in names]
            return _together(dict(zip(names, lists, strict=True))), ()
        if layer and layer not in names:
            message = f"{path} has no layer '{layer}'; it has {', '.join(names)}"
            raise WrongUseError(message)
        read = layer or next(iter(names), None)
        table = pyogrio.read_dataframe(path, layer=read)
    except (DataLayerError, DataSourceError, UnicodeDecodeError) as error:
        wrong = f"the points cannot be read ({error})"
        raise DataError([Fault(path.name, 1, wrong, AGAIN)]) from None
    is_chosen = layer or path.suffix.lower() in ONE_LAYER
    others = [] if is_chosen else [one for one in names if one != read]
    return frame_rows(table), (str(read), *others) if others else ()


def _together(lists: dict[str, list[list[str]]]) -> list[list[str]]:
    """Return the rows of several lists as one, with a column that says from which each is."""
    columns = list(dict.fromkeys(name for header, *_ in lists.values() for name in header))
    rows = [
        [*map(dict(zip(header, row, strict=True)).get, columns, repeat("")), folder]
        for folder, (header, *every) in lists.items()
        for row in every
    ]
    return [[*columns, FOLDER], *rows]


def read_json(path: Path) -> list[list[str]]:
    """Return the rows of a file of JSON: GeoJSON, or a list of records, a header first.

    Raises
    ------
    DataError
        It is neither.
    """
    try:
        content = json.loads(path.read_bytes())
    except ValueError as error:
        raise DataError([Fault(path.name, 1, f"this is no JSON ({error})", AGAIN)]) from None
    if isinstance(content, dict) and "type" in content and "features" in content:
        return read_points(path)[0]
    records = content if isinstance(content, list) else _only_list(content)
    if not records or not all(isinstance(one, dict) for one in records):
        wrong = "this is neither GeoJSON nor a list of records"
        raise DataError([Fault(path.name, 1, wrong, AGAIN)])
    table = pd.json_normalize(records, sep=WITHIN)
    return frame_rows(table.set_axis(_short_names(list(table.columns)), axis="columns"))


def _short_names(paths: list[str]) -> list[str]:
    """Return what fields are called, those of records in records too: as such, if these differ."""
    own = [path.rpartition(WITHIN)[2] for path in paths]
    return [
        name if name and own.count(name) == 1 else path
        for name, path in zip(own, paths, strict=True)
    ]


def _only_list(content: object) -> list[Any]:
    """Return the one list that an object holds, such as that under ``results``."""
    held = content.values() if isinstance(content, dict) else ()
    lists = [one for one in held if isinstance(one, list)]
    return lists[0] if len(lists) == 1 else []


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
    if isinstance(cell, list | tuple):
        return "; ".join(map(str, cell))
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _degrees(point: shapely.Point | None) -> list[str]:
    if point is None or point.is_empty:
        return ["", ""]
    return [f"{angle:.{DECIMALS}f}" for angle in (point.y, point.x)]
