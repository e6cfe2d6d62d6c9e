"""A long list set in columns of one width: side by side on the sheet, or on pages of its own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from mapping.errors import DoesNotFitError
from mapping.printing.papers import mm
from mapping.printing.typesetting.columns import Column, Columns, PlacedColumn, Text
from mapping.printing.typesetting.measure import BOLD, MeasureRequest
from mapping.printing.typesetting.sections import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.printing.papers import Paper
    from mapping.printing.typesetting.measure import TextMeasurer

GAP = 1.6  # between columns, in sizes of the text
WIDEST, NARROWEST = 30.0, 9.0  # columns, in sizes of the text
STEP_MM = 1.0  # by which heights of columns are tried
TITLE_SHARE = 0.8  # of the width that the title has; the rest is the page number's
TITLE = 1.5  # the size of a page's title, in sizes of the text
BELOW_TITLE = 1.6  # room, in sizes of the text: half of it above the rule, half below


class Page(NamedTuple):
    """A page with a list: title and number, the rule below, and columns, each where it is."""

    head: tuple[Text, ...]
    rule: float
    columns: tuple[PlacedColumn, ...]


class ListSetter:
    """Sets a section as a list on a paper; the heading stands above all columns."""

    def __init__(self, section: Section, paper: Paper, measurer: TextMeasurer) -> None:
        size = mm(paper.text)
        self._section, self._paper, self._measurer = section, paper, measurer
        self._columns, self._gap = Columns(measurer, size), GAP * size
        single = self._columns.set(section, WIDEST * size)
        least = min(max(single.width, NARROWEST * size), paper.inner)
        self._count = int((paper.inner + self._gap) / (least + self._gap))
        self._width = (paper.inner + self._gap) / self._count - self._gap
        self._heading = self._columns.set(section._replace(entries=()), paper.inner)
        self._heights = [self._set(number, number + 1).height
                         for number in range(len(section.entries))]  # fmt: skip

    def band(self) -> tuple[list[PlacedColumn], float]:
        """Return the list as low as it can be over the width of the paper, from 0 down."""
        starts, height = self._lowest()
        placed = [PlacedColumn(self._paper.margin, 0, self._heading)]
        return [*placed, *self._placed(starts, self._heading.height)], self._heading.height + height

    def pages(self, title: str) -> tuple[Page, ...]:
        """Return the list on as many pages as it takes, the last as low as it can be.

        They follow the map, which is page 1, and bear its title.

        Raises
        ------
        DoesNotFitError
            An entry is longer than a page, or the title leaves no room.
        """
        paper, size = self._paper, mm(self._paper.text)
        titled, end = self._set_title(title)
        begin = end + BELOW_TITLE * size
        top = begin + self._heading.height
        room = paper.height - paper.margin - top
        if max(self._heights) > room:
            message = "an entry of the list is longer than a page"
            raise DoesNotFitError(message)
        starts = self._filled(room)
        last = starts[(len(starts) - 1) // self._count * self._count]
        starts = starts[: starts.index(last)] + self._lowest(last)[0]
        firsts = range(0, len(starts), self._count)
        pages = []
        for number, first in enumerate(firsts, 2):
            heading = PlacedColumn(paper.margin, begin, self._heading)
            ends = starts[first + self._count : first + self._count + 1]
            columns = self._placed(starts[first : first + self._count], top, *ends)
            head = (*titled, self._set_number(number, len(firsts) + 1))
            pages.append(Page(head, begin - BELOW_TITLE * size / 2, (heading, *columns)))
        return tuple(pages)

    def _set_title(self, title: str) -> tuple[list[Text], float]:
        """Return the title as set at the head of each page, and where it ends."""
        metrics, size, paper = self._measurer.metrics, TITLE * mm(self._paper.text), self._paper
        width = TITLE_SHARE * paper.inner / size
        [lines] = self._measurer.break_lines([MeasureRequest(title, width, BOLD, balance=True)])
        leading = metrics.label_leading * size
        first = paper.margin + metrics.ascent * size
        texts = [Text(paper.margin, first + number * leading, line.text, size, "title", line.width)
                 for number, line in enumerate(lines)]  # fmt: skip
        return texts, texts[-1].y + metrics.descent * size

    def _set_number(self, page: int, pages: int) -> Text:
        """Return which page of how many this is, on the line of the title, at its far end."""
        measurer, paper, size = self._measurer, self._paper, mm(self._paper.text)
        said = measurer.language.format_message("print.page", page=page, pages=pages)
        [[line]] = measurer.break_lines([MeasureRequest(said)])
        y = paper.margin + measurer.metrics.ascent * TITLE * size
        left = paper.width - paper.margin - line.width * size
        return Text(left, y, line.text, size, "page", line.width)

    def _lowest(self, first: int = 0) -> tuple[list[int], float]:
        """Return the columns side by side that hold all from an entry on, and how high they are."""
        height = max(self._heights[first:])
        while len(starts := self._filled(height, first)) > self._count:
            height += STEP_MM
        return starts, height

    def _filled(self, height: float, first: int = 0) -> list[int]:
        """Return the number of the first entry of each column of a height."""
        starts, left = list[int](), 0.0
        for number, high in enumerate(self._heights[first:], first):
            if high > left:
                starts.append(number)
                left = height
            left -= high
        return starts

    def _placed(self, starts: Sequence[int], top: float, *ends: int) -> list[PlacedColumn]:
        """Return columns that begin with these entries, side by side."""
        last = ends or (len(self._heights),)
        return [
            PlacedColumn(self._paper.margin + number * (self._width + self._gap), top, column)
            for number, column in enumerate(
                self._set(one, other) for one, other in pairwise((*starts, *last))
            )
        ]

    def _set(self, first: int, end: int) -> Column:
        entries = self._section.entries[first:end]
        return self._columns.set(Section(self._section.name, "", entries), self._width)
