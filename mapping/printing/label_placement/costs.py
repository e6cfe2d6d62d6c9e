"""All places where labels may be, at once: what each costs, and which exclude each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.geo.arrays import Booleans, Floats, Geometries, Integers
    from mapping.printing.label_placement.area_raster import AreaRaster
    from mapping.printing.label_placement.boundary_raster import BoundaryRaster
    from mapping.printing.label_placement.candidates import Box, Candidate, Segment


# Lengths are in sizes of the labels' type.
LABEL_MARGIN = (0.55, 0.12)  # that a label keeps from others, sideways and up or down
SYMBOL_MARGIN = (0.04, 0.04)  # and from symbols
LEADER_MARGIN = 0.08  # that leader lines keep from each other, and from symbols
# A label reads as that of a symbol that it is close to: what is too close, and how bad other
# distances are.
TOO_CLOSE = 0.2
CLOSE = ((0.4, 6.0), (0.6, 5.0), (0.9, 3.0))
EDGE_COST = 0.35  # of coast or boundary under a label, for each size of the type
MAX_EDGE_COST = 3.5
AVOID_COST = 60.0  # of covering what no label should
BESIDE_COST = 0.8  # of each millimetre that a leader line runs on a coast or boundary
FOREIGN_COST = 10.0  # of a label that is wholly on land of other areas,
DELICATE = 6.0  # and how many times worse that is where its host's boundaries are not settled
HIDE_COST = 14.0  # of hiding a small area, whose name is to be beside it,
HIDE_MM = 0.5  # with what is as near to its middle
SECTORS = 1000  # more than there are


@dataclass(frozen=True)
class Obstacles:
    """What labels must keep clear of, and what they should; all in millimetres.

    `size` is that of the labels' type; `frame` is where labels may be; `symbols` are boxes, in the
    order of their labels; `displacement_lines` are lines from a symbol to its point,
    each with the number of its label; `codes` are the areas of the labels' hosts, `delicate`
    tells of each whether its boundaries are not settled; the rasters are what lies under labels;
    `small_areas` (areas, 2) are the middles of small areas.
    """

    size: float
    frame: Box
    symbols: Sequence[Box]
    displacement_lines: Sequence[tuple[int, Segment]]
    codes: Sequence[str]
    delicate: Sequence[bool]
    area_raster: AreaRaster
    boundary_raster: BoundaryRaster
    small_areas: Floats


class CandidateSet:
    """All candidates of all labels; `label_of` are the numbers of the labels they belong to."""

    def __init__(self, labels: Sequence[Sequence[Candidate]], obstacles: Obstacles) -> None:
        self.candidates = [one for label in labels for one in label]
        self.label_of = np.repeat(np.arange(len(labels)), [len(label) for label in labels])
        self.count = len(labels)
        self._size = obstacles.size
        self._sectors = np.array([one.sector for one in self.candidates])
        self._sides = np.array([one.box for one in self.candidates])
        self._boxes: Geometries = shapely.box(*self._sides.T)
        self._padded = self._grown(self._sides, *LABEL_MARGIN)
        self._with_leader = np.flatnonzero([one.leader is not None for one in self.candidates])
        self._ends = np.array([one.leader for one in self.candidates if one.leader]).reshape(-1, 4)
        self._leaders = _lines(self._ends)
        self.costs = self._costs(obstacles)
        self.unsettled = obstacles.area_raster.covers_unsettled(self._sides)
        self._possible = self._clear(obstacles)
        self._possible[self._with_leader] &= self._free_leaders(obstacles)

    def shortlist(self, overall: int, of_sector: int) -> Integers:
        """Return the cheapest possible candidates of each label, and of each of its sectors."""
        order = np.lexsort((self.costs, self.label_of))
        order = order[self._possible[order]]
        cheapest = order[_rank(self.label_of[order]) < overall]
        places = self.label_of[order] * SECTORS + self._sectors[order]
        sorted_by_place = np.argsort(places, kind="stable")
        around = order[sorted_by_place][_rank(places[sorted_by_place]) < of_sector]
        return np.unique(np.concatenate([cheapest, around]))

    def conflicts(self, kept: Integers) -> Integers:
        """Return the pairs of kept candidates that exclude each other, as numbers within `kept`.

        A pair may come more than once, and either way round.
        """
        pairs = self._met(kept, kept)
        label_of = self.label_of[kept]
        return np.asarray(pairs[label_of[pairs[:, 0]] != label_of[pairs[:, 1]]])

    def drop(self, dropped: Booleans, fixed: Booleans) -> None:
        """Drop some candidates, and all that any of those that are fixed excludes."""
        self._possible &= ~dropped
        loose, firm = np.flatnonzero(self._possible & ~fixed), np.flatnonzero(fixed)
        self._possible[loose[self._met(loose, firm)[:, 0]]] = False
        self._possible[loose[self._met(firm, loose)[:, 1]]] = False

    def blocked_by_others(self, label: int, *, settled: bool) -> Floats:
        """Return of each label how much it blocks one, or this one's places on settled areas.

        What it blocks alone counts most.
        """
        possible = self._possible & ~self.unsettled if settled else self._possible
        mine = np.flatnonzero(possible & (self.label_of == label))
        others = np.flatnonzero(self.label_of != label)
        met = np.concatenate([self._met(mine, others), self._met(others, mine)[:, ::-1]])
        candidate, by = np.unique(met, axis=0).T
        blocked = np.zeros(self.count)
        np.add.at(blocked, self.label_of[others[by]], 1 / np.bincount(candidate)[candidate] ** 2)
        return blocked

    def _met(self, some: Integers, others: Integers) -> Integers:
        """Return the pairs of some and of others that exclude each other, as numbers within both.

        But for the boxes of others that are on the leader lines of some.
        """
        led, leaders = self._leaders_of(some)
        other_led, other_leaders = self._leaders_of(others)
        boxes = shapely.STRtree(self._boxes[others]).query(self._padded[some])
        lines = shapely.STRtree(other_leaders)
        label, leader = lines.query(self._padded[some], "intersects")
        wide: Geometries = shapely.buffer(leaders, LEADER_MARGIN * self._size)
        one, other = lines.query(wide, "intersects")
        return np.concatenate(
            [
                boxes.T,
                np.column_stack([label, other_led[leader]]),
                np.column_stack([led[one], other_led[other]]),
            ]
        )

    def _leaders_of(self, some: Integers) -> tuple[Integers, Geometries]:
        """Return which of some have leader lines, as numbers within `some`, and these."""
        led = np.flatnonzero(np.isin(some, self._with_leader))
        return led, self._leaders[np.searchsorted(self._with_leader, some[led])]

    def _costs(self, obstacles: Obstacles) -> Floats:
        """Return what each candidate costs: its own, and for what is near it and under it."""
        costs = np.array([one.cost for one in self.candidates])
        symbols = np.array(obstacles.symbols)
        for distance, cost in CLOSE:
            met, by = _overlapping(self._larger(self._sides, distance, distance / 2), symbols)
            np.add.at(costs, met[by != self.label_of[met]], cost)
        area_raster = obstacles.area_raster
        # A callout hides as much as the labels of its presences would.
        weights = np.array([max(1, len(one.layout.cells)) for one in self.candidates])
        edges = np.minimum(
            area_raster.edge_length(self._sides) * EDGE_COST / self._size, MAX_EDGE_COST
        )
        costs += weights * edges
        costs += AVOID_COST * area_raster.covers_avoided(self._sides)
        costs += HIDE_COST * self._hidden(obstacles.small_areas)
        costs[self._with_leader] += BESIDE_COST * area_raster.length_on_edges(self._ends)
        hosts = zip(obstacles.codes, obstacles.delicate, strict=True)
        for label, (code, is_delicate) in enumerate(hosts):
            mine = self.label_of == label
            worst = weights[mine] * FOREIGN_COST * (DELICATE if is_delicate else 1)
            costs[mine] += worst * area_raster.foreign_share(self._sides[mine], code)
        return costs

    def _hidden(self, points: Floats) -> Integers:
        """Return how many points are under each candidate."""
        around = shapely.box(*np.hstack([points - HIDE_MM, points + HIDE_MM]).T)
        met, _ = shapely.STRtree(np.asarray(around)).query(self._boxes)
        return np.bincount(met, minlength=len(self._boxes))

    def _clear(self, obstacles: Obstacles) -> Booleans:
        """Return which candidates are in the frame, clear of symbols and displacement lines."""
        low, high = np.array(obstacles.frame[:2]), np.array(obstacles.frame[2:])
        clear = np.all((self._sides[:, :2] >= low) & (self._sides[:, 2:] <= high), axis=1)
        symbols = np.array(obstacles.symbols)
        met, _ = _overlapping(self._sides, self._larger(symbols, *SYMBOL_MARGIN))
        clear[met] = False
        met, by = _overlapping(self._sides, self._larger(symbols, TOO_CLOSE, TOO_CLOSE / 2))
        clear[met[by != self.label_of[met]]] = False
        clear[self._blocked(obstacles, symbols)] = False
        return np.asarray(clear)

    def _blocked(self, obstacles: Obstacles, symbols: Floats) -> Integers:
        """Return those on displacement lines, or with leader lines that meet these or symbols."""
        label_of = np.array([label for label, _ in obstacles.displacement_lines], dtype=np.int64)
        displacement_lines = _lines(np.array([line for _, line in obstacles.displacement_lines]))
        wide: Geometries = shapely.buffer(displacement_lines, LEADER_MARGIN * self._size)
        blocked, _ = shapely.STRtree(wide).query(self._boxes, "intersects")
        around = self._grown(symbols, LEADER_MARGIN, LEADER_MARGIN)
        found = [blocked]
        for shapes, owned in ((around, np.arange(len(symbols))), (displacement_lines, label_of)):
            met, by = shapely.STRtree(shapes).query(self._leaders, "intersects")
            candidates = self._with_leader[met]
            found.append(candidates[owned[by] != self.label_of[candidates]])
        return np.concatenate(found)

    def _free_leaders(self, obstacles: Obstacles) -> Booleans:
        """Return which leader lines enter nothing unsettled, and run beside no boundary."""
        enters = obstacles.area_raster.enters_avoided(self._ends)
        return np.asarray(~enters & ~obstacles.boundary_raster.beside(self._ends))

    def _grown(self, sides: Floats, across: float, down: float) -> Geometries:
        """Return boxes that are larger on each side by so many sizes of the type."""
        return np.asarray(shapely.box(*self._larger(sides, across, down).T))

    def _larger(self, sides: Floats, across: float, down: float) -> Floats:
        """Return the sides of such boxes."""
        return np.asarray(sides + self._size * np.array([-across, -down, across, down]))


def _overlapping(many: Floats, few: Floats) -> tuple[Integers, Integers]:
    """Return the pairs of boxes that overlap or touch, as numbers within `many` and within `few`.

    It compares all sides with those of each of the few: no index is as fast where these are few.
    """
    left, top, right, bottom = many.T.copy()
    met = [
        np.flatnonzero((left <= east) & (right >= west) & (top <= south) & (bottom >= north))
        for west, north, east, south in few
    ]
    return np.concatenate(met), np.repeat(np.arange(len(few)), [*map(len, met)])


def _lines(ends: Floats) -> Geometries:
    return np.asarray(shapely.linestrings(ends.reshape(-1, 2, 2)))


def _rank(groups: Integers) -> Integers:
    """Return the numbers of the members of each group, from zero; `groups` is sorted."""
    return np.arange(len(groups)) - np.searchsorted(groups, groups)
