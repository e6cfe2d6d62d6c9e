"""The best place for every label: integer programming over their candidate places."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from mapping.errors import DoesNotFitError
from mapping.printing.label_placement.costs import CandidateSet
from mapping.printing.label_placement.integer_program import (
    UNPLACED,
    AssignmentProblem,
    solve,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from mapping.geo.arrays import Floats
    from mapping.printing.label_placement.candidates import Candidate
    from mapping.printing.label_placement.costs import Obstacles

# How many candidates are compared: the best of each label, and the best of each sector around it;
# more of those that make room for one.
SHORTLIST, LONGER = (40, 2), (200, 6)
MOST_CONFLICTS = 3_000_000  # a crowd with more has no room for names, and would take minutes
MOST_UNPLACED = 8  # labels for which room is made: where more have none, there is none
UNPLACED_FAULT, UNSETTLED_FAULT = 1000, 1  # how bad it is to have no place, or that one
BAD_COST, MOST_BETTERED = 25.0, 3  # of labels that were moved to make room, and are moved again
AROUND = (6, 12, 24, 48)  # how many labels make room for one

Dense = Callable[[int], Iterable["Candidate"]]
Choice = list["Candidate | None"]  # of each label, if it has a place


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
    found = _choose(candidate_set, SHORTLIST)
    if found.count(None) <= MOST_UNPLACED:
        found = _Mending(labels, obstacles, dense).mended(found)
    placed = [one for one in found if one]
    if len(placed) < len(labels):
        message = "the labels find no places side by side"
        raise DoesNotFitError(message)
    return placed


def _choose(
    candidate_set: CandidateSet, limits: tuple[int, int], *, for_all: bool = False
) -> Choice:
    """Return the best choice among the shortlisted; `for_all` that have any, if asked for.

    Raises
    ------
    DoesNotFitError
        There are too many to tell.
    """
    kept = candidate_set.shortlist(*limits)
    conflicts = candidate_set.conflicts(kept)
    if len(conflicts) > MOST_CONFLICTS:
        message = "the labels are too many to find places side by side"
        raise DoesNotFitError(message)
    label_of, costs = candidate_set.label_of[kept], candidate_set.costs[kept]
    problem = AssignmentProblem(label_of, costs, conflicts, candidate_set.count)
    chosen = solve(problem, for_all=for_all)
    return [None if one == UNPLACED else candidate_set.candidates[kept[one]] for one in chosen]


class _Mending:
    """Finds places for labels that have none, and takes labels off unsettled areas where it can.

    One label after another is offered more, and those in its way are moved, while all others stay
    (large neighbourhood search; Shaw 1998).
    """

    def __init__(
        self, labels: Sequence[Sequence[Candidate]], obstacles: Obstacles, dense: Dense
    ) -> None:
        self._labels, self._obstacles, self._dense = labels, obstacles, dense

    def mended(self, found: Choice) -> Choice:
        """Return the choice in which all have places, as few as can be unsettled ones.

        What was moved to make room is then moved again, where that is better. Where one finds no
        place, nothing more is tried.
        """
        before = found
        for bad in (UNPLACED_FAULT, UNSETTLED_FAULT):
            for label in [one for one, fault in self._faults(found).items() if fault == bad]:
                if label in (faults := self._faults(found)):
                    found = self._moved(found, label, faults)
                if not found[label]:
                    return found
        costs = self._costs(found)
        bad_ones = [label for label in np.argsort(-costs).tolist()
                    if costs[label] > BAD_COST and found[label] != before[label]]  # fmt: skip
        for label in bad_ones[:MOST_BETTERED]:
            found = self._bettered(found, label)
        return found

    def _faults(self, found: Choice) -> dict[int, int]:
        """Return the labels without a place, and those on unsettled areas: how bad that is."""
        placed = {label: one.box for label, one in enumerate(found) if one}
        boxes = np.array(list(placed.values())).reshape(-1, 4)
        covers = self._obstacles.area_raster.covers_unsettled(boxes)
        faults = {label: UNPLACED_FAULT for label, one in enumerate(found) if not one}
        return faults | {label: UNSETTLED_FAULT
                         for label, one in zip(placed, covers, strict=True) if one}  # fmt: skip

    def _costs(self, found: Choice) -> Floats:
        """Return what each label costs where it is."""
        candidate_set = CandidateSet([[one] if one else [] for one in found], self._obstacles)
        costs = np.zeros(len(found))
        costs[candidate_set.label_of] = candidate_set.costs
        return costs

    def _moved(self, found: Choice, label: int, faults: dict[int, int]) -> Choice:
        """Return the choice in which a label has a place, or a settled one, if there is any such.

        Nor does any other cover what is unsettled to make room, but for those that do already.
        """
        dense = list(self._dense(label))
        may_cover = [one for one in faults if one != label or faults[one] == UNPLACED_FAULT]
        orders = self._near(found, label), self._in_way(found, label, dense)
        sets = (frozenset([label, *others[:count]]) for count, others in product(AROUND, orders))
        for free in dict.fromkeys(sets):
            tried = self._tried(found, free, (label, dense), may_cover)
            if sum(self._faults(tried).values()) < sum(faults.values()):
                return tried
        return found

    def _bettered(self, found: Choice, label: int) -> Choice:
        """Return the choice in which a label and those around it cost less, if there is any."""
        dense = list(self._dense(label))
        for others in (self._near(found, label), self._in_way(found, label, dense)):
            free = {label, *others[: AROUND[1]]}
            tried = self._tried(found, free, (label, dense), [*self._faults(found)])
            is_whole = tried.count(None) == found.count(None)
            if is_whole and self._costs(tried).sum() < self._costs(found).sum():
                return tried
        return found

    def _tried(
        self,
        found: Choice,
        free: Collection[int],
        more: tuple[int, Sequence[Candidate]],
        may_cover: Sequence[int],
    ) -> Choice:
        """Return the best choice for those that are free, one with more candidates, if any is."""
        offered = [[placed] if placed else [] for placed in found]
        for one in free:
            offered[one] += self._labels[one]
        label, dense = more
        offered[label] += dense
        candidate_set = CandidateSet(offered, self._obstacles)
        stays = np.array([one not in free and placed is not None
                          for one, placed in enumerate(found)])[candidate_set.label_of]  # fmt: skip
        may = np.isin(candidate_set.label_of, may_cover)
        candidate_set.drop(candidate_set.unsettled & ~stays & ~may, stays)
        with suppress(DoesNotFitError):
            return _choose(candidate_set, LONGER, for_all=True)
        return [None] * len(found)

    def _near(self, found: Choice, label: int) -> list[int]:
        """Return the labels that have places, by the distance of their symbols from one."""
        boxes = np.array(self._obstacles.symbols)[: len(self._labels)]
        middles = boxes[:, :2] + boxes[:, 2:]
        order = np.argsort(np.hypot(*(middles - middles[label]).T), kind="stable")
        return [int(one) for one in order if one != label and found[one]]

    def _in_way(self, found: Choice, label: int, dense: Sequence[Candidate]) -> list[int]:
        """Return the labels that have places: those most in the way of one come first."""
        offered = [[placed] if placed else [] for placed in found]
        offered[label] = [*self._labels[label], *dense]
        candidate_set = CandidateSet(offered, self._obstacles)
        blocked = candidate_set.blocked_by_others(label, settled=found[label] is not None)
        order = np.argsort(-blocked, kind="stable")
        return [int(one) for one in order if one != label and found[one]]
