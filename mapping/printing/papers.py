"""The papers that the map is printed on, and the sizes of type on each."""

from __future__ import annotations

from dataclasses import dataclass, replace

MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True)
class Paper:
    """A format: width, height and margin in millimetres, sizes of type in points.

    `text` grows to `largest` where the map leaves room, as it is never wider than the paper.
    `names` are the sizes of names of countries, the largest first; `key_text` is that of the key to
    those that have a number instead, `key_height` its room in millimetres: a paper without one has
    names where there is room.
    `symbol` is the width of a symbol in millimetres, `side` that of a column next to the map, for
    title, legend and figures; without one they are above and beneath it. A picture whose labels
    have no size has none, and no columns.
    """

    key: str
    width: float
    height: float
    margin: float
    title: float
    text: float
    label: float
    symbol: float
    names: tuple[float, ...] = ()
    key_text: float = 0
    key_height: float = 0
    largest: float = 0
    side: float = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height, in millimetres."""
        return self.width, self.height

    @property
    def without_key(self) -> Paper:
        """The same without room for a key to countries."""
        return replace(self, key_text=0, key_height=0)

    @property
    def inner(self) -> float:
        """The width between the margins, in millimetres."""
        return self.width - 2 * self.margin


A3 = Paper(
    "a3",
    420,
    297,
    margin=8,
    title=22,
    text=6.4,
    label=6.9,
    symbol=2.9,
    names=(7.5, 6.5, 5.5, 4.8),
    key_text=5.2,
    key_height=16,
    largest=8,
)
A4 = Paper(
    "a4",
    297,
    210,
    margin=6,
    title=14,
    text=5,
    label=5,
    symbol=2,
    names=(5.5, 5, 4.5),
    largest=6,
)
SLIDE = Paper(
    "16x9",
    420,
    236.25,
    margin=8,
    title=17,
    text=6,
    label=5.5,
    symbol=2.3,
    names=(6, 5.5, 4.8),
    largest=8,
    side=66,
)  # as wide as A3
PREVIEW = Paper("preview", 317.5, 166.6875, margin=7, title=25, text=10, label=0, symbol=3.2)
PAPERS = {paper.key: paper for paper in (A3, A4, SLIDE)}


def file_stem(language: str, paper: Paper, *, grey: bool = False) -> str:
    """Return the name of the files of a map without suffix; A3 in colour goes unnamed."""
    more = ("" if paper.key == A3.key else f".{paper.key}") + (".grey" if grey else "")
    return f"map.{language}{more}"


def mm(points: float) -> float:
    """Return a size of type in millimetres."""
    return points * MM_PER_POINT
