"""Symbols moved apart, so that none covers another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from mapping.geo.arrays import Floats

ROUNDS = 400
ATTRACTING_SHARE = 0.75  # the share of the rounds in which symbols are also drawn to their points
ATTRACTION = 0.02  # the share of the way to its point that a symbol is drawn in a round


def displace(points: Floats, size: float, fixed: int = 0) -> Floats:
    """Return squares of one size moved apart until none overlaps another, each as little as it can.

    `points` has the shape (points, 2); the last `fixed` ones are not moved.
    Deterministic: the same points give the same places; points that coincide end up side by side,
    in their order.
    """
    free = len(points) - fixed
    order = np.arange(len(points))
    places = points + np.column_stack([order * 1e-4, order * 1e-6])
    for number in range(ROUNDS):
        if number < ROUNDS * ATTRACTING_SHARE:
            places += (points - places) * ATTRACTION
        steps = _separating_steps(places, size)
        steps[free:] = 0
        if number > ROUNDS * ATTRACTING_SHARE and not steps.any():
            break
        places = places + steps
    return places


def _separating_steps(places: Floats, size: float) -> Floats:
    """Return the step of each square: for each other that it overlaps, half the shorter way out."""
    between = places[:, None] - places[None, :]
    over = size - np.abs(between)
    np.einsum("iij->ij", over)[:] = -1
    touching = np.all(over > 0, axis=2)
    sideways = over[..., 0] <= over[..., 1] + size / 20
    axis = np.stack([sideways, ~sideways], axis=2) & touching[..., None]
    direction = np.where(between < 0, -1, 1)
    return np.asarray(np.where(axis, direction * (over / 2 + size / 500), 0).sum(axis=1))
