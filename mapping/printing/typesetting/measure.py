"""Lines of type, as Chromium breaks and measures them."""

from __future__ import annotations

import re
from collections import defaultdict
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from mapping.printing.fonts import font_metrics
from mapping.web import assets, bundle
from mapping.web.templates import render, trusted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapping.i18n.catalog import Language
    from mapping.printing.chromium import Chromium


PLAIN, BOLD = 400, 700  # weights of type
# In units of the size of type: what a browser rounds is less.
ROUNDING = 0.001
# At the end of a line these take room, which is not counted in its width.
WIDE_SPACE = re.compile("[\u1680\u2000-\u200a\u205f\u3000]")


class MeasureRequest(NamedTuple):
    """A text to be broken into lines.

    `width` is in units of the size of type, 0 where the text is to stay in one line; lines that are
    balanced are about as long as each other, and keep words whole; so do others that are `whole`.
    Chinese, which has no spaces, is broken between words alone where it is `inWords`.
    """

    text: str
    width: float = 0
    weight: int = PLAIN
    balance: bool = False
    whole: bool = False
    inWords: bool = False  # noqa: N815 (as the script has it)


class Line(NamedTuple):
    """One line of type, its width, and how far its letters reach above and below the base line.

    All in units of the size of type.
    """

    text: str
    width: float
    up: float = 0.0
    down: float = 0.0


class BrokenText(NamedTuple):
    """The lines of a text, and the widths between which it has no others."""

    least: float
    most: float
    lines: list[Line]


class TextMeasurer:
    """Breaks texts of one `language`, set in its `font_metrics`, into lines."""

    def __init__(self, browser: Chromium, language: Language) -> None:
        self.language, self.metrics = language, font_metrics(language.code)
        style = trusted(assets.read_asset("sheet/measure.css"))
        html = render("sheet/measure.html", language=language, style=style)
        self._tab = browser.tab(html, bundle.join("sheet/break-lines.js"))
        self._tab.call("setFonts", self.metrics.css)
        self._broken = defaultdict[MeasureRequest, list[BrokenText]](list)

    def break_lines(self, requests: Iterable[MeasureRequest]) -> list[list[Line]]:
        """Return the lines of each text, with their widths in units of the size of type."""
        asked = list(requests)
        new = [one for one in dict.fromkeys(asked) if self._find(one) is None]
        broken = self._tab.call("breakLines", [request._asdict() for request in new]) if new else []
        for request, lines in zip(new, broken, strict=True):
            self._keep(request, [Line(*line) for line in lines])
        return [self._find(request) or [] for request in asked]

    def break_narrower(self, requests: Iterable[MeasureRequest], least: float) -> None:
        """Note the lines of texts that are not known yet, in their widths and in narrower ones.

        Whoever looks for a width asks once, and not for one after the other.
        """
        new = [one for one in dict.fromkeys(requests) if self._find(one) is None]
        if not new:
            return
        every = self._tab.call("breakNarrower", [[one._asdict() for one in new], least])
        for request, found in zip(new, every, strict=True):
            for width, lines in found:
                self._keep(request._replace(width=width), [Line(*line) for line in lines])

    def _find(self, request: MeasureRequest) -> list[Line] | None:
        """Return the lines of a text, if they are known of this width or of one that is like it."""
        width = request.width or inf
        return next((one.lines for one in self._broken[request._replace(width=0)]
                     if one.least <= width <= one.most), None)  # fmt: skip

    def _keep(self, request: MeasureRequest, lines: list[Line]) -> None:
        """Note the lines of a text, and which other widths would give the same.

        A line takes all that it has room for: in a narrower column that has room for all lines,
        each takes the same. Balanced ones are as many there, too, and so are as long as each other.
        What fits one line does so in any wider column.
        """
        width = request.width or inf
        if request.inWords:  # what is balanced between few breaks may differ from width to width
            self._broken[request._replace(width=0)].append(BrokenText(width, width, lines))
            return
        filled = max(line.width for line in lines) + ROUNDING
        least = width if WIDE_SPACE.search(request.text) else min(width, filled)
        most = inf if len(lines) == 1 else width
        self._broken[request._replace(width=0)].append(BrokenText(least, most, lines))
