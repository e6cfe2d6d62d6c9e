"""Where a label may be: next to its symbol, or further off at the end of a leader line."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapping.printing.typesetting.measure import Line

Align = Literal["left", "middle", "right"]
Box = tuple[float, float, float, float]  # left, top, right, bottom, in millimetres
Segment = tuple[float, float, float, float]  # from x, y to x, y, in millimetres

# Next to the symbol: to which side, how far up or down, and how much worse than the best that is.
# After Imhof (1975): to the right rather than to the left, above rather than below. A rise of one
# is above or below the symbol, less is a shift along its side in heights of the label.
ADJACENT = (
    (1, 0, 0.0),
    (1, -0.5, 0.6),
    (1, 0.5, 0.8),
    (-1, 0, 1.0),
    (-1, -0.5, 1.6),
    (-1, 0.5, 1.8),
    (0, -1, 1.5),
    (0, 1, 2.0),
    (0.5, -1, 1.7),
    (-0.5, -1, 1.9),
    (0.5, 1, 2.1),
    (-0.5, 1, 2.3),
    (1, -1, 1.8),
    (1, 1, 2.0),
    (-1, -1, 2.4),
    (-1, 1, 2.6),
)
CORNER = 0.65  # of the way to the side, for a label at a corner of the symbol
DISTANCES = (0.7, 1.4, 2.3, 3.4, 4.7, 6.2, 8, 10, 12.5, 15.5)  # of leaders, in lines of type
DISTANCES_OF_NUMBERS = DISTANCES[:6]
DENSE_DISTANCES = tuple(0.7 * step for step in range(1, 29))
LONGEST_MM = 35  # of a leader line on A3, and on other papers in proportion to their type
# In which directions leader lines run from a symbol, and how far what is at their ends slides along
# its own, in parts of the side that it slides along, off the middle.
DIRECTIONS, DENSE_DIRECTIONS = 24, 72
SLIDES = (0, -0.42, 0.42, -0.21, 0.21)
AT_END = 0.3  # a slide from which on lines begin, or end, where the leader line meets them
LEADER_COST = 3.0  # of any leader line
LEADER_COST_PER_LINE = 0.8  # and for each line of type that it is long,
LEADER_COST_SQUARED = 0.16  # and for the square of that
LEVEL = 0.26  # the sine up to which a direction counts as level, the cosine up to which as upright


SIDES: tuple[Align, ...] = ("right", "middle", "left")  # of lines, by the side of the symbol
NO_LEADER = -1  # the sector of all places without a leader line; numbers have one each
FIRST_OF_NUMBERS = -2
SECTORS_OF_NAMES = 200  # more than there are


class LabelLayout(NamedTuple):
    """A label broken into lines, its size in millimetres, and what its line breaks cost.

    A callout has no lines of its own, but the cells of its presences. A number stands for a label
    that has no room.
    """

    lines: tuple[Line, ...]
    width: float
    height: float
    cost: float
    cells: tuple[Cell, ...] = ()
    is_number: bool = False


class Cell(NamedTuple):
    """A presence in a callout: the middle of its symbol, its label, and that label's box.

    Lengths are counted from the callout's upper left corner.
    """

    symbol: tuple[float, float]
    layout: LabelLayout
    box: Box


class Candidate(NamedTuple):
    """One place for a label: its box, how its lines are aligned, and its leader line, if any.

    Candidates of one sector are near each other; `cost` is how much worse than the best they are.
    """

    layout: LabelLayout
    box: Box
    align: Align
    cost: float
    leader: Segment | None = None
    sector: int = NO_LEADER


class LabelAnchor(NamedTuple):
    """A symbol that wants a label: its middle and half its width, all in millimetres.

    `gap` is what lies between a symbol or a leader line and the label, `line` the height of a line
    of type, `longest` the length of the longest leader line.
    """

    x: float
    y: float
    half: float
    gap: float
    line: float
    longest: float

    def candidates(self, layouts: Sequence[LabelLayout]) -> Iterator[Candidate]:
        """Yield the places for a label, in every way that it may be broken."""
        for layout in layouts:
            for number, (side, rise, cost) in enumerate(ADJACENT):
                left, top = self._adjacent(layout, side, rise)
                sector = FIRST_OF_NUMBERS - number if layout.is_number else NO_LEADER
                yield _candidate(layout, (left, top), side, cost, sector)
            far = DISTANCES_OF_NUMBERS if layout.is_number else DISTANCES
            yield from self.at_leader_ends(layout, far)

    def dense_candidates(self, layouts: Sequence[LabelLayout]) -> Iterator[Candidate]:
        """Yield many more places for a label at the ends of leader lines; none for its number."""
        for layout in layouts:
            if not layout.is_number:
                yield from self.at_leader_ends(layout, DENSE_DISTANCES, dense=True)

    def at_leader_ends(
        self, layout: LabelLayout, distances: Sequence[float], *, dense: bool = False
    ) -> Iterator[Candidate]:
        """Yield the places for a label at the ends of leader lines, along which it slides.

        Those of callouts are dense as well.
        """
        directions = DENSE_DIRECTIONS if dense or layout.cells else DIRECTIONS
        for ring, far in enumerate(distances):
            if self.half + self.gap + far * self.line > self.longest:
                break
            for direction in range(directions):
                turn = (direction + ring % 2 / 2) / directions  # of every other ring between those
                sector = _sector(ring, turn) + layout.is_number * SECTORS_OF_NAMES
                angle = 2 * math.pi * turn
                place = self._at_leader_end(layout, far, angle, sector)
                yield from (place,) if layout.is_number else _slide(place)

    def _adjacent(self, layout: LabelLayout, side: float, rise: float) -> tuple[float, float]:
        """Return the upper left corner of a label next to the symbol, or at a corner of it."""
        off = self.half + self.gap
        if abs(rise) == 1:
            across = side * off * CORNER
            down = rise * (off * (CORNER if abs(side) == 1 else 1) + layout.height / 2)
        else:
            across, down = side * off, rise * layout.height
        return _left(self.x + across, side, layout), self.y + down - layout.height / 2

    def _at_leader_end(
        self, layout: LabelLayout, far: float, angle: float, sector: int
    ) -> Candidate:
        """Return the place at the end of a leader line, which points at the middle of a line."""
        across, down = math.cos(angle), math.sin(angle)
        cost = LEADER_COST + LEADER_COST_PER_LINE * far + LEADER_COST_SQUARED * far**2
        length = self.half + self.gap + far * self.line
        end = (self.x + length * across, self.y + length * down)
        side = 0 if abs(across) <= LEVEL else int(math.copysign(1, across))
        half_line = layout.height / max(1, len(layout.lines)) / 2
        if side == 0:
            top = end[1] + (self.gap / 2 if down > 0 else -layout.height - self.gap / 2)
        elif abs(down) <= LEVEL:
            top = end[1] - layout.height / 2
        else:
            top = end[1] - (half_line if down > 0 else layout.height - half_line)
        left = _left(end[0] + side * self.gap, side, layout)
        return _candidate(layout, (left, top), side, cost, sector, (self.x, self.y, *end))


def _left(x: float, side: float, layout: LabelLayout) -> float:
    """Return the left edge of a label that begins, ends, or has its middle at `x`."""
    return x + (side - 1) / 2 * layout.width


def _candidate(  # noqa: PLR0913 PLR0917 (tens of thousands are made: none twice, with _replace)
    layout: LabelLayout,
    corner: tuple[float, float],
    side: float,
    cost: float,
    sector: int,
    leader: Segment | None = None,
) -> Candidate:
    left, top = corner
    box = (left, top, left + layout.width, top + layout.height)
    return Candidate(layout, box, SIDES[int(side) + 1], cost + layout.cost, leader, sector)


def _slide(block: Candidate) -> Iterator[Candidate]:
    """Yield a callout or a label moved along the side that its leader line meets in the middle."""
    left, top, right, bottom = block.box
    for share in SLIDES:
        across, down = share * (right - left), share * (bottom - top)
        x, y = (across, 0) if block.align == "middle" else (0, down)
        align = block.align
        if align == "middle" and abs(share) > AT_END:
            align = "left" if share > 0 else "right"
        box = (left + x, top + y, right + x, bottom + y)
        yield Candidate(block.layout, box, align, block.cost, block.leader, block.sector)


def _sector(ring: int, turn: float) -> int:
    """Return the number of a sector: an eighth of the circle, two rings deep."""
    return ring // 2 * 8 + int(turn * 8)
