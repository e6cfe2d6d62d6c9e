"""What part of the world a sheet shows: where its places are, by the page's own rule.

Also of `clipping.py`, `scale_bar.py`.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely

from mapping.atlas import Anchor
from mapping.geo.projection import distance_km
from mapping.geo.topology import Topology, repeat_around
from mapping.printing.clipping import hold_within
from mapping.printing.frame import MapFrame
from mapping.printing.layers.basemap import draw_basemap
from mapping.printing.papers import A4
from mapping.printing.scale_bar import make_scale_bar
from mapping.printing.svg import draw, render_svg
from mapping.printing.view import (
    EARTH_MM,
    LABEL_ROOM,
    LARGEST_SCALE,
    MUCH_NEARER,
    TO_THE_POLE,
    WORLD,
    choose_view,
    describe_projection,
)
from tests.printing.typewriter import typewriter
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from mapping.atlas import Atlas

ROOM = (400.0, 190.0)
ALGERIA = [(3.06, 36.75), (-0.63, 35.7), (5.32, 31.95), (-2.22, 31.62), (8.12, 35.4)]
SAHEL = [(-17.45, 14.7), (-8.0, 12.65), (2.11, 13.51), (15.04, 12.11), (-15.98, 18.08)]
PACIFIC = [(178.44, -18.14), (-171.76, -13.83), (-159.78, -21.21), (173.0, 1.33), (-149.57, -17.54)]
NORDIC = [(10.75, 59.91), (24.94, 60.17), (25.47, 65.01), (-21.9, 64.13)]
NEAR = {"Algeria": ALGERIA, "Sahel": SAHEL, "Pacific": PACIFIC, "Nordic": NORDIC}
FAR = {
    "none": [],
    "spans the world": [(-74.0, 40.7), (139.7, 35.7), (28.0, -26.2)],
}
ANTARCTICA = [(166.67, -77.85), (-58.67, -62.24)]


def framed(points: list[tuple[float, float]]) -> MapFrame:
    """Return the frame of some places in a room at the paper's corner."""
    return MapFrame(10, 20, ROOM[0], choose_view(np.array(points).reshape(-1, 2), ROOM))


def test_the_page_and_the_sheet_follow_one_rule() -> None:
    """Their numbers are the same, though each has them for itself."""
    script = (ROOT / "mapping/web/js/map/views.js").read_text(encoding="utf-8")
    said = dict(re.findall(r"^const ([A-Z_]+) = ([0-9.]+)$", script, re.MULTILINE))
    rule = {"LABEL_ROOM": f"{LABEL_ROOM:g}", "MUCH_NEARER": f"{MUCH_NEARER:g}"}
    assert rule.items() <= said.items()


@pytest.mark.parametrize("points", FAR.values(), ids=FAR)
def test_a_list_that_spans_the_world_has_the_world(points: list[tuple[float, float]]) -> None:
    """So has an empty one."""
    assert choose_view(np.array(points).reshape(-1, 2), ROOM) == WORLD


@pytest.mark.parametrize("others", [[], ALGERIA], ids=["alone", "with others"])
def test_places_in_antarctica_have_all_of_the_world(
    atlas: Atlas, others: list[tuple[float, float]]
) -> None:
    """Down to the pole: they stand on their land, and not among the words under the map."""
    frame = framed([*ANTARCTICA, *others])
    assert frame.view == TO_THE_POLE
    _, top, _, bottom = frame.box
    assert all(top < frame.point(*at)[1] < bottom - 1 for at in ANTARCTICA)
    drawn = draw_basemap(atlas, atlas.dataset.boundaries.topology, frame, ROOM)
    scott = shapely.Point(frame.point(160, -80))
    assert shapely.covers(drawn.polygons["ATA"], scott)
    left, top, right, bottom = frame.box
    assert shapely.covers(shapely.box(left, top, right, bottom + 0.1), drawn.polygons["ATA"])


def test_the_projects_own_list_has_the_world(atlas: Atlas) -> None:
    """Its sheet is the one that it was before lists had frames of their own."""
    points = np.array([place.anchor[:2] for place in atlas.places])
    assert choose_view(points, ROOM) == WORLD


@pytest.mark.parametrize("points", NEAR.values(), ids=NEAR)
def test_a_list_of_one_region_fills_the_map(points: list[tuple[float, float]]) -> None:
    """With room for labels, as on the page; over the antimeridian as anywhere."""
    frame = framed(points)
    places = np.array([frame.point(*one) for one in points]) - (frame.left, frame.top)
    across, down = (places.max(axis=0) - places.min(axis=0)).tolist()
    assert max(across / ROOM[0], down / ROOM[1]) == pytest.approx(1 / LABEL_ROOM)
    assert frame.height == pytest.approx(ROOM[1])
    assert (places > 0).all()
    assert (places < ROOM).all()


@pytest.mark.parametrize("points", NEAR.values(), ids=NEAR)
def test_the_middle_of_a_near_map_is_true_to_shape_and_scale(
    points: list[tuple[float, float]],
) -> None:
    """A kilometre is as long to the north as to the east, and as long as the scale bar says."""
    frame = framed(points)
    bar = make_scale_bar(frame, [], 2)
    assert bar
    mm_per_km = (bar.right - bar.left) / bar.kilometres
    at, latitude = frame.view.meridian, frame.view.true_at or 0
    for one, other in (((at - 0.2, latitude), (at + 0.2, latitude)),
                       ((at, latitude - 0.2), (at, latitude + 0.2))):  # fmt: skip
        length = math.dist(frame.point(*one), frame.point(*other))
        assert length / distance_km(one, other) == pytest.approx(mm_per_km, rel=0.01)


def test_one_city_is_shown_at_a_scale_that_the_boundaries_bear() -> None:
    """In the middle of the map, with the lands around it."""
    frame = framed([(3.06, 36.75)])
    assert frame.point(3.06, 36.75) == pytest.approx((210, 115))
    assert frame.width / frame.view.width / EARTH_MM == pytest.approx(LARGEST_SCALE)


def test_the_scale_bar_avoids_boundaries() -> None:
    """It is in another corner then, with the same length; a map of the world has none."""
    frame = framed(ALGERIA)
    below, above = (make_scale_bar(frame, lines, 2)
                    for lines in ([], [shapely.LineString([(10, 205), (410, 206)])]))  # fmt: skip
    assert below
    assert above
    assert (below.left, below.kilometres) == (above.left, above.kilometres)
    assert above.box[1] > frame.top
    assert above.y < 115 < below.box[1]
    assert make_scale_bar(MapFrame(10, 20, 400), [], 2) is None


@pytest.mark.parametrize("seed", range(6))
def test_what_is_held_within_a_box_fills_the_same_part_of_it(seed: int) -> None:
    """Whatever a ring does outside: its corners cut, wound around the box, all beyond one side."""
    dice = np.random.default_rng(seed)
    angles = np.sort(dice.uniform(0, 2 * np.pi, 40))
    reach = dice.uniform(0.2, 3, 40)
    ring = np.column_stack([np.cos(angles), np.sin(angles)]) * reach[:, None] + dice.normal(size=2)
    held = hold_within(np.vstack([ring, ring[:1]]), (-1, -1), (1, 1))
    expected = shapely.Polygon(ring).intersection(shapely.box(-1, -1, 1, 1))
    assert np.abs(held).max() <= 1
    x, y = held.T
    surface = abs(float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum())) / 2
    assert surface == pytest.approx(expected.area)


def test_a_topology_goes_on_beyond_its_edge() -> None:
    """Each part is there again, a turn further east, with arcs of its own."""
    topology = Topology(
        arcs=[[[0, 0], [10, 0], [0, 10], [-10, -10]]],
        transform={"scale": [0.5, 0.5], "translate": [-100, 0]},
        objects={"areas": {"geometries": [
            {"type": "Polygon", "arcs": [[-1]], "properties": {"code": "AAA"}}
        ]}},
    )  # fmt: skip
    twice = repeat_around(topology, 360)
    assert [arc[0] for arc in twice["arcs"]] == [[0, 0], [720, 0]]
    area = twice["objects"]["areas"]["geometries"][0]
    assert (area["type"], area["arcs"]) == ("MultiPolygon", [[[-1]], [[-2]]])


def test_boundaries_end_at_the_edge_of_a_near_map(atlas: Atlas) -> None:
    """Areas fill it, none is beyond it, and no line runs along it; islands lie where they do."""
    topology = atlas.dataset.boundaries.topology
    drawn = draw_basemap(atlas, topology, framed(ALGERIA), ROOM)
    edge = shapely.box(*drawn.map_frame.box)
    inner = shapely.buffer(edge, -0.005)
    assert {"DZA", "MAR", "TUN", "ESP"} <= drawn.polygons.keys()
    assert "BRA" not in drawn.polygons
    assert shapely.covers(shapely.buffer(edge, 0.001), [*drawn.polygons.values()]).all()
    assert len(drawn.boundaries) > 3
    assert shapely.covers(inner, drawn.boundaries).all()


def test_an_enclave_out_of_view_is_not_drawn(atlas: Atlas) -> None:
    """Nor is the hole that it leaves in the country around it: Lesotho, on a sheet of Cape Town."""
    drawn = draw_basemap(atlas, atlas.dataset.boundaries.topology, framed([(18.42, -33.92)]), ROOM)
    assert "ZAF" in drawn.polygons
    assert "LSO" not in drawn.polygons


def test_islands_on_both_sides_of_the_antimeridian_are_where_they_are(atlas: Atlas) -> None:
    """Those beyond the edge of the map of the world as well, each in its own area."""
    pacific = draw_basemap(atlas, atlas.dataset.boundaries.topology, framed(PACIFIC), ROOM)
    inland = {"FJI": (177.9, -17.8), "WSM": (-172.45, -13.6), "NCL": (165.5, -21.5)}
    for code, at in inland.items():
        point = shapely.Point(pacific.map_frame.point(*at))
        assert shapely.covers(shapely.buffer(pacific.polygons[code], 0.3), point)


@pytest.mark.parametrize(("language", "words"), [("en", "178° W"), ("zh", "西经 178°")])
def test_the_sheet_says_how_it_is_projected(atlas: Atlas, language: str, words: str) -> None:
    """With its own meridian and latitude, on the right side of Greenwich and of the equator."""
    view = WORLD._replace(meridian=-178.0, true_at=-10)
    said = describe_projection(view, atlas.dataset.languages[language])
    assert words in said
    assert ("10° S" in said) == (language == "en")


def test_a_sheet_of_one_country_is_that_country_and_its_neighbours(atlas: Atlas) -> None:
    """All that is written on the map is within its edge, and the scale is told."""
    moved = (replace(place, anchor=Anchor(*at, "given"), area="DZA")
             for place, at in zip(atlas.places, ALGERIA, strict=False))  # fmt: skip
    near = replace(atlas, places=tuple(moved), hosts=frozenset({"DZA"}))
    sheet = draw(near, atlas.dataset.boundaries.topology, A4,
                 typewriter(atlas.dataset.languages["en"]))  # fmt: skip
    edge = shapely.box(*sheet.basemap.map_frame.box)
    boxes = [shapely.box(*label.box) for label in sheet.symbol_layer.labels]
    ends = [(line.x, line.y) for name in sheet.name_layer.names for line in name.lines]
    assert len(boxes) == len(ALGERIA)
    assert all(map(edge.contains, [*boxes, *map(shapely.Point, ends)]))
    named = {one.key for one in sheet.name_layer.names}
    assert {"MAR", "TUN"} <= named
    assert not named & {"BRA", "CHN"}
    drawing = render_svg(sheet).decode()
    assert sheet.scale_text in drawing
    assert "central meridian 3° E" in " ".join(re.findall(">([^<>]+)</text>", drawing))
