"""No leader line is taken for a boundary: not by its colour, its length, or where it is.

Also of `label_placement/area_raster.py`, `label_placement/boundary_raster.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapping.printing.colours import read_palette
from mapping.printing.label_placement.area_raster import AreaRaster
from mapping.printing.label_placement.boundary_raster import BoundaryRaster
from tests.printing.proof import measured
from tests.printing.sheets import SVG, layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from playwright.sync_api import Browser

    from tests.printing.sheets import Printed

LONGEST_MM = 35
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def runs(path: Element) -> Iterator[np.ndarray]:
    """Yield the runs of a path of the drawing, in millimetres."""
    for run in path.get("d", "").split("M")[1:]:
        numbers = np.array([float(one) for one in NUMBER.findall(run)]).reshape(-1, 2)
        yield numbers.cumsum(axis=0)  # the first is a place, all others are steps


def leader_lines(printed: Printed) -> dict[str, shapely.LineString]:
    """Return the lines from labels to their symbols, by presence."""
    return {
        group.get("data-presence", ""): shapely.LineString(
            np.array([float(one) for one in NUMBER.findall(path.get("d", ""))]).reshape(2, 2)
        )
        for group in layer(printed.drawing, "leaders").iter(f"{SVG}g")
        for path in group.iter(f"{SVG}path")
        if path.get("class") == "leader"
    }


def test_leader_lines_are_short(printed: Printed) -> None:
    """None is longer than 35 mm on A3."""
    lengths = {key: line.length for key, line in leader_lines(printed).items()}
    assert len(lengths) > 20
    assert max(lengths.values()) <= LONGEST_MM + 0.01, max(lengths, key=lambda key: lengths[key])


def boundaries(printed: Printed) -> list[shapely.Geometry]:
    """Return the boundaries of a drawing, of every class, without their smallest windings."""
    return [
        shapely.LineString(run).simplify(0.4)
        for path in layer(printed.drawing, "lines").iter(f"{SVG}path")
        if path.get("class", "").startswith("line ")
        for run in runs(path)
        if len(run) > 1
    ]


def length_beside(line: shapely.LineString, others: Iterable[shapely.Geometry]) -> float:
    """Return how far lines run within 0.8 mm of a line, and within 15 degrees of its direction."""
    met = shapely.intersection(list(others), line.buffer(0.8, cap_style="flat"))
    (left, top), (right, bottom) = line.coords
    own = np.array([right - left, bottom - top]) / line.length
    total = 0.0
    for one in shapely.get_parts(met):
        steps = np.diff(shapely.get_coordinates(one), axis=0)
        lengths = np.hypot(*steps.T)
        total += lengths[np.abs(steps @ own) > lengths * np.cos(np.radians(15))].sum()
    return total


def test_no_leader_line_runs_beside_a_boundary(printed: Printed) -> None:
    """Not for 5 mm within a millimetre, in any language: none can be taken for one."""
    lines, others = leader_lines(printed), boundaries(printed)
    assert len(others) > 100
    found = {key: length_beside(line, others) for key, line in lines.items()}
    assert {key: round(length, 1) for key, length in found.items() if length > 5} == {}


def unsettled(printed: Printed) -> shapely.Geometry:
    """Return the areas of a drawing whose status is undetermined, and the territories."""
    areas = [
        shapely.make_valid(shapely.Polygon(run))
        for path in layer(printed.drawing, "areas").iter(f"{SVG}path")
        if path.get("class") in {"area territory", "area undetermined"}
        for run in runs(path)
        if len(run) > 3
    ]
    return shapely.union_all(areas)


def test_nothing_is_written_on_what_is_not_settled(printed: Printed, browser: Browser) -> None:
    """No label covers an undetermined area or a territory, and no leader line crosses one.

    In no language: not even with a corner of its letters.
    """
    areas = unsettled(printed)
    assert shapely.area(areas) > 50  # square millimetres
    lines = leader_lines(printed)
    assert [key for key, line in lines.items() if shapely.intersects(line, areas)] == []
    ink = measured(browser, printed.file("svg").read_text(encoding="utf-8"))["labels"]
    assert len(ink) > len(lines)
    assert {key for key, box, _ in ink if shapely.intersects(shapely.box(*box), areas)} == set()


def test_leader_lines_have_a_colour_of_their_own(printed: Printed) -> None:
    """That of no boundary and of no coast."""
    colours = read_palette()
    style = printed.drawing.findtext(f"{SVG}style") or ""
    assert f".leader {{ fill: none; stroke: {colours['--leader']}" in style
    assert colours["--leader"] not in {colours["--boundary"], colours["--coast"]}


def test_the_way_of_a_line_on_edges_is_measured() -> None:
    """Along a boundary all of it is, across a boundary hardly any."""
    halves = {"AAA": shapely.box(0, 0, 20, 10), "BBB": shapely.box(0, 10, 20, 30)}
    raster = AreaRaster((20, 30), halves, ())
    along, across = raster.length_on_edges(np.array([[1, 10.2, 11, 10.2], [5, 2, 5, 18]]))
    assert along > 9
    assert across < 3


def test_a_line_may_leave_what_it_begins_in_and_enter_nothing() -> None:
    """The leader line of a presence in a territory leads out of it, and into no other."""
    areas = [shapely.box(2, 2, 8, 8), shapely.box(12, 2, 18, 8)]
    raster = AreaRaster((20, 30), {}, areas)
    lines = np.array([[5, 5, 5, 20], [5, 5, 19, 5], [1, 10, 15, 5], [1, 20, 19, 20]])
    assert raster.enters_avoided(lines.astype(float)).tolist() == [False, True, True, False]


def test_a_line_beside_a_boundary_is_told_from_one_that_crosses_it() -> None:
    """Parallel and close, in either direction; neither across, nor far off, nor for a moment."""
    raster = BoundaryRaster((40, 40), [shapely.LineString([(2, 10), (20, 10.2), (38, 10)])])
    beside = [[5, 10.6, 25, 10.6], [25, 9.6, 5, 9.8], [4, 10, 14, 12]]
    apart = [[10, 2, 10, 30], [5, 13, 25, 13], [5, 5, 25, 25], [5, 10.6, 8, 10.6]]
    found = raster.beside(np.array([*beside, *apart], dtype=float))
    assert found.tolist() == [True] * 3 + [False] * 4


def test_windings_do_not_hide_where_a_boundary_runs() -> None:
    """A river's bends of a tenth of a millimetre still run along the line beside them."""
    across = np.arange(2, 38, 0.1)
    river = np.column_stack([across, 10 + 0.1 * np.sign(np.sin(across * 31.4))])
    raster = BoundaryRaster((40, 40), [shapely.LineString(river)])
    assert raster.beside(np.array([[5, 10.5, 25, 10.5], [10.0, 2, 10, 30]])).tolist() == [
        True,
        False,
    ]
