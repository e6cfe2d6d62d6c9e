"""From a drawing to paper: one sheet in Chromium, measured, and written as PDF and as PNG."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Any, Self

from mapping.errors import MissingToolError
from mapping.printing.fonts import PACKAGES
from mapping.printing.svg import render_page
from mapping.web import assets, bundle
from mapping.web.templates import render, trusted

if TYPE_CHECKING:
    from mapping.printing.chromium import Chromium
    from mapping.printing.svg import Sheet

MM_PER_INCH = 25.4
NO_FONT = "printing needs the font {font}; install it (Debian: apt-get install {package})"
START_OF_PNG = 8 + 25  # bytes: the signature and the chunk IHDR


class ChromiumSheet:
    """One sheet, open in Chromium."""

    def __init__(self, browser: Chromium, sheet: Sheet, drawing: bytes) -> None:
        self._sheet = sheet
        html = render(
            "sheet/sheet.html",
            sheet=sheet,
            style=trusted(assets.read_asset("sheet/page.css")),
            drawing=trusted(drawing.decode()),  # escaped where it was drawn
            pages=[trusted(render_page(sheet, page).decode()) for page in sheet.pages],
        )
        self._tab = browser.tab(html, bundle.join("sheet/sheet.js"))

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Put the sheet away."""
        self._tab.close()

    def measure(self, page: int = 0) -> dict[str, Any]:
        """Return what is where on the sheet or a page, in millimetres; see ``measure-sheet.js``."""
        measured: dict[str, Any] = self._tab.call("measureSheet", page)
        return measured

    def check_fonts(self) -> None:
        """Check the fonts that the sheet was really set in.

        Raises
        ------
        MissingToolError
            A font is not on this machine, and another was used; says where to get it.
        """
        used, wanted = self._tab.fonts(), self._sheet.metrics.fonts
        if used <= set(wanted):
            return
        font = next((one for one in wanted if one not in used), wanted[0])
        raise MissingToolError(NO_FONT.format(font=font, package=PACKAGES[font]))

    def pdf(self) -> bytes:
        """Return the sheet as a PDF: vectors, tagged, map and symbols named, its fonts in it."""
        paper = self._sheet.paper
        self._tab.call("replaceWithImages")
        pdf = self._tab.pdf(paper.width, paper.height)
        self._tab.call("restoreDrawings")
        return pdf

    def png(self, dpi: float) -> bytes:
        """Return the sheet as a PNG with so many dots per inch."""
        paper = self._sheet.paper
        size = (round(length / MM_PER_INCH * dpi) for length in (paper.width, paper.height))
        return _with_resolution(self._tab.png(*size), dpi)


def _with_resolution(png: bytes, dpi: float) -> bytes:
    """Return a PNG that says how many dots an inch has (chunk pHYs of the PNG specification)."""
    per_metre = round(dpi / MM_PER_INCH * 1000)
    chunk = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    added = struct.pack(">I", 9) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return png[:START_OF_PNG] + added + png[START_OF_PNG:]
