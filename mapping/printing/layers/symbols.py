"""Symbols and labels on the base map, in the way that says most of those that have room."""

from __future__ import annotations

import math
from contextlib import suppress
from typing import TYPE_CHECKING

from mapping.errors import DoesNotFitError
from mapping.printing.label_placement.callouts import group_crowds
from mapping.printing.layers.groups import MOST_SINGLE, share_numbers
from mapping.printing.layers.layer_builder import LayerBuilder

if TYPE_CHECKING:
    from collections.abc import Container

    from mapping.atlas import Atlas
    from mapping.printing.layers.basemap import Basemap
    from mapping.printing.layers.symbol_layer import SymbolLayer
    from mapping.printing.papers import Paper
    from mapping.printing.typesetting.measure import TextMeasurer

# How near symbols are, in sizes of one with a number beside it, for the number to move with them.
TIGHT_REACHES = (0.6, 1.0)
ANY_REACH = math.inf
MANY = 120  # places: with more, labels that find no room at once find none with other callouts


def draw_symbols(
    atlas: Atlas,
    paper: Paper,
    basemap: Basemap,
    measurer: TextMeasurer,
    numbered: Container[str] = (),
) -> SymbolLayer:
    """Return symbols and labels, placed, in the measurer's language.

    Where the labels find no places side by side, some presences have numbers in their place, in the
    order of the list, from one. Those of `numbered` have them whether or not. Where numbers find
    none either, those nearest each other share a sign with theirs; where there are too many places,
    with their count.
    """
    builder = LayerBuilder(atlas, paper, basemap, measurer, numbered)
    if len(builder.points) > MOST_SINGLE:
        return builder.place_groups()
    every = list(group_crowds(builder.points, paper.symbol))
    if not numbered:
        for crowds in every if len(builder.points) <= MANY else every[:1]:
            with suppress(DoesNotFitError):
                return builder.place(crowds)
    for reach in TIGHT_REACHES:
        with suppress(DoesNotFitError):
            return builder.place_with_numbers(every[0], reach)
    for groups in share_numbers(builder.points, paper.symbol) if paper.label else ():
        for reach in (TIGHT_REACHES[-1], ANY_REACH):
            with suppress(DoesNotFitError):
                return builder.place_with_numbers((), reach, groups)
    return builder.place_groups()
