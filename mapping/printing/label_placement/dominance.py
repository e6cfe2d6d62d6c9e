"""Candidates that no best choice needs: another of their label costs no more and excludes less."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.geo.arrays import Floats, Integers


def find_needed(label_of: Integers, costs: Floats, excluded: Sequence[int]) -> Integers:
    """Return the numbers of the candidates that are left, in their order.

    `excluded` are the sets of those of other labels that each excludes, as the bits of whole
    numbers. Without some, others exclude less, so it is done until none goes any more.
    """
    labels: list[list[int]] = [[] for _ in range(label_of.max(initial=-1) + 1)]
    for one in np.lexsort((costs, label_of)).tolist():
        labels[label_of[one]].append(one)
    left, before = (1 << len(label_of)) - 1, 0
    while left != before:
        before = left
        for number, members in enumerate(labels):
            labels[number] = _needed(members, excluded, left)
            for one in set(members).difference(labels[number]):
                left ^= 1 << one
    return np.array(sorted(one for members in labels for one in members), dtype=np.int64)


def _needed(members: Sequence[int], excluded: Sequence[int], left: int) -> list[int]:
    """Return those of one label, the cheapest first, than which no cheaper one excludes less."""
    needed = list[int]()
    for one in members:
        free = left & ~excluded[one]
        if all(excluded[other] & free for other in needed):
            needed.append(one)
    return needed
