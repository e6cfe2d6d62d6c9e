"""Symbols and labels: what each says, and where it is."""

from __future__ import annotations

import math
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from mapping.printing.label_placement.displacement_lines import visible_part
from mapping.printing.label_placement.line_breaks import Lettering
from mapping.printing.typesetting.columns import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.atlas import Atlas, Place
    from mapping.dataset.presences import Presence
    from mapping.i18n.catalog import Language
    from mapping.printing.fonts import FontMetrics
    from mapping.printing.label_placement.candidates import Align, Box, LabelLayout, Segment

MIN_DISPLACEMENT = 0.15  # in widths of a symbol: less than that, no line leads to its point

Point = tuple[float, float]


class Symbol(NamedTuple):
    """A symbol, its middle, and the line to its point where it had to make room; in millimetres."""

    id: str
    x: float
    y: float
    category: str
    hollow: bool
    name: str
    displacement_line: Segment | None


class Label(NamedTuple):
    """A label: its lines, their alignment as left, middle or right, and its leader line, if any."""

    id: str
    lines: tuple[Text, ...]
    align: Align
    leader: Segment | None = None


def make_symbol(place: Place, atlas: Atlas, language: Language, at: Point) -> Symbol:
    """Return the symbol of a presence at a place on the sheet."""
    presence = place.presence
    return Symbol(
        id=presence.id,
        x=at[0],
        y=at[1],
        category=presence.category,
        hollow=presence.is_candidate,
        name=_describe(presence, atlas, language),
        displacement_line=None,
    )


def add_displacement_lines(
    symbols: Sequence[Symbol], points: Sequence[Point], width: float
) -> list[Symbol]:
    """Return symbols of one width, with lines to the points that they are displaced from."""
    half = width / 2
    boxes = [(one.x - half, one.y - half, one.x + half, one.y + half) for one in symbols]
    return [
        one._replace(displacement_line=visible_part((one.x, one.y, *point), number, boxes))
        if math.dist((one.x, one.y), point) > width * MIN_DISPLACEMENT
        else one
        for number, (one, point) in enumerate(zip(symbols, points, strict=True))
    ]


def make_lettering(place: Place, language: Language) -> Lettering:
    """Return what a label says."""
    letters = language.words["list_comma"].join(place.presence.footnotes)
    return Lettering(place.label[language.code], letters)


def set_lines(
    layout: LabelLayout, box: Box, align: Align, metrics: FontMetrics, size: float
) -> list[Text]:
    """Return the lines of a label in its box; `size` is that of type, in millimetres."""
    left, _, right, bottom = box
    x = {"left": left, "middle": (left + right) / 2, "right": right}[align]
    last = bottom - metrics.descent * size
    return [
        Text(x, last - above * metrics.label_leading * size, line.text, size, "label", line.width)
        for above, line in zip(count(len(layout.lines) - 1, -1), layout.lines, strict=False)
    ]


def _describe(presence: Presence, atlas: Atlas, language: Language) -> str:
    """Return what a symbol means: the category, whether inferred, whether a candidate."""
    name = atlas.dataset.edition.category(presence.category).short[language.code]
    if presence.is_inferred:
        name = language.format_message("popup.inferred", category=name)
    candidate = [language.words["popup.candidate"]] if presence.is_candidate else []
    return language.words["list_comma"].join([name, *candidate])
