"""The printed products of one language: each sheet drawn, checked, and written as files."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import shapely

from mapping.errors import DoesNotFitError
from mapping.files.data_folder import PRESENCES_FILE
from mapping.printing.collisions import find_collisions
from mapping.printing.papers import PREVIEW, file_stem
from mapping.printing.pdf import ChromiumSheet
from mapping.printing.svg import draw, render_svg
from mapping.printing.typesetting.measure import TextMeasurer
from mapping.products.manifest import preview_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.atlas import Atlas
    from mapping.errors import FaultLog
    from mapping.geo.topology import Topology
    from mapping.i18n.catalog import Language
    from mapping.printing.chromium import Chromium
    from mapping.printing.collisions import Collision
    from mapping.printing.papers import Paper
    from mapping.printing.svg import Sheet

PRINT_DPI = 300
SUFFIXES = ("svg", "pdf", "png")
PREVIEW_DPI = 96
REMEDY = "shorten the label or text in this language, or print on a larger paper"


class SheetPrinter:
    """Prints an atlas in one language; what is wrong with a sheet becomes a fault."""

    def __init__(
        self, atlas: Atlas, topology: Topology, language: Language, browser: Chromium
    ) -> None:
        self._atlas, self._topology, self._browser = atlas, topology, browser
        self._language, self._measurer = language, TextMeasurer(browser, language)

    def map(
        self,
        paper: Paper,
        *,
        grey: bool,
        faults: FaultLog,
        numbered: frozenset[str] = frozenset(),
    ) -> dict[str, bytes]:
        """Return SVG, PDF and PNG of one format by name, in colour, and in grey if asked for.

        The presences of `numbered` have numbers in the place of labels; so have those whose labels
        turn out to touch anything as Chromium draws them.
        """
        sheet = self._draw(paper, faults, numbered)
        if sheet is None:
            return {}
        products = {}
        for tone in (False, True) if grey else (False,):
            name = file_stem(self._language.code, paper, grey=tone)
            drawing = render_svg(sheet, grey=tone)
            with ChromiumSheet(self._browser, sheet, drawing) as opened:
                if not tone:
                    opened.check_fonts()
                    found = self._find_collisions(opened, sheet)
                    touching = numbered.union(*(one.labels for one in found))
                    if touching > numbered:
                        return self.map(paper, grey=grey, faults=faults, numbered=touching)
                    self._report(found, paper, faults)
                products[f"{name}.svg"] = drawing
                products[f"{name}.pdf"] = opened.pdf()
                products[f"{name}.png"] = opened.png(PRINT_DPI)
        return products

    def preview(self, faults: FaultLog) -> dict[str, bytes]:
        """Return the picture that other sites show of a link to the map."""
        sheet = self._draw(PREVIEW, faults)
        if sheet is None:
            return {}
        with ChromiumSheet(self._browser, sheet, render_svg(sheet)) as opened:
            opened.check_fonts()
            return {preview_name(self._language.code): opened.png(PREVIEW_DPI)}

    def _draw(
        self, paper: Paper, faults: FaultLog, numbered: frozenset[str] = frozenset()
    ) -> Sheet | None:
        try:
            return draw(self._atlas, self._topology, paper, self._measurer, numbered)
        except DoesNotFitError as error:
            where = f"on {paper.key} in {self._language.code}, {error}"
            faults.add(PRESENCES_FILE, 1, where, REMEDY)
            return None

    def _find_collisions(self, opened: ChromiumSheet, sheet: Sheet) -> list[Collision]:
        """Return what is wrong on the sheet and on its further pages."""
        presences = [place.presence.id for place in self._atlas.places]
        paper = shapely.box(0, 0, sheet.paper.width, sheet.paper.height)
        pages = [find_collisions(opened.measure(number), [], paper)
                 for number in range(1, len(sheet.pages) + 1)]  # fmt: skip
        return [*chain(find_collisions(opened.measure(), presences, paper), *pages)]

    def _report(self, found: Sequence[Collision], paper: Paper, faults: FaultLog) -> None:
        lines = {place.presence.id: place.presence.line for place in self._atlas.places}
        for one in found:
            where = f"on {paper.key} in {self._language.code}, {one.what}"
            faults.add(PRESENCES_FILE, lines.get(one.subject, 1), where, REMEDY)


def list_products(language: str, paper: Paper, *, grey: bool) -> set[str]:
    """Return the names of all products of one format, the preview included."""
    stems = [
        file_stem(language, paper, grey=tone) for tone in ((False, True) if grey else (False,))
    ]
    return {f"{one}.{suffix}" for one in stems for suffix in SUFFIXES} | {preview_name(language)}
