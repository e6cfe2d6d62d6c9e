"""The best place for every label: integer programming over their candidate places."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
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
    from collections.abc import Sequence

    from mapping.printing.label_placement.candidates import Candidate
    from mapping.printing.label_placement.costs import Obstacles

# How many candidates are compared: the best of each label, and the best of each sector around it;
# more of those that make room for one.
SHORTLIST, LONGER = (40, 2), (200, 6)
MOST_CONFLICTS = 3_000_000  # a crowd with more has no room for names, and would take minutes
MOST_UNPLACED = 8  # labels for which room is made: where more have none, there is none
UNPLACED_FAULT, UNSETTLED_FAULT = 1000, 1  # how bad it is to have no place, or that one
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


def _choose(candidate_set: CandidateSet, limits: tuple[int, int]) -> Choice:
    """Return the best choice among the shortlisted.

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
    chosen = solve(AssignmentProblem(label_of, costs, conflicts, candidate_set.count))
    return [None if one == UNPLACED else candidate_set.candidates[kept[one]] for one in chosen]


class _Mending:
    """Finds places for labels that have none, and takes labels off unsettled areas where it can.

    One label after another is offered more, and those around it are moved, while all others stay
    (large neighbourhood search; Shaw 1998).
    """

    def __init__(
        self, labels: Sequence[Sequence[Candidate]], obstacles: Obstacles, dense: Dense
    ) -> None:
        self._labels, self._obstacles, self._dense = labels, obstacles, dense

    def mended(self, found: Choice) -> Choice:
        """Return the choice with as few as can be that have no place, or an unsettled one."""
        for bad in (UNPLACED_FAULT, UNSETTLED_FAULT):
            for label in [one for one, fault in self._faults(found).items() if fault == bad]:
                if label in (faults := self._faults(found)):
                    found = self._moved(found, label, faults)
        return found

    def _faults(self, found: Choice) -> dict[int, int]:
        """Return the labels without a place, and those on unsettled areas: how bad that is."""
        placed = {label: one.box for label, one in enumerate(found) if one}
        boxes = np.array(list(placed.values())).reshape(-1, 4)
        covers = self._obstacles.area_raster.covers_unsettled(boxes)
        faults = {label: UNPLACED_FAULT for label, one in enumerate(found) if not one}
        return faults | {label: UNSETTLED_FAULT
                         for label, one in zip(placed, covers, strict=True) if one}  # fmt: skip

    def _moved(self, found: Choice, label: int, faults: dict[int, int]) -> Choice:
        """Return the choice in which a label has a place, or a settled one, if there is any such.

        Nor does any other cover what is unsettled to make room, but for those that do already.
        """
        near, dense = self._by_distance(label), list(self._dense(label))
        may_cover = [one for one in faults if one != label or faults[one] == UNPLACED_FAULT]
        for count in AROUND:
            free = set(near[: count + 1])
            offered = [self._labels[one] if one in free else [placed] if placed else []
                       for one, placed in enumerate(found)]  # fmt: skip
            offered[label] = [*self._labels[label], *dense]
            candidate_set = CandidateSet(offered, self._obstacles)
            stays, may = (np.isin(candidate_set.label_of, list(some))
                          for some in (set(near) - free, may_cover))  # fmt: skip
            candidate_set.drop(candidate_set.unsettled & ~stays & ~may, stays)
            with suppress(DoesNotFitError):
                tried = _choose(candidate_set, LONGER)
                if sum(self._faults(tried).values()) < sum(faults.values()):
                    return tried
        return found

    def _by_distance(self, label: int) -> list[int]:
        """Return the labels by the distance of their symbols from one, which comes first."""
        boxes = np.array(self._obstacles.symbols)[: len(self._labels)]
        middles = boxes[:, :2] + boxes[:, 2:]
        off = np.hypot(*(middles - middles[label]).T)
        return [int(one) for one in np.argsort(off, kind="stable")]
