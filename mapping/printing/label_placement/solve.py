"""The best place for every label: integer programming over their candidate places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mapping.errors import DoesNotFitError
from mapping.printing.label_placement.costs import CandidateSet
from mapping.printing.label_placement.integer_program import AssignmentProblem, solve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.printing.label_placement.candidates import Candidate
    from mapping.printing.label_placement.costs import Obstacles

# How many candidates are compared: the best of each label, and the best of each sector around it;
# more where these allow no solution.
MOST_CONFLICTS = 3_000_000  # a crowd with more has no room for names, and would take minutes
SHORTLISTS = ((40, 2), (200, 6))


def place(labels: Sequence[Sequence[Candidate]], obstacles: Obstacles) -> list[Candidate]:
    """Return one candidate for each label, so that all together are best.

    No label touches another, a symbol, or a leader line; no two leader lines cross; and none runs
    through a symbol that is not its own. Deterministic.

    Raises
    ------
    DoesNotFitError
        The candidates leave no such choice, or are too many to tell.
    """
    if not labels:
        return []
    candidate_set = CandidateSet(labels, obstacles)
    for limits in SHORTLISTS:
        kept = candidate_set.shortlist(*limits)
        if len(np.unique(candidate_set.label_of[kept])) < len(labels):
            break
        conflicts = candidate_set.conflicts(kept)
        if len(conflicts) > MOST_CONFLICTS:
            break
        label_of, costs = candidate_set.label_of[kept], candidate_set.costs[kept]
        chosen = solve(AssignmentProblem(label_of, costs, conflicts))
        if chosen is not None:
            return [candidate_set.candidates[number] for number in kept[chosen]]
    message = "the labels find no places side by side"
    raise DoesNotFitError(message)
