"""A sheet's map and texts, which depend on each other: what has numbers has an index of them.

The index takes room of the map, in which more may have to be numbered.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from mapping.errors import DoesNotFitError
from mapping.printing.layers.basemap import draw_basemap
from mapping.printing.layers.names import draw_names
from mapping.printing.layers.symbols import draw_symbols
from mapping.printing.papers import file_stem, mm
from mapping.printing.scale_bar import make_scale_bar
from mapping.printing.typesetting.flow import ListSetter
from mapping.printing.typesetting.key import set_key
from mapping.printing.typesetting.layout import arrange, enlarge_text, show_places
from mapping.printing.typesetting.sections import (
    add_group_key,
    build_index,
    build_key,
    build_list,
)
from mapping.printing.view import points_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapping.atlas import Atlas
    from mapping.geo.topology import Topology
    from mapping.printing.layers.basemap import Basemap
    from mapping.printing.layers.names import NameLayer
    from mapping.printing.layers.symbol_layer import SymbolLayer
    from mapping.printing.papers import Paper
    from mapping.printing.scale_bar import ScaleBar
    from mapping.printing.typesetting.columns import PlacedColumn
    from mapping.printing.typesetting.flow import Page
    from mapping.printing.typesetting.layout import Layout
    from mapping.printing.typesetting.measure import TextMeasurer
    from mapping.printing.typesetting.sections import Section

MOST_TRIES = 2  # to set the index under the map; after that it has a page


class Drawer(NamedTuple):
    """Draws the map, and finds the place of the index of its numbers, if it has any."""

    atlas: Atlas
    topology: Topology
    paper: Paper
    measurer: TextMeasurer

    def draw(
        self, sections: Sequence[Section], texts: Mapping[str, str], numbered: frozenset[str]
    ) -> Drawn:
        """Return the sheet, with an index of its numbers if it has any, or with a list."""
        drawn = self._drawn(sections, texts, numbered)
        if self.paper.label and (drawn.layer.numbers or drawn.layer.groups):
            drawer = self._replace(paper=self.paper.without_key)
            return drawer.listed(sections, texts, drawn.layer)
        return drawn

    def _drawn(
        self,
        sections: Sequence[Section],
        texts: Mapping[str, str],
        numbered: frozenset[str],
        index: Section | None = None,
    ) -> Drawn:
        """Return the sheet with its text as large as it can be."""
        paper, measurer = self.paper, self.measurer
        paper = enlarge_text(sections, texts, paper, measurer, index) if sections else paper
        drawer = self._replace(paper=paper)
        layout = drawer.arrange(sections, texts, index)
        basemap = draw_basemap(self.atlas, self.topology, layout.map_frame, paper.size)
        layer = draw_symbols(self.atlas, paper, basemap, measurer, numbered)
        return Drawn(drawer, layout, basemap, layer)

    def listed(
        self, sections: Sequence[Section], texts: Mapping[str, str], layer: SymbolLayer
    ) -> Drawn:
        """Return the sheet with the index of its numbers, or with pages for it, by its first layer.

        An index under the map leaves less room to it, in which more may have to be numbered.
        """
        if layer.is_counted:
            return self._with_list(sections, texts)
        if layer.groups:
            sections = add_group_key(sections, self.measurer.language, numbered=True)
        for _ in range(MOST_TRIES):
            numbers = layer.numbers
            if layer.is_counted:
                return self._with_list(sections, texts)
            with suppress(DoesNotFitError):
                index = self._index(numbers)
                drawn = self._drawn(sections, texts, frozenset(numbers), index)
                layer = drawn.layer
                if layer.numbers == numbers:
                    return drawn
        drawn = self._drawn(sections, self._with_note(texts), layer.numbered)
        if drawn.layer.is_counted:
            return self._with_list(sections, texts)
        return drawn._replace(pages=self._pages(self._index(drawn.layer.numbers), texts))

    def arrange(
        self, sections: Sequence[Section], texts: Mapping[str, str], index: Section | None = None
    ) -> Layout:
        """Return the arrangement of the sheet, with the map framed by its places."""
        world = arrange(sections, texts, self.paper, self.measurer, index)
        return show_places(world, points_of(self.atlas))

    def scale_bar(self, basemap: Basemap) -> ScaleBar | None:
        """Return the scale bar of a near map; a picture without labels has none."""
        size = mm(self.paper.text) if self.paper.label else 0
        return make_scale_bar(basemap.map_frame, basemap.boundaries, size) if size else None

    def names(
        self, layout: Layout, basemap: Basemap, layer: SymbolLayer
    ) -> tuple[NameLayer, tuple[PlacedColumn, ...]]:
        """Return the names, and the key to the countries that have a number in their place.

        They have none where places have numbers or signs with counts, or where the key has no room.
        """
        names = partial(draw_names, self.atlas, self.paper, (basemap, layer), self.measurer)
        has_key = self.paper.key_text and layout.key_room.height
        if has_key and not (layer.numbered or layer.groups):
            numbered = names(numbers=True)
            codes = numbered.numbered, numbered.unplaced
            section = build_key(self.atlas, self.measurer.language, *codes)
            with suppress(DoesNotFitError):
                return numbered, set_key(section, layout.key_room, self.paper, self.measurer)
        return names(numbers=False), ()

    def _with_list(self, sections: Sequence[Section], texts: Mapping[str, str]) -> Drawn:
        """Return the map with signs for places that are near each other, and the list of all."""
        language = self.measurer.language
        sections = add_group_key(sections, language)
        drawn = self._drawn(sections, self._with_note(texts), frozenset())
        places = {one.id: (one.x, one.y) for one in drawn.layer.symbols}
        places |= {self.atlas.places[number].presence.id: (one.x, one.y)
                   for one in drawn.layer.groups for number in one.members}  # fmt: skip
        square = drawn.layout.map_frame.square
        squares = [square(*places[one.presence.id]) for one in self.atlas.places]
        section = build_list(self.atlas, language, squares)
        return drawn._replace(pages=self._pages(section, texts))

    def _pages(self, section: Section, texts: Mapping[str, str]) -> tuple[Page, ...]:
        return ListSetter(section, self.paper, self.measurer).pages(texts["title"])

    def _with_note(self, texts: Mapping[str, str]) -> dict[str, str]:
        """Return texts with the note that says where the list is."""
        language = self.measurer.language
        file = f"{file_stem(language.code, self.paper)}.pdf"
        return {**texts, "further": language.format_message("print.further", file=file)}

    def _index(self, numbers: Mapping[str, int]) -> Section:
        return build_index(self.atlas, self.measurer.language, numbers)


class Drawn(NamedTuple):
    """The sheet as drawn, and the drawer with the size of its text."""

    drawer: Drawer
    layout: Layout
    basemap: Basemap
    layer: SymbolLayer
    pages: tuple[Page, ...] = ()
