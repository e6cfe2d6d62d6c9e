"""The whole sheet: title, map, disclaimer, and what is beneath, as one SVG drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.display_texts import display_texts
from mapping.printing.colours import convert_colour, read_palette
from mapping.printing.drawer import Drawer
from mapping.printing.frame import LETTERS, SQUARES
from mapping.printing.label_placement.line_breaks import LETTER
from mapping.printing.papers import mm
from mapping.printing.typesetting.sections import (
    build_sections,
)
from mapping.printing.view import choose_view, describe_projection, points_of
from mapping.web import assets
from mapping.web.templates import render, trusted

if TYPE_CHECKING:
    from markupsafe import Markup

    from mapping.atlas import Atlas
    from mapping.edition.edition import Category
    from mapping.geo.topology import Topology
    from mapping.i18n.catalog import Language
    from mapping.printing.fonts import FontMetrics
    from mapping.printing.layers.basemap import Basemap
    from mapping.printing.layers.groups import Group
    from mapping.printing.layers.names import NameLayer
    from mapping.printing.layers.symbol_layer import SymbolLayer
    from mapping.printing.papers import Paper
    from mapping.printing.scale_bar import ScaleBar
    from mapping.printing.typesetting.columns import PlacedColumn, Text
    from mapping.printing.typesetting.flow import Page
    from mapping.printing.typesetting.measure import TextMeasurer

COUNT_SIZE = 0.95  # the size of a count in a sign, in halves of its width

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
    drawer = Drawer(atlas, topology, paper, measurer)
    drawer, layout, basemap, layer, pages = drawer.draw(sections, texts, numbered)
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
