"""Numbers in the place of labels, beside their symbols."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapping.printing.label_placement.candidates import Candidate

if TYPE_CHECKING:
    from mapping.printing.label_placement.candidates import Align, Box, LabelLayout


class NumberBeside(NamedTuple):
    """How a number stands beside its symbol, where reading goes on: lengths in millimetres.

    `half` is half the width of the symbol, `gap` what is between both.
    """

    layout: LabelLayout
    half: float
    gap: float
    is_mirrored: bool

    @property
    def align(self) -> Align:
        """The side of the number on which the symbol is."""
        return "right" if self.is_mirrored else "left"

    @property
    def reaches(self) -> Box:
        """How far symbol and number reach from the symbol's middle: left, up, right and down.

        There is room behind the number: at the size of a map, type runs wider than was measured.
        """
        far, up = (
            self.half + 1.5 * self.gap + self.layout.width,
            max(self.half, self.layout.height / 2),
        )
        return (far, up, self.half, up) if self.is_mirrored else (self.half, up, far, up)

    def box(self, x: float, y: float) -> Box:
        """Return the box of the number of a symbol."""
        off, up = self.half + self.gap, self.layout.height / 2
        left = x - off - self.layout.width if self.is_mirrored else x + off
        return (left, y - up, left + self.layout.width, y + up)

    def candidate(self, x: float, y: float) -> Candidate:
        """Return the number of a symbol as a place for its label."""
        return Candidate(self.layout, self.box(x, y), self.align, self.layout.cost)
