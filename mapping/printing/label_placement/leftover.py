"""Names in the room that is left beside symbols which have a number there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from mapping.printing.label_placement.costs import (
    LABEL_MARGIN,
    TOO_CLOSE,
    UNSETTLED_FAULT,
    CandidateSet,
)
from mapping.printing.label_placement.line_breaks import NUMBER_COST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.printing.label_placement.candidates import (
        Box,
        Candidate,
        LabelAnchor,
        LabelLayout,
    )
    from mapping.printing.label_placement.costs import Obstacles

NOBODY = -1


class Numbered(NamedTuple):
    """A symbol that has a number beside it: which of the obstacles, how its name may be broken."""

    symbol_number: int
    anchor: LabelAnchor
    ways: Sequence[LabelLayout]
    number: Candidate

    @property
    def symbol(self) -> Box:
        """The box of the symbol alone."""
        x, y, half, *_ = self.anchor
        return x - half, y - half, x + half, y + half

    @property
    def names(self) -> list[Candidate]:
        """The places for its name next to it."""
        return [one for one in self.anchor.candidates(self.ways)
                if not (one.leader or one.layout.is_number)]  # fmt: skip


def find_names(
    numbered: Sequence[Numbered], placed: Sequence[Candidate], obstacles: Obstacles
) -> list[Candidate]:
    """Return for each of these symbols the best name that touches nothing, else its number.

    The first ones first. `placed` are the labels of others; the boxes of the symbols among the
    `obstacles` are those with their numbers, which give room where a name is found.
    """
    boxes = list(obstacles.symbols)
    lines = [*obstacles.displacement_lines,
             *((NOBODY, label.leader) for label in placed if label.leader)]  # fmt: skip
    labels = [_with_margin(one.box, obstacles.size) for one in placed]
    found = []
    for one in numbered:
        index, symbol = one.symbol_number, one.symbol
        around = replace(
            obstacles,
            symbols=[symbol, *boxes[:index], *boxes[index + 1 :], *labels],
            displacement_lines=[(0 if owner == index else NOBODY, line) for owner, line in lines],
            own=[obstacles.own[index]],
            delicate=[obstacles.delicate[index]],
        )
        best = _best(one.names, around)
        if best:
            boxes[index] = symbol
            labels.append(_with_margin(best.box, obstacles.size))
        found.append(best or one.number)
    return found


def _best(names: Sequence[Candidate], obstacles: Obstacles) -> Candidate | None:
    """Return the best name, where one is better than a number."""
    if not names:
        return None
    candidate_set = CandidateSet([names], obstacles)
    best = candidate_set.shortlist(1, 0)
    settled = candidate_set.faults[best] < UNSETTLED_FAULT
    better = best[(candidate_set.costs[best] < NUMBER_COST) & settled]
    return names[int(better[0])] if len(better) else None


def _with_margin(box: Box, size: float) -> Box:
    """Return what names keep clear of, beyond what they keep from symbols."""
    across = (LABEL_MARGIN[0] - TOO_CLOSE) * size
    left, top, right, bottom = box
    return left - across, top, right + across, bottom
