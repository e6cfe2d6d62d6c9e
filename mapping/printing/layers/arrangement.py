"""Symbols, some with a number beside them, moved apart and tied to their points."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

from mapping.errors import DoesNotFitError
from mapping.printing.label_placement.displacement_lines import lines_to_points
from mapping.printing.layers.displacement import displace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapping.geo.arrays import Floats
    from mapping.printing.label_placement.candidates import Box, Segment
    from mapping.printing.layers.groups import Group

FURTHEST_MM = 9.0  # that a mark with a number beside it, or a sign, is from its place
CLOSED_MM, MOST_SQUARES = 1.0, 8  # of a square that no mark stands on; squares of an area in a row
TOLERANCE_MM = 0.01  # by which marks may overlap, of what they keep between each other


class Arranged(NamedTuple):
    """Where a symbol is, its box with what is beside it, and the line to its point, if any."""

    at: tuple[float, float]
    box: Box
    line: Segment | None


class MarkLimits(NamedTuple):
    """What marks keep between each other, the box that they stay in, and the width of a symbol.

    `closed` are boxes (boxes, 4) that they keep off.
    """

    spacing: float
    frame: Box
    symbol: float
    closed: Floats = np.empty((0, 4))


def arrange_marks(
    points: Floats, reaches: Floats, fixed: Floats, room: MarkLimits
) -> list[Arranged]:
    """Return symbols moved apart, each as little as it can.

    `reaches` (points, 4) are how far each mark reaches from its symbol's middle, to the left, up,
    to the right and down; `fixed` are points to keep clear of, as wide as a symbol.

    Raises
    ------
    DoesNotFitError
        They cannot be moved apart.
    """
    low, high = reaches[:, :2], reaches[:, 2:]
    aside = (high - low) / 2
    closed = room.closed[:, :2], room.closed[:, 2:]
    sizes = np.vstack([low + high, np.full((len(fixed), 2), room.symbol), closed[1] - closed[0]])
    fixed = np.vstack([fixed, (closed[0] + closed[1]) / 2])
    inside = [np.vstack([side, fixed]) for side in _limits(points, low + high, room)]
    middles = np.vstack([points + aside, fixed])
    moved = displace(middles, sizes + room.spacing, len(fixed), (inside[0], inside[1]))
    at = moved[: len(points)] - aside
    _check_apart(moved, sizes, len(points))
    boxes = np.hstack([at - low, at + high])
    lines = lines_to_points(at.tolist(), points.tolist(), boxes.tolist())
    return [Arranged((x, y), (left, top, right, bottom), line)
            for (x, y), (left, top, right, bottom), line
            in zip(at.tolist(), boxes.tolist(), lines, strict=True)]  # fmt: skip


def cover_closed(areas: Iterable[shapely.Geometry], points: Floats) -> Floats:
    """Return squares (squares, 4) that cover those areas in which none of the points lies."""
    squares = [np.empty((0, 4))]
    for area in areas:
        if not shapely.contains_xy(area, points).any():
            left, top, right, bottom = shapely.bounds(area).tolist()
            step = max(CLOSED_MM, (right - left) / MOST_SQUARES, (bottom - top) / MOST_SQUARES)
            x, y = np.meshgrid(np.arange(left, right, step), np.arange(top, bottom, step))
            every = np.column_stack([x.ravel(), y.ravel(), x.ravel() + step, y.ravel() + step])
            squares.append(every[shapely.intersects(area, shapely.box(*every.T))])
    return np.vstack(squares)


def _check_apart(middles: Floats, sizes: Floats, free: int) -> None:
    """Raise an error where any of the first boxes, which are free to move, overlaps another."""
    off = np.abs(middles[:, None] - middles[None, :])
    over = np.all(off < (sizes[:, None] + sizes[None, :]) / 2 - TOLERANCE_MM, axis=2)
    if over[:free].sum() > free:
        message = "the symbols cannot be moved apart"
        raise DoesNotFitError(message)


def _limits(points: Floats, sizes: Floats, room: MarkLimits) -> tuple[Floats, Floats]:
    """Return where the middle of each mark may be at the least and most: in the frame, as a rule.

    A mark whose point is outside may be anywhere.
    """
    low, high = np.array(room.frame).reshape(2, 2)
    is_outside = ((points < low) | (points > high)).any(axis=1, keepdims=True)
    return (
        np.where(is_outside, -np.inf, low + sizes / 2),
        np.where(is_outside, np.inf, high - sizes / 2),
    )


def move_sign(sign: Group, arranged: Arranged) -> Group:
    """Return a sign where it was moved to, with the line to where it would be."""
    return sign._replace(x=arranged.at[0], y=arranged.at[1], line=arranged.line)


def check_near(arranged: Sequence[Arranged], points: Floats) -> None:
    """Raise an error where any mark is far from its point."""
    if np.hypot(*(np.array([one.at for one in arranged]) - points).T).max() > FURTHEST_MM:
        message = "the symbols cannot be moved apart without being far from their places"
        raise DoesNotFitError(message)
