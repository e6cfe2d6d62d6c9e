"""How a language is set: its fonts, where to get them, and the room that its letters need."""

from __future__ import annotations

from typing import NamedTuple

LATIN, ARABIC, CHINESE = "Noto Sans", "Noto Naskh Arabic", "Noto Sans CJK SC"
PACKAGES = {LATIN: "fonts-noto-core", ARABIC: "fonts-noto-core", CHINESE: "fonts-noto-cjk"}


class FontMetrics(NamedTuple):
    """The fonts of a language, the first one first; measures are in units of the size of type.

    `ascent` and `descent` are the room above and below the base line, `label_leading` and
    `text_leading` the distances of base lines in labels and in running text.
    """

    fonts: tuple[str, ...]
    ascent: float
    descent: float
    label_leading: float
    text_leading: float

    @property
    def css(self) -> str:
        """The fonts as a style sheet names them."""
        return ", ".join(self.fonts)


IN_LATIN = FontMetrics((LATIN,), ascent=0.76, descent=0.22, label_leading=1.14, text_leading=1.3)
IN_ARABIC = FontMetrics(
    (ARABIC, LATIN), ascent=0.9, descent=0.42, label_leading=1.34, text_leading=1.46
)
IN_CHINESE = FontMetrics(
    (CHINESE, LATIN), ascent=0.87, descent=0.13, label_leading=1.14, text_leading=1.4
)
# Noto Sans has Cyrillic too.
METRICS: dict[str, FontMetrics] = {
    "ar": IN_ARABIC, "en": IN_LATIN, "es": IN_LATIN, "fr": IN_LATIN, "ru": IN_LATIN,
    "zh": IN_CHINESE,
}  # fmt: skip


def font_metrics(language: str) -> FontMetrics:
    """Return the metrics of the fonts that a language is set in."""
    return METRICS[language]
