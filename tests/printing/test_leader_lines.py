"""No leader line is taken for a boundary: not by its colour, its length, or where it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import shapely

from mapping.printing.colours import read_palette
from mapping.printing.label_placement.area_raster import AreaRaster
from tests.printing.sheets import SVG, layer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

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


def test_no_leader_line_crosses_what_is_not_settled(printed: Printed) -> None:
    """Neither an area whose status is undetermined nor a Non-Self-Governing Territory."""
    areas = [
        shapely.make_valid(shapely.Polygon(run))
        for path in layer(printed.drawing, "areas").iter(f"{SVG}path")
        if path.get("class") in {"area territory", "area undetermined"}
        for run in runs(path)
        if len(run) > 3
    ]
    unsettled = shapely.union_all(areas)
    lines = leader_lines(printed)
    assert [key for key, line in lines.items() if shapely.intersects(line, unsettled)] == []


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
