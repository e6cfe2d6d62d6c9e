"""Places symbols, labels and signs on the base map, and ties them to their points by lines."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

import numpy as np

from mapping.printing.label_placement.callouts import (
    Measures,
    list_callouts,
    list_cells,
)
from mapping.printing.label_placement.candidates import LONGEST_MM, LabelAnchor, LabelLayout
from mapping.printing.label_placement.costs import Obstacles
from mapping.printing.label_placement.leftover import Numbered, find_names
from mapping.printing.label_placement.line_breaks import (
    break_labels,
    figure_layouts,
    number_layout,
)
from mapping.printing.label_placement.numbers import NumberBeside
from mapping.printing.label_placement.placement import place
from mapping.printing.layers.arrangement import (
    Arranged,
    MarkLimits,
    arrange_marks,
    check_near,
    cover_closed,
    move_sign,
)
from mapping.printing.layers.basemap import (
    find_name_places,
    find_small_areas,
    frame_labels,
    own_areas,
)
from mapping.printing.layers.groups import group_places, number_places
from mapping.printing.layers.mark_maker import MarkMaker
from mapping.printing.layers.symbol_layer import DOT_MM, SymbolLayer
from mapping.printing.papers import A3, mm
from mapping.printing.scale_bar import make_scale_bar

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from mapping.atlas import Atlas
    from mapping.geo.arrays import Floats
    from mapping.printing.label_placement.candidates import Candidate
    from mapping.printing.label_placement.marks import Label, Symbol
    from mapping.printing.layers.basemap import Basemap
    from mapping.printing.layers.groups import Group
    from mapping.printing.papers import Paper
    from mapping.printing.typesetting.measure import TextMeasurer

    Crowd = Sequence[int]  # the numbers of the presences of one place

GAP = 0.18  # sizes of type between a symbol or a leader line and the label
BETWEEN = 1.1  # widths of a symbol from one to the next
SIGN_PADDING = 0.4  # on both sides of the numbers in a sign, in sizes of type
NO_LABEL = LabelLayout((), 0, 0, 0)  # the label on a sheet that has none


class LayerBuilder:
    """Makes the layer; holds all that is the same whichever presences share a callout."""

    def __init__(
        self,
        atlas: Atlas,
        paper: Paper,
        basemap: Basemap,
        measurer: TextMeasurer,
        numbered: Container[str],
    ) -> None:
        self._atlas, self._paper = atlas, paper
        self._basemap, self._measurer = basemap, measurer
        pairs = [basemap.map_frame.point(one.anchor.longitude, one.anchor.latitude)
                 for one in atlas.places]  # fmt: skip
        self.points: Floats = np.array(pairs).reshape(-1, 2)  # of an empty list too
        self._size = mm(paper.label or paper.text)
        self._line = self._size * measurer.metrics.label_leading
        self._longest = LONGEST_MM * self._size / mm(A3.label)
        self._maker = MarkMaker(atlas, measurer, self._size, range(1, len(pairs) + 1))
        self._number = number_layout(len(pairs), measurer, self._size)
        self._numbered = {number for number, one in enumerate(atlas.places)
                          if one.presence.id in numbered}  # fmt: skip
        self._has_numbers = False

    @cached_property
    def _layouts(self) -> Sequence[Sequence[LabelLayout]]:
        """In which ways each label may be broken; of many thousands without labels never asked."""
        if not self._paper.label:
            return [(NO_LABEL,)] * len(self.points)
        return break_labels(self._maker.letterings, self._measurer, self._size)

    def place_with_numbers(
        self, crowds: Sequence[Crowd], reach: float, groups: Sequence[Group] = ()
    ) -> SymbolLayer:
        """Return the layer in which numbers may stand for labels.

        Symbols within a reach of others, in sizes of a symbol with a number beside it, have
        a number there that moves with them. Each group has a sign with its numbers.

        Raises
        ------
        DoesNotFitError
            They find no places, or only far from theirs.
        """
        self._has_numbers = bool(self._paper.label)
        numbers = number_places(len(self.points), groups)
        self._maker = MarkMaker(self._atlas, self._measurer, self._size, numbers)
        left, top, right, bottom = self._beside.reaches
        room = reach * np.array([left + right, top + bottom])
        alone = self._alone([*crowds, *(one.members for one in groups)])
        signs = [one[1:3] for one in groups]
        others = np.vstack([self.points[alone], np.array(signs).reshape(-1, 2)])
        off = np.abs(self.points[alone][:, None] - others[None])
        met = np.all(off <= room, axis=2).sum(axis=1) > 1
        tight = [number for number, is_near in zip(alone, met, strict=True) if is_near]
        if not groups:
            return self.place(crowds, tight if self._paper.label else ())
        return self.place(crowds, tight, self._signs(groups, numbers))

    def place(
        self,
        crowds: Sequence[Crowd],
        tight: Crowd = (),
        signs: Sequence[Group] = (),
    ) -> SymbolLayer:
        """Return the layer in which each crowd shares a callout; the others have labels.

        Those that stand tight have a number beside their symbol where their name has no room, those
        of a sign one in it.
        """
        alone = self._alone([*crowds, *(one.members for one in signs)])
        loose = [number for number in alone if number not in tight]
        arranged = self._arranged(loose, tight, crowds, signs)
        symbols = [*map(self._maker.symbol, (*loose, *tight), arranged)]
        label_anchors = [*map(self._crowd_anchor, crowds), *map(self._symbol_anchor, arranged)]
        obstacles = self._obstacles([*(one[0] for one in crowds), *loose, *tight],
                                    label_anchors[: len(crowds)], arranged)  # fmt: skip
        placed = self._placed(crowds, loose, label_anchors, obstacles)
        named = self._named(tight, label_anchors[len(crowds) + len(loose) :], obstacles)
        alone_at = [*placed[len(crowds) :], *find_names(named, placed, obstacles)]
        labels = [*map(self._maker.label, (*loose, *tight), alone_at)]
        for crowd, candidate in zip(crowds, placed, strict=False):
            in_callout = self._in_callout(crowd, candidate)
            symbols += in_callout[0]
            labels += in_callout[1]
        callouts = [self._maker.callout(crowd, candidate, self.points)
                    for crowd, candidate in zip(crowds, placed, strict=False)]  # fmt: skip
        moved = map(move_sign, signs, arranged[len(alone) :])
        every = self._maker.in_list_order(symbols), self._maker.in_list_order(labels)
        numbers = self._maker.numbers(labels, signs)
        return SymbolLayer(*every, tuple(callouts), tuple(moved), numbers)

    def _placed(
        self,
        crowds: Sequence[Crowd],
        loose: Crowd,
        label_anchors: Sequence[LabelAnchor],
        obstacles: Obstacles,
    ) -> list[Candidate]:
        """Return the places of the callouts, and of the labels of those that stand loose."""
        label_anchors = label_anchors[: len(crowds) + len(loose)]
        offered = [
            *map(self._callouts, crowds, label_anchors),
            *self._adjacent(loose, label_anchors[len(crowds) :]),
        ]
        dense = partial(self._dense, [*([None] * len(crowds)), *loose], label_anchors)
        return place(offered, obstacles, dense) if offered else []

    def _dense(
        self, places: Sequence[int | None], label_anchors: Sequence[LabelAnchor], label: int
    ) -> Iterator[Candidate]:
        """Return more candidates of a label; none of a callout, which has no place of its own."""
        ways = () if (number := places[label]) is None else self._ways(number)
        return label_anchors[label].dense_candidates(ways)

    def _in_callout(self, crowd: Crowd, candidate: Candidate) -> tuple[list[Symbol], list[Label]]:
        """Return the symbols and labels of a callout."""
        cells = list(list_cells(candidate))
        symbols = map(self._maker.symbol_at, crowd, (cell.symbol for cell in cells))
        labels = map(self._maker.label_in, crowd, cells) if self._paper.label else ()
        return [*symbols], [*labels]

    def place_groups(self) -> SymbolLayer:
        """Return the layer in which places near each other share a sign; without labels."""
        groups = group_places(self.points, self._paper.symbol)
        several = tuple(one for one in groups if len(one.members) > 1)
        single = [self._maker.symbol_at(one.members[0], one[1:3])
                  for one in groups if one not in several]  # fmt: skip
        return SymbolLayer(self._maker.in_list_order(single), (), (), several)

    def _signs(self, groups: Sequence[Group], numbers: Sequence[int]) -> list[Group]:
        """Return groups with their numbers, and as wide as these."""
        figures = [f"{numbers[one.members[0]]}–{numbers[one.members[-1]]}" for one in groups]
        layouts = figure_layouts(figures, self._measurer, self._size)
        return [
            one._replace(
                numbers=text,
                half=layout.height / 2,
                reach=layout.width / 2 + SIGN_PADDING * self._size,
            )
            for one, text, layout in zip(groups, figures, layouts, strict=True)
        ]

    def _alone(self, crowds: Sequence[Crowd]) -> list[int]:
        crowded = {number for crowd in crowds for number in crowd}
        return [number for number in range(len(self.points)) if number not in crowded]

    @property
    def _beside(self) -> NumberBeside:
        half, mirrored = self._paper.symbol / 2, self._measurer.language.direction == "rtl"
        return NumberBeside(self._number, half, GAP * self._size, mirrored)

    def _named(
        self, tight: Crowd, anchors: Sequence[LabelAnchor], obstacles: Obstacles
    ) -> list[Numbered]:
        """Return those that stand tight, with their names as well as their numbers."""
        symbols = range(len(obstacles.own) - len(tight), len(obstacles.own))
        return [
            Numbered(symbol, anchor, self._ways(number), self._beside.candidate(anchor.x, anchor.y))
            for symbol, number, anchor in zip(symbols, tight, anchors, strict=False)
        ]

    def _ways(self, number: int) -> Sequence[LabelLayout]:
        """Return in which ways a label may be written."""
        if not self._has_numbers:
            return self._layouts[number]
        names = () if number in self._numbered else self._layouts[number]
        return (*names, self._number)

    def _arranged(
        self, loose: Crowd, tight: Crowd, crowds: Sequence[Crowd], signs: Sequence[Group]
    ) -> list[Arranged]:
        """Return symbols and signs, moved apart and away from the points of crowds."""
        reaches = np.full((len(loose) + len(tight), 4), self._paper.symbol / 2)
        reaches[len(loose) :] = self._beside.reaches
        wide = [(one.reach, one.half, one.reach, one.half) for one in signs]
        reaches = np.vstack([reaches, np.array(wide).reshape(-1, 4)])
        symbol = self._paper.symbol
        closed = self._basemap.undetermined if self._has_numbers else ()
        room = MarkLimits((BETWEEN - 1) * symbol, frame_labels(self._paper, self._basemap), symbol,
                          cover_closed(closed, self.points))  # fmt: skip
        middles_of_signs = np.array([one[1:3] for one in signs]).reshape(-1, 2)
        points: Floats = np.vstack([self.points[[*loose, *tight]], middles_of_signs])
        fixed = np.array([self.points[crowd].mean(axis=0) for crowd in crowds]).reshape(-1, 2)
        arranged = arrange_marks(points, reaches, fixed, room)
        if signs:
            check_near(arranged, points)
        return arranged

    def _symbol_anchor(self, arranged: Arranged) -> LabelAnchor:
        sizes = self._paper.symbol / 2, GAP * self._size, self._line, self._longest
        return LabelAnchor(*arranged.at, *sizes)

    def _crowd_anchor(self, crowd: Crowd) -> LabelAnchor:
        x, y = (points := self.points[crowd]).mean(axis=0).tolist()
        half = DOT_MM + float(np.abs(points - (x, y)).max())
        return LabelAnchor(x, y, half, 0, self._line, self._longest)

    def _callouts(self, crowd: Crowd, label_anchor: LabelAnchor) -> list[Candidate]:
        mirrored = self._measurer.language.direction == "rtl"
        measures = Measures(self._paper.symbol, self._size, mirrored)
        return list(list_callouts([self._ways(number) for number in crowd], label_anchor, measures))

    def _adjacent(
        self, alone: Crowd, label_anchors: Sequence[LabelAnchor]
    ) -> Iterator[list[Candidate]]:
        labelled = zip(alone, label_anchors, strict=True) if self._paper.label else ()
        for number, label_anchor in labelled:
            yield list(label_anchor.candidates(self._ways(number)))

    def _obstacles(
        self, first: Crowd, crowds: Sequence[LabelAnchor], arranged: Sequence[Arranged]
    ) -> Obstacles:
        """Return what labels keep clear of; `first` are numbers of presences, one of each."""
        basemap, places = self._basemap, self._atlas.places
        bar = make_scale_bar(basemap.map_frame, basemap.boundaries, mm(self._paper.text))
        return Obstacles(
            size=self._size,
            frame=frame_labels(self._paper, self._basemap),
            symbols=[
                *((one.x - one.half, one.y - one.half, one.x + one.half, one.y + one.half)
                  for one in crowds),
                *(one.box for one in arranged),
                *([bar.box] if bar else []),
            ],
            displacement_lines=[(number, one.line)
                                for number, one in enumerate(arranged, len(crowds)) if one.line],
            own=[own_areas(places[number], self._atlas) for number in first],
            delicate=[basemap.is_delicate(places[number]) for number in first],
            area_raster=basemap.area_raster,
            boundary_raster=basemap.boundary_raster,
            small_areas=find_small_areas(basemap, self._atlas),
            name_places=find_name_places(basemap, self._atlas),
        )  # fmt: skip
