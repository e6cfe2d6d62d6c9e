"""Callouts: the presences of one place as a table of symbols and labels, tied to it by one line."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mapping.printing.label_placement.candidates import DISTANCES, Cell, LabelLayout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapping.geo.arrays import Floats
    from mapping.printing.label_placement.candidates import Candidate, LabelAnchor

MIN_CROWD = 3  # presences of one place that share a callout; two are drawn side by side
# What is one place, in widths of a symbol; more where that leaves labels without a place.
CROWD_REACHES = (0.1, 0.5, 1.0)
MAX_COLUMNS = 6
LEADER_DISTANCES = (*DISTANCES, 19, 23, 28, 34, 41, 49, 58)  # of leader lines, in lines of type
# In sizes of type.
PADDING = 0.45  # between the frame and what is in it
GAP = 0.35  # between a symbol and its label
BETWEEN = 0.9  # columns
LEADING = 0.3  # between the labels of two rows
PITCH = 1.1  # in widths of a symbol, from one to the next
SIZE_COST = 0.6  # of each line of type between the middle and a corner


class Measures(NamedTuple):
    """Lengths in millimetres: of a symbol, and of type; and whether columns begin on the right."""

    symbol: float
    type: float
    mirrored: bool


def group_crowds(points: Floats, symbol: float) -> Iterator[list[list[int]]]:
    """Yield the crowds among points, by what may count as one place, the narrowest first."""
    before = None
    for within in CROWD_REACHES:
        crowds = _crowds(points, within * symbol)
        if crowds != before:
            yield crowds
        before = crowds


def _crowds(points: Floats, reach: float) -> list[list[int]]:
    """Return the numbers of points that are within reach of one another, from west to east."""
    crowds, taken = [], np.zeros(len(points), dtype=np.bool_)
    for first in np.argsort(points[:, 0], kind="stable").tolist():
        off = points - points[first]
        close = (off[:, 0] >= 0) & (off[:, 0] <= reach) & (np.abs(off[:, 1]) <= reach) & ~taken
        crowd = np.flatnonzero(close)
        if not taken[first] and len(crowd) >= MIN_CROWD:
            taken[crowd] = True
            crowds.append(crowd.tolist())
    return crowds


def list_callouts(
    labels: Sequence[Sequence[LabelLayout]], label_anchor: LabelAnchor, measures: Measures
) -> Iterator[Candidate]:
    """Yield the places for a callout at the end of a line from its places, in all its shapes.

    `labels` are the ways in which each may be broken, in the order of the list.
    """
    for shape in _shapes(labels, measures):
        yield from label_anchor.at_leader_ends(shape, LEADER_DISTANCES)


def list_cells(callout: Candidate) -> Iterator[Cell]:
    """Yield the cells of a callout where they are on the sheet, in the order of the list."""
    left, top, _, _ = callout.box
    for (x, y), layout, (start, above, end, below) in callout.layout.cells:
        box = (left + start, top + above, left + end, top + below)
        yield Cell((left + x, top + y), layout, box)


def _shapes(labels: Sequence[Sequence[LabelLayout]], measures: Measures) -> Iterator[LabelLayout]:
    """Yield labels, long, broken, or their numbers, set in one or more columns."""
    names = [[way for way in ways if not way.is_number] or ways for ways in labels]
    long = [min(ways, key=lambda way: (len(way.lines), way.cost)) for ways in names]
    broken = [min(ways, key=lambda way: (way.width, way.cost)) for ways in names]
    short = [next((way for way in ways if way.is_number), ways[0]) for ways in labels]
    every = [long, broken, short]
    for chosen in (one for number, one in enumerate(every) if one not in every[:number]):
        for columns in range(1, min(MAX_COLUMNS, len(chosen)) + 1):
            rows = math.ceil(len(chosen) / columns)
            if math.ceil(len(chosen) / rows) == columns:
                yield _table(chosen, rows, measures)


def _table(labels: Sequence[LabelLayout], rows: int, measures: Measures) -> LabelLayout:
    """Return labels set next to their symbols, column after column."""
    columns = [labels[start : start + rows] for start in range(0, len(labels), rows)]
    padding, gap = (
        PADDING * measures.type,
        (GAP * measures.type if any(one.width for one in labels) else 0),
    )
    between = BETWEEN * measures.type if gap else (PITCH - 1) * measures.symbol
    wide = [measures.symbol + gap + max(one.width for one in column) for column in columns]
    leading = LEADING * measures.type
    high = [
        max(measures.symbol * PITCH, *(one.height + leading for one in labels[row::rows]))
        for row in range(rows)
    ]
    width = 2 * padding + sum(wide) + between * (len(columns) - 1)
    lefts = np.cumsum([padding, *(one + between for one in wide)]).tolist()
    tops = np.cumsum([padding / 2, *high]).tolist()
    middles = [(top + bottom) / 2 for top, bottom in pairwise(tops)]
    cells = (
        _cell(label, lefts[number // rows], middles[number % rows], gap, measures)
        for number, label in enumerate(labels)
    )
    height = tops[-1] + padding / 2
    cost = SIZE_COST * math.hypot(width, height) / 2 / measures.type
    cost += sum(one.cost for one in labels if one.is_number)
    whole = LabelLayout((), width, height, cost, tuple(cells))
    return _mirrored(whole) if measures.mirrored else whole


def _cell(label: LabelLayout, left: float, middle: float, gap: float, measures: Measures) -> Cell:
    start, top = left + measures.symbol + gap, middle - label.height / 2
    box = (start, top, start + label.width, top + label.height)
    return Cell((left + measures.symbol / 2, middle), label, box)


def _mirrored(table: LabelLayout) -> LabelLayout:
    """Return a table whose columns begin on the right."""
    cells = (
        cell._replace(
            symbol=(table.width - cell.symbol[0], cell.symbol[1]),
            box=(table.width - cell.box[2], cell.box[1], table.width - cell.box[0], cell.box[3]),
        )
        for cell in table.cells
    )
    return table._replace(cells=tuple(cells))
