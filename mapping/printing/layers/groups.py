"""Places too many to be told apart: a sign with their number stands for those near each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from mapping.geo.arrays import Floats, Integers

MOST_SINGLE = 200  # places that have symbols of their own, where there is room
WIDE = 1.5  # widths of a symbol that the sign of a group is wide


class Group(NamedTuple):
    """Places that share a sign: their numbers, the middle of the sign, and half its width."""

    members: tuple[int, ...]
    x: float
    y: float
    half: float


def group_places(points: Floats, symbol: float) -> list[Group]:
    """Return the groups of points, of those near each other; one alone is a group of its own.

    `symbol` is the width of a symbol. No sign covers another; each is at one of its places, as
    their mean may be at sea or in another country. Deterministic.
    """
    half = symbol * WIDE / 2
    members = _gathered(points, 2 * half)
    while (joined := _joined(points, members, 2 * half)) is not members:
        members = joined
    groups = []
    for group in members:
        x, y = _middle_one(points[group]).tolist()
        groups.append(Group(tuple(group.tolist()), x, y, half if len(group) > 1 else symbol / 2))
    return groups


def _joined(points: Floats, members: list[Integers], width: float) -> list[Integers]:
    """Return groups of which those whose signs would overlap are joined, the nearest two first."""
    middles = np.array([_middle_one(points[group]) for group in members]).reshape(-1, 2)
    off = np.abs(middles[:, None] - middles[None, :]).max(axis=2)
    one, other = np.nonzero(np.triu(off < width, 1))
    if not len(one):
        return members
    joined = dict(enumerate(members))
    free = np.ones(len(members), dtype=np.bool_)
    for pair in np.argsort(off[one, other], kind="stable").tolist():
        first, second = int(one[pair]), int(other[pair])
        if free[first] and free[second]:
            free[[first, second]] = False
            joined[first] = np.sort(np.concatenate([joined[first], joined.pop(second)]))
    return list(joined.values())


def _middle_one(points: Floats) -> Floats:
    """Return the point that is nearest to the mean of all."""
    off = np.hypot(*(points - points.mean(axis=0)).T)
    return np.asarray(points[np.argmin(off)])


def _gathered(points: Floats, reach: float) -> list[Integers]:
    """Return the numbers of the points in each group, gathered where most are near each other."""
    cells = np.floor(points / reach).astype(np.int64)
    _, cell, sizes = np.unique(cells, axis=0, return_inverse=True, return_counts=True)
    left = np.ones(len(points), dtype=np.bool_)
    groups = []
    for seed in np.argsort(-sizes[cell.reshape(-1)], kind="stable").tolist():
        if left[seed]:
            near = left & (np.abs(points - points[seed]) <= reach / 2).all(axis=1)
            groups.append(np.flatnonzero(near))
            left &= ~near
    return groups
