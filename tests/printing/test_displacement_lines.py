"""Lines from symbols that made room: they stop where another symbol stands over their point."""

from __future__ import annotations

import pytest

from mapping.printing.label_placement.displacement_lines import GAP_MM, visible_part

OWN, OTHER = (9.0, 9.0, 11.0, 11.0), (9.0, 5.0, 11.0, 7.0)


def test_a_tether_that_meets_nothing_is_whole() -> None:
    """Symbols elsewhere do not shorten it."""
    assert visible_part((10, 10, 20, 10), 0, [OWN, OTHER]) == (10, 10, 20, 10)


def test_a_tether_stops_at_a_symbol_over_its_point() -> None:
    """It touches none but its own."""
    displacement_line = visible_part((10, 10, 10, 6.5), 0, [OWN, OTHER])
    assert displacement_line is not None
    assert displacement_line[3] == pytest.approx(7 + GAP_MM)


def test_a_tether_of_which_nothing_is_left_is_none() -> None:
    """Where the other symbol stands right beside."""
    assert visible_part((10, 10, 10, 8), 0, [OWN, (9.0, 7.0, 11.0, 9.0)]) is None


@pytest.mark.parametrize(("far", "expected"), [(12, (7, 0, 12, 0)), (6, None), (-4, (0, 0, -4, 0))])
def test_a_line_does_not_cross_the_number_of_its_own_symbol(
    far: float, expected: tuple[float, ...] | None
) -> None:
    """It begins behind the number; to a place under the number there is none."""
    assert visible_part((0, 0, far, 0), 0, [(-2, -2, 7, 2)]) == expected
