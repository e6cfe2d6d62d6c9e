"""Boxes of candidates and symbols: left, top, right and bottom, one a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from mapping.geo.arrays import Floats, Integers


def overlapping(many: Floats, few: Floats) -> tuple[Integers, Integers]:
    """Return the pairs of boxes that overlap or touch, as numbers within `many` and within `few`.

    It compares all sides with those of each of the few: no index is as fast where these are few.
    """
    left, top, right, bottom = many.T.copy()
    met = [
        np.flatnonzero((left <= east) & (right >= west) & (top <= south) & (bottom >= north))
        for west, north, east, south in few
    ]
    return np.concatenate([[], *met]).astype(np.int64), np.repeat(
        np.arange(len(few)), [*map(len, met)]
    )
