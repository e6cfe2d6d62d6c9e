"""Lines from symbols that made room: they stop where another symbol stands over their point."""

from __future__ import annotations

import pytest

from mapping.printing.label_placement.tethers import HAIR, visible

OWN, OTHER = (9.0, 9.0, 11.0, 11.0), (9.0, 5.0, 11.0, 7.0)


def test_a_tether_that_meets_nothing_is_whole() -> None:
    """Symbols elsewhere do not shorten it."""
    assert visible((10, 10, 20, 10), 0, [OWN, OTHER]) == (10, 10, 20, 10)


def test_a_tether_stops_at_a_symbol_over_its_point() -> None:
    """It touches none but its own."""
    tether = visible((10, 10, 10, 6.5), 0, [OWN, OTHER])
    assert tether is not None
    assert tether[3] == pytest.approx(7 + HAIR)


def test_a_tether_of_which_nothing_is_left_is_none() -> None:
    """Where the other symbol stands right beside."""
    assert visible((10, 10, 10, 8), 0, [OWN, (9.0, 7.0, 11.0, 9.0)]) is None
