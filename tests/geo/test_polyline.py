"""Arcs as short text are what the well-known package writes."""

from __future__ import annotations

import numpy as np
import polyline
from hypothesis import given
from hypothesis import strategies as st

from mapping.geo.polyline import encode

NUMBERS = st.integers(-200_000, 200_000)
LINES = st.lists(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=6), max_size=5)


@given(lines=LINES)
def test_lines_are_encoded_as_the_package_does(lines: list[list[tuple[float, float]]]) -> None:
    """Any lines of whole numbers, each character the same."""
    arrays = [np.array(line, dtype=np.int64) for line in lines]
    assert encode(arrays) == [polyline.encode(line, precision=0) for line in lines]
