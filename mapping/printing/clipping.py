"""Lines held within a box: what is outside runs along its edge, so that rings stay rings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from mapping.geo.arrays import Floats

Corner = tuple[float, float]


def hold_within(line: Floats, low: Corner, high: Corner) -> Floats:
    """Return a line (points, 2) whose parts outside of a box were moved to the nearest of its edge.

    A ring fills the same part of the box as before.
    """
    least, most = line.min(axis=0), line.max(axis=0)
    if (least >= low).all() and (most <= high).all():
        return line
    if (most <= low).any() or (least >= high).any():  # all beyond one edge
        return np.clip(line[[0, -1]], low, high)
    for axis in (0, 1):
        for edge in (low[axis], high[axis]):
            line = _with_crossings(line, axis, edge)
    held = np.clip(line, low, high)
    kept = np.ones(len(held), dtype=np.bool_)
    kept[1:-1] = (held[1:-1] != held[:-2]).any(axis=1)
    return held[kept]


def _with_crossings(line: Floats, axis: int, edge: float) -> Floats:
    """Return a line with a point wherever it crosses the straight line of an edge."""
    off = line[:, axis] - edge
    crossed = np.flatnonzero(off[:-1] * off[1:] < 0)
    share = (off[crossed] / (off[crossed] - off[crossed + 1]))[:, None]
    points = line[crossed] * (1 - share) + line[crossed + 1] * share
    points[:, axis] = edge
    return np.insert(line, crossed + 1, points, axis=0)
