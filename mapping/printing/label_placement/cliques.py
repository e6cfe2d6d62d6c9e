"""Who excludes whom, in groups of which one member may be chosen at most."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from mapping.geo.arrays import Booleans, Integers


def cover_with_cliques(label_of: Integers, pairs: Integers) -> list[list[int]]:
    """Return groups in which all exclude each other, which cover the pairs (n, 2) that do.

    Those of one label exclude each other as well. Few large groups say more to a solver than many
    pairs: half of each of three that exclude each other obeys every pair, and not the group.
    Greedy; sets are the bits of whole numbers.
    """
    bits = [1 << number for number in range(len(label_of))]
    left = bit_sets(pairs, len(label_of))
    same = {label: _bits(label_of == label) for label in np.unique(label_of).tolist()}
    every = [
        others | same[label] ^ bit
        for others, label, bit in zip(left, label_of.tolist(), bits, strict=True)
    ]
    groups = []
    for one in range(len(label_of)):
        while left[one]:
            group = _grow_clique(one, left[one], every)
            groups.append(group)
            uncovered = ~reduce(or_, map(bits.__getitem__, group))
            for member in group:
                left[member] &= uncovered
    return groups


def _grow_clique(one: int, wanted: int, every: list[int]) -> list[int]:
    """Return a group with one and as many as fit, at first of those that are wanted."""
    group, others = [one], every[one]
    while others:
        rather = others & wanted or others
        group.append((rather & -rather).bit_length() - 1)
        others &= every[group[-1]]
    return group


def bit_sets(pairs: Integers, size: int) -> list[int]:
    """Return for each number the set of those it is paired with, as the bits of a whole number."""
    rows = np.zeros((size, -(-size // 8)), dtype=np.uint8)
    for one, other in (pairs.T, pairs.T[::-1]):
        np.bitwise_or.at(rows, (one, other >> 3), (1 << (other & 7)).astype(np.uint8))
    return [int.from_bytes(row.tobytes(), "little") for row in rows]


def _bits(row: Booleans) -> int:
    return int.from_bytes(np.packbits(row, bitorder="little").tobytes(), "little")
