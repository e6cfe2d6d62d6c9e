"""Where on a sheet everything is: title, map, what is under the map, and the columns."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mapping.errors import DoesNotFitError
from mapping.printing.frame import MapFrame
from mapping.printing.papers import mm
from mapping.printing.typesetting.columns import Column, Columns, PlacedColumn, Text
from mapping.printing.typesetting.flow import ListSetter
from mapping.printing.typesetting.key import KeyRoom
from mapping.printing.typesetting.measure import BOLD, PLAIN, MeasureRequest
from mapping.printing.view import WORLD, choose_view

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapping.geo.arrays import Floats
    from mapping.printing.papers import Paper
    from mapping.printing.typesetting.measure import TextMeasurer
    from mapping.printing.typesetting.sections import Section

# In sizes of the text.
BETWEEN = 2.6  # columns
ROOM = 1.0  # above and below the map, and around the rule
COUNT, FOOT = 1.5, 1.2  # sizes of type
SIDE_SECTIONS = (
    "legend",
    "figures",
)  # the sections next to the map where the paper has a side column
STEP = 0.2  # points, by which the text is made larger,
NEARLY = 0.99  # of the width of the map, which larger text leaves it
MAX_INDEX_SHARE = 0.15  # of the paper's height that an index may take
MIN_MAP_SHARE = 0.3  # of the paper's height that the map must have
ASPECT_RATIO = WORLD.width / WORLD.height


class Layout(NamedTuple):
    """Lines above the map and under it, the map, the columns, the rules; in millimetres.

    `room` is all that the map may take: left, top, right and bottom. What is left under the map is
    the key's, on a paper that has one.
    """

    head: tuple[Text, ...]
    foot: tuple[Text, ...]
    map_frame: MapFrame
    room: tuple[float, float, float, float]
    columns: tuple[PlacedColumn, ...]
    rules: tuple[float, ...]
    key_room: KeyRoom


def arrange(
    sections: Sequence[Section],
    texts: Mapping[str, str],
    paper: Paper,
    measurer: TextMeasurer,
    index: Section | None = None,
) -> Layout:
    """Return the arrangement of a sheet: the columns as low as they can be, and the map as large.

    An index is set right under the map, over the whole width. The map is of the world.

    Raises
    ------
    DoesNotFitError
        The texts leave no room for the map, or the index takes too much of it.
    """
    size = mm(paper.text)
    columns = Columns(measurer, size)
    head, end = _head(texts, paper, measurer)
    at_side = [one for one in sections if paper.side and one.name in SIDE_SECTIONS]
    side_columns = _stacked(at_side, end, paper, columns)
    done = {one.column.name for one in side_columns}
    below = columns.fit(
        [one for one in sections if one.name not in done], paper.inner, BETWEEN * size
    )
    top = paper.height - paper.margin - max((one.height for one in below), default=0)
    rules = [top - ROOM * size / 2]
    listed = _band(index, rules, paper, measurer) if index else []
    start = paper.margin + (paper.side + BETWEEN * size if paper.side else 0)
    foot, under = _foot(texts, paper, measurer, start)
    upper = paper.margin if paper.side else end + ROOM * size
    room = (start, upper, paper.width - paper.margin, rules[-1] - ROOM * size - under)
    map_frame = _fit_map(paper, start, upper, room[3])
    if measurer.language.direction == "rtl":
        map_frame = map_frame._replace(left=paper.width - map_frame.left - map_frame.width)
        room = (paper.width - room[2], upper, paper.width - start, room[3])
    at = map_frame.top + map_frame.height + ROOM * size
    placed = tuple(line._replace(y=line.y + at) for line in foot)
    every = (*side_columns, *listed, *_side_by_side(below, top, paper))
    key_room = KeyRoom(*_key_span(placed, rules[-1], size))
    return Layout(head, placed, map_frame, room, every, tuple(rules), key_room)


def show_places(layout: Layout, places: Floats) -> Layout:
    """Return the arrangement with a map of the places alone, which then takes all the room.

    It stays the world's where they are not close together; down to the pole, it is as high as
    before. Places are longitude, latitude, in degrees.
    """
    left, top, right, bottom = layout.room
    view = choose_view(places, (right - left, bottom - top))
    world, map_frame = layout.map_frame, MapFrame(left, top, right - left, view)
    if view == world.view:
        return layout
    if not view.is_near:
        width = world.height * view.width / view.height
        left = world.left + (world.width - width) / 2
        return layout._replace(map_frame=MapFrame(left, world.top, width, view))
    down = bottom - world.top - world.height
    return layout._replace(
        map_frame=map_frame,
        foot=tuple(line._replace(y=line.y + down) for line in layout.foot),
        key_room=KeyRoom(layout.rules[-1], 0.0),
    )


def enlarge_text(
    sections: Sequence[Section],
    texts: Mapping[str, str],
    paper: Paper,
    measurer: TextMeasurer,
    index: Section | None = None,
) -> Paper:
    """Return the paper with its text as large as it can be with the map as wide as it is.

    What would be empty between the map and the columns makes them easier to read.

    Raises
    ------
    DoesNotFitError
        There is no arrangement even with the smallest text (see `arrange`).
    """
    width = arrange(sections, texts, paper, measurer, index).map_frame.width
    sizes = np.arange(paper.text, max(paper.largest, paper.text) + STEP / 2, STEP).tolist()

    def is_too_large(text: float) -> bool:
        try:
            layout = arrange(sections, texts, replace(paper, text=text), measurer, index)
        except DoesNotFitError:
            return True
        too_low = paper.side and _lowest(layout) > layout.rules[-1]
        narrower = layout.map_frame.width < NEARLY * width
        return bool(too_low) or narrower or layout.key_room.height < paper.key_height

    grown = bisect_left(sizes, x=True, lo=1, key=is_too_large)  # the first that is
    return replace(paper, text=sizes[grown - 1])


def _lowest(layout: Layout) -> float:
    """Return how far down the columns next to the map reach."""
    return max((one.top + one.column.height for one in layout.columns
                if one.column.name in SIDE_SECTIONS), default=0)  # fmt: skip


def _key_span(foot: Sequence[Text], rule: float, size: float) -> tuple[float, float]:
    """Return where the key begins, and how high it may be: between the foot and the rule."""
    top = foot[-1].y + ROOM * size if foot else rule
    return top, max(0.0, rule - ROOM * size / 2 - top)


def _band(
    index: Section, rules: list[float], paper: Paper, measurer: TextMeasurer
) -> list[PlacedColumn]:
    """Return an index set above the last rule, and add the rule above it."""
    room = ROOM * mm(paper.text)
    columns, height = ListSetter(index, paper, measurer).band()
    if height > MAX_INDEX_SHARE * paper.height:
        message = "the index leaves no room for the map"
        raise DoesNotFitError(message)
    top = rules[-1] - room / 2 - height
    rules.append(top - room / 2)
    return [one._replace(top=one.top + top) for one in columns]


def _head(
    texts: Mapping[str, str], paper: Paper, measurer: TextMeasurer
) -> tuple[tuple[Text, ...], float]:
    """Return the title and how complete the list is, set, and where they end."""
    width = paper.side or paper.inner
    title, end = _lines(measurer, texts["title"], mm(paper.title), "title",
                        (paper.margin, paper.margin, width))  # fmt: skip
    counts = tuple(filter(None, (texts["header.count"], texts["header.as_of"])))
    lines_of_counts = counts if paper.side else (" · ".join(counts),)
    lines = [*title]
    for count in lines_of_counts:
        more, end = _lines(measurer, count, COUNT * mm(paper.text), "count",
                           (paper.margin, end, width))  # fmt: skip
        lines += more
    return tuple(lines), end


def _foot(
    texts: Mapping[str, str], paper: Paper, measurer: TextMeasurer, start: float
) -> tuple[tuple[Text, ...], float]:
    """Return the disclaimer and whether the map is cleared, set from 0 down, and their height.

    What has room behind another stands on its line.
    """
    end, lines = 0.0, list[Text]()
    right, size = paper.width - paper.margin, FOOT * mm(paper.text)
    for kind in filter(texts.get, ("disclaimer", "clearance", "further")):
        place = (start, end, right - start)
        more, below = _lines(measurer, texts[kind], size, kind, place)
        left = lines[-1].end + BETWEEN * size if lines else right
        if len(more) == 1 and left + more[0].length * size < right:
            lines.append(more[0]._replace(x=left, y=lines[-1].y))
        else:
            lines += more
            end = below
    return tuple(lines), end


def _lines(
    measurer: TextMeasurer, text: str, size: float, kind: str, place: tuple[float, float, float]
) -> tuple[list[Text], float]:
    """Return a text set from a place (left, top, width), and where it ends."""
    left, top, width = place
    metrics = measurer.metrics
    leading = metrics.label_leading if kind == "title" else metrics.text_leading
    weight = BOLD if kind == "title" else PLAIN
    lines = measurer.break_lines(
        [MeasureRequest(text, width / size, weight, balance=kind == "title")]
    )[0]
    texts_set = [
        Text(
            left,
            top + (metrics.ascent + number * leading) * size,
            line.text,
            size,
            kind,
            line.width,
        )
        for number, line in enumerate(lines)
    ]
    return texts_set, top + len(lines) * leading * size


def _fit_map(paper: Paper, start: float, top: float, bottom: float) -> MapFrame:
    """Return the frame of the map, as large as it can be between two heights, after `start`."""
    if bottom - top < MIN_MAP_SHARE * paper.height:
        message = "the texts leave no room for the map"
        raise DoesNotFitError(message)
    room = paper.width - paper.margin - start
    width = min(room, (bottom - top) * ASPECT_RATIO)
    left = start + (room - width) / 2
    spare = 0 if paper.key_text else (bottom - top - width / ASPECT_RATIO) / 2
    return MapFrame(left, top + spare, width)


def _stacked(
    sections: Sequence[Section], top: float, paper: Paper, columns: Columns
) -> tuple[PlacedColumn, ...]:
    """Return sections set one below the other next to the map."""
    placed = []
    for section in sections:
        top += ROOM * mm(paper.text)
        column = columns.set(section, paper.side)
        placed.append(PlacedColumn(paper.margin, top, column))
        top += column.height
    return tuple(placed)


def _side_by_side(columns: Sequence[Column], top: float, paper: Paper) -> tuple[PlacedColumn, ...]:
    """Return columns set side by side; what they leave of the width is between them."""
    left = paper.inner - sum(one.width for one in columns)
    between = left / max(1, len(columns) - 1)
    starts = [
        paper.margin + sum(one.width + between for one in columns[:number])
        for number in range(len(columns))
    ]
    return tuple(
        PlacedColumn(start, top, column) for start, column in zip(starts, columns, strict=True)
    )
