"""Symbols moved apart, so that none covers another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from mapping.geo.arrays import Floats

ROUNDS = 400
ATTRACTING_SHARE = 0.75  # the share of the rounds in which symbols are also drawn to their points
ATTRACTION = 0.02  # the share of the way to its point that a symbol is drawn in a round

ANYWHERE = (np.array(-np.inf), np.array(np.inf))


def displace(
    points: Floats,
    size: float | Floats,
    fixed: int = 0,
    within: tuple[Floats, Floats] = ANYWHERE,
) -> Floats:
    """Return boxes of one size moved apart until none overlaps another, each as little as it can.

    `points` has the shape (points, 2); `size` is that of squares, or width and height of each box;
    the last `fixed` ones are not moved; `within` are the least and largest places of each.
    Deterministic: the same points give the same places; points that coincide end up side by side,
    in their order.
    """
    free = len(points) - fixed
    order = np.arange(len(points))
    sizes = np.broadcast_to(size, points.shape)
    room = (sizes[:, None] + sizes[None, :]) / 2
    places = points + np.column_stack([order * 1e-4, order * 1e-6])
    for number in range(ROUNDS):
        if number < ROUNDS * ATTRACTING_SHARE:
            places += (points - places) * ATTRACTION
        steps = _separating_steps(places, room)
        steps[free:] = 0
        if number > ROUNDS * ATTRACTING_SHARE and not steps.any():
            break
        places = np.clip(places + steps, *within)
    return places


def _separating_steps(places: Floats, room: Floats) -> Floats:
    """Return the step of each box: for each other that it overlaps, half the shorter way out.

    `room` is what the middles of each two need between them, (boxes, boxes, 2).
    """
    between = places[:, None] - places[None, :]
    over = room - np.abs(between)
    np.einsum("iij->ij", over)[:] = -1
    pairs = np.nonzero((over[..., 0] > 0) & (over[..., 1] > 0))
    between, over, room = between[pairs], over[pairs], room[pairs]
    upright = over[:, 0] > over[:, 1] + room.min(axis=1) / 20
    along = np.arange(len(over)), upright.astype(int)
    direction = np.where(between[along] < 0, -1, 1)
    steps = np.zeros_like(places)
    np.add.at(steps, (pairs[0], along[1]), direction * (over[along] / 2 + room[along] / 500))
    return steps
