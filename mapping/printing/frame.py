"""The world on a sheet of paper: Equal Earth, in millimetres, right and down."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

from mapping.geo.projection import (
    CENTRAL_MERIDIAN_DEG,
    X_AT_EDGE,
    Y_AT_POLE,
    project_on_sphere,
    wrap_longitude,
)
from mapping.geo.topology import join_arcs, project_arcs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapping.geo.arrays import Floats
    from mapping.geo.topology import Topology

SOUTH_DEG = -60.0  # all land south of it is Antarctica's, which has no presence
DETAIL_MM = 0.02  # what a simplified arc may leave out; a printer's dot is 0.01 to 0.04
FEWEST_OF_ISLAND = 5  # points of a closed arc, its first one twice: no island becomes a sliver
UNITS = 100_000  # of the world's width, to which arcs are projected: 4 micrometres on A3
Y_AT_SOUTH: float = project_on_sphere(np.array([[CENTRAL_MERIDIAN_DEG, SOUTH_DEG]]))[0, 1]
SQUARES = (16, 8)  # columns and rows, by which a list refers to the map
LETTERS = "ABCDEFGHIJKLMNOP"
ASPECT_RATIO = 2 * X_AT_EDGE / (Y_AT_POLE - Y_AT_SOUTH)  # width by height


class MapFrame(NamedTuple):
    """Where the world is on the sheet: its upper left corner and its width, in millimetres."""

    left: float
    top: float
    width: float

    @property
    def height(self) -> float:
        """From the north pole to `SOUTH_DEG`, in millimetres."""
        return float(self.width / ASPECT_RATIO)

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return x and y on the sheet, in millimetres, of a point in WGS 84 degrees."""
        x, y = project_on_sphere(np.array([[wrap_longitude(longitude), latitude]]))[0]
        scale = self.width / (2 * X_AT_EDGE)
        return self.left + (x + X_AT_EDGE) * scale, self.top + (Y_AT_POLE - y) * scale

    def square(self, x: float, y: float) -> str:
        """Return the square of the frame that a place on the sheet is in: D4 for example."""
        column = min(max(int((x - self.left) / self.width * SQUARES[0]), 0), SQUARES[0] - 1)
        row = min(max(int((y - self.top) / self.height * SQUARES[1]), 0), SQUARES[1] - 1)
        return f"{LETTERS[column]}{row + 1}"

    def outline(self) -> Floats:
        """Return the edge of the world, cut off at `SOUTH_DEG`, of shape (points, 2)."""
        up = np.arange(SOUTH_DEG, 90.5)
        edge = CENTRAL_MERIDIAN_DEG + 179.999
        east = [self.point(edge, latitude) for latitude in up]
        west = [(2 * self.left + self.width - x, y) for x, y in east]
        return np.array([*west, *reversed(east)])

    def arcs(self, topology: Topology) -> list[Floats]:
        """Return the arcs of a topology, each of shape (points, 2), as fine as print can show."""
        scale = self.width / UNITS
        corner = (self.left, self.top)
        lines = [shapely.LineString(arc * scale + corner) for arc in project_arcs(topology, UNITS)]
        return [shapely.get_coordinates(_simplify(line)) for line in lines]


def _simplify(line: shapely.LineString) -> shapely.Geometry:
    fine = line.simplify(DETAIL_MM)
    is_sliver = line.is_closed and shapely.get_num_coordinates(fine) < FEWEST_OF_ISLAND
    return line if is_sliver else fine


def path_data(arcs: Sequence[Floats], runs: Iterable[Sequence[int]]) -> str:
    """Return runs of arcs as SVG path data, in the unit of the arcs, with two decimals.

    An arc is of the shape (points, 2); a negative number of one means that it runs backwards.
    """
    return "".join(_path_of_points(join_arcs(arcs, one)) for one in runs)


def _path_of_points(points: Floats) -> str:
    hundredths = np.rint(points * 100).astype(int)
    kept = np.any(np.diff(hundredths, axis=0, prepend=hundredths[:1] - 1) != 0, axis=1)
    first, *steps = hundredths[kept][:1].tolist() + np.diff(hundredths[kept], axis=0).tolist()
    return f"M{_pair(*first)}{'l' if steps else ''}{' '.join(_pair(*step) for step in steps)}"


def _pair(x: int, y: int) -> str:
    return f"{x / 100:g},{y / 100:g}"
