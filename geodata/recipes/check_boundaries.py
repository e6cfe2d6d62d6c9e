"""Compare the areas with UN Geodata, area by area, and print the table.

    python geodata/recipes/check_boundaries.py

Agreement is intersection over union (1: the same area), measured on an equal-area plane. UN
Geodata is simplified itself, so that small islands agree less than they should. Neighbours
agree when both sides have the pair share an edge of more than a point.
"""

from typing import TYPE_CHECKING

import geopandas as gpd
import shapely
import un_geodata
from boundaries import FOLDER
from edge import EAST, WEST, project
from levels import LEVELS, SOUTH

from mapping.geo.degrees import FULL_CIRCLE_DEG, MAX_LATITUDE_DEG

if TYPE_CHECKING:
    import pandas as pd

WATCHED = (
    "XJK XAC XAP XHT XBT XIT ESH PSE ISR SYR SRB CYP UKR RUS SOM "
    "SDN SSD EGY MAR KOR PRK IND PAK CHN"
)
GOOD = 0.9  # agreement of an area that is drawn as in UN Geodata
WORST = 12
NEAR = 2000  # metres, within which two areas of UN Geodata count as neighbours
LONG = 5000  # metres of common edge, shorter ones are corners


def main() -> None:
    """Print the comparison of each level."""
    theirs = _unrolled(un_geodata.areas().geometry)
    for level in LEVELS:
        file = FOLDER / f"boundaries.{level.name}.topojson"
        areas = gpd.read_file(file, layer="areas").set_index("code")
        agreement = _report(level.name, _plane(areas.geometry), theirs)
        _report_statuses(agreement, areas["status"])


def _unrolled(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    """Let the shapes, which may run across 180°, run from the map's edge like ours."""
    strip = shapely.box(WEST, SOUTH, EAST, MAX_LATITUDE_DEG)
    turns = [
        shapes.translate(xoff=turn).intersection(strip)
        for turn in (-FULL_CIRCLE_DEG, 0, FULL_CIRCLE_DEG)
    ]
    return _plane(turns[0].union(turns[1]).union(turns[2]))


def _plane(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    dense = shapely.segmentize(shapes.values, 1.0)
    return gpd.GeoSeries(shapely.make_valid(project(dense)), index=shapes.index)


def _report(name: str, ours: gpd.GeoSeries, theirs: gpd.GeoSeries) -> "pd.Series[float]":
    """Print the comparison of one level, and return the agreement of each area in both."""
    both = ours.index.intersection(theirs.index)
    shared = ours[both].intersection(theirs[both]).area
    agreement: pd.Series[float] = (
        (shared / ours[both].union(theirs[both]).area).round(3).rename("agreement")
    )
    print(f"\n{name}: {len(ours)} areas, {len(both)} of them in UN Geodata")
    print("only here:", *ours.index.difference(theirs.index))
    print("only in UN Geodata:", *theirs.index.difference(ours.index))
    print(f"median agreement {agreement.median():.3f}; {GOOD} or more: {(agreement >= GOOD).sum()}")
    print("watched:", *(f"{code} {agreement[code]:.3f}" for code in WATCHED.split()), sep="  ")
    least = agreement.sort_values(kind="stable").head(WORST)
    print("least:", *(f"{code} {value:.3f}" for code, value in least.items()), sep="  ")
    _report_neighbours(_neighbours(ours[both], 0), _neighbours(theirs[both], NEAR))
    return agreement


def _report_statuses(agreement: "pd.Series[float]", statuses: "pd.Series[str]") -> None:
    for status, found in agreement.groupby(statuses.reindex(agreement.index)):
        print(f"{status}: {len(found)} areas, median {found.median():.3f}")
    territories = agreement[statuses.reindex(agreement.index) == "territory"]
    print("territories:", *(f"{code} {value:.3f}" for code, value in territories.items()), sep="  ")


def _report_neighbours(ours: set[tuple[str, str]], theirs: set[tuple[str, str]]) -> None:
    print(f"neighbours: {len(ours & theirs)} of {len(ours | theirs)} pairs agree")
    for side, pairs in (("only here", ours - theirs), ("only in UN Geodata", theirs - ours)):
        print(f"{side}:", *sorted("-".join(pair) for pair in pairs))


def _neighbours(shapes: gpd.GeoSeries, distance: float) -> set[tuple[str, str]]:
    """Return the pairs of areas that share an edge, give or take the distance."""
    wide = shapely.buffer(shapes.values, distance)
    one, other = shapely.STRtree(shapes.values).query(wide, predicate="intersects")
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if shapes.index[a] < shapes.index[b]]
    return {
        (shapes.index[a], shapes.index[b])
        for a, b in pairs
        if shapely.length(shapely.intersection(wide[a], shapely.boundary(shapes.iloc[b]))) > LONG
    }


if __name__ == "__main__":
    main()
