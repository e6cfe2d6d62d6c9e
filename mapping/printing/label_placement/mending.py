"""Labels without a place find one, and those in delicate places better ones: others make room."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np

from mapping.errors import DoesNotFitError
from mapping.printing.label_placement.costs import (
    FOREIGN_FAULT,
    UNSETTLED_FAULT,
    CandidateSet,
)
from mapping.printing.label_placement.integer_program import (
    UNPLACED,
    AssignmentProblem,
    solve,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from mapping.geo.arrays import Booleans, Integers
    from mapping.printing.label_placement.candidates import Candidate
    from mapping.printing.label_placement.costs import Obstacles

# How many candidates are compared: the best of each label, and the best of each sector around it;
# more of those that are offered more.
SHORTLIST, LONGER = (60, 3), (200, 6)
MOST_CONFLICTS = 3_000_000  # a crowd with more has no room for names, and would take minutes
UNPLACED_FAULT = 10_000  # how bad it is to have no place
BAD_COST, MOST_BETTERED = 30.0, 4  # of labels in the worst places, which are moved again
AROUND = (6, 12, 24, 48)  # how many labels make room for one,
# and where it takes so many, by what is wrong with its place, how many are offered more as well
OFFERING, MOST_OFFERED = {UNPLACED_FAULT: 24, UNSETTLED_FAULT: 12}, 6

Dense = Callable[[int], Iterable["Candidate"]]


def choose(candidate_set: CandidateSet, kept: Integers, *, for_all: bool = False) -> Integers:
    """Return the best choice among some candidates: the number of that of each label.

    `UNPLACED` is for those that have none; if it is `for_all`, for all where not all have one.

    Raises
    ------
    DoesNotFitError
        There are too many to tell.
    """
    kept = kept[np.argsort(candidate_set.label_of[kept], kind="stable")]
    conflicts = candidate_set.conflicts(kept)
    if len(conflicts) > MOST_CONFLICTS:
        message = "the labels are too many to find places side by side"
        raise DoesNotFitError(message)
    label_of, costs = candidate_set.label_of[kept], candidate_set.costs[kept]
    problem = AssignmentProblem(label_of, costs, conflicts, candidate_set.count)
    chosen = solve(problem, for_all=for_all)
    return np.where(chosen == UNPLACED, UNPLACED, np.append(kept, UNPLACED)[chosen])


class Mending:
    """Finds places for labels that have none, and takes labels off delicate places where it can.

    One label after another is offered more, and those in its way are moved, while all others stay
    (large neighbourhood search; Shaw 1998). A choice is the number of the candidate of each label
    in the `candidate_set`, which grows by what is offered.
    """

    def __init__(self, candidate_set: CandidateSet, obstacles: Obstacles, dense: Dense) -> None:
        self.candidate_set = candidate_set
        self._obstacles, self._dense = obstacles, dense
        self._offered = set[int]()

    def mended(self, chosen: Integers) -> Integers:
        """Return the choice in which all have places, as few as can be delicate ones.

        What has the worst places is then moved again, where that is better. Where one finds no
        place, nothing more is tried.
        """
        for bad in (UNPLACED_FAULT, UNSETTLED_FAULT, FOREIGN_FAULT):
            for label in np.flatnonzero(self._faults(chosen) == bad).tolist():
                if self._faults(chosen)[label] == bad:
                    chosen = self._moved(chosen, label)
                if chosen[label] == UNPLACED:
                    return chosen
        costs = self.candidate_set.costs[chosen]
        bad_ones = [label for label in np.argsort(-costs).tolist() if costs[label] > BAD_COST]
        for label in bad_ones[:MOST_BETTERED]:
            chosen = self._bettered(chosen, label)
        return chosen

    def _faults(self, chosen: Integers) -> Integers:
        """Return how bad it is where each label is, or that it has no place."""
        faults = self.candidate_set.faults[chosen]
        return np.where(chosen == UNPLACED, UNPLACED_FAULT, faults)

    def _moved(self, chosen: Integers, label: int) -> Integers:
        """Return the choice in which a label has a place, or a better one, if there is any such.

        No other has a worse one to make room; where that is not enough, those most in its way are
        offered more as well.
        """
        before = self._faults(chosen)
        limits = np.maximum(before, FOREIGN_FAULT if before[label] > FOREIGN_FAULT else 0)
        limits[label] -= 1
        self._offer(label)
        if not len(self._allowed(np.arange(len(chosen)) == label, limits)):
            return chosen
        near, in_way = self._near(chosen, label), self._in_way(chosen, label, limits[label])
        for count in AROUND:
            if count == OFFERING.get(before[label]):
                for one in in_way[:MOST_OFFERED]:
                    self._offer(one)
            for free in dict.fromkeys(frozenset([label, *some[:count]]) for some in (near, in_way)):
                tried = self._tried(chosen, free, limits)
                if self._faults(tried).sum() < before.sum():
                    return tried
        return chosen

    def _bettered(self, chosen: Integers, label: int) -> Integers:
        """Return the choice in which a label and those around it cost less, if there is any."""
        limits = self._faults(chosen)
        self._offer(label)
        costs = self.candidate_set.costs
        for others in (self._near(chosen, label), self._in_way(chosen, label, limits[label])):
            tried = self._tried(chosen, {label, *others[: AROUND[1]]}, limits)
            if UNPLACED not in tried and costs[tried].sum() < costs[chosen].sum():
                return tried
        return chosen

    def _offer(self, label: int) -> None:
        """Offer a label more candidates, once."""
        if label not in self._offered:
            self._offered.add(label)
            more = [list(self._dense(label)) if one == label else []
                    for one in range(self.candidate_set.count)]  # fmt: skip
            if more[label]:
                self.candidate_set += CandidateSet(more, self._obstacles)

    def _tried(self, chosen: Integers, free: Collection[int], limits: Integers) -> Integers:
        """Return the best choice for those that are free, where all others stay."""
        every = self.candidate_set
        is_free = np.isin(np.arange(len(chosen)), list(free))
        stays = chosen[~is_free & (chosen != UNPLACED)]
        kept = every.beside(self._allowed(is_free, limits), stays)
        tried = np.full(len(chosen), UNPLACED)
        if set(free) <= set(every.label_of[kept].tolist()):
            more = kept[np.isin(every.label_of[kept], [*self._offered])]
            kept = np.union1d(every.shortlist(*SHORTLIST, kept), every.shortlist(*LONGER, more))
            with suppress(DoesNotFitError):
                tried = choose(every, kept, for_all=True)
        return np.where(is_free, tried, chosen)

    def _allowed(self, is_free: Booleans, limits: Integers) -> Integers:
        """Return the possible candidates of those that are free, which are as bad at the most."""
        every = self.candidate_set
        mine = np.flatnonzero(every.possible & is_free[every.label_of])
        return np.asarray(mine[every.faults[mine] <= limits[every.label_of[mine]]])

    def _near(self, chosen: Integers, label: int) -> list[int]:
        """Return the labels that have places, by the distance of their symbols from one."""
        boxes = np.array(self._obstacles.symbols)[: len(chosen)]
        middles = boxes[:, :2] + boxes[:, 2:]
        order = np.argsort(np.hypot(*(middles - middles[label]).T), kind="stable")
        return [one for one in order.tolist() if one != label and chosen[one] != UNPLACED]

    def _in_way(self, chosen: Integers, label: int, limit: int) -> list[int]:
        """Return the labels that have places: those most in the way of one come first."""
        every = self.candidate_set
        numbers = np.arange(len(chosen))
        mine = self._allowed(numbers == label, np.full(len(chosen), limit))
        others = chosen[(numbers != label) & (chosen != UNPLACED)]
        order = np.argsort(-every.blocked_by(others, mine), kind="stable")
        return [one for one in order.tolist() if one != label and chosen[one] != UNPLACED]
