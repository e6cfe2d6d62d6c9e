"""Boundary lines: the edges between faces, with the class that `line-classes.csv` gives them."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from mapping.dataset.boundaries import INTERNATIONAL

TABLE = Path(__file__).parents[1] / "line-classes.csv"
PAIR = 2  # sides of a segment; segments where a line runs on
Point = tuple[int, int]
Segment = tuple[Point, Point]
Arc = list[Point]
Edge = tuple[str, ...]  # what lies on both sides; see `edges`


def edges(faces: gpd.GeoDataFrame) -> dict[Edge, list[list[Arc]]]:
    """Return the lines between areas, and to the sea, from faces in whole grid steps.

    The key holds the codes of both areas, in order (`("SDN", "SSD")`); of one, where the other
    side is the sea; or area and both sources, where the line runs inside an area
    (`("SRB", "KOS", "SRB")`). Inner lines come only with a class. Each line is a chain of arcs,
    split wherever another line meets it.
    """
    table = classes()
    groups = defaultdict(list)
    for segment, sides in _sides(faces).items():
        edge = _edge(sides)
        if len(edge) <= PAIR or edge in table.index:
            groups[edge].append(segment)
    meets = Counter(point for group in groups.values() for ends in group for point in ends)
    return {
        edge: [_split(line, meets) for line in _merged(groups[edge])] for edge in sorted(groups)
    }


def classes() -> pd.DataFrame:
    """Return the table of line classes, indexed by edge as in `edges`."""
    table = pd.read_csv(TABLE, dtype=str, keep_default_na=False)
    pairs = table["between"].str.split("-")
    inside = [[area] if area else [] for area in table.inside]
    table["edge"] = [(*area, *sorted(pair)) for area, pair in zip(inside, pairs, strict=True)]
    return table.set_index("edge")


def features(drawn: dict[Edge, list[list[int]]]) -> list[tuple[dict[str, Any], list[list[int]]]]:
    """Return properties and chains of arcs to draw; all international ones are one feature."""
    table = classes()
    international: list[list[int]] = []
    special = []
    for edge, chains in drawn.items():
        row = table.loc[[edge]].iloc[0] if edge in table.index else None
        if len(edge) == 1 or (row is not None and row["class"] == "none"):
            continue
        if row is None or row["class"] == INTERNATIONAL:
            international += chains
        else:
            special.append((_properties(row), chains))
    return [({"class": INTERNATIONAL}, international), *special]


def _properties(row: "pd.Series[str]") -> dict[str, Any]:
    found = {"class": row["class"], "between": row["between"]}
    return found | ({"approximate": True} if row["approximate"] == "yes" else {})


def _sides(faces: gpd.GeoDataFrame) -> dict[Segment, list[tuple[str, str]]]:
    """Map each segment to code and source of the faces beside it: two, or one at the sea."""
    sides = defaultdict(list)
    for polygon, code, source in zip(faces.geometry, faces.code, faces.source, strict=True):
        for ring in (polygon.exterior, *polygon.interiors):
            points = [(int(x), int(y)) for x, y in ring.coords]
            for a, b in pairwise(points):
                sides[(a, b) if a < b else (b, a)].append((code, str(source)))
    return sides


def _edge(sides: list[tuple[str, str]]) -> Edge:
    codes = sorted({code for code, _ in sides})
    if len(sides) == 1 or len(codes) == PAIR:
        return tuple(codes)
    return (codes[0], *sorted(source for _, source in sides))


def _merged(segments: list[Segment]) -> list[Arc]:
    """Join segments end to end; the order is fixed by the points."""
    merged = shapely.line_merge(shapely.multilinestrings(shapely.linestrings(sorted(segments))))
    return sorted([(int(x), int(y)) for x, y in line.coords] for line in shapely.get_parts(merged))


def _split(line: Arc, meets: Mapping[Point, int]) -> list[Arc]:
    """Split a line at the points where more or less than two segments meet."""
    inner = [number for number in range(1, len(line) - 1) if meets[line[number]] != PAIR]
    return [line[a : b + 1] for a, b in pairwise([0, *inner, len(line) - 1])]
