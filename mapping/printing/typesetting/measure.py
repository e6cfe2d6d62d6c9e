"""Lines of type, as Chromium breaks and measures them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapping.printing.fonts import font_metrics
from mapping.web import assets, bundle
from mapping.web.templates import render, trusted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapping.i18n.catalog import Language
    from mapping.printing.chromium import Chromium


class MeasureRequest(NamedTuple):
    """A text to be broken into lines.

    `width` is in units of the size of type, 0 where the text is to stay in one line; lines that are
    balanced are about as long as each other, and keep words whole; so do others that are `whole`.
    """

    text: str
    width: float = 0
    weight: int = 400
    balance: bool = False
    whole: bool = False


class Line(NamedTuple):
    """One line of type, its width, and how far its letters reach above and below the base line.

    All in units of the size of type.
    """

    text: str
    width: float
    up: float = 0.0
    down: float = 0.0


class TextMeasurer:
    """Breaks texts of one `language`, set in its `font_metrics`, into lines."""

    def __init__(self, browser: Chromium, language: Language) -> None:
        self.language, self.metrics = language, font_metrics(language.code)
        style = trusted(assets.read_asset("sheet/measure.css"))
        html = render("sheet/measure.html", language=language, style=style)
        self._tab = browser.tab(html, bundle.join("sheet/break-lines.js"))
        self._tab.call("setFonts", self.metrics.css)
        self._cache: dict[MeasureRequest, list[Line]] = {}

    def break_lines(self, requests: Iterable[MeasureRequest]) -> list[list[Line]]:
        """Return the lines of each text, with their widths in units of the size of type."""
        asked = list(requests)
        new = [request for request in dict.fromkeys(asked) if request not in self._cache]
        broken = self._tab.call("breakLines", [request._asdict() for request in new]) if new else []
        for request, lines in zip(new, broken, strict=True):
            self._cache[request] = [Line(*line) for line in lines]
        return [self._cache[request] for request in asked]
