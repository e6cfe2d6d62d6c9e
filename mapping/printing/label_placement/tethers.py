"""Lines from symbols that made room to their points, as far as they can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    Four = tuple[float, float, float, float]  # left, top, right, bottom; or from x, y to x, y

HAIR = 0.05  # millimetres that a tether keeps from a symbol that is not its own


def visible(tether: Four, own: int, symbols: Sequence[Four]) -> Four | None:
    """Return what is left of a tether before another symbol covers it; None if nothing is.

    `symbols` are the boxes of all symbols, `own` the number of the one that the tether begins in.
    """
    boxes = shapely.box(*np.array(symbols).T)
    line = shapely.LineString([tether[:2], tether[2:]])
    others = shapely.buffer(np.delete(boxes, own), HAIR)
    over = shapely.union_all(others[shapely.intersects(others, line)])
    left = shapely.get_parts(shapely.difference(line, over))
    begun = [part for part in left if shapely.covers(part, shapely.Point(tether[:2]))]
    if not begun or shapely.covers(boxes[own], begun[0]):
        return None
    return (*tether[:2], *begun[0].coords[-1])
