"""Places too many to be told apart: those near each other share a sign.

It bears their count, or the first and the last of their numbers in the index.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapping.geo.arrays import Floats, Integers
    from mapping.printing.label_placement.candidates import Segment

MOST_SINGLE = 200  # places that have symbols of their own, where there is room
WIDE = 1.5  # widths of a symbol that the sign of a group is wide


# Of how many places those that share a sign with their numbers are at the least, and how far apart
# signs are, in widths of a symbol: the fewest such signs first.
SHARES = ((12, 1.0), (6, 1.0), (3, 1.0), (2, 1.0), (2, 1.5), (2, 2.2), (2, 3.3))


class Group(NamedTuple):
    """Places that share a sign: which, the middle of the sign, and half its height.

    One that bears their numbers on the map has half its width as well, and a line to where it would
    be if it had not made room.
    """

    members: tuple[int, ...]
    x: float
    y: float
    half: float
    numbers: str = ""
    reach: float = 0.0
    line: Segment | None = None


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


def share_numbers(points: Floats, symbol: float) -> Iterator[list[Group]]:
    """Yield which places may share a sign with their numbers; all others have numbers of their own.

    `symbol` is the width of a symbol.
    """
    before = list[Group]()
    for least, apart in SHARES:
        groups = group_places(points, apart * symbol)
        shared = [one for one in groups if len(one.members) >= least]
        if shared != before:
            yield shared
        before = shared


def number_places(count: int, groups: Sequence[Group]) -> list[int]:
    """Return the number of each place, from one, in the order of the list.

    Those of one group follow upon its first.
    """
    first = {group.members[0]: group.members for group in groups}
    others = {member for group in groups for member in group.members[1:]}
    order = [member for place in range(count) if place not in others
             for member in first.get(place, (place,))]  # fmt: skip
    numbers = [0] * count
    for number, place in enumerate(order, 1):
        numbers[place] = number
    return numbers


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
