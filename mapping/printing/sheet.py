"""The printed products of one language: each sheet drawn, proofed, and pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely

from mapping.dataset.presences import FILE
from mapping.errors import DoesNotFitError
from mapping.printing.collisions import find_collisions
from mapping.printing.papers import A3, PREVIEW
from mapping.printing.pdf import ChromiumSheet
from mapping.printing.svg import draw, svg
from mapping.printing.typesetting.measure import TextMeasurer
from mapping.products.manifest import preview_name

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from mapping.errors import FaultLog
    from mapping.i18n.catalog import Language
    from mapping.printing.chromium import Chromium
    from mapping.printing.papers import Paper
    from mapping.printing.svg import Sheet

DOTS = 300  # per inch
ENDINGS = ("svg", "pdf", "png")
SCREEN = 96  # likewise, of a preview
REMEDY = "shorten the label or text in this language, or print on a larger paper"


class SheetPrinter:
    """Prints an atlas in one language; what is wrong with a sheet becomes a fault."""

    def __init__(
        self, atlas: Atlas, topology: dict[str, Any], language: Language, browser: Chromium
    ) -> None:
        self._atlas, self._topology, self._browser = atlas, topology, browser
        self._language, self._setter = language, TextMeasurer(browser, language)

    def map(self, paper: Paper, *, grey: bool, faults: FaultLog) -> dict[str, bytes]:
        """Return SVG, PDF and PNG of one format by name, in colour, and in grey if asked for."""
        sheet = self._drawn(paper, faults)
        if sheet is None:
            return {}
        products = {}
        for tone in (False, True) if grey else (False,):
            name = stem(self._language.code, paper, grey=tone)
            drawing = svg(sheet, grey=tone)
            with ChromiumSheet(self._browser, sheet, drawing) as press:
                if not tone:
                    press.check_fonts()
                    self._proof(press, sheet, faults)
                products[f"{name}.svg"] = drawing
                products[f"{name}.pdf"] = press.pdf()
                products[f"{name}.png"] = press.png(DOTS)
        return products

    def preview(self, faults: FaultLog) -> dict[str, bytes]:
        """Return the picture that other sites show of a link to the map."""
        sheet = self._drawn(PREVIEW, faults)
        if sheet is None:
            return {}
        with ChromiumSheet(self._browser, sheet, svg(sheet)) as press:
            press.check_fonts()
            return {preview_name(self._language.code): press.png(SCREEN)}

    def _drawn(self, paper: Paper, faults: FaultLog) -> Sheet | None:
        try:
            return draw(self._atlas, self._topology, paper, self._setter)
        except DoesNotFitError as error:
            where = f"on {paper.key} in {self._language.code}, {error}"
            faults.add(FILE, 1, where, REMEDY)
            return None

    def _proof(self, press: ChromiumSheet, sheet: Sheet, faults: FaultLog) -> None:
        lines = {place.presence.id: place.presence.line for place in self._atlas.places}
        paper = shapely.box(0, 0, sheet.paper.width, sheet.paper.height)
        for found in find_collisions(press.measured(), list(lines), paper):
            where = f"on {sheet.paper.key} in {self._language.code}, {found.what}"
            faults.add(FILE, lines.get(found.whose, 1), where, REMEDY)


def names(language: str, paper: Paper, *, grey: bool) -> set[str]:
    """Name all that a printer makes of one format, the preview included."""
    stems = [stem(language, paper, grey=tone) for tone in ((False, True) if grey else (False,))]
    return {f"{one}.{ending}" for one in stems for ending in ENDINGS} | {preview_name(language)}


def stem(language: str, paper: Paper, *, grey: bool = False) -> str:
    """Name the files of a map, without their endings; A3 in colour goes without saying."""
    more = ("" if paper == A3 else f".{paper.key}") + (".grey" if grey else "")
    return f"map.{language}{more}"
