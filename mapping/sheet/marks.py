"""Symbols and labels: what each says, and where it stands."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from mapping.sheet.columns import Text
from mapping.sheet.lettering import Lettering

if TYPE_CHECKING:
    from mapping.atlas import Atlas, Place
    from mapping.languages import Language
    from mapping.presences import Presence
    from mapping.sheet.candidates import Align, Block, Box, Segment
    from mapping.sheet.faces import Face

ASIDE = 0.15  # of a symbol's width: how far it may stand off its point without a line to it

Point = tuple[float, float]


class Symbol(NamedTuple):
    """A symbol, its middle, and the tether to its point where it had to make room; millimetres."""

    id: str
    x: float
    y: float
    category: str
    hollow: bool
    name: str
    tether: Segment | None


class Label(NamedTuple):
    """A label: its lines, their alignment as left, middle or right, and its leader line, if any."""

    id: str
    lines: tuple[Text, ...]
    align: Align
    leader: Segment | None = None


def symbol(place: Place, atlas: Atlas, language: Language, at: Point) -> Symbol:
    """Give the symbol of a presence where it stands."""
    presence = place.presence
    return Symbol(
        id=presence.id,
        x=at[0],
        y=at[1],
        category=presence.category,
        hollow=presence.status == "candidate",
        name=_name(presence, atlas, language),
        tether=None,
    )


def tethered(one: Symbol, home: Point, width: float) -> Symbol:
    """Tie a symbol of this width to the point that it had to leave, if it stands well off that."""
    far = math.dist((one.x, one.y), home) > width * ASIDE
    return one._replace(tether=(one.x, one.y, *home)) if far else one


def lettering(place: Place, language: Language) -> Lettering:
    """Give what a label says."""
    letters = language.words["list_comma"].join(place.presence.footnotes)
    return Lettering(place.label[language.code], letters)


def lines(block: Block, box: Box, align: Align, face: Face, size: float) -> list[Text]:
    """Set a block into its box; `size` is that of type, in millimetres."""
    left, top, right, _ = box
    x = {"left": left, "middle": (left + right) / 2, "right": right}[align]
    return [
        Text(x, top + (face.up + number * face.tight) * size, line.text, size, "label", line.width)
        for number, line in enumerate(block.lines)
    ]


def _name(presence: Presence, atlas: Atlas, language: Language) -> str:
    """Say what a symbol means: the category, and how far it is known."""
    name = atlas.lists.edition.category(presence.category).short[language.code]
    if presence.category_certain == "no":
        name = language.say("popup.inferred", category=name)
    candidate = [language.words["popup.candidate"]] if presence.status == "candidate" else []
    return language.words["list_comma"].join([name, *candidate])
