"""Symbols and labels on the base map, and the lines that tie them to their points."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from mapping.errors import DoesNotFitError
from mapping.printing.label_placement.area_raster import AreaRaster
from mapping.printing.label_placement.boundary_raster import BoundaryRaster
from mapping.printing.label_placement.callouts import (
    Measures,
    group_crowds,
    list_callouts,
    list_cells,
)
from mapping.printing.label_placement.candidates import LabelAnchor, LabelLayout
from mapping.printing.label_placement.costs import Obstacles
from mapping.printing.label_placement.line_breaks import break_labels, number_layout
from mapping.printing.label_placement.marks import (
    Callout,
    Label,
    Symbol,
    make_lettering,
    make_symbol,
    set_lines,
)
from mapping.printing.label_placement.numbers import NumberBeside
from mapping.printing.label_placement.solve import place
from mapping.printing.layers.arrangement import Arranged, Room, arrange_marks
from mapping.printing.layers.basemap import find_small_areas
from mapping.printing.layers.groups import MOST_SINGLE, Group, group_places
from mapping.printing.papers import mm

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from mapping.atlas import Atlas
    from mapping.geo.arrays import Floats
    from mapping.printing.label_placement.candidates import Align, Box, Candidate, Cell
    from mapping.printing.label_placement.marks import Point
    from mapping.printing.layers.basemap import Basemap
    from mapping.printing.papers import Paper
    from mapping.printing.typesetting.measure import TextMeasurer

    Crowd = Sequence[int]  # the numbers of the presences of one place

GAP = 0.18  # sizes of type between a symbol or a leader line and the label
BETWEEN = 1.1  # widths of a symbol from one to the next
# How near symbols are, in sizes of one with a number beside it, for the number to move with them.
TIGHT_REACHES = (0.6, 1.0)
DOT_MM = 0.3  # half the width of the dot at the end of a line to a place
NO_LABEL = LabelLayout((), 0, 0, 0)  # the label on a sheet that has none

Mark = TypeVar("Mark", Symbol, Label)


@dataclass(frozen=True)
class SymbolLayer:
    """What is drawn on the base map; symbols and labels in the order of the list."""

    symbols: tuple[Symbol, ...]
    labels: tuple[Label, ...]
    callouts: tuple[Callout, ...]
    groups: tuple[Group, ...] = ()
    dot: float = DOT_MM

    @property
    def numbered(self) -> frozenset[str]:
        """The presences that have a number in the place of a label."""
        return frozenset(label.id for label in self.labels if label.is_number)


def draw_symbols(
    atlas: Atlas,
    paper: Paper,
    basemap: Basemap,
    measurer: TextMeasurer,
    numbered: Container[str] = (),
) -> SymbolLayer:
    """Return symbols and labels, placed, in the measurer's language.

    Where the labels find no places side by side, some presences have numbers in their place:
    theirs in the list, from one. Those of `numbered` have them whether or not. Where numbers find
    none either, or there are too many places, those near each other share a sign with their count.
    """
    builder = _LayerBuilder(atlas, paper, basemap, measurer, numbered)
    if len(builder.points) > MOST_SINGLE:
        return builder.place_groups()
    every = list(group_crowds(builder.points, paper.symbol))
    if not numbered:
        for crowds in every:
            with suppress(DoesNotFitError):
                return builder.place(crowds)
    for reach in TIGHT_REACHES:
        with suppress(DoesNotFitError):
            return builder.place_with_numbers(every[0], reach)
    return builder.place_groups()


class _LayerBuilder:
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
        anchors = [place.anchor for place in atlas.places]
        pairs = [basemap.map_frame.point(anchor.longitude, anchor.latitude) for anchor in anchors]
        self.points: Floats = np.array(pairs).reshape(-1, 2)  # of an empty list too
        self._size = mm(paper.label or paper.text)
        self._line = self._size * measurer.metrics.label_leading
        self._letterings = [make_lettering(place, measurer.language) for place in atlas.places]
        self._layouts: Sequence[Sequence[LabelLayout]] = [(NO_LABEL,)] * len(anchors)
        if paper.label:
            self._layouts = break_labels(self._letterings, measurer, self._size)
        self._number = number_layout(len(anchors), measurer, self._size)
        self._numbered = {number for number, one in enumerate(atlas.places)
                          if one.presence.id in numbered}  # fmt: skip
        self._has_numbers = False

    def place_with_numbers(self, crowds: Sequence[Crowd], reach: float) -> SymbolLayer:
        """Return the layer in which numbers may stand for labels.

        Symbols within a reach of others, in sizes of a symbol with a number beside it, have
        a number there that moves with them.
        """
        self._has_numbers = bool(self._paper.label)
        left, top, right, bottom = self._beside.reaches
        room = reach * np.array([left + right, top + bottom])
        alone = self._alone(crowds)
        off = np.abs(self.points[alone][:, None] - self.points[alone][None])
        met = np.all(off <= room, axis=2).sum(axis=1) > 1
        tight = [number for number, is_near in zip(alone, met, strict=True) if is_near]
        return self.place(crowds, tight if self._paper.label else ())

    def place(self, crowds: Sequence[Crowd], tight: Crowd = ()) -> SymbolLayer:
        """Return the layer in which each crowd shares a callout; the others have labels.

        Those that stand tight have a number beside their symbol.
        """
        loose = [number for number in self._alone(crowds) if number not in tight]
        arranged = self._arranged(loose, tight, crowds)
        symbols = [self._symbol(number, one.at)._replace(displacement_line=one.line)
                   for number, one in zip((*loose, *tight), arranged, strict=True)]  # fmt: skip
        label_anchors = [*map(self._crowd_anchor, crowds), *map(self._symbol_anchor, arranged)]
        label_anchors = label_anchors[: len(crowds) + len(loose)]
        offered = [
            *map(self._callouts, crowds, label_anchors),
            *self._adjacent(loose, label_anchors[len(crowds) :]),
        ]
        first = [crowd[0] for crowd in crowds] + loose
        obstacles = self._obstacles(first, label_anchors[: len(crowds)], arranged)
        placed = place(offered, obstacles) if offered else []
        labels = [
            *map(self._label, loose, placed[len(crowds) :]),
            *map(self._number_beside, tight, arranged[len(loose) :]),
        ]
        for crowd, candidate in zip(crowds, placed, strict=False):
            cells = list(list_cells(candidate))
            symbols += map(self._symbol, crowd, (cell.symbol for cell in cells))
            labels += map(self._label_in, crowd, cells) if self._paper.label else ()
        frames = map(self._frame, crowds, placed)
        return SymbolLayer(self._in_list_order(symbols), self._in_list_order(labels), tuple(frames))

    def place_groups(self) -> SymbolLayer:
        """Return the layer in which places near each other share a sign; without labels."""
        groups = group_places(self.points, self._paper.symbol)
        several = tuple(one for one in groups if len(one.members) > 1)
        single = [self._symbol(one.members[0], one[1:3]) for one in groups if one not in several]
        return SymbolLayer(self._in_list_order(single), (), (), several)

    def _alone(self, crowds: Sequence[Crowd]) -> list[int]:
        crowded = {number for crowd in crowds for number in crowd}
        return [number for number in range(len(self.points)) if number not in crowded]

    @property
    def _beside(self) -> NumberBeside:
        half, mirrored = self._paper.symbol / 2, self._measurer.language.direction == "rtl"
        return NumberBeside(self._number, half, GAP * self._size, mirrored)

    def _number_beside(self, number: int, at: Arranged) -> Label:
        beside = self._beside
        return self._set_label(number, beside.layout, beside.box(*at.at), beside.align)

    def _ways(self, number: int) -> Sequence[LabelLayout]:
        """Return in which ways a label may be written."""
        if not self._has_numbers:
            return self._layouts[number]
        names = () if number in self._numbered else self._layouts[number]
        return (*names, self._number)

    def _arranged(self, loose: Crowd, tight: Crowd, crowds: Sequence[Crowd]) -> list[Arranged]:
        """Return the symbols, moved apart and away from the points of crowds."""
        middles = [self.points[crowd].mean(axis=0) for crowd in crowds]
        reaches = np.full((len(loose) + len(tight), 4), self._paper.symbol / 2)
        reaches[len(loose) :] = self._beside.reaches
        symbol = self._paper.symbol
        room = Room((BETWEEN - 1) * symbol, _frame(self._paper, self._basemap), symbol)
        points = self.points[[*loose, *tight]]
        return arrange_marks(points, reaches, np.array(middles).reshape(-1, 2), room)

    def _symbol(self, number: int, at: Point) -> Symbol:
        return make_symbol(self._atlas.places[number], self._atlas, self._measurer.language, at)

    def _symbol_anchor(self, arranged: Arranged) -> LabelAnchor:
        return LabelAnchor(*arranged.at, self._paper.symbol / 2, GAP * self._size, self._line)

    def _crowd_anchor(self, crowd: Crowd) -> LabelAnchor:
        points = self.points[crowd]
        x, y = points.mean(axis=0).tolist()
        return LabelAnchor(x, y, DOT_MM + float(np.abs(points - (x, y)).max()), 0, self._line)

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
        return Obstacles(
            size=self._size,
            frame=_frame(self._paper, self._basemap),
            symbols=[
                *((one.x - one.half, one.y - one.half, one.x + one.half, one.y + one.half)
                  for one in crowds),
                *(one.box for one in arranged),
            ],
            displacement_lines=[(number, one.line)
                                for number, one in enumerate(arranged, len(crowds)) if one.line],
            codes=[self._atlas.places[number].area for number in first],
            area_raster=self._area_raster,
            boundary_raster=self._boundary_raster,
            small_areas=find_small_areas(self._basemap, self._atlas),
        )  # fmt: skip

    @cached_property
    def _area_raster(self) -> AreaRaster:
        paper, basemap = self._paper, self._basemap
        return AreaRaster((paper.width, paper.height), basemap.polygons, basemap.avoid)

    @cached_property
    def _boundary_raster(self) -> BoundaryRaster:
        return BoundaryRaster((self._paper.width, self._paper.height), self._basemap.boundaries)

    def _label(self, number: int, candidate: Candidate) -> Label:
        layout, box, align, *_ = candidate
        return self._set_label(number, layout, box, align)._replace(leader=candidate.leader)

    def _label_in(self, number: int, cell: Cell) -> Label:
        align: Align = "right" if self._measurer.language.direction == "rtl" else "left"
        return self._set_label(number, cell.layout, cell.box, align)

    def _set_label(self, number: int, layout: LabelLayout, box: Box, align: Align) -> Label:
        text = set_lines(layout, box, align, self._measurer.metrics, self._size)
        if layout.is_number:
            last = [line._replace(text=str(number + 1), kind="label number") for line in text[-1:]]
        else:
            letters = self._letterings[number].letters
            last = [line._replace(letters=letters) for line in text[-1:]]
        presence = self._atlas.places[number].presence
        return Label(presence.id, (*text[:-1], *last), box, align, is_number=layout.is_number)

    def _frame(self, crowd: Crowd, candidate: Candidate) -> Callout:
        ids = tuple(self._atlas.places[number].presence.id for number in crowd)
        points = dict.fromkeys(tuple(self.points[number].round(2).tolist()) for number in crowd)
        return Callout(ids, candidate.box, candidate.leader, tuple(points))

    def _in_list_order(self, marks: Iterable[Mark]) -> tuple[Mark, ...]:
        order = {place.presence.id: number for number, place in enumerate(self._atlas.places)}
        return tuple(sorted(marks, key=lambda mark: order[mark.id]))


def _frame(paper: Paper, basemap: Basemap) -> Box:
    """Return where labels may be: from half a margin to the other, or clear of a side column."""
    beyond, map_frame = paper.margin / 2, basemap.map_frame
    left, right = beyond, paper.width - beyond
    if paper.side:
        left, right = map_frame.left - beyond, map_frame.left + map_frame.width + beyond
    return left, map_frame.top, right, map_frame.top + map_frame.height
