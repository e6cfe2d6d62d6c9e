"""Labels broken into lines, in every way that reads well."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from mapping.printing.label_placement.candidates import LabelLayout
from mapping.printing.typesetting.measure import BOLD, Line, MeasureRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.printing.fonts import FontMetrics
    from mapping.printing.typesetting.measure import TextMeasurer

# Lengths are in units of the size of type.
LETTER = 0.65  # the size of a footnote's letter
LONGEST = 16.0  # one line
UNBROKEN = 10.0  # what has no spaces between its words, and is not broken
# Lines at the most so long, and how much worse that is than one line of all.
BREAKS = ((16.0, 0.5), (10.0, 0.8), (7.5, 1.4), (5.5, 2.4))
MANY = 0.8  # how bad the fourth line is, and how much worse than the one before each further one,
TALL = 6.0  # and how bad it is that a label has hardly any width for its height
FEW_LINES, MOST_LINES = 3, 6  # of a label that can have fewer
NUMBER_COST = 30.0  # of a number in the place of a label
UNSPACED = "zh"  # the language that may be broken within words
JOINTS = re.compile(r" (?=\(|– )")  # as the report breaks its labels


class Lettering(NamedTuple):
    """A label, and the letters of its footnotes as they are written behind it."""

    label: str
    letters: str


def break_labels(
    labels: Sequence[Lettering], measurer: TextMeasurer, size: float
) -> list[tuple[LabelLayout, ...]]:
    """Return the ways in which each label may be broken; `size` is that of type, in millimetres."""
    letters = measurer.break_lines(MeasureRequest(one.letters) for one in labels)
    whole = measurer.break_lines(MeasureRequest(one.label) for one in labels)
    broken = _broken([one.label for one in labels], measurer)
    layouts_by_label = []
    for number in range(len(labels)):
        wide = letters[number][0].width * LETTER
        ways = [(whole[number], 0.0), *((broken[number, width], cost) for width, cost in BREAKS)]
        short = [way for way in ways if _longest(way[0]) <= LONGEST] or [ways[-1]]
        if measurer.language.code != UNSPACED:
            short = [way for way in short if _keeps_words(way[0], labels[number])] or short
        few = [way for way in short if len(way[0]) <= MOST_LINES] or [min(short, key=_count_lines)]
        distinct = {tuple(line.text for line in lines): (lines, cost) for lines, cost in few[::-1]}
        layouts_by_label.append(
            tuple(
                make_block(lines, cost, wide, measurer.metrics, size)
                for lines, cost in distinct.values()
            )
        )
    return layouts_by_label


def number_layout(count: int, measurer: TextMeasurer, size: float) -> LabelLayout:
    """Return the room of a number up to `count`, in the place of a label."""
    [layout] = figure_layouts(["0" * len(str(count))], measurer, size)
    return layout._replace(is_number=True)


def figure_layouts(
    figures: Sequence[str], measurer: TextMeasurer, size: float
) -> list[LabelLayout]:
    """Return the room of figures in bold type."""
    broken = measurer.break_lines([MeasureRequest(one, weight=BOLD) for one in figures])
    return [make_block(lines, NUMBER_COST, 0, measurer.metrics, size) for lines in broken]


def _broken(labels: Sequence[str], measurer: TextMeasurer) -> dict[tuple[int, float], list[Line]]:
    """Return labels broken at their joints and into lines, by number and width."""
    joints = [JOINTS.split(label) for label in labels]
    requests = {
        (number, width): [_request(part, width) for part in parts]
        for number, parts in enumerate(joints)
        for width, _ in BREAKS
    }
    lines = iter(measurer.break_lines(chain.from_iterable(requests.values())))
    return {way: [line for _ in parts for line in next(lines)] for way, parts in requests.items()}


def _request(part: str, width: float) -> MeasureRequest:
    """Return the request for a part of a label; one without spaces is rather left whole."""
    return MeasureRequest(
        part, width if " " in part else max(width, UNBROKEN), balance=True, inWords=True
    )


def _keeps_words(lines: Sequence[Line], lettering: Lettering) -> bool:
    """Tell whether no word is broken but behind a hyphen of its own."""
    whole = (
        text.replace("- ", "-") for text in (" ".join(one.text for one in lines), lettering.label)
    )
    return len({*whole}) == 1


def _count_lines(way: tuple[Sequence[Line], float]) -> int:
    return len(way[0])


def _longest(lines: Sequence[Line]) -> float:
    return max(line.width for line in lines)


def make_block(
    lines: Sequence[Line], cost: float, letters: float, metrics: FontMetrics, size: float
) -> LabelLayout:
    """Return lines as the room that they take; `letters` is the width of the footnotes' behind."""
    last = lines[-1]._replace(width=lines[-1].width + letters)
    width = max(_longest(lines), last.width) * size
    up, down = max(metrics.ascent, lines[0].up), room_below(lines, metrics)
    height = ((len(lines) - 1) * metrics.label_leading + up + down) * size
    return LabelLayout((*lines[:-1], last), width, height, cost + _shape_cost(lines, width, height))


def _shape_cost(lines: Sequence[Line], width: float, height: float) -> float:
    """Return how bad it is that a label has many lines, and is higher than wide."""
    many = max(0, len(lines) - FEW_LINES)
    tall = max(0.0, 1 - width / height)
    return MANY * many * (many + 1) / 2 + TALL * tall


def room_below(lines: Sequence[Line], metrics: FontMetrics) -> float:
    """Return the room that a block needs below its last base line, in sizes of the type.

    That of its language, or more: Latin letters of a Chinese font reach lower than Chinese ones.
    """
    return max([metrics.descent, *(line.down for line in lines[-1:])])
