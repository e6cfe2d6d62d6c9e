"""The room that an area has for its name: in squares of its own, as small as the area asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

from mapping.printing.label_placement.area_raster import SEA, STEP_MM

if TYPE_CHECKING:
    from collections.abc import Collection

    from mapping.geo.arrays import Booleans, Floats, Integers
    from mapping.printing.label_placement.candidates import Box
    from mapping.printing.label_placement.free_space import FreeSpace
    from mapping.printing.label_placement.terrain import Ground

SQUARES = 64  # across and down
EDGE = 16  # squares that are added on each side of them, for what is looked at around a box
AROUND_MM = 7.0  # of the sea around, where a name may be that begins beside its area
BESIDE_MM = 0.9  # that a name may be off its area,
CLEAR_MM = 0.7  # and must be off the land of others
OFF_MM = 3.5  # that a line may end off an area which a symbol hides
MOST_ANCHORS = 16
MOSTLY = 0.75  # the share of a name on its own area that may begin or end on other land
LEAST_OWN = 0.5  # the share of a name by the coast that is on its own area
ISLAND = 4  # times a name: an area so large at the most may have it wholly at sea
SEA_COST = 2.0  # of a name that is wholly at sea, in widths of the area


class FreeSums(NamedTuple):
    """What of an area's squares is free, as sums: of its own, and of all that may be written on."""

    free: Booleans
    own: Integers
    every: Integers


class AreaRoom:
    """Squares over an area and what is around it: which are its own, and which may be written on.

    `area` is the geometry of the area, in millimetres.
    """

    def __init__(self, code: str, area: shapely.Geometry, ground: Ground) -> None:
        self.code = code
        part = max(shapely.get_parts(area), key=shapely.area)
        left, top, right, bottom = shapely.bounds(part).tolist()
        self.size = max(right - left, bottom - top)
        middle = shapely.centroid(part)
        self.middle = (middle.x, middle.y)
        around = AROUND_MM if self.size < 4 * AROUND_MM else 1.0
        self.window: Box = (left - around, top - around, right + around, bottom + around)
        self._ground = ground
        self._steps = (np.array([right - left, bottom - top]) + 2 * around) / SQUARES
        x, y = (
            start + step * (np.arange(SQUARES) + 0.5)
            for start, step in zip(self.window[:2], self._steps.tolist(), strict=True)
        )
        self._grid = np.meshgrid(x, y)
        own, self._other = self._squares(part, *self._grid)
        self._own, self._tables = own, (_table(own), _table(self._other))
        self._view: tuple[FreeSpace, int, FreeSums] | None = None

    def _squares(self, part: shapely.Geometry, x: Floats, y: Floats) -> tuple[Booleans, Booleans]:
        """Return which squares are the area's own, and which are of others or of no world."""
        areas = self._ground.areas
        codes, number = areas.codes_at(np.stack([x, y], axis=-1)), areas.number(self.code)
        own = codes == number
        if self._steps.max() < STEP_MM:
            shapely.prepare(part)
            own = shapely.contains_xy(part, x, y)
        column, row = ((np.array(self.middle) - self.window[:2]) / self._steps).astype(int)
        own[row, column] = True  # of an island smaller than a square
        other = (codes != SEA) & (codes != number) & ~own
        return own, other | ~self._ground.inside(x, y)

    def anchors(self, space: FreeSpace) -> Floats:
        """Return where a line to its name may begin: near its middle, and in its far ends.

        Where it is free; where symbols and labels hide the whole area, just off it.
        """
        free, near = self._look(space).free, self._near()
        squares = next(one for one in (self._own & free, near & free, self._own) if one.any())
        points = self._points(squares)
        x, y = points.T
        chosen = [0, x.argmin(), x.argmax(), y.argmin(), y.argmax()]
        return np.asarray(points[list(dict.fromkeys(map(int, chosen)))])

    def all_anchors(self, space: FreeSpace) -> Floats:
        """Return points in the area and just off it, of those that are free, the nearest first."""
        points = self._points(self._look(space).free & (self._near() | self._own))
        return points[:: max(1, len(points) // MOST_ANCHORS)]

    def _near(self) -> Booleans:
        reach = np.ceil(OFF_MM / self._steps).astype(int).clip(max=EDGE).tolist()
        return np.asarray((_held(self._tables[0], (1, 1), reach) > 0) & ~self._other)

    def _points(self, squares: Booleans) -> Floats:
        """Return the middles of squares, those nearest to the area's middle first."""
        rows, columns = np.nonzero(squares)
        points = self.window[:2] + (np.column_stack([columns, rows]) + 0.5) * self._steps
        off = np.hypot(*(points - self.middle).T)
        return np.asarray(points[np.argsort(off, kind="stable")])

    def within(self, width: float, height: float, space: FreeSpace) -> Box | None:
        """Return the best box of a size that lies wholly in the area, if there is one."""
        spans = self._spans(width, height)
        fits = _held(self._look(space).own, spans) == spans[0] * spans[1]
        return self._best(fits, np.zeros_like(fits, dtype=float), width, height)

    def beside(self, width: float, height: float, space: FreeSpace) -> Box | None:
        """Return the best box that begins in the area or just off its coast, clear of others."""
        spans = self._spans(width, height)
        squares = spans[0] * spans[1]
        fits = _held(self._look(space).every, spans) == squares
        if not fits.any():
            return None
        clear, near = (np.ceil(grown / self._steps).astype(int).clip(max=EDGE).tolist()
                       for grown in (CLEAR_MM, BESIDE_MM))  # fmt: skip
        fits &= _held(self._tables[1], spans, clear) == 0
        fits &= _held(self._tables[0], spans, near) > 0
        own = _held(self._tables[0], spans) / squares
        is_island = self.size < ISLAND * max(width, height)
        fits &= (own >= LEAST_OWN) | (is_island & (own == 0))
        return self._best(fits, SEA_COST * (1 - own), width, height)

    def across(
        self, others: Collection[str], width: float, height: float, space: FreeSpace
    ) -> Box | None:
        """Return the best box mostly in the area, and on nothing unsettled or of some others."""
        points, areas = np.stack(self._grid, axis=-1), self._ground.areas
        closed = np.isin(areas.codes_at(points), [areas.number(code) for code in others])
        closed |= areas.avoided_at(points) | ~self._ground.inside(*self._grid)
        spans = self._spans(width, height)
        squares = spans[0] * spans[1]
        own = _held(self._tables[0], spans) / squares
        free = _table(~space.taken(self.window, SQUARES) & ~closed)
        return self._best((_held(free, spans) == squares) & (own >= MOSTLY), 1 - own, width, height)

    def _look(self, space: FreeSpace) -> FreeSums:
        """Return what is free now."""
        if not self._view or self._view[0] is not space or self._view[1] != space.count:
            free = ~space.taken(self.window, SQUARES)
            view = FreeSums(free, _table(free & self._own), _table(free & ~self._other))
            self._view = (space, space.count, view)
        return self._view[2]

    def _spans(self, width: float, height: float) -> tuple[int, int]:
        """Return how many squares a box has at the most, across and down."""
        across, down = np.ceil(np.array([width, height]) / self._steps).astype(int).tolist()
        return min(across, SQUARES) + 1, min(down, SQUARES) + 1

    def _best(self, fits: Booleans, costs: Floats, width: float, height: float) -> Box | None:
        """Return the box that fits, costs least, and is nearest to the middle of the area."""
        rows, columns = np.nonzero(fits)
        if not len(rows):
            return None
        left = self.window[0] + (columns + 0.5) * self._steps[0]
        top = self.window[1] + (rows + 0.5) * self._steps[1]
        off = np.hypot(left + width / 2 - self.middle[0], top + height / 2 - self.middle[1])
        best = np.argmin(costs[rows, columns] + off / self.size)
        x, y = left[best].item(), top[best].item()
        return x, y, x + width, y + height


def _table(squares: Booleans) -> Integers:
    """Return sums of squares (see `summed`), with none around them."""
    first, behind = EDGE + 1, EDGE + 1 + SQUARES
    sums = squares.cumsum(axis=0).cumsum(axis=1)
    table = np.zeros((2 * behind,) * 2, dtype=np.int64)
    table[first:behind, first:behind] = sums
    table[behind:, first:behind], table[first:behind, behind:] = sums[-1], sums[:, -1:]
    table[behind:, behind:] = sums[-1, -1]
    return table


def _held(table: Integers, spans: tuple[int, int], grown: tuple[int, int] = (0, 0)) -> Integers:
    """Return how many squares each box holds, by its upper left corner, larger on each side."""
    (across, down), (wide, high) = spans, grown
    left, top = EDGE - wide, EDGE - high
    right, bottom = EDGE + across + wide, EDGE + down + high

    def at(row: int, column: int) -> Integers:
        return table[row : row + SQUARES, column : column + SQUARES]

    return np.asarray(at(bottom, right) - at(top, right) - at(bottom, left) + at(top, left))
