"""Where on a sheet everything stands: title, map, what is under the map, and the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapping.errors import DoesNotFitError
from mapping.printing.frame import RATIO, MapFrame
from mapping.printing.papers import mm
from mapping.printing.typesetting.columns import Column, Columns, Text
from mapping.printing.typesetting.measure import MeasureRequest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapping.printing.papers import Paper
    from mapping.printing.typesetting.measure import TextMeasurer
    from mapping.printing.typesetting.sections import Section

# In sizes of the text.
BETWEEN = 2.6  # columns
ROOM = 1.0  # above and below the map, and around the rule
COUNT, FOOT = 1.5, 1.2  # sizes of type
BESIDE = ("legend", "figures")  # the parts that stand beside the map where there is a side
BOLD, PLAIN = 700, 400
SMALLEST = 0.3  # of the paper's height that the map must have


class PlacedColumn(NamedTuple):
    """A column, and its upper corner where reading begins: from that side, and from the top."""

    left: float
    top: float
    column: Column


class Layout(NamedTuple):
    """Lines above the map and under it, the map, the columns, and the rule; in millimetres."""

    head: tuple[Text, ...]
    foot: tuple[Text, ...]
    globe: MapFrame
    columns: tuple[PlacedColumn, ...]
    rule: float


def arrange(
    parts: Sequence[Section], texts: Mapping[str, str], paper: Paper, setter: TextMeasurer
) -> Layout:
    """Arrange a sheet: the columns as low as they can be, and the map as large.

    Raises
    ------
    DoesNotFitError
        The texts leave no room for the map.
    """
    size = mm(paper.text)
    columns = Columns(setter, size)
    head, end = _head(texts, paper, setter)
    beside = _stacked([part for part in parts if paper.side and part.name in BESIDE],
                      end, paper, columns)  # fmt: skip
    done = {one.column.name for one in beside}
    below = columns.fit([one for one in parts if one.name not in done], paper.inner, BETWEEN * size)
    top = paper.height - paper.margin - max((one.height for one in below), default=0)
    rule = top - ROOM * size / 2
    start = paper.margin + (paper.side + BETWEEN * size if paper.side else 0)
    foot, under = _foot(texts, paper, setter, start)
    room = (paper.margin if paper.side else end + ROOM * size, rule - ROOM * size - under)
    globe = _globe(paper, start, *room)
    if setter.language.direction == "rtl":
        globe = globe._replace(left=paper.width - globe.left - globe.width)
    at = globe.top + globe.height + ROOM * size
    placed = tuple(line._replace(y=line.y + at) for line in foot)
    return Layout(head, placed, globe, (*beside, *_side_by_side(below, top, paper)), rule)


def _head(
    texts: Mapping[str, str], paper: Paper, setter: TextMeasurer
) -> tuple[tuple[Text, ...], float]:
    """Set the title and how complete the list is; tell where they end."""
    width = paper.side or paper.inner
    title, end = _lines(setter, texts["title"], mm(paper.title), "title",
                        (paper.margin, paper.margin, width))  # fmt: skip
    told = (texts["header.count"], texts["header.as_of"])
    counts = told if paper.side else (" · ".join(told),)
    lines = [*title]
    for count in counts:
        more, end = _lines(setter, count, COUNT * mm(paper.text), "count",
                           (paper.margin, end, width))  # fmt: skip
        lines += more
    return tuple(lines), end


def _foot(
    texts: Mapping[str, str], paper: Paper, setter: TextMeasurer, start: float
) -> tuple[tuple[Text, ...], float]:
    """Set the disclaimer, and whether the map is cleared, from 0 down; tell their height."""
    end, lines = 0.0, list[Text]()
    for kind in ("disclaimer", "clearance"):
        place = (start, end, paper.width - paper.margin - start)
        more, end = _lines(setter, texts[kind], FOOT * mm(paper.text), kind, place)
        lines += more
    return tuple(lines), end


def _lines(
    setter: TextMeasurer, text: str, size: float, kind: str, place: tuple[float, float, float]
) -> tuple[list[Text], float]:
    """Set a text from a place (left, top, width); tell where it ends."""
    left, top, width = place
    face = setter.face
    leading = face.label_leading if kind == "title" else face.text_leading
    weight = BOLD if kind == "title" else PLAIN
    lines = setter.break_lines(
        [MeasureRequest(text, width / size, weight, balance=kind == "title")]
    )[0]
    given = [
        Text(left, top + (face.ascent + number * leading) * size, line.text, size, kind, line.width)
        for number, line in enumerate(lines)
    ]
    return given, top + len(lines) * leading * size


def _globe(paper: Paper, start: float, top: float, bottom: float) -> MapFrame:
    """Make the map as large as it can be between heights, right of `start` or left of it."""
    if bottom - top < SMALLEST * paper.height:
        message = "the texts leave no room for the map"
        raise DoesNotFitError(message)
    room = paper.width - paper.margin - start
    width = min(room, (bottom - top) * RATIO)
    left = start + (room - width) / 2
    return MapFrame(left, top + (bottom - top - width / RATIO) / 2, width)


def _stacked(
    parts: Sequence[Section], top: float, paper: Paper, columns: Columns
) -> tuple[PlacedColumn, ...]:
    """Set parts one below the other beside the map."""
    placed = []
    for part in parts:
        top += ROOM * mm(paper.text)
        column = columns.set(part, paper.side)
        placed.append(PlacedColumn(paper.margin, top, column))
        top += column.height
    return tuple(placed)


def _side_by_side(columns: Sequence[Column], top: float, paper: Paper) -> tuple[PlacedColumn, ...]:
    """Set columns side by side; what they leave of the width stands between them."""
    left = paper.inner - sum(one.width for one in columns)
    between = left / max(1, len(columns) - 1)
    starts = [
        paper.margin + sum(one.width + between for one in columns[:number])
        for number in range(len(columns))
    ]
    return tuple(
        PlacedColumn(start, top, column) for start, column in zip(starts, columns, strict=True)
    )
