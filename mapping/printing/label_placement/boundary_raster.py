"""Boundary lines in small squares, and the directions in which they run in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapping.printing.label_placement.area_raster import STEP_MM, squares_at, walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.geo.arrays import Booleans, Floats, Integers

SMOOTHED_MM = 0.4  # windings so small do not change in which direction a boundary runs
NEAR_MM = 1.0  # that a line is beside a boundary
WIDEST_DEG = 20  # the angle up to which two lines run in one direction
LONGEST_MM = 4.0  # that a line may run beside a boundary
SECTORS = 36  # of half a turn, in which directions are told apart
REACH = int(NEAR_MM / STEP_MM)


class BoundaryRaster:
    """Squares of `STEP_MM` over a sheet, with a bit for each direction of the boundaries in it."""

    def __init__(self, size: tuple[float, float], boundaries: Sequence[shapely.Geometry]) -> None:
        columns, rows = (int(length / STEP_MM) + 1 for length in size)
        marked = np.zeros((rows, columns), dtype=np.int64)
        for ends in _steps(boundaries):
            squares = squares_at(ends.mean(axis=1), marked)
            np.bitwise_or.at(marked, squares, _bits_around(_turns(ends)))
        self._directions = _spread(marked)

    def beside(self, lines: Floats) -> Booleans:
        """Return which lines (x, y to x, y) run beside a boundary for more than `LONGEST_MM`."""
        own = 1 << (_turns(lines.reshape(-1, 2, 2)) % SECTORS)
        met = np.zeros(len(lines))
        for reached, points in walk(lines):
            found = self._directions[squares_at(points, self._directions)] & own[reached]
            met[reached] += STEP_MM * (found != 0)
        return np.asarray(met > LONGEST_MM)

    def too_long_along(self, points: Floats, ways: Floats) -> Booleans:
        """Return at which points of rays (rays, steps, 2) they have run so far, by directions."""
        own = 1 << (_turns(np.stack([np.zeros_like(ways), ways], axis=1)) % SECTORS)
        found = self._directions[squares_at(points, self._directions)] & own[:, None]
        return np.asarray(STEP_MM * (found != 0).cumsum(axis=1) > LONGEST_MM)


def _steps(boundaries: Sequence[shapely.Geometry]) -> list[Floats]:
    """Return the straight parts of boundaries, cut into steps of half a square, (steps, 2, 2)."""
    parts = []
    for line in shapely.get_parts(shapely.simplify(list(boundaries), SMOOTHED_MM)):
        fine = shapely.get_coordinates(shapely.segmentize(line, STEP_MM / 2))
        parts.append(np.stack([fine[:-1], fine[1:]], axis=1))
    return parts


def _turns(ends: Floats) -> Integers:
    """Return the direction of each line as a number of a sector of half a turn."""
    across, down = (ends[:, 1] - ends[:, 0]).T
    return np.asarray(np.rint(np.arctan2(down, across) / np.pi * SECTORS).astype(np.int64))


def _bits_around(turns: Integers) -> Integers:
    """Return the bits of all directions that are within `WIDEST_DEG` of each."""
    wide = int(WIDEST_DEG / 180 * SECTORS)
    return np.asarray(
        sum(1 << ((turns + off) % SECTORS) for off in range(-wide, wide + 1)), dtype=np.int64
    )


def _spread(marked: Integers) -> Integers:
    """Return the squares with the bits of all that are within `NEAR_MM`."""
    spread = marked.copy()
    for _ in range(REACH):
        padded = np.pad(spread, 1)
        spread = (
            padded[1:-1, 1:-1] | padded[:-2, 1:-1] | padded[2:, 1:-1]
            | padded[1:-1, :-2] | padded[1:-1, 2:]
        )  # fmt: skip
    return np.asarray(spread)
