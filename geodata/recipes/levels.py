"""Levels of detail: the faces, simplified as one coverage and put on a grid."""

import sys
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from edge import WEST, project, unproject
from faces import owners
from numpy.typing import NDArray

from mapping.geo.degrees import MAX_LATITUDE_DEG

Chosen = NDArray[np.bool_]  # one a face
SOUTH = -MAX_LATITUDE_DEG
SHARE = 0.01  # of its area's land: an island that large is kept however small it is
MICROSTATE = 100e6  # square metres


@dataclass(frozen=True)
class Level:
    """How much detail a file holds.

    Kilometres on the Equal Earth map: the square root of the smallest triangle that stays, in
    general, in Antarctica and of lakes; square kilometres of the smallest island and lake; degrees
    of the grid.
    """

    name: str
    tolerance: float
    antarctica: float
    shore: float
    island: float
    lake: float
    grid: float


LEVELS = (
    Level("page", tolerance=7.5, antarctica=60, shore=12, island=40, lake=1200, grid=0.0036),
    Level("print", tolerance=2.5, antarctica=10, shore=5, island=4, lake=600, grid=0.0018),
)


def generalised(faces: gpd.GeoDataFrame, level: Level) -> gpd.GeoDataFrame:
    """Simplify faces (longitude, latitude in degrees) to whole steps of the level's grid.

    Columns stay `source`, `code`, `geometry`. Steps count from the map's western edge and the
    South Pole; the faces are a valid coverage on the grid itself.

    Raises
    ------
    SystemExit
        An area was lost on the way.
    """
    metres = gpd.GeoDataFrame(faces.assign(geometry=project(faces.geometry.values)), crs=None)
    kept = metres[_worth_keeping(metres, level.island)]
    simple = pd.concat([_simplified(part, km) for part, km in _by_detail(kept, level)])
    small = _at_least_a_cell(_in_steps(_microstates(kept), level.grid))
    snapped = _snapped(pd.concat([small, _in_steps(simple, level.grid)], ignore_index=True))
    if lost := set(faces.code) - set(snapped.code):
        sys.exit(f"{level.name}: lost {', '.join(sorted(lost))}")
    return snapped


def _worth_keeping(faces: gpd.GeoDataFrame, island: float) -> Chosen:
    """Large islands, those that matter to their own area, and whatever has a neighbour."""
    area = shapely.area(faces.geometry.values) / 1e6
    share = area / faces.assign(area=area).groupby("code").area.transform("sum")
    large: Chosen = ((area >= island) | (share >= SHARE)).to_numpy()
    return _touching(faces) | large


def _touching(faces: gpd.GeoDataFrame) -> Chosen:
    tree = shapely.STRtree(faces.geometry.values)
    one, _ = tree.query(faces.geometry.values, predicate="touches")
    return np.isin(np.arange(len(faces)), one)


def _by_detail(faces: gpd.GeoDataFrame, level: Level) -> list[tuple[gpd.GeoDataFrame, float]]:
    polar = faces.code == "ATA"  # touches nothing else, so that it can be simplified alone
    return [(faces[~polar], level.tolerance), (faces[polar], level.antarctica)]


def _microstates(faces: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return whole areas too small to be simplified: the Holy See would vanish."""
    area = faces.assign(area=shapely.area(faces.geometry.values)).groupby("code").area
    return faces[(area.transform("sum") < MICROSTATE) & _touching(faces)]


def _simplified(faces: gpd.GeoDataFrame, kilometres: float) -> gpd.GeoDataFrame:
    simple = shapely.coverage_simplify(faces.geometry.values, kilometres * 1000)
    return faces.set_geometry(simple)


def _in_steps(faces: gpd.GeoDataFrame, grid: float) -> gpd.GeoDataFrame:
    degrees = unproject(faces.geometry.values)
    return faces.set_geometry(shapely.transform(degrees, lambda c: (c - [WEST, SOUTH]) / grid))


def _at_least_a_cell(faces: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Widen to whole cells what is smaller than one: the Holy See, 130 m wide in the source."""
    west, south, east, north = faces.bounds.to_numpy().T
    cells = shapely.box(np.floor(west), np.floor(south), np.ceil(east), np.ceil(north))
    return faces.set_geometry(
        np.where(shapely.area(faces.geometry.values) < 1, cells, faces.geometry)
    )


def _snapped(faces: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Round all outlines to the grid at once and form the faces anew.

    Where faces overlap, the first one counts.
    """
    network = shapely.union_all(shapely.boundary(faces.geometry.values), grid_size=1)
    pieces = gpd.GeoDataFrame(geometry=shapely.get_parts(shapely.polygonize([network])))
    faces = faces.assign(face=np.arange(len(faces)))
    face = owners(pieces, faces, "face")
    found = pieces.assign(face=face).dropna(subset="face").astype({"face": int})
    return found.merge(faces[["face", "source", "code"]], on="face").drop(columns="face")
