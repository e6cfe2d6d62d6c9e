"""Symbols and labels on the ground, and the lines that tie them to their points."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mapping.sheet.candidates import Spot
from mapping.sheet.columns import Text
from mapping.sheet.field import Obstacles
from mapping.sheet.formats import mm
from mapping.sheet.lettering import Lettering, blocks
from mapping.sheet.placement import place
from mapping.sheet.spread import spread
from mapping.sheet.terrain import Terrain

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapping.atlas import Atlas, Place
    from mapping.languages import Language
    from mapping.presences import Presence
    from mapping.sheet.candidates import Align, Box, Candidate, Segment
    from mapping.sheet.faces import Face
    from mapping.sheet.formats import Paper
    from mapping.sheet.globe import Globe
    from mapping.sheet.ground import Ground
    from mapping.sheet.typesetter import Typesetter

    Numbers = NDArray[np.float64]

ASIDE = 0.15  # of a symbol's width: how far it may stand off its point without a line to it
GAP = 0.18  # sizes of type between a symbol or a leader line and the label
BETWEEN = 1.1  # widths of a symbol from one to the next


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
    leader: Segment | None


@dataclass(frozen=True)
class Chart:
    """What stands on the ground, in the order of the list."""

    symbols: tuple[Symbol, ...]
    labels: tuple[Label, ...]


def chart(atlas: Atlas, paper: Paper, globe: Globe, world: Ground, setter: Typesetter) -> Chart:
    """Place symbols and labels in the setter's language.

    Raises
    ------
    NoPlaceError
        The labels find no places side by side.
    """
    symbols = _symbols(atlas, paper, globe, setter.language)
    if not paper.label:
        return Chart(symbols, ())
    size = mm(paper.label)
    letterings = [_lettering(place, setter.language) for place in atlas.places]
    measures = (paper.symbol / 2, GAP * size, size * setter.face.tight)
    offered = [
        list(Spot(symbol.x, symbol.y, *measures).candidates(ways))
        for symbol, ways in zip(symbols, blocks(letterings, setter, size), strict=True)
    ]
    placed = place(offered, _obstacles(atlas, symbols, paper, globe, world))
    labels = [
        _label(symbol, lettering, candidate, setter.face, size)
        for symbol, lettering, candidate in zip(symbols, letterings, placed, strict=True)
    ]
    return Chart(symbols, tuple(labels))


def _symbols(atlas: Atlas, paper: Paper, globe: Globe, language: Language) -> tuple[Symbol, ...]:
    anchors = [place.anchor for place in atlas.places]
    points = [globe.point(anchor.longitude, anchor.latitude) for anchor in anchors]
    homes = np.array(points).reshape(-1, 2)  # of an empty list too
    spots = spread(homes, paper.symbol * BETWEEN)
    return tuple(
        _symbol(place, atlas, language, (*spot, *home), paper.symbol * ASIDE)
        for place, spot, home in zip(atlas.places, spots.tolist(), homes.tolist(), strict=True)
    )


def _symbol(
    place: Place, atlas: Atlas, language: Language, tether: Segment, aside: float
) -> Symbol:
    presence = place.presence
    return Symbol(
        id=presence.id,
        x=tether[0],
        y=tether[1],
        category=presence.category,
        hollow=presence.status == "candidate",
        name=_name(presence, atlas, language),
        tether=tether if math.dist(tether[:2], tether[2:]) > aside else None,
    )


def _name(presence: Presence, atlas: Atlas, language: Language) -> str:
    """Say what a symbol means: the category, and how far it is known."""
    name = atlas.lists.edition.category(presence.category).short[language.code]
    if presence.category_certain == "no":
        name = language.say("popup.inferred", category=name)
    candidate = [language.words["popup.candidate"]] if presence.status == "candidate" else []
    return language.words["list_comma"].join([name, *candidate])


def _lettering(place: Place, language: Language) -> Lettering:
    letters = language.words["list_comma"].join(place.presence.footnotes)
    return Lettering(place.label[language.code], letters)


def _obstacles(
    atlas: Atlas, symbols: tuple[Symbol, ...], paper: Paper, globe: Globe, world: Ground
) -> Obstacles:
    half = paper.symbol / 2
    return Obstacles(
        size=mm(paper.label),
        frame=_frame(paper, globe),
        symbols=[(one.x - half, one.y - half, one.x + half, one.y + half) for one in symbols],
        tethers=[(number, one.tether) for number, one in enumerate(symbols) if one.tether],
        codes=[place.area for place in atlas.places],
        terrain=Terrain((paper.width, paper.height), world.polygons, world.delicate),
    )


def _frame(paper: Paper, globe: Globe) -> Box:
    """Say where labels may be: from half a margin to the other, or clear of a column beside."""
    beyond = paper.margin / 2
    left, right = beyond, paper.width - beyond
    if paper.side:
        left, right = globe.left - beyond, globe.left + globe.width + beyond
    return left, globe.top, right, globe.top + globe.height


def _label(
    symbol: Symbol, lettering: Lettering, candidate: Candidate, face: Face, size: float
) -> Label:
    left, top, right, _ = candidate.box
    x = {"left": left, "middle": (left + right) / 2, "right": right}[candidate.align]
    last = len(candidate.block.lines) - 1
    lines = tuple(
        Text(
            x,
            top + (face.up + number * face.tight) * size,
            line.text,
            size,
            "label",
            line.width,
            lettering.letters if number == last else "",
        )
        for number, line in enumerate(candidate.block.lines)
    )
    return Label(symbol.id, lines, candidate.align, candidate.leader)
