"""Sections set in columns of one height, as low as they can be."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mapping.printing.typesetting.measure import BOLD, MeasureRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.geo.arrays import Floats
    from mapping.printing.typesetting.measure import Line, TextMeasurer
    from mapping.printing.typesetting.sections import Entry, LegendKey, Section

    Lines = Sequence[Line]
    Place = tuple[float, float]

STEP_MM = 2.0  # by which widths of columns differ
LOWEST = 0.7  # of the width: columns that would be higher are not tried
NARROWEST = 10.0  # units of the size of type
MOST_PARTS = 3  # side by side, that the paragraphs of a section may be set in,
PART_GAP = 1.6  # sizes of the text apart,
WIDE = 2.0  # where sections would stand apart by more than so many times the gap
HEADING = 1.15  # sizes of type, in sizes of the text
NUMBER = 2.3
MIDDLE = 0.34  # of letters above the base line
INDENT = {"letter": 1.3, "key": 2.9, "number": 2.4}  # of paragraphs behind one of these
AFTER = {"heading": 0.45, "entry": 0.3, "figure": 0.7}  # room, in sizes of the text


class Text(NamedTuple):
    """A line of type: its base line's start and its size in millimetres, and what kind it is.

    `length` is in units of the size; letters of footnotes are not counted.
    """

    x: float
    y: float
    text: str
    size: float
    kind: str
    length: float = 0
    letters: str = ""

    @property
    def end(self) -> float:
        """Where the line ends, as far from where it begins as it is long."""
        return self.x + self.length * self.size


class PlacedKey(NamedTuple):
    """A key of the legend: where it begins, and the middle of its height, in millimetres."""

    x: float
    y: float
    key: LegendKey


class Paragraph(NamedTuple):
    """The lines of one paragraph, and its key."""

    texts: tuple[Text, ...]
    placed_key: PlacedKey | None = None

    def moved(self, across: float, down: float) -> Paragraph:
        """Return the paragraph elsewhere."""
        texts = tuple(one._replace(x=one.x + across, y=one.y + down) for one in self.texts)
        key = self.placed_key
        return Paragraph(texts, key and key._replace(x=key.x + across, y=key.y + down))


class Column(NamedTuple):
    """A section as set: heading and paragraphs, measured from the corner where reading begins.

    `ends` are how far down the heading and each paragraph reach, with the room behind them.
    """

    name: str
    heading: tuple[Text, ...]
    paragraphs: tuple[Paragraph, ...]
    width: float
    height: float
    ends: tuple[float, ...] = ()

    def split(self, height: float, gap: float) -> tuple[Column, int]:
        """Return the same with its paragraphs in parts side by side, and how many parts these are.

        None is higher than that, but for one of a single paragraph that is.
        """
        body, *ends = self.ends
        starts = [0]
        for number, end in enumerate(ends):
            if number > starts[-1] and body + end - self.ends[starts[-1]] > height:
                starts.append(number)
        if len(starts) == 1:
            return self, 1
        paragraphs, left, lowest = list[Paragraph](), 0.0, body
        for first, behind in pairwise((*starts, len(ends))):
            up = self.ends[first] - body
            part = [one.moved(left, -up) for one in self.paragraphs[first:behind]]
            left = max(text.end for one in part for text in one.texts) + gap
            lowest = max(lowest, self.ends[behind] - up)
            paragraphs += part
        width = max([left - gap, *(one.end for one in self.heading)])
        whole = self._replace(paragraphs=tuple(paragraphs), width=width, height=lowest)
        return whole, len(starts)


class PlacedColumn(NamedTuple):
    """A column, and its upper corner where reading begins: from that side, and from the top."""

    left: float
    top: float
    column: Column


class Columns:
    """Sets sections; `size` is that of the text in millimetres."""

    def __init__(self, measurer: TextMeasurer, size: float) -> None:
        self._measurer, self._metrics, self._size = measurer, measurer.metrics, size
        self._cache: dict[tuple[Section, float], Column] = {}

    def fit(self, sections: Sequence[Section], width: float, gap: float) -> list[Column]:
        """Return sections side by side in a width, as low as they can be; widths in millimetres.

        Short ones, which would stand far apart, are set in parts, and all are lower.
        """
        chosen = list[Column]()
        for parts in range(1, MOST_PARTS + 1):
            chosen = self._lowest(sections, width, gap, parts)
            left = width - sum(one.width for one in chosen)
            if left <= WIDE * gap * (len(sections) - 1):
                break
        return chosen

    def _lowest(
        self, sections: Sequence[Section], width: float, gap: float, parts: int
    ) -> list[Column]:
        """Return sections side by side, each in so many parts at the most."""
        room = width - gap * (len(sections) - 1)
        widths = np.arange(NARROWEST * self._size, room, STEP_MM)
        widest = [self._requests(section, float(widths[-1])) for section in sections]
        self._measurer.break_narrower(chain(*widest), NARROWEST)
        low, high = 0, int(LOWEST * width)  # heights; low is too low, high is enough
        chosen = [self.set(section, float(widths[-1])) for section in sections]
        while high - low > 1:
            height = (low + high) // 2
            columns = [self._narrowest(section, widths, height, parts) for section in sections]
            if all(columns) and sum(one.width for one in columns if one) <= room:
                high, chosen = height, [one for one in columns if one]
            else:
                low = height
        return chosen

    def _narrowest(
        self, section: Section, widths: Floats, height: float, parts: int
    ) -> Column | None:
        """Set a section as narrow as a height allows, in so many parts at the most."""

        def in_parts(width: float) -> tuple[Column, int]:
            return self.set(section, width).split(height, PART_GAP * self._size)

        def fits(width: float, most: int) -> bool:
            column, count = in_parts(width)
            return count <= most and column.height <= height

        found = list[Column]()
        for most in range(1, min(parts, len(section.entries)) + 1):
            key = partial(fits, most=most)
            number = bisect_left(widths, x=True, key=key)  # the first that does
            if number < len(widths):
                found.append(in_parts(float(widths[number]))[0])
        return min(found, key=lambda one: one.width, default=None)

    def set(self, section: Section, width: float) -> Column:
        """Return one section set in a column of this width at the most, in millimetres."""
        key = (section, width)
        if key not in self._cache:
            self._cache[key] = self._set(section, width)
        return self._cache[key]

    def _set(self, section: Section, width: float) -> Column:
        size, metrics = self._size, self._metrics
        big = HEADING * size
        first, *bodies = self._measurer.break_lines(self._requests(section, width))
        heading = _set_lines(
            first if section.heading else (),
            (0, metrics.ascent * big), big, metrics.label_leading, "heading",
        )  # fmt: skip
        y = heading[-1].y + metrics.descent * big + AFTER["heading"] * size if heading else 0.0
        paragraphs, ends = [], [y]
        for entry, lines in zip(section.entries, bodies, strict=True):
            set_entry = self._set_figure if section.name == "figures" else self._set_entry
            paragraph, y = set_entry(entry, lines, (self._indent(section, entry), y))
            paragraphs.append(paragraph)
            ends.append(y)
        texts = [*heading, *(text for one in paragraphs for text in one.texts)]
        width = max(one.end for one in texts)
        return Column(section.name, heading, tuple(paragraphs), width, y, tuple(ends))

    def _requests(self, section: Section, width: float) -> list[MeasureRequest]:
        """Return what is to be broken for a section in a column of this width."""
        size = self._size
        heading = MeasureRequest(section.heading, width / (HEADING * size), BOLD, balance=True)
        return [heading, *(MeasureRequest(one.text, (width - self._indent(section, one)) / size)
                           for one in section.entries)]  # fmt: skip

    def _indent(self, section: Section, entry: Entry) -> float:
        """Return how far a paragraph is behind its letter or its key, in millimetres."""
        before = "key" if entry.key else "number" if entry.marker[-1:].isdigit() else "letter"
        behind = entry.key or (entry.marker and section.name != "figures")
        return INDENT[before] * self._size if behind else 0

    def _set_entry(self, entry: Entry, lines: Lines, place: Place) -> tuple[Paragraph, float]:
        """Return a paragraph with its letter or key before it, and where the next one begins."""
        size, metrics = self._size, self._metrics
        indent, y = place
        first = y + (metrics.text_leading + metrics.ascent - metrics.descent) / 2 * size
        texts = _set_lines(lines, (indent, first), size, metrics.text_leading, "text")
        texts = (*texts[:-1], texts[-1]._replace(letters=entry.letters))
        placed_key = PlacedKey(0, first - MIDDLE * size, entry.key) if entry.key else None
        lead = (Text(0, first, entry.marker, size, "letter"),) if entry.marker else ()
        after = y + (len(lines) * metrics.text_leading + AFTER["entry"]) * size
        return Paragraph((*lead, *texts), placed_key), after

    def _set_figure(self, entry: Entry, lines: Lines, place: Place) -> tuple[Paragraph, float]:
        """Return a number set large above its text, and where the next paragraph begins."""
        size, metrics = self._size, self._metrics
        _, y = place
        y += (AFTER["heading"] / 3 + metrics.ascent * NUMBER) * size
        [number] = self._measurer.break_lines([MeasureRequest(entry.marker, weight=BOLD)])
        large = _set_lines(number, (0, y), NUMBER * size, metrics.label_leading, "number")
        y += metrics.descent * NUMBER / 2 * size
        first = y + (metrics.text_leading + metrics.ascent - metrics.descent) / 2 * size
        texts = _set_lines(lines, (0, first), size, metrics.text_leading, "text")
        after = y + (len(lines) * metrics.text_leading + AFTER["figure"]) * size
        return Paragraph((*large, *texts)), after


def _set_lines(
    lines: Lines, place: Place, size: float, leading: float, kind: str
) -> tuple[Text, ...]:
    """Return lines set one below the other; `place` is where the base line of the first begins."""
    left, first = place
    return tuple(
        Text(left, first + number * leading * size, line.text, size, kind, line.width)
        for number, line in enumerate(lines)
    )
