"""Symbols and labels: what each says, and where it is."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from mapping.printing.label_placement.line_breaks import Lettering, room_below
from mapping.printing.typesetting.columns import Text

if TYPE_CHECKING:
    from mapping.atlas import Atlas, Place
    from mapping.dataset.presences import Presence
    from mapping.i18n.catalog import Language
    from mapping.printing.fonts import FontMetrics
    from mapping.printing.label_placement.candidates import Align, Box, LabelLayout, Segment

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
    """A label: its lines, their alignment as left, middle or right, and its leader line, if any.

    A number stands for a label that has no room.
    """

    id: str
    lines: tuple[Text, ...]
    box: Box
    align: Align
    leader: Segment | None = None
    is_number: bool = False


class Callout(NamedTuple):
    """The frame around the presences of one place, the line to it, and their points there."""

    ids: tuple[str, ...]
    box: Box
    leader: Segment | None
    points: tuple[Point, ...]


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
    last = bottom - room_below(layout.lines, metrics) * size
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
