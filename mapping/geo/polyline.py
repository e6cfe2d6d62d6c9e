"""Encoded polylines: short text for many points, all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

BITS = 5  # of a value in one character
MORE = 1 << BITS  # set in a character where another one of the same value follows
FIRST = ord("?")  # the character of zero


def encode(lines: Sequence[NDArray[np.int64]]) -> list[str]:
    """Encode lines of whole numbers, each of shape (points, 2), as Google's format for polylines.

    Each number is the step from the point before, its sign in the lowest bit, five bits a
    character, the lowest first. The package polyline writes the same, one point at a time.
    """
    if not lines:
        return []
    counts = np.array([len(line) for line in lines])
    points = np.concatenate(lines)
    steps = np.diff(points, axis=0, prepend=0)
    starts = np.cumsum(counts) - counts
    steps[starts] = points[starts]
    values = ((steps << 1) ^ (steps >> 63)).ravel()
    longest = max(1, -(-int(values.max(initial=0)).bit_length() // BITS))
    rest = values[:, None] >> (BITS * np.arange(longest))
    written = np.column_stack([np.ones(len(values), bool), rest[:, 1:] > 0])
    follows = np.column_stack([rest[:, 1:] > 0, np.zeros(len(values), bool)])
    characters = (rest % MORE + MORE * follows + FIRST).astype(np.uint8)
    text = characters[written].tobytes().decode("ascii")
    ends = np.cumsum(written.sum(axis=1))[2 * np.cumsum(counts) - 1]
    return [text[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)]
