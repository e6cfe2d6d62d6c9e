"""A measurer of type without a browser: every letter is half as wide as the type is high."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, cast

from mapping.printing.fonts import font_metrics
from mapping.printing.typesetting.measure import Line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapping.i18n.catalog import Language
    from mapping.printing.typesetting.measure import MeasureRequest, TextMeasurer

LETTER = 0.5  # of the size of type


class _Typewriter:
    def __init__(self, language: Language) -> None:
        self.language, self.metrics = language, font_metrics(language.code)

    def break_lines(self, requests: Iterable[MeasureRequest]) -> list[list[Line]]:
        """Break each text between its words, where a width is given."""
        return [
            [Line(line, LETTER * len(line)) for line in self._lines(one.text, one.width)]
            for one in requests
        ]

    def break_narrower(self, *_: object) -> None:
        """Note nothing: it breaks lines at once."""

    def _lines(self, text: str, width: float) -> list[str]:
        return textwrap.wrap(text, max(1, int(width / LETTER))) if width else [text]


def typewriter(language: Language) -> TextMeasurer:
    """Return a measurer that needs no browser."""
    return cast("TextMeasurer", _Typewriter(language))
