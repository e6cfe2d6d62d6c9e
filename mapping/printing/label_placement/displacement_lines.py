"""Lines from symbols that made room to their points, as far as they can be seen."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    # left, top, right, bottom; or from x, y to x, y
    BoxOrSegment = tuple[float, float, float, float]
    Point = tuple[float, float]

MIN_DISPLACEMENT = 0.15  # in heights of a symbol: less than that, no line leads to its point
GAP_MM = 0.05  # that a line keeps from a symbol that is not its own


def lines_to_points(
    middles: Sequence[Point], points: Sequence[Point], boxes: Sequence[BoxOrSegment]
) -> list[BoxOrSegment | None]:
    """Return the line from each displaced symbol to its point as far as it is visible, if at all.

    `boxes` are those of the symbols, with what stands beside them. None crosses another: shorter
    ones stay.
    """
    found: list[BoxOrSegment | None] = [None] * len(points)
    drawn = list[shapely.LineString]()
    lengths = [math.dist(*ends) for ends in zip(middles, points, strict=True)]
    least = MIN_DISPLACEMENT * min((bottom - top for _, top, _, bottom in boxes), default=0)
    for number in sorted(range(len(points)), key=lengths.__getitem__):
        if lengths[number] <= least:
            continue
        line = visible_part((*middles[number], *points[number]), number, boxes)
        as_drawn = line and shapely.LineString([line[:2], line[2:]])
        if as_drawn and not shapely.crosses(as_drawn, drawn).any():
            found[number] = line
            drawn.append(as_drawn)
    return found


def visible_part(
    displacement_line: BoxOrSegment, own: int, symbols: Sequence[BoxOrSegment]
) -> BoxOrSegment | None:
    """Return what is left of a line before another symbol covers it; `None` if nothing is.

    `symbols` are the boxes of all symbols, `own` the number of the one that the line begins in: in
    its middle, or where it would cross what stands beside the symbol, behind that.
    """
    boxes = shapely.box(*np.array(symbols).T)
    line = shapely.LineString([displacement_line[:2], displacement_line[2:]])
    others = shapely.buffer(np.delete(boxes, own), GAP_MM)
    over = shapely.union_all(others[shapely.intersects(others, line)])
    left = shapely.get_parts(shapely.difference(line, over))
    begun = [part for part in left if shapely.covers(part, shapely.Point(displacement_line[:2]))]
    if not begun or shapely.covers(boxes[own], begun[0]):
        return None
    start, end = displacement_line[:2], begun[0].coords[-1]
    if shapely.intersects(begun[0], _beside(start, symbols[own])):
        start = shapely.difference(begun[0], boxes[own]).coords[0]
    return (*start, *end)


def _beside(middle: Point, box: BoxOrSegment) -> shapely.Geometry:
    """Return what of a box is beside the symbol in it; empty if nothing is."""
    half = min(middle[0] - box[0], box[2] - middle[0]) + GAP_MM
    _, top, _, bottom = box
    symbol = shapely.box(middle[0] - half, top - GAP_MM, middle[0] + half, bottom + GAP_MM)
    return shapely.difference(shapely.box(*box), symbol)
