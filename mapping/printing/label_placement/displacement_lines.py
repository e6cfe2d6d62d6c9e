"""Lines from symbols that made room to their points, as far as they can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    # left, top, right, bottom; or from x, y to x, y
    BoxOrSegment = tuple[float, float, float, float]

GAP_MM = 0.05  # that a line keeps from a symbol that is not its own


def visible_part(
    displacement_line: BoxOrSegment, own: int, symbols: Sequence[BoxOrSegment]
) -> BoxOrSegment | None:
    """Return what is left of a line before another symbol covers it; `None` if nothing is.

    `symbols` are the boxes of all symbols, `own` the number of the one that the line begins in.
    """
    boxes = shapely.box(*np.array(symbols).T)
    line = shapely.LineString([displacement_line[:2], displacement_line[2:]])
    others = shapely.buffer(np.delete(boxes, own), GAP_MM)
    over = shapely.union_all(others[shapely.intersects(others, line)])
    left = shapely.get_parts(shapely.difference(line, over))
    begun = [part for part in left if shapely.covers(part, shapely.Point(displacement_line[:2]))]
    if not begun or shapely.covers(boxes[own], begun[0]):
        return None
    return (*displacement_line[:2], *begun[0].coords[-1])
