"""The ways in which a name may be written: large or small, in one line or broken."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from mapping.printing.label_placement.line_breaks import UNSPACED, make_block
from mapping.printing.typesetting.measure import BOLD, MeasureRequest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mapping.printing.label_placement.candidates import LabelLayout
    from mapping.printing.typesetting.measure import Line, TextMeasurer

# Lengths are in units of the size of type.
BREAKS = (9.0, 6.0, 4.2)  # lines at the most so long
# Between letters; from 0.1 on, Poppler takes each letter of a PDF for a word.
TRACKING = {"country": 0.04, "sea": 0.08}
FIGURE = 0.84  # the height of figures, with some room
JOINED = "ar"  # the language whose letters are joined, and stay so


class NameForm(NamedTuple):
    """A name as it is written: the size of its type, and its lines with the room they take."""

    size: float
    layout: LabelLayout


class NameForms:
    """Makes the forms of names in the measurer's language; sizes are millimetres."""

    def __init__(self, measurer: TextMeasurer, kind: str) -> None:
        self.measurer = measurer
        self.tracking = 0.0 if measurer.language.code == JOINED else TRACKING[kind]

    def of(self, names: Sequence[str], sizes: Sequence[float]) -> list[list[NameForm]]:
        """Return the forms of each name: the largest first, of each size those of fewer lines."""
        widths = (0.0, *BREAKS)
        requests = (MeasureRequest(name, width, balance=bool(width), inWords=bool(width))
                    for name in names for width in widths)  # fmt: skip
        broken = iter(self.measurer.break_lines(requests))
        ways = [[next(broken) for _ in widths] for _ in names]
        return [
            list(self._sized(_distinct(name, one, self.measurer.language.code), sizes))
            for name, one in zip(names, ways, strict=True)
        ]

    def numbers(self, size: float, figures: int) -> list[NameForm]:
        """Return the forms of a number that stands for a name, and of a row of them.

        Either has room for so many figures.
        """
        number = "0" * figures
        texts = (number, f"{number}–{number}")
        every = self.measurer.break_lines(MeasureRequest(text, weight=BOLD) for text in texts)
        forms = [self._form(lines, size) for lines in every]
        return [one._replace(layout=one.layout._replace(height=FIGURE * size)) for one in forms]

    def _sized(self, ways: Sequence[Sequence[Line]], sizes: Iterable[float]) -> Iterator[NameForm]:
        return chain.from_iterable((self._form(lines, size) for lines in ways) for size in sizes)

    def _form(self, lines: Sequence[Line], size: float) -> NameForm:
        spaced = [one._replace(width=one.width + self.tracking * len(one.text)) for one in lines]
        return NameForm(size, make_block(spaced, 0, 0, self.measurer.metrics, size))


def _distinct(name: str, ways: Sequence[Sequence[Line]], language: str) -> list[Sequence[Line]]:
    """Return the ways that differ, and break no word."""
    every = {tuple(line.text for line in lines): lines for lines in ways}
    if language != UNSPACED:
        every = {texts: lines for texts, lines in every.items() if " ".join(texts) == name}
    return list(every.values())
