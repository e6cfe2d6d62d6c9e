"""Slips of the pen in a position: each is undone, and counted by what it takes."""

from __future__ import annotations

from mapping.checks.coordinate_slips import points_lost, slips

NAIROBI = (-1.28, 36.82)


def written() -> dict[tuple[float, float], int]:
    """Return Nairobi as a slip would write it, with the number of slips each takes."""
    latitude, longitude = NAIROBI
    return {
        (-latitude, longitude): 1,
        (latitude, -longitude): 1,
        (-latitude, -longitude): 2,
        (longitude, latitude): 1,
        (-longitude, latitude): 2,
        (longitude, -latitude): 2,
        (-longitude, -latitude): 3,
    }


def test_each_slip_is_undone() -> None:
    """Among what may have been meant is what was, to the digit, with as many steps as it took."""
    for (latitude, longitude), steps in written().items():
        meant = {slip[1:3]: slip.steps for slip in slips(latitude, longitude)}
        assert meant[NAIROBI] == steps
        assert len(meant) == 7


def test_no_longitude_beyond_the_poles_is_taken_for_a_latitude() -> None:
    """Only signs can be wrong at 120 degrees east."""
    assert {slip[1:3] for slip in slips(10, 120)} == {(-10, 120), (10, -120), (-10, -120)}


def test_a_lost_decimal_point_is_put_back() -> None:
    """One digit too far either way, where the result is a place on Earth."""
    assert NAIROBI in {slip[1:3] for slip in points_lost(-12.8, 36.82)}
    assert NAIROBI in {slip[1:3] for slip in points_lost(-0.128, 36.82)}
    assert NAIROBI in {slip[1:3] for slip in points_lost(-1.28, 3.682)}
    assert {slip[1:3] for slip in points_lost(80, 170)} == {(8, 170), (80, 17)}
