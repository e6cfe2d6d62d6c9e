"""Symbols and labels on the base map, and the lines that tie them to their points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar

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
from mapping.printing.label_placement.line_breaks import break_labels
from mapping.printing.label_placement.marks import (
    Label,
    Symbol,
    add_displacement_lines,
    make_lettering,
    make_symbol,
    set_lines,
)
from mapping.printing.label_placement.solve import place
from mapping.printing.layers.displacement import displace
from mapping.printing.papers import mm

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mapping.atlas import Atlas
    from mapping.geo.arrays import Floats
    from mapping.printing.frame import MapFrame
    from mapping.printing.label_placement.candidates import Align, Box, Candidate, Cell, Segment
    from mapping.printing.label_placement.marks import Point
    from mapping.printing.layers.basemap import Basemap
    from mapping.printing.papers import Paper
    from mapping.printing.typesetting.measure import TextMeasurer

    Crowd = Sequence[int]  # the numbers of the presences of one place

GAP = 0.18  # sizes of type between a symbol or a leader line and the label
BETWEEN = 1.1  # widths of a symbol from one to the next
DOT_MM = 0.3  # half the width of the dot at the end of a line to a place
NO_LABEL = LabelLayout((), 0, 0, 0)  # the label on a sheet that has none

Mark = TypeVar("Mark", Symbol, Label)


class Callout(NamedTuple):
    """The frame around the presences of one place, the line to it, and their points there."""

    ids: tuple[str, ...]
    box: Box
    leader: Segment | None
    points: tuple[Point, ...]


@dataclass(frozen=True)
class SymbolLayer:
    """What is drawn on the base map; symbols and labels in the order of the list."""

    symbols: tuple[Symbol, ...]
    labels: tuple[Label, ...]
    callouts: tuple[Callout, ...]
    dot: float = DOT_MM


def draw_symbols(
    atlas: Atlas, paper: Paper, map_frame: MapFrame, basemap: Basemap, measurer: TextMeasurer
) -> SymbolLayer:
    """Return symbols and labels, placed, in the measurer's language.

    Raises
    ------
    DoesNotFitError
        The labels find no places side by side.
    """
    builder = _LayerBuilder(atlas, paper, map_frame, basemap, measurer)
    failure = DoesNotFitError()
    for crowds in group_crowds(builder.points, paper.symbol):
        try:
            return builder.place(crowds)
        except DoesNotFitError as error:
            failure = error
    raise failure


class _LayerBuilder:
    """Makes the layer; holds all that is the same whichever presences share a callout."""

    def __init__(
        self,
        atlas: Atlas,
        paper: Paper,
        map_frame: MapFrame,
        basemap: Basemap,
        measurer: TextMeasurer,
    ) -> None:
        self._atlas, self._paper, self._map_frame = atlas, paper, map_frame
        self._basemap, self._measurer = basemap, measurer
        anchors = [place.anchor for place in atlas.places]
        pairs = [map_frame.point(anchor.longitude, anchor.latitude) for anchor in anchors]
        self.points: Floats = np.array(pairs).reshape(-1, 2)  # of an empty list too
        self._size = mm(paper.label or paper.text)
        self._line = self._size * measurer.metrics.label_leading
        self._letterings = [make_lettering(place, measurer.language) for place in atlas.places]
        self._layouts: Sequence[Sequence[LabelLayout]] = [(NO_LABEL,)] * len(anchors)
        if paper.label:
            self._layouts = break_labels(self._letterings, measurer, self._size)

    def place(self, crowds: Sequence[Crowd]) -> SymbolLayer:
        """Return the layer in which each crowd shares a callout; the others have labels."""
        crowded = {number for crowd in crowds for number in crowd}
        alone = [number for number in range(len(self.points)) if number not in crowded]
        symbols = self._displaced(alone, crowds)
        label_anchors = [*map(self._crowd_anchor, crowds), *map(self._symbol_anchor, symbols)]
        offered = [
            *map(self._callouts, crowds, label_anchors),
            *self._adjacent(alone, label_anchors[len(crowds) :]),
        ]
        first = [crowd[0] for crowd in crowds] + alone
        placed = place(offered, self._obstacles(first, label_anchors, symbols)) if offered else []
        labels = list(map(self._label, alone, placed[len(crowds) :]))
        for crowd, candidate in zip(crowds, placed, strict=False):
            cells = list(list_cells(candidate))
            symbols += map(self._symbol, crowd, (cell.symbol for cell in cells))
            labels += map(self._label_in, crowd, cells) if self._paper.label else ()
        frames = map(self._frame, crowds, placed)
        return SymbolLayer(self._in_list_order(symbols), self._in_list_order(labels), tuple(frames))

    def _displaced(self, alone: Crowd, crowds: Sequence[Crowd]) -> list[Symbol]:
        """Return the symbols, moved apart and away from the points of crowds."""
        own = [self.points[number] for number in alone]
        middles = [self.points[crowd].mean(axis=0) for crowd in crowds]
        points = np.array([*own, *middles]).reshape(-1, 2)
        moved = displace(points, self._paper.symbol * BETWEEN, fixed=len(crowds)).tolist()
        symbols = [*map(self._symbol, alone, moved)]
        return add_displacement_lines(symbols, [(x, y) for x, y in own], self._paper.symbol)

    def _symbol(self, number: int, at: Point) -> Symbol:
        return make_symbol(self._atlas.places[number], self._atlas, self._measurer.language, at)

    def _symbol_anchor(self, symbol: Symbol) -> LabelAnchor:
        return LabelAnchor(symbol.x, symbol.y, self._paper.symbol / 2, GAP * self._size, self._line)

    def _crowd_anchor(self, crowd: Crowd) -> LabelAnchor:
        points = self.points[crowd]
        x, y = points.mean(axis=0).tolist()
        return LabelAnchor(x, y, DOT_MM + float(np.abs(points - (x, y)).max()), 0, self._line)

    def _callouts(self, crowd: Crowd, label_anchor: LabelAnchor) -> list[Candidate]:
        mirrored = self._measurer.language.direction == "rtl"
        measures = Measures(self._paper.symbol, self._size, mirrored)
        return list(
            list_callouts([self._layouts[number] for number in crowd], label_anchor, measures)
        )

    def _adjacent(
        self, alone: Crowd, label_anchors: Sequence[LabelAnchor]
    ) -> Iterator[list[Candidate]]:
        for number, label_anchor in (
            zip(alone, label_anchors, strict=True) if self._paper.label else ()
        ):
            yield list(label_anchor.candidates(self._layouts[number]))

    def _obstacles(
        self, first: Crowd, label_anchors: Sequence[LabelAnchor], symbols: Sequence[Symbol]
    ) -> Obstacles:
        """Return what labels keep clear of; `first` are numbers of presences, one of each."""
        offset = len(label_anchors) - len(symbols)
        return Obstacles(
            size=self._size,
            frame=_frame(self._paper, self._map_frame),
            symbols=[(one.x - one.half, one.y - one.half, one.x + one.half, one.y + one.half)
                     for one in label_anchors],
            displacement_lines=[
                (number, one.displacement_line) for number, one in enumerate(symbols, offset)
                if one.displacement_line],
            codes=[self._atlas.places[number].area for number in first],
            area_raster=self._area_raster,
            boundary_raster=self._boundary_raster,
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
        letters = self._letterings[number].letters
        text = set_lines(layout, box, align, self._measurer.metrics, self._size)
        text[-1:] = [line._replace(letters=letters) for line in text[-1:]]
        return Label(self._atlas.places[number].presence.id, tuple(text), align)

    def _frame(self, crowd: Crowd, candidate: Candidate) -> Callout:
        ids = tuple(self._atlas.places[number].presence.id for number in crowd)
        points = dict.fromkeys(tuple(self.points[number].round(2).tolist()) for number in crowd)
        return Callout(ids, candidate.box, candidate.leader, tuple(points))

    def _in_list_order(self, marks: Iterable[Mark]) -> tuple[Mark, ...]:
        order = {place.presence.id: number for number, place in enumerate(self._atlas.places)}
        return tuple(sorted(marks, key=lambda mark: order[mark.id]))


def _frame(paper: Paper, map_frame: MapFrame) -> Box:
    """Return where labels may be: from half a margin to the other, or clear of a side column."""
    beyond = paper.margin / 2
    left, right = beyond, paper.width - beyond
    if paper.side:
        left, right = map_frame.left - beyond, map_frame.left + map_frame.width + beyond
    return left, map_frame.top, right, map_frame.top + map_frame.height
