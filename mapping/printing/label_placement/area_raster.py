"""The sheet in small squares: sea, the areas, their edges, and what no label should cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from scipy.ndimage import distance_transform_edt

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from mapping.geo.arrays import Booleans, Floats, Integers
    from mapping.printing.label_placement.candidates import Box


STEP_MM = 0.5  # the side of a square
SEA = -1


class AreaRaster:
    """Squares of `STEP_MM` by `STEP_MM` over a sheet: the number of the area in each, or `SEA`.

    `areas` are polygons in millimetres by code; `avoid` are areas and lines that no label should
    cover.
    """

    def __init__(
        self,
        size: tuple[float, float],
        areas: Mapping[str, shapely.Geometry],
        avoid: Sequence[shapely.Geometry],
    ) -> None:
        self._numbers = {code: number for number, code in enumerate(areas)}
        columns, rows = (int(length / STEP_MM) + 1 for length in size)
        self._codes = np.full((rows, columns), SEA)
        for number, area in enumerate(areas.values()):
            self._mark(self._codes, area, number)
        edges = np.zeros_like(self._codes, dtype=bool)
        edges[:, 1:] |= self._codes[:, 1:] != self._codes[:, :-1]
        edges[1:] |= self._codes[1:] != self._codes[:-1]
        self._avoided, unsettled = np.zeros((2, rows, columns), dtype=np.int64)
        for one in avoid:
            self._mark(self._avoided, shapely.buffer(one, STEP_MM), 1)
            if shapely.area(one):
                self._mark(unsettled, shapely.buffer(one, STEP_MM), 1)
        self._on_edge = edges
        self._edges, self._land = summed(edges), summed(self._codes != SEA)
        self._forbidden, self._unsettled = summed(self._avoided), summed(unsettled)

    def number(self, code: str) -> int:
        """Return the number of an area."""
        return self._numbers[code]

    def codes_at(self, points: Floats) -> Integers:
        """Return the number of the area at each point (…, 2), or `SEA`."""
        return np.asarray(self._codes[squares_at(points, self._codes)])

    def avoided_at(self, points: Floats) -> Booleans:
        """Return at which points (…, 2) there is anything to avoid."""
        return np.asarray(self._avoided[squares_at(points, self._avoided)] > 0)

    def edge_length(self, boxes: Floats) -> Floats:
        """Return the length of coasts and boundaries in each box, in millimetres.

        Boxes are left, top, right and bottom.
        """
        return np.asarray(_within(self._edges, _corners(boxes)) * STEP_MM)

    def foreign_share(self, boxes: Floats, *own: str) -> Floats:
        """Return the share of each box that is on land of others than its own areas."""
        if not len(boxes):  # a label for which there is no place at all
            return np.zeros(0)
        corners = _corners(boxes)
        (left, top), (right, bottom) = corners[:, :2].min(axis=0), corners[:, 2:].max(axis=0)
        window = self._codes[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)]
        numbers = [self._numbers[code] for code in own if code in self._numbers]
        mine = summed(np.isin(window, numbers))
        land = _within(self._land, corners)
        land -= _within(mine, corners - np.maximum([left, top] * 2, 0))
        squares = np.prod(corners[:, 2:] - corners[:, :2], axis=1)
        return np.asarray(land / np.maximum(squares, 1))

    def foreign_depth(self, boxes: Floats, symbol: Box, *own: str) -> Floats:
        """Return how far, on the mean, each box is within land of others, in millimetres.

        Counted from the own areas, or the symbol, and as nothing where there is sea or own land.
        """
        corners = _corners(np.vstack([boxes, symbol]))
        low, high = corners[:, :2].min(axis=0).clip(0), corners[:, 2:].max(axis=0).clip(0)
        window = self._codes[low[1] : high[1], low[0] : high[0]]
        near = np.isin(window, [self._numbers[code] for code in own if code in self._numbers])
        corners -= np.tile(low, 2)
        left, top, right, bottom = corners[-1].clip(0).tolist()
        near[top:bottom, left:right] = True
        depths = distance_transform_edt(~near).astype(np.int64) * (window != SEA)
        sizes = np.prod(corners[:-1, 2:] - corners[:-1, :2], axis=1)
        return np.asarray(STEP_MM * _within(summed(depths), corners[:-1]) / np.maximum(sizes, 1))

    def covers_land(self, boxes: Floats) -> Booleans:
        """Return which boxes cover any land."""
        return _within(self._land, _corners(boxes)) > 0

    def covers_avoided(self, boxes: Floats) -> Booleans:
        """Return which boxes cover anything to avoid."""
        return _within(self._forbidden, _corners(boxes)) > 0

    def covers_unsettled(self, boxes: Floats) -> Booleans:
        """Return which boxes cover any area to avoid, whatever lines they cover."""
        return _within(self._unsettled, _corners(boxes)) > 0

    def enters_avoided(self, lines: Floats) -> Booleans:
        """Return which lines (x, y to x, y) run into anything to avoid; they may begin in it."""
        entered, inside = np.zeros((2, len(lines)), dtype=np.bool_)
        inside[:] = True
        for reached, points in walk(lines):
            avoided = self._avoided[squares_at(points, self._avoided)] > 0
            entered[reached] |= avoided & ~inside[reached]
            inside[reached] = avoided
        return entered

    def length_on_edges(self, lines: Floats) -> Floats:
        """Return how long each line runs on coasts and boundaries, in millimetres."""
        length = np.zeros(len(lines))
        for reached, points in walk(lines):
            length[reached] += STEP_MM * self._on_edge[squares_at(points, self._on_edge)]
        return length

    def length_on_others(self, lines: Floats, own: Sequence[Collection[str]]) -> Floats:
        """Return how long each line runs over land of others than its own areas."""
        allowed = np.zeros((len(lines), len(self._numbers) + 1), dtype=np.bool_)
        allowed[:, SEA] = True
        for number, codes in enumerate(own):
            allowed[number, [self._numbers[code] for code in codes if code in self._numbers]] = True
        length = np.zeros(len(lines))
        for reached, points in walk(lines):
            length[reached] += STEP_MM * ~allowed[reached, self.codes_at(points)]
        return length

    def _mark(self, squares: Integers, area: shapely.Geometry, number: int) -> None:
        """Write a number into the squares whose middle is in an area."""
        left, top, right, bottom = (int(side / STEP_MM) for side in shapely.bounds(area))
        window = squares[max(top, 0) : bottom + 1, max(left, 0) : right + 1]
        y, x = np.mgrid[: window.shape[0], : window.shape[1]]
        shapely.prepare(area)
        inside = shapely.contains_xy(
            area, (x + max(left, 0) + 0.5) * STEP_MM, (y + max(top, 0) + 0.5) * STEP_MM
        )
        window[inside] = number
        if not inside.any():  # smaller than a square
            point = shapely.get_coordinates(shapely.point_on_surface(area))
            squares[squares_at(point, squares)] = number


def walk(lines: Floats) -> Iterator[tuple[Integers, Floats]]:
    """Yield the points of lines (x, y to x, y) square by square, with the numbers of the lines."""
    lengths = np.hypot(*(lines[:, 2:] - lines[:, :2]).T)
    for off in np.arange(STEP_MM / 2, lengths.max(initial=0), STEP_MM):
        reached = np.flatnonzero(lengths > off)
        share = (off / lengths[reached])[:, None]
        yield reached, lines[reached, :2] * (1 - share) + lines[reached, 2:] * share


def squares_at(points: Floats, squares: Booleans | Integers) -> tuple[Integers, Integers]:
    """Return row and column of the squares in which points are, the nearest for those outside."""
    rows, columns = squares.shape
    at = (points / STEP_MM).astype(np.int64)
    return np.clip(at[..., 1], 0, rows - 1), np.clip(at[..., 0], 0, columns - 1)


def summed(squares: Booleans | Integers) -> Integers:
    """Return a summed-area table (Crow 1984): at each corner, all squares above and left of it."""
    return np.pad(squares.cumsum(axis=0, dtype=np.int64).cumsum(axis=1), ((1, 0), (1, 0)))


def _within(table: Integers, corners: Integers) -> Integers:
    """Return the sum of the squares in each box, of which the corners are given."""
    limits = np.array([table.shape[1] - 1, table.shape[0] - 1] * 2)
    left, top, right, bottom = np.clip(corners, 0, limits).T
    inside = table[bottom, right] - table[top, right] - table[bottom, left] + table[top, left]
    return np.asarray(inside)


def _corners(boxes: Floats) -> Integers:
    """Return left, top, right and bottom of each box as numbers of columns and rows."""
    return np.rint(boxes / STEP_MM).astype(np.int64)
