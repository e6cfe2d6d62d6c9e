"""Makes symbols, labels and callouts of the presences of a list, where they were placed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from mapping.printing.label_placement.marks import (
    Callout,
    Label,
    Symbol,
    make_lettering,
    make_symbol,
    set_lines,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapping.atlas import Atlas
    from mapping.geo.arrays import Floats
    from mapping.printing.label_placement.candidates import (
        Align,
        Box,
        Candidate,
        Cell,
        LabelLayout,
    )
    from mapping.printing.label_placement.marks import Point
    from mapping.printing.layers.arrangement import Arranged
    from mapping.printing.layers.groups import Group
    from mapping.printing.typesetting.measure import TextMeasurer

Mark = TypeVar("Mark", Symbol, Label)


class MarkMaker:
    """Makes marks, in the measurer's language; `size` is that of labels' type, in millimetres.

    `numbers` are those that stand for labels, in the order of the list.
    """

    def __init__(
        self, atlas: Atlas, measurer: TextMeasurer, size: float, numbers: Sequence[int]
    ) -> None:
        self._atlas, self._measurer, self._size = atlas, measurer, size
        self._numbers = numbers
        self.letterings = [make_lettering(place, measurer.language) for place in atlas.places]

    def symbol(self, number: int, at: Arranged) -> Symbol:
        """Return the symbol of a presence, with the line to its point."""
        return self.symbol_at(number, at.at)._replace(displacement_line=at.line)

    def symbol_at(self, number: int, at: Point) -> Symbol:
        """Return the symbol of a presence at a place on the sheet."""
        return make_symbol(self._atlas.places[number], self._atlas, self._measurer.language, at)

    def label(self, number: int, candidate: Candidate) -> Label:
        """Return the label of a presence, with its leader line."""
        layout, box, align, *_ = candidate
        return self.set_label(number, layout, box, align)._replace(leader=candidate.leader)

    def label_in(self, number: int, cell: Cell) -> Label:
        """Return the label of a presence in a callout."""
        align: Align = "right" if self._measurer.language.direction == "rtl" else "left"
        return self.set_label(number, cell.layout, cell.box, align)

    def set_label(self, number: int, layout: LabelLayout, box: Box, align: Align) -> Label:
        """Return the label of a presence, or its number, in a box."""
        text = set_lines(layout, box, align, self._measurer.metrics, self._size)
        if layout.is_number:
            figures = str(self._numbers[number])
            last = [line._replace(text=figures, kind="label number") for line in text[-1:]]
        else:
            letters = self.letterings[number].letters
            last = [line._replace(letters=letters) for line in text[-1:]]
        presence = self._atlas.places[number].presence
        return Label(presence.id, (*text[:-1], *last), box, align, is_number=layout.is_number)

    def callout(self, crowd: Sequence[int], candidate: Candidate, points: Floats) -> Callout:
        """Return the frame around presences of one place."""
        ids = tuple(self._atlas.places[number].presence.id for number in crowd)
        places = dict.fromkeys(tuple(points[number].round(2).tolist()) for number in crowd)
        return Callout(ids, candidate.box, candidate.leader, tuple(places))

    def numbers(self, labels: Iterable[Label], signs: Iterable[Group]) -> dict[str, int]:
        """Return the numbers of the presences that have one, alone or in a sign, by their order."""
        alone = {label.id for label in labels if label.is_number}
        shared = {member for one in signs for member in one.members}
        order = sorted(enumerate(self._atlas.places), key=lambda one: self._numbers[one[0]])
        return {place.presence.id: self._numbers[number] for number, place in order
                if number in shared or place.presence.id in alone}  # fmt: skip

    def in_list_order(self, marks: Iterable[Mark]) -> tuple[Mark, ...]:
        """Return marks in the order of the list."""
        order = {place.presence.id: number for number, place in enumerate(self._atlas.places)}
        return tuple(sorted(marks, key=lambda mark: order[mark.id]))
