"""The whole sheet: title, map, disclaimer, and what is beneath, as one SVG drawing."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from mapping.display_texts import display_texts
from mapping.errors import DoesNotFitError
from mapping.printing.colours import convert_colour, read_palette
from mapping.printing.frame import LETTERS, SQUARES
from mapping.printing.label_placement.line_breaks import LETTER
from mapping.printing.layers.basemap import Basemap, draw_basemap
from mapping.printing.layers.names import NameLayer, draw_names
from mapping.printing.layers.symbol_layer import SymbolLayer
from mapping.printing.layers.symbols import draw_symbols
from mapping.printing.papers import file_stem, mm
from mapping.printing.scale_bar import make_scale_bar
from mapping.printing.typesetting.flow import ListSetter, Page
from mapping.printing.typesetting.key import set_key
from mapping.printing.typesetting.layout import Layout, arrange, enlarge_text, show_places
from mapping.printing.typesetting.sections import (
    Section,
    add_group_key,
    build_index,
    build_key,
    build_list,
    build_sections,
)
from mapping.printing.view import choose_view, describe_projection, points_of
from mapping.web import assets
from mapping.web.templates import render, trusted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from mapping.atlas import Atlas
    from mapping.edition.edition import Category
    from mapping.geo.topology import Topology
    from mapping.i18n.catalog import Language
    from mapping.printing.fonts import FontMetrics
    from mapping.printing.layers.groups import Group
    from mapping.printing.papers import Paper
    from mapping.printing.scale_bar import ScaleBar
    from mapping.printing.typesetting.columns import PlacedColumn, Text
    from mapping.printing.typesetting.measure import TextMeasurer

COUNT_SIZE = 0.95  # the size of a count in a sign, in halves of its width
MOST_TRIES = 2  # to set the index under the map; after that it has a page
Drawn = tuple[Layout, Basemap, SymbolLayer, tuple[Page, ...]]

KEY_WIDTH_EM = 2.2  # sizes of the text that a fill or a line in the legend is wide
SYMBOL_UNITS = 20  # units that a symbol is drawn wide


@dataclass(frozen=True)
class Sheet:
    """What the template may use, and nothing else but colours; lengths are millimetres."""

    paper: Paper
    """The format."""
    language: Language
    """The language of everything on the sheet."""
    metrics: FontMetrics
    """Its fonts, and the room that they need."""
    title: str
    """The title, as one text."""
    map_name: str
    """What the map is, for those who do not see it."""
    head: tuple[Text, ...]
    """Lines above the map: the title, and how complete the list is."""
    foot: tuple[Text, ...]
    """Lines right under the map: the disclaimer, and whether the map is cleared."""
    basemap: Basemap
    """The world: sea, areas, lines."""
    symbol_layer: SymbolLayer
    """Symbols and labels."""
    name_layer: NameLayer
    """Names of countries and seas."""
    scale_bar: ScaleBar | None
    """The scale bar, if the map has one."""
    columns: tuple[PlacedColumn, ...]
    """The sections, each where it is placed."""
    rules: tuple[float, ...]
    """Where the lines above the columns beneath the map run, from the upper edge."""
    ids: tuple[str, ...]
    """The presences, in the order of the list."""
    pages: tuple[Page, ...]
    """The further pages of the PDF, with the list."""
    categories: tuple[Category, ...]
    """The categories, for their symbols."""
    symbol_scale: float
    """The scale of the symbols."""
    key_width: float
    """The width of fills and lines in the legend."""
    letter_scale: float = LETTER
    """The size of a footnote's letter, in sizes of the label."""
    squares: tuple[str, str] = (LETTERS, "".join(map(str, range(1, SQUARES[1] + 1))))
    """The names of the columns and rows of the map's squares."""

    @property
    def scale_text(self) -> str:
        """What the scale bar says."""
        return self.scale_bar.text(self.language) if self.scale_bar else ""

    def group_type(self, group: Group) -> float:
        """Return the size of the type in the sign of several places."""
        if group.numbers:
            return mm(self.paper.label)
        return group.half * COUNT_SIZE * min(1, 3 / len(str(len(group.members))))


def draw(
    atlas: Atlas,
    topology: Topology,
    paper: Paper,
    measurer: TextMeasurer,
    numbered: frozenset[str] = frozenset(),
) -> Sheet:
    """Return the sheet in the measurer's language; some presences have numbers for labels.

    Raises
    ------
    DoesNotFitError
        The labels find no places side by side, or the texts leave no room for the map.
    """
    texts = _texts(atlas, measurer.language)
    sections = build_sections(atlas, texts) if paper.label else []
    drawer = _Drawer(atlas, topology, paper, measurer)
    drawer, (layout, basemap, layer, pages) = drawer.draw(sections, texts, numbered)
    names, key = drawer.names(layout, basemap, layer)
    return Sheet(
        paper=drawer.paper,
        language=measurer.language,
        metrics=measurer.metrics,
        title=texts["title"],
        map_name=texts["map.name"],
        head=layout.head,
        foot=layout.foot,
        basemap=basemap,
        symbol_layer=layer,
        name_layer=names,
        scale_bar=drawer.scale_bar(basemap),
        columns=(*key, *layout.columns),
        rules=layout.rules,
        ids=tuple(place.presence.id for place in atlas.places),
        pages=pages,
        categories=atlas.dataset.edition.categories,
        symbol_scale=paper.symbol / SYMBOL_UNITS,
        key_width=KEY_WIDTH_EM * mm(drawer.paper.text),
    )


def _texts(atlas: Atlas, language: Language) -> dict[str, str]:
    """Return the texts of the sheet, with what there is to say of how its map is projected."""
    texts, view = display_texts(atlas, language), choose_view(points_of(atlas), (1, 1))
    return texts | (
        {"about.projection": describe_projection(view, language)} if view.is_near else {}
    )


class _Drawer(NamedTuple):
    """Draws the map, and finds the place of the index of its numbers, if it has any."""

    atlas: Atlas
    topology: Topology
    paper: Paper
    measurer: TextMeasurer

    def draw(
        self, sections: Sequence[Section], texts: Mapping[str, str], numbered: frozenset[str]
    ) -> tuple[_Drawer, Drawn]:
        """Return the sheet, and the drawer with the size of its text.

        That is as large as it can be, but where numbers or signs need the room for their index.
        """
        paper = enlarge_text(sections, texts, self.paper, self.measurer) if sections else self.paper
        drawer = self._replace(paper=paper)
        layout = drawer.arrange(sections, texts)
        basemap, layer = drawer.draw_map(layout, numbered)
        if paper.label and (layer.numbers or layer.groups):
            return self, self._listed(sections, texts, layer)
        return drawer, (layout, basemap, layer, ())

    def _listed(
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
                layout = self.arrange(sections, texts, index)
                basemap, layer = self.draw_map(layout, frozenset(numbers))
                if layer.numbers == numbers:
                    return layout, basemap, layer, ()
        layout = self.arrange(sections, self._with_note(texts))
        basemap, layer = self.draw_map(layout, layer.numbered)
        if layer.is_counted:
            return self._with_list(sections, texts)
        pages = self._pages(self._index(layer.numbers), texts)
        return layout, basemap, layer, pages

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
        layout = self.arrange(sections, self._with_note(texts))
        basemap, layer = self.draw_map(layout, frozenset())
        places = {one.id: (one.x, one.y) for one in layer.symbols}
        places |= {self.atlas.places[number].presence.id: (one.x, one.y)
                   for one in layer.groups for number in one.members}  # fmt: skip
        squares = [layout.map_frame.square(*places[one.presence.id]) for one in self.atlas.places]
        section = build_list(self.atlas, language, squares)
        return layout, basemap, layer, self._pages(section, texts)

    def _pages(self, section: Section, texts: Mapping[str, str]) -> tuple[Page, ...]:
        return ListSetter(section, self.paper, self.measurer).pages(texts["title"])

    def _with_note(self, texts: Mapping[str, str]) -> dict[str, str]:
        """Return texts with the note that says where the list is."""
        language = self.measurer.language
        file = f"{file_stem(language.code, self.paper)}.pdf"
        return {**texts, "further": language.format_message("print.further", file=file)}

    def draw_map(self, layout: Layout, numbered: frozenset[str]) -> tuple[Basemap, SymbolLayer]:
        basemap = draw_basemap(self.atlas, self.topology, layout.map_frame)
        return basemap, draw_symbols(self.atlas, self.paper, basemap, self.measurer, numbered)

    def _index(self, numbers: Mapping[str, int]) -> Section:
        return build_index(self.atlas, self.measurer.language, numbers)


def render_page(sheet: Sheet, page: Page) -> bytes:
    """Return a page of the sheet's list as an SVG drawing in UTF-8."""
    style = _style("sheet/sheet.css", grey=False)
    text = render("sheet/list.svg", sheet=sheet, page=page, style=style)
    return text.strip().encode() + b"\n"


def render_svg(sheet: Sheet, *, grey: bool = False) -> bytes:
    """Return the sheet as an SVG file in UTF-8, in colour or in grey."""
    colours = {one.key: convert_colour(one.colour, grey=grey) for one in sheet.categories}
    near = ("sheet/near.css",) if sheet.basemap.map_frame.view.is_near else ()
    style = _style("sheet/sheet.css", *near, grey=grey)
    text = render("sheet/sheet.svg", sheet=sheet, colours=colours, style=style, grey=grey)
    return text.strip().encode() + b"\n"


def _style(*files: str, grey: bool) -> Markup:
    style = "".join(map(assets.read_asset, files))
    for name, colour in read_palette(grey=grey).items():
        style = style.replace(f"var({name})", colour)
    return trusted(style)
