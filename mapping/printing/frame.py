"""The map on a sheet of paper: Equal Earth, in millimetres, right and down."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

from mapping.geo.degrees import FULL_CIRCLE_DEG, MAX_LATITUDE_DEG, MAX_LONGITUDE_DEG
from mapping.geo.topology import decode_arcs, join_arcs, project_arcs
from mapping.printing.clipping import hold_within
from mapping.printing.view import WORLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapping.geo.arrays import Floats
    from mapping.geo.topology import Topology
    from mapping.printing.view import View

DETAIL_MM = 0.02  # what a simplified arc may leave out; a printer's dot is 0.01 to 0.04
FEWEST_OF_ISLAND = 5  # points of a closed arc, its first one twice: no island becomes a sliver
UNITS = 100_000  # of the world's width, to which arcs are projected: 4 micrometres on A3
SQUARES = (16, 8)  # columns and rows, by which a list refers to the map
LETTERS = "ABCDEFGHIJKLMNOP"
EDGE_MM = 0.01  # within the edge of a near view no line is drawn
EDGE_STEP_DEG = 0.25  # of latitude, from point to point of the world's edge in a near view


class MapFrame(NamedTuple):
    """Where the map is on the sheet, in millimetres: its upper left corner and width; its view."""

    left: float
    top: float
    width: float
    view: View = WORLD

    @property
    def height(self) -> float:
        """From the northern edge to the southern one, in millimetres."""
        return float(self.width / (self.view.width / self.view.height))

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The left, upper, right and lower edge of the map."""
        return self.left, self.top, self.left + self.width, self.top + self.height

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return x and y on the sheet, in millimetres, of a point in WGS 84 degrees."""
        x, y = self._placed(np.array([[self.view.wrap(longitude), latitude]]))[0].tolist()
        return x, y

    def _placed(self, points: Floats) -> Floats:
        """Return x and y on the sheet of longitudes (see `View.wrap`) and latitudes, in degrees."""
        x, y = self.view.project(points).T
        scale = self.width / self.view.width
        across, down = (x - self.view.left) * scale, (self.view.top - y) * scale
        return np.column_stack([self.left + across, self.top + down])

    def square(self, x: float, y: float) -> str:
        """Return the square of the frame that a place on the sheet is in: D4 for example."""
        column = min(max(int((x - self.left) / self.width * SQUARES[0]), 0), SQUARES[0] - 1)
        row = min(max(int((y - self.top) / self.height * SQUARES[1]), 0), SQUARES[1] - 1)
        return f"{LETTERS[column]}{row + 1}"

    def outline(self, inset: float = 0) -> Floats:
        """Return the edge of the map, of shape (points, 2): of the world, cut off in the south.

        The second half are the points of the first, from its end on, on the other side. In a near
        view it is within the frame, and so many millimetres off its sides.
        """
        step = EDGE_STEP_DEG if self.view.is_near else 1
        up = np.arange(self.view.south, MAX_LATITUDE_DEG + 0.5, step).clip(max=MAX_LATITUDE_DEG)
        edge = self.view.meridian + (MAX_LONGITUDE_DEG - 0.001)  # not yet round it
        half = self._placed(np.column_stack([np.full(len(up), edge), up]))
        middle, _ = self._placed(np.array([[self.view.meridian, 0.0]]))[0].tolist()
        east, west = half, half * [-1, 1] + [2 * middle, 0]
        left, top, right, bottom = self.box
        if self.view.is_near:
            low, high = (left + inset, top + inset), (right - inset, bottom - inset)
            east, west = (np.clip(one, low, high) for one in (east, west))
        return np.array([*west, *east[::-1]])

    def arcs(self, topology: Topology) -> list[Floats]:
        """Return the arcs of a topology, each of shape (points, 2), as fine as print can show.

        Those of a near view stay within its edge.
        """
        if self.view.is_near:
            return [shapely.get_coordinates(_simplify(shapely.LineString(one)))
                    for one in self._held_arcs(topology)]  # fmt: skip
        scale = self.width / UNITS
        corner = (self.left, self.top)
        lines = [shapely.LineString(arc * scale + corner) for arc in project_arcs(topology, UNITS)]
        return [shapely.get_coordinates(_simplify(line)) for line in lines]

    def _held_arcs(self, topology: Topology) -> list[Floats]:
        """Return the arcs on the sheet, held within the edges of the world and of the map."""
        west, (left, top, right, bottom) = self.view.west, self.box
        world = (west, self.view.south), (west + FULL_CIRCLE_DEG, MAX_LATITUDE_DEG)
        arcs = [hold_within(arc, *world) for arc in decode_arcs(topology)]
        placed = self._placed(np.concatenate(arcs))
        ends = np.cumsum([len(arc) for arc in arcs])[:-1]
        return [hold_within(one, (left, top), (right, bottom)) for one in np.split(placed, ends)]

    def lines(self, arcs: Sequence[Floats], runs: Iterable[Sequence[int]]) -> list[Floats]:
        """Return runs of arcs as lines (points, 2); in a near view, without what is at its edge."""
        joined = [join_arcs(arcs, one) for one in runs]
        if not self.view.is_near:
            return joined
        inner = np.array(self.box) + np.array([EDGE_MM, EDGE_MM, -EDGE_MM, -EDGE_MM])
        cut = shapely.clip_by_rect([shapely.LineString(one) for one in joined], *inner.tolist())
        return [shapely.get_coordinates(one) for one in shapely.get_parts(cut)
                if shapely.length(one)]  # fmt: skip


def _simplify(line: shapely.LineString) -> shapely.Geometry:
    fine = line.simplify(DETAIL_MM)
    is_sliver = line.is_closed and shapely.get_num_coordinates(fine) < FEWEST_OF_ISLAND
    return line if is_sliver else fine


def path_data(arcs: Sequence[Floats], runs: Iterable[Sequence[int]]) -> str:
    """Return runs of arcs as SVG path data, in the unit of the arcs, with two decimals.

    An arc is of the shape (points, 2); a negative number of one means that it runs backwards.
    """
    return draw_lines(join_arcs(arcs, one) for one in runs)


def draw_lines(lines: Iterable[Floats]) -> str:
    """Return lines, each of the shape (points, 2), as `path_data` does."""
    return "".join(_path_of_points(one) for one in lines)


def _path_of_points(points: Floats) -> str:
    hundredths = np.rint(points * 100).astype(int)
    kept = np.any(np.diff(hundredths, axis=0, prepend=hundredths[:1] - 1) != 0, axis=1)
    first, *steps = hundredths[kept][:1].tolist() + np.diff(hundredths[kept], axis=0).tolist()
    return f"M{_pair(*first)}{'l' if steps else ''}{' '.join(_pair(*step) for step in steps)}"


def _pair(x: int, y: int) -> str:
    return f"{x / 100:g},{y / 100:g}"
