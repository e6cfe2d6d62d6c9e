"""Where names of countries are written: in their areas, beside them, else at the end of a line.

Greedy, after labels and symbols, which nothing covers: the largest areas first. A name that finds
no place has a number in its stead.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mapping.printing.label_placement.candidates import LEVEL
from mapping.printing.label_placement.rays import Rays
from mapping.printing.label_placement.terrain import Terrain

if TYPE_CHECKING:
    from mapping.geo.arrays import Booleans, Floats, Integers
    from mapping.printing.label_placement.area_room import AreaRoom
    from mapping.printing.label_placement.candidates import Align, Box, Segment
    from mapping.printing.label_placement.free_space import FreeSpace
    from mapping.printing.label_placement.name_forms import NameForm
    from mapping.printing.label_placement.terrain import Ground

SHORT_MM = (1.0, 1.8, 2.7, 3.7, 4.8, 6.0, 7.5, 9.0)  # lengths of lines to names
LONG_MM = (*SHORT_MM, 11.0, 13.5, 16.5, 20.0, 24.0)  # and to numbers
GAP_MM = 0.3  # between a line and its name
FIRST = 8  # places that are looked at together, then eight times as many
ALIGNS: tuple[Align, ...] = ("middle", "left", "right")  # by the side of the line's end
ROUNDS = 6
TINY_MM = 1.5  # the size up to which areas share a mark with their numbers,
SHARED_MM = 1.2  # where they are so near each other
NEAR_MM = 9.0  # of one that found no room: who has a number instead of a name,
FAR_MM = 45.0  # and who keeps its place
FORM_COST = 1.0  # of each form after the first, in millimetres of a line
FOREIGN_COST = 1.5  # of each millimetre that a line to a number runs over the land of others


class Reach(NamedTuple):
    """How lines run: how far, in how many directions; whether to land, and along boundaries."""

    distances: Sequence[float]
    directions: int
    to_land: bool = True
    along: bool = False


TO_NAMES = Reach(SHORT_MM, 48, to_land=False)
TO_NUMBERS = Reach(LONG_MM, 48)
LAST = Reach((0.6, *LONG_MM, 29.0, 35.0), 48, along=True)


class Wanted(NamedTuple):
    """A name that is to be written: where its area has room, and the forms, the best first.

    Areas too near each other for marks of their own have one with their numbers; they are several
    `codes`, and have no forms. None is written without those of its `counterparts`, so these come
    first.
    """

    room: AreaRoom
    forms: Sequence[NameForm]
    codes: tuple[str, ...]
    counterparts: Collection[str] = ()


class PlacedName(NamedTuple):
    """A name where it is written, or its number; and the line to it from its area, if any."""

    codes: tuple[str, ...]
    form: NameForm
    box: Box
    align: Align = "middle"
    leader: Segment | None = None
    is_number: bool = False


Search = Callable[[Wanted], PlacedName | None]
RoomFinder = Callable[[float, float, "FreeSpace"], "Box | None"]  # a box of this width and height


class NamePlacer:
    """Places names in what is free of a sheet; `numbers` are the forms of one and of several."""

    def __init__(self, space: FreeSpace, ground: Ground, numbers: Sequence[NameForm]) -> None:
        self.space, self._ground, self._numbers = space, ground, numbers

    def place(self, names: Sequence[Wanted]) -> tuple[list[PlacedName], list[str]]:
        """Return the names that are placed, and the codes of those for which no room is left.

        Where some have none, those near them have numbers in the next round, and they the first;
        what is far from them stays.
        """
        order = sorted(names, key=lambda one: (not one.counterparts, -one.room.size, one.codes))
        paired = [one for one in order if one.counterparts]
        within = self._placed([(self._within, order), (self._across, paired)], {})
        lasting, left = self.space, [one for one in order if not one.forms]
        stuck, near, kept = list[Wanted](), list[Wanted](), within
        for _ in range(ROUNDS):
            self.space = lasting.copy()
            for one in kept.values():
                if one.codes not in within:
                    self.space.take(one.box, one.leader)
            stuck += left
            first = [*stuck, *near]
            rest = [one for one in order if one not in first]
            placed = self._placed(
                [(self._numbered, first), (self._anywhere, stuck), (self._around, rest),
                 (self._numbered, rest), (self._anywhere, order)],
                kept,
            )  # fmt: skip
            left = [one for one in order if one.codes not in placed]
            if not left or not self._numbers:
                break
            near = [one for one in rest if _is_near(one, left, NEAR_MM)]
            kept = within | {one.codes: placed[one.codes] for one in order
                             if not _is_near(one, left, FAR_MM)}  # fmt: skip
        return [*placed.values()], [code for one in left for code in one.codes]

    def clear_at_sea(self, boxes: Floats) -> Booleans:
        """Return which boxes lie wholly at sea and are free: those that a sea may be named in."""
        at_sea = ~self._ground.areas.covers_land(boxes) & ~self._ground.outside(boxes)
        return np.asarray(at_sea & self.space.free_boxes(boxes))

    def _placed(
        self,
        searches: Sequence[tuple[Search, Sequence[Wanted]]],
        before: dict[tuple[str, ...], PlacedName],
    ) -> dict[tuple[str, ...], PlacedName]:
        """Return what is placed, by its codes: what was before, and what the searches find."""
        placed = dict(before)
        for search, names in searches:
            for one in names:
                found = None if one.codes in placed else search(one)
                if found:
                    placed[one.codes] = found
                    self.space.take(found.box, found.leader)
        return placed

    def _within(self, name: Wanted) -> PlacedName | None:
        return self._fitted(name, name.room.within)

    def _across(self, name: Wanted) -> PlacedName | None:
        """Return a name that lies mostly in its area, and nowhere in a counterpart."""
        return self._fitted(name, partial(name.room.across, name.counterparts))

    def _around(self, name: Wanted) -> PlacedName | None:
        """Return a name across the coast or beside an island, else at the end of a line."""
        if found := self._fitted(name, name.room.beside):
            return found
        least = [one for one in name.forms if one.size == name.forms[-1].size]
        return self._led(name, least, TO_NAMES) if least else None

    def _fitted(self, name: Wanted, find: RoomFinder) -> PlacedName | None:
        """Return a name in the first of its forms for which there is room."""
        for form in name.forms:
            if box := find(form.layout.width, form.layout.height, self.space):
                return PlacedName(name.codes, form, box)
        return None

    def _numbered(self, name: Wanted) -> PlacedName | None:
        """Return a number, or those of several, in the place of a name."""
        if not self._numbers:
            return None
        form = self._numbers[len(name.codes) > 1]
        width, height, room = form.layout.width, form.layout.height, name.room
        box = room.within(width, height, self.space) or room.beside(width, height, self.space)
        found = PlacedName(name.codes, form, box) if box else self._led(name, [form], TO_NUMBERS)
        return found._replace(is_number=True) if found else None

    def _anywhere(self, name: Wanted) -> PlacedName | None:
        """Return a number where no better place is left."""
        form = self._numbers[len(name.codes) > 1] if self._numbers else None
        found = self._led(name, [form], LAST) if form else None
        return found._replace(is_number=True) if found else None

    def _led(self, name: Wanted, forms: Sequence[NameForm], reach: Reach) -> PlacedName | None:
        """Return the best place at the end of a line: at sea, or on any settled land."""
        room, space = name.room, self.space.tight() if reach.along else self.space
        anchors = room.all_anchors(space) if reach.along else room.anchors(space)
        points = anchors if reach.to_land else anchors[:1]
        rays = Rays.around(points, reach.directions, reach.distances[-1])
        ends = self._ends(rays, space, room, reach)
        boxes = np.concatenate([_boxes_at(ends, one) for one in forms])
        form = np.repeat(np.arange(len(forms)), len(ends.lines))
        costs = np.tile(ends.costs, len(forms)) + FORM_COST * form
        kept = np.flatnonzero(self._may_cover(boxes, reach))
        for some in _cheapest_first(kept, costs):
            free = some[space.free_boxes(boxes[some])]
            if len(free):
                best, place = int(free[0]), int(free[0]) % len(ends.lines)
                align, line = ALIGNS[int(ends.sides[place])], _as_box(ends.lines[place])
                return PlacedName(name.codes, forms[form[best]], _as_box(boxes[best]), align, line)
        return None

    def _ends(self, rays: Rays, space: FreeSpace, room: AreaRoom, reach: Reach) -> _Ends:
        """Return the lines that touch nothing and run where they may, of all lengths."""
        terrain = Terrain(rays, self._ground, self._ground.areas.number(room.code))
        clear = np.minimum(space.clear(rays), terrain.settled())
        if not reach.along:
            clear = np.minimum(clear, terrain.allowed())
        lengths = np.array(reach.distances)
        ray, step = np.nonzero(lengths < clear[:, None])
        foreign = terrain.foreign_mm(ray, lengths[step])
        if not reach.to_land:
            ray, step, foreign = (one[foreign == 0] for one in (ray, step, foreign))
        across = rays.ways[ray, 0]
        sides = np.where(np.abs(across) <= LEVEL, 0, np.sign(across)).astype(np.int64)
        lines = rays.lines(ray, lengths[step])
        return _Ends(lines, sides, lengths[step] + FOREIGN_COST * foreign)

    def _may_cover(self, boxes: Floats, reach: Reach) -> Booleans:
        """Return which boxes lie in the world, and on what may be written on: see `_led`."""
        areas = self._ground.areas
        covered = areas.covers_avoided(boxes) if reach.to_land else areas.covers_land(boxes)
        return np.asarray(~covered & ~self._ground.outside(boxes))


def share_marks(names: Sequence[Wanted]) -> list[Wanted]:
    """Return names of which those of tiny areas that lie close together are one, with all codes."""
    tiny = sorted(
        (one for one in names if one.room.size < TINY_MM), key=lambda one: one.room.middle
    )
    groups = list[list[Wanted]]()
    for one in tiny:
        group = next((group for group in groups if all(
            math.dist(one.room.middle, other.room.middle) < SHARED_MM for other in group
        )), None)  # fmt: skip
        if group:
            group.append(one)
        else:
            groups.append([one])
    shared = [Wanted(group[len(group) // 2].room, (), tuple(one.codes[0] for one in group))
              for group in groups if len(group) > 1]  # fmt: skip
    codes = {code for one in shared for code in one.codes}
    return [*(one for one in names if one.codes[0] not in codes), *shared]


def _is_near(name: Wanted, others: Sequence[Wanted], reach: float) -> bool:
    return any(math.dist(name.room.middle, one.room.middle) < reach for one in others)


class _Ends(NamedTuple):
    """Lines, to which side of its end each has its name (-1, 0 or 1), and what each costs."""

    lines: Floats
    sides: Integers
    costs: Floats


def _cheapest_first(every: Integers, costs: Floats) -> Iterator[Integers]:
    """Yield numbers by their costs: few at first, as those are mostly enough."""
    order = every[np.argsort(costs[every], kind="stable")]
    start, count = 0, FIRST
    while start < len(order):
        yield order[start : start + count]
        start, count = start + count, count * FIRST


def _boxes_at(ends: _Ends, form: NameForm) -> Floats:
    """Return the box of a name at the end of each line: above it, below it, or to a side of it."""
    width, height = form.layout.width, form.layout.height
    x, y = ends.lines[:, 2:].T
    down = np.sign(ends.lines[:, 3] - ends.lines[:, 1])
    left = x + ends.sides * GAP_MM + (ends.sides - 1) / 2 * width
    upright = y + down * GAP_MM / 2 + (down - 1) / 2 * height
    top = np.where(ends.sides == 0, upright, y - height / 2)
    return np.column_stack([left, top, left + width, top + height])


def _as_box(row: Floats) -> Box:
    left, top, right, bottom = row.tolist()
    return left, top, right, bottom
