"""All places where labels may be, at once: what each costs, and which exclude each other."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapping.printing.label_placement.boxes import overlapping
from mapping.printing.label_placement.leaders import (
    NO_LINE,
    Leaders,
    Shared,
    are_free,
    count_close,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

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
AVOID_COST = 60.0  # of covering what no label should,
UNSETTLED_COST = 120.0  # and how much worse an area is than a line
ACROSS_COST = 0.25  # of each millimetre that a leader line runs over the land of others,
BESIDE_COST = 0.8  # of each millimetre that a leader line runs on a coast or boundary
FOREIGN_COST = 42.0  # of a label that seems to name the land of others,
FOREIGN_WHOLE = 0.8  # the share of it from which on it does so wholly,
FOREIGN_BESIDE = 0.5  # in which part so bad next to its symbol, which says whose it is,
FOREIGN_DEEP = 12.0  # and how far within it makes that twice as bad,
DELICATE = 12.0  # and how many times worse that is where its host's boundaries are not settled
DELICATE_FAR = 2.0  # and how many times worse it then is to be far from its symbol
FOREIGN_SHARE = 0.3  # of such a label: from there on it is better moved
HIDE_COST = 14.0  # of hiding a small area, whose name is to be beside it,
HIDE_MM = 0.5  # with what is as near to its middle,
CROWD_COST = 2.0  # and of taking the room for that name or number, with the label or its line,
CROWD_MM = 2.0  # which is as near
NAME_COST = 40.0  # of taking a point of the place of a name without which others are not written,
NAME_MM = 0.75  # or what is as near
SECTORS = 1000  # more than there are
UNSETTLED_FAULT, FOREIGN_FAULT = 100, 1  # of a label on an unsettled area, on land of others


@dataclass(frozen=True)
class Obstacles:
    """What labels must keep clear of, and what they should; all in millimetres.

    `size` is that of the labels' type; `frame` is where labels may be; `symbols` are boxes, in the
    order of their labels; `displacement_lines` are lines from a symbol to its point,
    each with the number of its label; `own` are the areas of each label's host and of the countries
    that it serves, `delicate` tells whether the host's boundaries are not settled; the rasters are
    what lies under labels; `small_areas` (areas, 2) are the middles of small areas, `name_places`
    (points, 2) where names would be without which others are not written.
    """

    size: float
    frame: Box
    symbols: Sequence[Box]
    displacement_lines: Sequence[tuple[int, Segment]]
    own: Sequence[Collection[str]]
    delicate: Sequence[bool]
    area_raster: AreaRaster
    boundary_raster: BoundaryRaster
    small_areas: Floats
    name_places: Floats


class CandidateSet:
    """All candidates of all labels: each array has a row for each of them.

    `label_of` are the numbers of the labels they belong to, `faults` how bad it is to choose them.
    """

    def __init__(self, labels: Sequence[Sequence[Candidate]], obstacles: Obstacles) -> None:
        self.candidates = [one for label in labels for one in label]
        self.label_of = np.repeat(np.arange(len(labels)), [len(label) for label in labels])
        self.count = len(labels)
        self._size = obstacles.size
        self._sectors = np.array([one.sector for one in self.candidates])
        self._sides = np.array([one.box for one in self.candidates]).reshape(-1, 4)
        leaders = Leaders.of(self.candidates)
        self._lines = _lines(leaders.ends)
        self._line_of = np.where(leaders.of_each < len(self._lines), leaders.of_each, NO_LINE)
        foreign, depth = self._foreign(obstacles)
        self.costs = self._costs(obstacles, leaders, foreign, depth)
        unsettled = obstacles.area_raster.covers_unsettled(self._sides)
        delicate = np.array(obstacles.delicate)[self.label_of]
        self.faults: Integers = np.where(
            unsettled, UNSETTLED_FAULT, FOREIGN_FAULT * (delicate & (foreign > FOREIGN_SHARE))
        )
        self.possible = self._clear(obstacles)
        self.possible &= leaders.each(
            are_free(leaders.ends, obstacles.area_raster, obstacles.boundary_raster), without=True
        )

    def __add__(self, other: CandidateSet) -> CandidateSet:
        """Return both together: the numbers of those of the other set go on behind its own."""
        joined = copy(self)
        joined.candidates = [*self.candidates, *other.candidates]
        for name, rows in vars(self).items():
            if isinstance(rows, np.ndarray):
                setattr(joined, name, np.concatenate([rows, vars(other)[name]]))
        behind = joined._line_of[len(self._line_of) :]
        behind[behind != NO_LINE] += len(self._lines)
        return joined

    def shortlist(self, overall: int, of_sector: int, some: Integers | None = None) -> Integers:
        """Return the cheapest possible candidates of each label, and of each of its sectors.

        Of all, or of some.
        """
        some = np.flatnonzero(self.possible) if some is None else some[self.possible[some]]
        order = some[np.lexsort((self.costs[some], self.label_of[some]))]
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

    def beside(self, some: Integers, fixed: Integers) -> Integers:
        """Return those of some that none of the fixed candidates excludes."""
        met, _ = overlapping(self._larger(self._sides[some], *LABEL_MARGIN), self._sides[fixed])
        some = np.delete(some, met)
        free = np.ones(len(some), dtype=np.bool_)
        free[self._met(some, fixed)[:, 0]] = False
        free[self._met(fixed, some)[:, 1]] = False
        return np.asarray(some[free])

    def blocked_by(self, others: Integers, some: Integers) -> Floats:
        """Return of each label how much others, which are one of each, block some candidates.

        What one blocks alone counts most.
        """
        met = np.concatenate([self._met(some, others), self._met(others, some)[:, ::-1]])
        candidate, by = np.unique(met, axis=0).T
        blocked = np.zeros(self.count)
        np.add.at(blocked, self.label_of[others[by]], 1 / np.bincount(candidate)[candidate] ** 2)
        return blocked

    def _met(self, some: Integers, others: Integers) -> Integers:
        """Return the pairs of some and of others that exclude each other, as numbers within both.

        But for the boxes of others that are on the leader lines of some.
        """
        padded = self._grown(self._sides[some], *LABEL_MARGIN)
        boxes = shapely.STRtree(self._grown(self._sides[others])).query(padded)
        each, mine = Shared.of(self._line_of[some]), Shared.of(self._line_of[others])
        lines = shapely.STRtree(self._lines[mine.numbers])
        wide: Geometries = shapely.buffer(self._lines[each.numbers], LEADER_MARGIN * self._size)
        labels = mine.spread(lines.query(padded, "intersects"))
        crossed = mine.spread(lines.query(wide, "intersects"))
        return np.hstack([boxes, labels, each.spread(crossed[::-1])[::-1]]).T

    def _foreign(self, obstacles: Obstacles) -> tuple[Floats, Floats]:
        """Return the share of each candidate that is on land of other areas, and how deep."""
        share, depth = np.zeros((2, len(self.candidates)))
        area_raster = obstacles.area_raster
        for label, codes in enumerate(obstacles.own[: self.count]):
            mine, symbol = self.label_of == label, obstacles.symbols[label]
            share[mine] = area_raster.foreign_share(self._sides[mine], *codes)
            depth[mine] = area_raster.foreign_depth(self._sides[mine], symbol, *codes)
        return share, depth

    def _costs(
        self, obstacles: Obstacles, leaders: Leaders, foreign: Floats, depth: Floats
    ) -> Floats:
        """Return what each candidate costs: its own, and for what is near it and under it."""
        delicate = np.array(obstacles.delicate)[self.label_of]
        costs = np.array([one.cost for one in self.candidates])
        costs *= np.where(delicate, DELICATE_FAR, 1)
        symbols = np.array(obstacles.symbols)
        for distance, cost in CLOSE:
            met, by = overlapping(self._larger(self._sides, distance, distance / 2), symbols)
            np.add.at(costs, met[by != self.label_of[met]], cost)
        area_raster = obstacles.area_raster
        # A callout hides as much as the labels of its presences would.
        weights = np.array([max(1, len(one.layout.cells)) for one in self.candidates])
        edges = area_raster.edge_length(self._sides) * EDGE_COST / self._size
        costs += weights * np.minimum(edges, MAX_EDGE_COST)
        costs += AVOID_COST * area_raster.covers_avoided(self._sides)
        costs += UNSETTLED_COST * area_raster.covers_unsettled(self._sides)
        costs += self._costs_of_names(obstacles, leaders)
        costs += BESIDE_COST * leaders.each(area_raster.length_on_edges(leaders.ends), 0.0)
        across = area_raster.length_on_others(leaders.ends, self._own_of_lines(obstacles, leaders))
        costs += ACROSS_COST * leaders.each(across, 0.0)
        beside = leaders.each(np.ones(len(leaders.ends)), FOREIGN_BESIDE)
        worse = np.where(delicate, DELICATE, 1) * FOREIGN_COST
        named = beside * _as_foreign(foreign) + depth / (FOREIGN_DEEP * self._size)
        return np.asarray(costs + weights * worse * named)

    def _costs_of_names(self, obstacles: Obstacles, leaders: Leaders) -> Floats:
        """Return what each candidate costs for the room of names that it takes, or its line."""
        small = obstacles.small_areas
        costs: Floats = np.asarray(HIDE_COST * self._close(small, HIDE_MM), dtype=np.float64)
        for points, cost, reach in (
            (small, CROWD_COST, CROWD_MM),
            (obstacles.name_places, NAME_COST, NAME_MM),
        ):
            crossed = leaders.each(count_close(leaders.ends, points, reach), 0)
            costs += cost * (self._close(points, reach) + crossed)
        return costs

    def _own_of_lines(self, obstacles: Obstacles, leaders: Leaders) -> list[Collection[str]]:
        """Return the own areas of the label of each leader line."""
        first = np.unique(leaders.of_each, return_index=True)[1][: len(leaders.ends)]
        return [obstacles.own[label] for label in self.label_of[first].tolist()]

    def _close(self, points: Floats, reach: float) -> Integers:
        """Return how many points are under each candidate, or as near to it."""
        met, _ = overlapping(self._sides, np.hstack([points - reach, points + reach]))
        return np.bincount(met, minlength=len(self._sides))

    def _clear(self, obstacles: Obstacles) -> Booleans:
        """Return which candidates are in the frame, clear of symbols and displacement lines."""
        low, high = np.array(obstacles.frame[:2]), np.array(obstacles.frame[2:])
        clear = np.all((self._sides[:, :2] >= low) & (self._sides[:, 2:] <= high), axis=1)
        symbols = np.array(obstacles.symbols)
        met, _ = overlapping(self._sides, self._larger(symbols, *SYMBOL_MARGIN))
        clear[met] = False
        met, by = overlapping(self._sides, self._larger(symbols, TOO_CLOSE, TOO_CLOSE / 2))
        clear[met[by != self.label_of[met]]] = False
        clear[self._blocked(obstacles, symbols)] = False
        return np.asarray(clear)

    def _blocked(self, obstacles: Obstacles, symbols: Floats) -> Integers:
        """Return those on displacement lines, or with leader lines that meet these or symbols."""
        label_of = np.array([label for label, _ in obstacles.displacement_lines], dtype=np.int64)
        ends = np.array([line for _, line in obstacles.displacement_lines]).reshape(-1, 4)
        lines, margin = _lines(ends), LEADER_MARGIN * self._size
        wide: Geometries = shapely.buffer(lines, margin)
        corners = ends.reshape(-1, 2, 2)
        around = np.hstack([corners.min(axis=1) - margin, corners.max(axis=1) + margin])
        met, by = overlapping(self._sides, around)
        found = [met[shapely.intersects(self._grown(self._sides[met]), wide[by])]]
        near = self._grown(symbols, LEADER_MARGIN, LEADER_MARGIN)
        every = Shared.of(self._line_of)
        drawn = self._lines[every.numbers]
        for shapes, owned in ((near, np.arange(len(symbols))), (lines, label_of)):
            met, by = every.spread(shapely.STRtree(shapes).query(drawn, "intersects")[::-1])[::-1]
            found.append(met[owned[by] != self.label_of[met]])
        return np.concatenate(found)

    def _grown(self, sides: Floats, across: float = 0, down: float = 0) -> Geometries:
        """Return boxes that are larger on each side by so many sizes of the type."""
        return np.asarray(shapely.box(*self._larger(sides, across, down).T))

    def _larger(self, sides: Floats, across: float, down: float) -> Floats:
        """Return the sides of such boxes."""
        return np.asarray(sides + self._size * np.array([-across, -down, across, down]))


def _as_foreign(shares: Floats) -> Floats:
    """Return how far labels seem to name the land that they are on, by the share that is on it.

    A corner hardly does, what is mostly there does wholly: smoothly from none to one.
    """
    part = (shares / FOREIGN_WHOLE).clip(0, 1)
    return np.asarray(part**2 * (3 - 2 * part))


def _lines(ends: Floats) -> Geometries:
    return np.asarray(shapely.linestrings(ends.reshape(-1, 2, 2)))


def _rank(groups: Integers) -> Integers:
    """Return the numbers of the members of each group, from zero; `groups` is sorted."""
    return np.arange(len(groups)) - np.searchsorted(groups, groups)
