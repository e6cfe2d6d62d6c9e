"""The key under the map: which country each number on it stands for, in running lines."""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mapping.errors import DoesNotFitError
from mapping.printing.papers import mm
from mapping.printing.typesetting.columns import (
    Column,
    Paragraph,
    PlacedColumn,
    Text,
)
from mapping.printing.typesetting.measure import BOLD, MeasureRequest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.printing.papers import Paper
    from mapping.printing.typesetting.measure import Line, TextMeasurer
    from mapping.printing.typesetting.sections import Section

COLUMNS = 4
BETWEEN = 2.0  # columns, in sizes of the type
LEADING = {"ltr": 1.2, "rtl": 1.35}  # from line to line, in sizes of the type
AFTER_HEADING = 0.6  # room behind it, likewise
SMALLEST = 4.5  # points
STEP = 0.1  # points, by which type is made smaller until there is room
WITHIN, BETWEEN_ENTRIES = "\u00a0", "\u2002"  # spaces: no line begins between number and name


class KeyRoom(NamedTuple):
    """Where the key is: its upper edge and its height, in millimetres."""

    top: float
    height: float


def set_key(
    section: Section, room: KeyRoom, paper: Paper, measurer: TextMeasurer
) -> tuple[PlacedColumn, ...]:
    """Return a key as large as its room allows, in columns side by side.

    Raises
    ------
    DoesNotFitError
        It would be too small to be read.
    """
    if not section.entries:
        return ()
    direction = measurer.language.direction
    [[title]] = measurer.break_lines([MeasureRequest(section.heading, weight=BOLD)])

    def lines_of(points: float) -> list[Line]:
        return _lines(section, _width(paper, points) / mm(points), measurer)

    def fits(points: float) -> bool:
        rows, size = math.ceil(len(lines_of(points)) / COLUMNS), mm(points)
        whole = title.width * size <= _width(paper, points)
        return whole and rows * LEADING[direction] * size <= room.height

    sizes = np.arange(SMALLEST, paper.text + STEP / 2, STEP)[::-1].tolist()
    chosen = bisect_left(sizes, x=True, key=fits)  # the first of which that is true
    if chosen == len(sizes):
        message = "the key has no room under the map"
        raise DoesNotFitError(message)
    lines, size = lines_of(sizes[chosen]), mm(sizes[chosen])
    columns = _columns(title, lines, math.ceil(len(lines) / COLUMNS), size, measurer)
    step = _width(paper, sizes[chosen]) + BETWEEN * size
    return tuple(PlacedColumn(paper.margin + number * step, room.top, one)
                 for number, one in enumerate(columns))  # fmt: skip


def _width(paper: Paper, points: float) -> float:
    """Return the width of a column in millimetres, by the size of its type in points."""
    return (paper.inner - (COLUMNS - 1) * BETWEEN * mm(points)) / COLUMNS


def _lines(section: Section, width: float, measurer: TextMeasurer) -> list[Line]:
    """Return the heading and the entries behind it, broken into lines.

    All are measured in bold type, which is wider than that of the names.
    """
    entries = (f"{one.marker}{WITHIN}{_unbroken(one.text)}" for one in section.entries)
    text = BETWEEN_ENTRIES.join((_unbroken(section.heading), *entries))
    return measurer.break_lines([MeasureRequest(text, width, BOLD, whole=True)])[0]


def _unbroken(text: str) -> str:
    return text.replace(" ", WITHIN)


def _columns(
    title: Line, lines: list[Line], rows: int, size: float, measurer: TextMeasurer
) -> Iterator[Column]:
    """Yield the lines in columns, the title of the first on its first line."""
    leading = LEADING[measurer.language.direction] * size
    first = measurer.metrics.ascent * size
    heading = Text(0, first, title.text, size, "heading", title.width)
    behind = lines[0].text.removeprefix(_unbroken(title.text)).lstrip(BETWEEN_ENTRIES)
    indent = (title.width + AFTER_HEADING) * size
    rest = title.width + AFTER_HEADING
    for start in range(0, len(lines), rows):
        texts = [Text(0, first + row * leading, line.text, size, "key", line.width)
                 for row, line in enumerate(lines[start : start + rows])]  # fmt: skip
        if not start:
            length = max(0.0, texts[0].length - rest)
            texts[:1] = [texts[0]._replace(x=indent, text=behind, length=length)] if behind else []
        headings = () if start else (heading,)
        width = max(one.end for one in (*headings, *texts))
        yield Column("key", headings, (Paragraph(tuple(texts)),), width, rows * leading)
