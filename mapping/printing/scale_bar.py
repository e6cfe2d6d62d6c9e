"""The scale bar of a near map, in one of its corners; a map of the world has no one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

from mapping.printing.view import EARTH_MM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapping.i18n.catalog import Language
    from mapping.printing.frame import MapFrame
    from mapping.printing.label_placement.candidates import Box

MM_PER_KM = 1e6
MOST = 1 / 6  # of the map's width, that the bar is long
ROUND = (5, 2, 1)  # with how many noughts behind it, its length is told
INSET = 1.5  # from the edge of the map, in sizes of the text
HEIGHT = 1.5  # of the bar with its number, in sizes of the text


class ScaleBar(NamedTuple):
    """Its ends, how far down it is, and the size of its number, in millimetres; its length."""

    left: float
    right: float
    y: float
    size: float
    kilometres: int

    @property
    def box(self) -> Box:
        """Left, top, right and bottom of the bar and its number."""
        return self.left, self.y - HEIGHT * self.size, self.right, self.y

    def text(self, language: Language) -> str:
        """Return its length in words."""
        number = language.number_text(self.kilometres)
        return language.format_message("changes.kilometres", number=number)


def make_scale_bar(
    map_frame: MapFrame, boundaries: Sequence[shapely.Geometry], size: float
) -> ScaleBar | None:
    """Return the scale bar of a map for text of a size in millimetres; none of the world.

    It holds in the middle of the map, and is in the first corner in which no boundary runs.
    """
    if not map_frame.view.is_near:
        return None
    mm_per_km = map_frame.width / map_frame.view.width * MM_PER_KM / EARTH_MM
    most = MOST * map_frame.width / mm_per_km
    noughts = 10 ** (len(str(int(most))) - 1)
    kilometres = next(one * noughts for one in ROUND if one * noughts <= most)
    bars = [ScaleBar(left, left + kilometres * mm_per_km, y, size, kilometres)
            for left, y in _corners(map_frame, kilometres * mm_per_km, size)]  # fmt: skip
    boxes = np.array([shapely.box(*one.box) for one in bars])
    met = shapely.intersects(boxes[:, None], np.array(boundaries, dtype=object)[None]).any(axis=1)
    return bars[int(np.argmin(met))]


def _corners(map_frame: MapFrame, length: float, size: float) -> Iterator[tuple[float, float]]:
    """Yield the left end of a bar in each corner: below before above, left before right."""
    left, top, right, bottom = map_frame.box
    inset = INSET * size
    for y in (bottom - inset, top + inset + HEIGHT * size):
        for x in (left + inset, right - inset - length):
            yield x, y
