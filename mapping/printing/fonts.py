"""How a language is set: its fonts, where to get them, and the room that its letters need."""

from __future__ import annotations

from typing import NamedTuple

LATIN, ARABIC, CHINESE = "Noto Sans", "Noto Naskh Arabic", "Noto Sans CJK SC"
PACKAGES = {LATIN: "fonts-noto-core", ARABIC: "fonts-noto-core", CHINESE: "fonts-noto-cjk"}


class Face(NamedTuple):
    """The fonts of a language, the first one first; measures are in units of the size of type.

    `up` and `down` are the room above and below the base line, `tight` and `open` the distances of
    base lines in labels and in running text.
    """

    fonts: tuple[str, ...]
    up: float
    down: float
    tight: float
    open: float

    @property
    def css(self) -> str:
        """The fonts as a style sheet names them."""
        return ", ".join(self.fonts)


DEFAULT = Face((LATIN,), up=0.76, down=0.22, tight=1.14, open=1.3)
OTHERS = {
    "ar": Face((ARABIC, LATIN), up=0.9, down=0.42, tight=1.34, open=1.46),
    "zh": Face((CHINESE,), up=0.87, down=0.13, tight=1.14, open=1.4),
}


def face(language: str) -> Face:
    """Give the face that a language is set in."""
    return OTHERS.get(language, DEFAULT)
