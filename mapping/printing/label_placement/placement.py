"""The best place for every label: integer programming over their candidate places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.errors import DoesNotFitError
from mapping.printing.label_placement.costs import CandidateSet
from mapping.printing.label_placement.integer_program import UNPLACED
from mapping.printing.label_placement.mending import Mending, choose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.printing.label_placement.candidates import Candidate
    from mapping.printing.label_placement.costs import Obstacles
    from mapping.printing.label_placement.mending import Dense

# How many candidates are compared: the best of each label, and the best of each sector around it.
SHORTLIST = 40, 2
MOST_UNPLACED = 8  # labels for which room is made: where more have none, there is none


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
    chosen = choose(candidate_set, candidate_set.shortlist(*SHORTLIST))
    if (chosen == UNPLACED).sum() <= MOST_UNPLACED:
        mending = Mending(candidate_set, obstacles, dense)
        chosen = mending.mended(chosen)
        candidate_set = mending.candidate_set
    if UNPLACED in chosen:
        message = "the labels find no places side by side"
        raise DoesNotFitError(message)
    return [candidate_set.candidates[one] for one in chosen.tolist()]
