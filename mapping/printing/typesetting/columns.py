"""Parts set in columns of one height, as low as they can be."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mapping.printing.typesetting.measure import MeasureRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mapping.printing.typesetting.measure import Line, TextMeasurer
    from mapping.printing.typesetting.sections import Entry, LegendKey, Section

    Lines = Sequence[Line]
    Place = tuple[float, float]

BOLD = 700
STEP = 2.0  # millimetres by which widths of columns differ
LOWEST = 0.7  # of the width: columns that would be higher are not tried
NARROWEST = 10.0  # units of the size of type
HEADING = 1.15  # sizes of type, in sizes of the text
NUMBER = 2.3
MIDDLE = 0.34  # of letters above the base line
INDENT = {"letter": 1.3, "key": 2.9}  # of paragraphs behind a letter or a key
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
    sign: PlacedKey | None = None


class Column(NamedTuple):
    """A part as set: heading and paragraphs, measured from the corner where reading begins."""

    name: str
    heading: tuple[Text, ...]
    paragraphs: tuple[Paragraph, ...]
    width: float
    height: float


class Columns:
    """Sets parts; `size` is that of the text in millimetres."""

    def __init__(self, setter: TextMeasurer, size: float) -> None:
        self._setter, self._face, self._size = setter, setter.face, size
        self._known: dict[tuple[str, float], Column] = {}

    def fit(self, parts: Sequence[Section], width: float, gap: float) -> list[Column]:
        """Set parts side by side in a width, all widths in millimetres, as low as they can be."""
        room = width - gap * (len(parts) - 1)
        widths = np.arange(NARROWEST * self._size, room, STEP)
        low, high = 0, int(LOWEST * width)  # heights; low is too low, high is enough
        chosen = [self.set(part, float(widths[-1])) for part in parts]
        while high - low > 1:
            height = (low + high) // 2
            columns = [self._narrowest(part, widths, height) for part in parts]
            if all(columns) and sum(one.width for one in columns if one) <= room:
                high, chosen = height, [one for one in columns if one]
            else:
                low = height
        return chosen

    def _narrowest(
        self, part: Section, widths: NDArray[np.float64], height: float
    ) -> Column | None:
        """Set a part as narrow as a height allows."""
        number = bisect_left(widths, -height, key=lambda width: -self.set(part, width).height)
        return self.set(part, float(widths[number])) if number < len(widths) else None

    def set(self, part: Section, width: float) -> Column:
        """Set one part in a column of this width at the most."""
        key = (part.name, width)
        if key not in self._known:
            self._known[key] = self._set(part, width)
        return self._known[key]

    def _set(self, part: Section, width: float) -> Column:
        size, face = self._size, self._face
        big = HEADING * size
        tasks = [MeasureRequest(part.heading, width / big, BOLD, balance=True)]
        tasks += [
            MeasureRequest(one.text, (width - self._indent(part, one)) / size)
            for one in part.entries
        ]
        first, *bodies = self._setter.break_lines(tasks)
        heading = _texts(first, (0, face.ascent * big), big, face.label_leading, "heading")
        y = heading[-1].y + face.descent * big + AFTER["heading"] * size
        paragraphs = []
        for entry, lines in zip(part.entries, bodies, strict=True):
            entered = self._figure if part.name == "figures" else self._entry
            paragraph, y = entered(entry, lines, (self._indent(part, entry), y))
            paragraphs.append(paragraph)
        texts = [*heading, *(text for one in paragraphs for text in one.texts)]
        return Column(part.name, heading, tuple(paragraphs), max(one.end for one in texts), y)

    def _indent(self, part: Section, entry: Entry) -> float:
        """Say how far a paragraph stands behind its letter or its key."""
        before = "key" if entry.key else "letter"
        behind = entry.key or (entry.marker and part.name != "figures")
        return INDENT[before] * self._size if behind else 0

    def _entry(self, entry: Entry, lines: Lines, place: Place) -> tuple[Paragraph, float]:
        """Set a paragraph, with its letter or key before it; give where the next one begins."""
        size, face = self._size, self._face
        indent, y = place
        first = y + (face.text_leading + face.ascent - face.descent) / 2 * size
        texts = _texts(lines, (indent, first), size, face.text_leading, "text")
        sign = PlacedKey(0, first - MIDDLE * size, entry.key) if entry.key else None
        lead = (Text(0, first, entry.marker, size, "letter"),) if entry.marker else ()
        after = y + (len(lines) * face.text_leading + AFTER["entry"]) * size
        return Paragraph((*lead, *texts), sign), after

    def _figure(self, entry: Entry, lines: Lines, place: Place) -> tuple[Paragraph, float]:
        """Set a number large above its text."""
        size, face = self._size, self._face
        _, y = place
        y += (AFTER["heading"] / 3 + face.ascent * NUMBER) * size
        [number] = self._setter.break_lines([MeasureRequest(entry.marker, weight=BOLD)])
        large = _texts(number, (0, y), NUMBER * size, face.label_leading, "number")
        y += face.descent * NUMBER / 2 * size
        first = y + (face.text_leading + face.ascent - face.descent) / 2 * size
        texts = _texts(lines, (0, first), size, face.text_leading, "text")
        after = y + (len(lines) * face.text_leading + AFTER["figure"]) * size
        return Paragraph((*large, *texts)), after


def _texts(lines: Lines, place: Place, size: float, leading: float, kind: str) -> tuple[Text, ...]:
    """Set lines one below the other; `place` is where the base line of the first begins."""
    left, first = place
    return tuple(
        Text(left, first + number * leading * size, line.text, size, kind, line.width)
        for number, line in enumerate(lines)
    )
