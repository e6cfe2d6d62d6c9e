"""Whole numbers as short text: most of them one character, so that it is compressed well too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.geo.arrays import Integers

# Printable ASCII without what JSON or HTML would write longer. A space parts lists.
DIGITS = "".join(sign for sign in map(chr, range(33, 127)) if sign not in "\"&'<>\\")
LAST = 80  # digits below this one end a number
BASE = len(DIGITS) - LAST
_CODES = np.frombuffer(DIGITS.encode("ascii"), np.uint8)


def encode(lists: Sequence[Integers]) -> str:
    """Return lists of whole numbers, each of shape (numbers,), as text, parted by spaces.

    The sign of a number is its lowest bit. The least digit comes first; all but the last are
    `LAST` or more, and each that follows counts `BASE` times as much.
    """
    if not lists:
        return ""
    numbers = np.concatenate(lists)
    rest = (numbers << 1) ^ (numbers >> 63)
    columns = []
    while True:
        goes_on = rest >= LAST
        columns.append(np.where(goes_on, LAST + (rest - LAST) % BASE, rest))
        if not goes_on.any():
            break
        rest = np.where(goes_on, (rest - LAST) // BASE, -1)
    digits = np.column_stack(columns)
    written = digits >= 0
    text = _CODES[digits[written]].tobytes().decode("ascii")
    ends = np.append(0, np.cumsum(written.sum(axis=1)))[np.cumsum([len(one) for one in lists])]
    return " ".join(text[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True))
