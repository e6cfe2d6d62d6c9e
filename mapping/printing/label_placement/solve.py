"""The best place for every label: integer programming over their candidate places."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np

from mapping.errors import DoesNotFitError
from mapping.printing.label_placement.costs import CandidateSet
from mapping.printing.label_placement.integer_program import AssignmentProblem, solve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.geo.arrays import Integers
    from mapping.printing.label_placement.candidates import Candidate
    from mapping.printing.label_placement.costs import Obstacles

# How many candidates are compared: the best of each label, and the best of each sector around it;
# more where these allow no solution.
MOST_CONFLICTS = 3_000_000  # a crowd with more has no room for names, and would take minutes
SHORTLISTS = ((40, 2), (200, 6))
AROUND = (4, 10, 20, 40)  # how many labels make room for one on an unsettled area

Dense = Callable[[int], Iterable["Candidate"]]


def place(
    labels: Sequence[Sequence[Candidate]], obstacles: Obstacles, dense: Dense = lambda _: ()
) -> list[Candidate]:
    """Return one candidate for each label, so that all together are best.

    No label touches another, a symbol, or a leader line; no two leader lines cross; and none runs
    through a symbol that is not its own. `dense` gives more candidates of a label, by its number.
    Deterministic.

    Raises
    ------
    DoesNotFitError
        The candidates leave no such choice, or are too many to tell.
    """
    if not labels:
        return []
    candidate_set = CandidateSet(labels, obstacles)
    for limits in SHORTLISTS:
        chosen = _choose(candidate_set, *limits)
        if chosen is not None:
            found = [candidate_set.candidates[number] for number in chosen]
            covering = np.flatnonzero(candidate_set.unsettled[chosen]).tolist()
            return _Clearing(labels, obstacles, dense).cleared(found, covering)
    message = "the labels find no places side by side"
    raise DoesNotFitError(message)


def _choose(candidate_set: CandidateSet, overall: int, of_sector: int) -> Integers | None:
    """Return the best choice among the shortlisted, if there is any.

    Raises
    ------
    DoesNotFitError
        Any label has none to choose from, or there are too many to tell.
    """
    kept = candidate_set.shortlist(overall, of_sector)
    if len(np.unique(candidate_set.label_of[kept])) < candidate_set.count:
        message = "the labels find no places on the sheet"
        raise DoesNotFitError(message)
    conflicts = candidate_set.conflicts(kept)
    if len(conflicts) > MOST_CONFLICTS:
        message = "the labels are too many to find places side by side"
        raise DoesNotFitError(message)
    label_of, costs = candidate_set.label_of[kept], candidate_set.costs[kept]
    chosen = solve(AssignmentProblem(label_of, costs, conflicts))
    return None if chosen is None else np.asarray(kept[chosen])


class _Clearing:
    """Takes labels off unsettled areas where they have any other place.

    To forbid all such places from the start makes the search many times as long. So one label after
    another is moved, and with it those around it, while all others stay (large neighbourhood
    search; Shaw 1998).
    """

    def __init__(
        self, labels: Sequence[Sequence[Candidate]], obstacles: Obstacles, dense: Dense
    ) -> None:
        self._labels, self._obstacles, self._dense = labels, obstacles, dense

    def cleared(self, chosen: list[Candidate], covering: Sequence[int]) -> list[Candidate]:
        """Return the choice with as few as can be of the labels that cover unsettled areas."""
        left = set(covering)
        for label in covering:
            moved = self._moved(chosen, label, left - {label})
            if moved:
                chosen = moved
                left.remove(label)
        return chosen

    def _moved(self, chosen: list[Candidate], label: int, left: set[int]) -> list[Candidate] | None:
        """Return a choice in which a label covers nothing unsettled, if there is any.

        Nor does any other, but for those that are left to be moved.
        """
        near, dense = self._by_distance(label), list(self._dense(label))
        for count in AROUND:
            free = set(near[: count + 1])
            offered = [self._labels[one] if one in free else [chosen[one]]
                       for one in range(len(chosen))]  # fmt: skip
            offered[label] = [*self._labels[label], *dense]
            candidate_set = CandidateSet(offered, self._obstacles)
            stays, may_cover = (np.isin(candidate_set.label_of, list(some))
                                for some in (set(near) - free, left))  # fmt: skip
            candidate_set.drop(candidate_set.unsettled & ~stays & ~may_cover, stays)
            with suppress(DoesNotFitError):
                found = _choose(candidate_set, *SHORTLISTS[-1])
                if found is not None:
                    return [candidate_set.candidates[number] for number in found]
        return None

    def _by_distance(self, label: int) -> list[int]:
        """Return the labels by the distance of their symbols from one, which comes first."""
        boxes = np.array(self._obstacles.symbols)[: len(self._labels)]
        middles = boxes[:, :2] + boxes[:, 2:]
        off = np.hypot(*(middles - middles[label]).T)
        return [int(one) for one in np.argsort(off, kind="stable")]
