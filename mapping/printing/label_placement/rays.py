"""Straight ways out of points of a map, and how far each is free."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self

import numpy as np

if TYPE_CHECKING:
    from mapping.geo.arrays import Floats, Integers


class Rays(NamedTuple):
    """Rays from `starts` (rays, 2), in directions of length one, `longest` millimetres long."""

    starts: Floats
    ways: Floats
    longest: float

    @classmethod
    def around(cls, points: Floats, directions: int, longest: float) -> Self:
        """Return rays in all directions from each point."""
        angles = 2 * np.pi * np.arange(directions) / directions
        way = np.column_stack([np.cos(angles), np.sin(angles)])
        return cls(np.repeat(points, directions, axis=0), np.tile(way, (len(points), 1)), longest)

    def lines(self, chosen: Integers, lengths: Floats) -> Floats:
        """Return the beginnings of chosen rays as lines (x, y to x, y)."""
        starts = self.starts[chosen]
        return np.hstack([starts, starts + self.ways[chosen] * lengths[:, None]])

    def clear_of_boxes(self, boxes: Floats) -> Floats:
        """Return how far each ray runs until it meets a box."""
        offsets = self.starts[:, None] - (boxes[:, :2] + boxes[:, 2:]) / 2
        return _until_met(offsets, self.ways[:, None], (boxes[:, 2:] - boxes[:, :2]) / 2)

    def clear_of_lines(self, lines: Floats, keep: float) -> Floats:
        """Return how far each ray runs until it is so near a line (x, y to x, y)."""
        along = lines[:, 2:] - lines[:, :2]
        length = np.hypot(*along.T)[:, None]
        along = along / length
        frames = np.stack([along, along[:, ::-1] * (-1, 1)], axis=1)
        offsets = self.starts[:, None] - (lines[:, :2] + lines[:, 2:]) / 2
        offsets, ways = (np.einsum("rlk,lik->rli", one, frames)
                         for one in np.broadcast_arrays(offsets, self.ways[:, None]))  # fmt: skip
        return _until_met(offsets, ways, np.hstack([length / 2, np.zeros_like(length)]) + keep)


def _until_met(offsets: Floats, ways: Floats, halves: Floats) -> Floats:
    """Return how far each ray runs until it meets a box (the method of slabs; Kay, Kajiya 1986).

    `offsets` and `ways` (rays, boxes, 2) are in the frame of each box, `halves` half of its size.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        one, other = (-halves - offsets) / ways, (halves - offsets) / ways
    low, high = np.fmin(one, other), np.fmax(one, other)
    enter = np.maximum(low[..., 0], low[..., 1]).clip(0)
    leave = np.minimum(high[..., 0], high[..., 1])
    return np.asarray(np.where(enter <= leave, enter, np.inf).min(axis=1, initial=np.inf))
