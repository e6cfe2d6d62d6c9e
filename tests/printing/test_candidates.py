"""Where a label is offered a place."""

from __future__ import annotations

from mapping.printing.label_placement.candidates import LabelAnchor, LabelLayout
from mapping.printing.typesetting.measure import Line

LAYOUT = LabelLayout((Line("label", 8.0),), 16.0, 2.2, 0.0)


def test_a_label_above_or_below_its_symbol_may_begin_or_end_beside_it() -> None:
    """So that it finds room where the middle one has none."""
    every = LabelAnchor(20, 50, 1.2, 0.4, 2.2, 35).candidates([LAYOUT])
    boxes = [one.box for one in every if not one.leader]
    for over in ([one for one in boxes if one[3] < 49], [one for one in boxes if one[1] > 51]):
        starts = {round(left, 2) for left, _, right, _ in over if left < 18 and right > 22}
        assert len(starts) == 3
