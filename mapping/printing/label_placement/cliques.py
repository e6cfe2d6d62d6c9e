"""Who excludes whom, in groups of which one member may be chosen at most."""

from __future__ import annotations

from itertools import pairwise
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
    left = _sets(pairs, len(label_of))
    same = {label: _bits(label_of == label) for label in np.unique(label_of).tolist()}
    every = [
        others | same[label] & ~(1 << one)
        for one, (others, label) in enumerate(zip(left, label_of.tolist(), strict=True))
    ]
    groups = []
    for one in range(len(label_of)):
        while left[one]:
            group = _grow_clique(one, left[one], every)
            groups.append(group)
            covered = sum(1 << member for member in group)
            for member in group:
                left[member] &= ~covered
    return groups


def _grow_clique(one: int, wanted: int, every: list[int]) -> list[int]:
    """Return a group with one and as many as fit, at first of those that are wanted."""
    group, others = [one], every[one]
    while others:
        rather = others & wanted or others
        group.append((rather & -rather).bit_length() - 1)
        others &= every[group[-1]]
    return group


def _sets(pairs: Integers, size: int) -> list[int]:
    """Return for each number the set of those it is paired with."""
    both = np.concatenate([pairs, pairs[:, ::-1]])
    both = both[np.argsort(both[:, 0], kind="stable")]
    starts = np.searchsorted(both[:, 0], np.arange(size + 1)).tolist()
    sets = []
    for start, end in pairwise(starts):
        row = np.zeros(size, dtype=np.bool_)
        row[both[start:end, 1]] = True
        sets.append(_bits(row))
    return sets


def _bits(row: Booleans) -> int:
    return int.from_bytes(np.packbits(row, bitorder="little").tobytes(), "little")
