"""Symbols make room for each other, and go no further than they must."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.printing.layers.displacement import displace

SIZE = 3.0
NEAR = st.floats(0, 30, allow_nan=False)
CROWDS = st.lists(st.tuples(NEAR, NEAR), min_size=1, max_size=25)


@given(CROWDS)
def test_no_symbol_covers_another(points: list[tuple[float, float]]) -> None:
    """Whatever the crowd, even in one place."""
    places = displace(np.array(points), SIZE)
    apart = np.abs(places[:, None] - places[None, :]).max(axis=2)
    np.fill_diagonal(apart, SIZE)
    assert apart.min() >= SIZE - 0.01


def test_symbols_that_are_apart_stay() -> None:
    """Nobody is moved for nothing."""
    points = np.array([(0.0, 0.0), (10.0, 0.0), (0.0, 10.0)])
    assert np.allclose(displace(points, SIZE), points, atol=0.01)


def test_two_of_one_place_are_side_by_side() -> None:
    """The first on the left, each half a symbol off."""
    (left, top), (right, bottom) = displace(np.array([(5.0, 5.0), (5.0, 5.0)]), SIZE)
    assert top == pytest.approx(bottom)
    assert right - left >= SIZE
    assert abs(5.0 - left) < SIZE * 0.6


def test_the_same_crowd_is_arranged_the_same() -> None:
    """No dice are thrown."""
    points = np.array([(1.0, 1.0), (2.0, 1.5), (1.5, 2.0), (1.2, 1.1)])
    assert np.array_equal(displace(points, SIZE), displace(points, SIZE))
