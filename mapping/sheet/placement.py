"""The best place for every label: integer programming over their candidate places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from ortools.sat.python import cp_model

from mapping.sheet.field import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mapping.sheet.candidates import Candidate
    from mapping.sheet.field import Obstacles

    Indices = NDArray[np.int64]

# How many candidates are weighed: of each label the best, and besides the best of each sector
# around it; more where these leave no way out.
WEIGHED = ((12, 1), (40, 2), (200, 6))
EFFORT = 11.0  # the solver's own measure of time, the same on every machine
GOOD = 0.02  # how far from the best it may stop
TENTHS = 10  # costs are whole numbers to the solver


class NoPlaceError(ValueError):
    """What is to stand on a sheet finds no place on it."""


def place(labels: Sequence[Sequence[Candidate]], obstacles: Obstacles) -> list[Candidate]:
    """Choose one candidate for each label, so that all together are best.

    No label touches another, a symbol, or a leader line; no two leader lines cross; and none runs
    through a symbol that is not its own. Deterministic.

    Raises
    ------
    NoPlaceError
        The candidates leave no such choice.
    """
    field = Field(labels, obstacles)
    for weighed in WEIGHED:
        kept = field.best(*weighed)
        if len(np.unique(field.owners[kept])) < len(labels):
            break
        chosen = _choose(field.owners[kept], field.costs[kept], field.conflicts(kept))
        if chosen is not None:
            return [field.candidates[number] for number in kept[chosen]]
    message = "the labels find no places side by side"
    raise NoPlaceError(message)


def _choose(owners: Indices, costs: NDArray[np.float64], conflicts: Indices) -> Indices | None:
    """Choose one candidate of each owner, no two in conflict, with the least cost in all."""
    model = cp_model.CpModel()
    chosen = [model.new_bool_var("") for _ in owners]
    for owner in range(owners[-1] + 1):
        model.add_exactly_one(chosen[number] for number in np.flatnonzero(owners == owner))
    for one, other in conflicts.tolist():
        model.add_bool_or(~chosen[one], ~chosen[other])
    model.minimize(sum(round(TENTHS * cost) * one for cost, one in zip(costs, chosen, strict=True)))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1  # so that the outcome is the same every time
    solver.parameters.interleave_search = True
    solver.parameters.linearization_level = 2
    solver.parameters.relative_gap_limit = GOOD
    solver.parameters.max_deterministic_time = EFFORT
    if solver.solve(model) not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return None
    return np.flatnonzero([solver.value(one) for one in chosen])
