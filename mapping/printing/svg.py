"""The whole sheet: title, map, disclaimer, and what is beneath, as one SVG drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.display_texts import display_texts
from mapping.printing.colours import convert_colour, read_palette
from mapping.printing.label_placement.line_breaks import LETTER
from mapping.printing.layers.basemap import Basemap, draw_basemap
from mapping.printing.layers.symbols import SymbolLayer, draw_symbols
from mapping.printing.papers import mm
from mapping.printing.typesetting.layout import PlacedColumn, arrange
from mapping.printing.typesetting.sections import build_sections
from mapping.web import assets
from mapping.web.templates import render, trusted

if TYPE_CHECKING:
    from markupsafe import Markup

    from mapping.atlas import Atlas
    from mapping.edition.edition import Category
    from mapping.geo.topology import Topology
    from mapping.i18n.catalog import Language
    from mapping.printing.fonts import FontMetrics
    from mapping.printing.papers import Paper
    from mapping.printing.typesetting.columns import Text
    from mapping.printing.typesetting.measure import TextMeasurer

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
    columns: tuple[PlacedColumn, ...]
    """The sections, each where it is placed."""
    rule: float
    """Where the line above the columns beneath the map runs, from the upper edge."""
    categories: tuple[Category, ...]
    """The categories, for their symbols."""
    symbol_scale: float
    """The scale of the symbols."""
    letter_scale: float
    """The size of a footnote's letter, in sizes of the label."""
    key_width: float
    """The width of fills and lines in the legend."""


def draw(atlas: Atlas, topology: Topology, paper: Paper, measurer: TextMeasurer) -> Sheet:
    """Return the sheet in the measurer's language.

    Raises
    ------
    DoesNotFitError
        The labels find no places side by side, or the texts leave no room for the map.
    """
    texts = display_texts(atlas, measurer.language)
    layout = arrange(build_sections(atlas, texts) if paper.label else [], texts, paper, measurer)
    basemap = draw_basemap(atlas, topology, layout.map_frame)
    return Sheet(
        paper=paper,
        language=measurer.language,
        metrics=measurer.metrics,
        title=texts["title"],
        map_name=texts["map.name"],
        head=layout.head,
        foot=layout.foot,
        basemap=basemap,
        symbol_layer=draw_symbols(atlas, paper, layout.map_frame, basemap, measurer),
        columns=layout.columns,
        rule=layout.rule,
        categories=atlas.dataset.edition.categories,
        symbol_scale=paper.symbol / SYMBOL_UNITS,
        letter_scale=LETTER,
        key_width=KEY_WIDTH_EM * mm(paper.text),
    )


def render_svg(sheet: Sheet, *, grey: bool = False) -> bytes:
    """Return the sheet as an SVG file in UTF-8, in colour or in grey."""
    colours = {one.key: convert_colour(one.colour, grey=grey) for one in sheet.categories}
    style = _style(grey=grey)
    text = render("sheet/sheet.svg", sheet=sheet, colours=colours, style=style, grey=grey)
    return text.strip().encode() + b"\n"


def _style(*, grey: bool) -> Markup:
    style = assets.read_asset("sheet/sheet.css")
    for name, colour in read_palette(grey=grey).items():
        style = style.replace(f"var({name})", colour)
    return trusted(style)
