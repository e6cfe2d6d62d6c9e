"""Lakes that a reader expects are drawn, and say nothing of whose they are.

Also of `page/basemap.py`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import shapely

from mapping.geo.projection import wrap_longitude
from mapping.geo.topology import decode_arcs, join_arcs, list_geometries, list_rings
from mapping.page.basemap import encode_basemap
from mapping.printing.frame import MapFrame
from mapping.printing.layers.basemap import draw_basemap
from mapping.printing.papers import A3
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from mapping.geo.topology import Topology
    from tests.support.folder import Folder

# A point in open water of each: longitude, latitude.
EXPECTED = {
    "Victoria": (33.0, -1.0), "Tanganyika": (29.7, -6.5), "Malawi": (34.6, -12.0),
    "Chad": (14.4, 13.0), "Turkana": (36.1, 3.6), "Albert": (30.9, 1.7), "Kivu": (29.2, -2.0),
    "Mweru": (28.8, -9.0), "Tana": (37.3, 12.0), "Volta": (0.1, 7.5), "Kariba": (28.0, -17.0),
    "Aral, north": (60.8, 46.5), "Baikal": (108.0, 53.4), "Balkhash": (74.0, 46.3),
    "Issyk-Kul": (77.3, 42.4), "Superior": (-87.0, 47.7), "Michigan": (-87.0, 44.0),
    "Huron": (-82.4, 44.8), "Erie": (-81.2, 42.2), "Ontario": (-78.0, 43.6),
    "Great Bear": (-121.0, 66.0), "Great Slave": (-114.0, 61.5), "Titicaca": (-69.4, -15.8),
    "Nicaragua": (-85.4, 11.5), "Ladoga": (31.5, 60.8), "Van": (42.9, 38.6),
}  # fmt: skip


def topology(level: str) -> Topology:
    """Read a file of boundaries as it is kept."""
    read: Topology = json.loads((GEODATA / f"boundaries.{level}.topojson").read_text("utf-8"))
    return read


def polygons(found: Topology) -> list[shapely.Polygon]:
    """Return each lake in degrees."""
    arcs = decode_arcs(found)
    parts = [part for one in list_geometries(found, "lakes") for part in one["arcs"]]
    rings = [[join_arcs(arcs, ring) for ring in part] for part in parts]
    return [shapely.Polygon(shore, islands) for shore, *islands in rings]


@pytest.mark.parametrize("level", ["page", "print"])
def test_the_lakes_that_a_reader_expects_are_drawn(level: str) -> None:
    """In Africa, Central Asia, the Americas; each a sound polygon within the map."""
    lakes = polygons(topology(level))
    assert shapely.is_valid(lakes).all()
    places = shapely.points([(wrap_longitude(east), north) for east, north in EXPECTED.values()])
    water = shapely.union_all(lakes)
    dry = [name for name, place in zip(EXPECTED, places, strict=True) if not water.covers(place)]
    assert dry == []


@pytest.mark.parametrize("level", ["page", "print"])
def test_a_lake_shares_nothing_with_areas_and_lines(level: str) -> None:
    """So boundaries run on through it, and no area loses a place in it."""
    found = topology(level)
    used = {
        kind: {
            arc if arc >= 0 else ~arc
            for one in list_geometries(found, kind)
            for ring in list_rings(one["arcs"])
            for arc in ring
        }
        for kind in ("areas", "lines", "lakes")
    }
    assert used["lakes"]
    assert used["lakes"].isdisjoint(used["areas"] | used["lines"])


def test_boundaries_without_lakes_are_drawn(folder: Folder) -> None:
    """Those of an older folder have none: then there are none on page and paper."""
    path = folder.path / "boundaries.page.topojson"
    older = json.loads(path.read_text("utf-8"))
    del older["objects"]["lakes"]
    path.write_text(json.dumps(older), encoding="utf-8")
    atlas = folder.check()
    assert encode_basemap(atlas)["lakes"] == []
    drawn = draw_basemap(atlas, atlas.dataset.boundaries.topology, MapFrame(0, 0, 400), A3.size)
    assert drawn.lakes == ""


def test_lakes_are_on_the_page_and_on_paper(atlas: Atlas) -> None:
    """All of them, in both."""
    lakes = polygons(atlas.dataset.boundaries.topology)
    runs = sum(1 + len(lake.interiors) for lake in lakes)
    (text,) = encode_basemap(atlas)["lakes"]
    assert len(text.split(" ")) == runs > 150
    drawn = draw_basemap(atlas, atlas.dataset.boundaries.topology, MapFrame(0, 0, 400), A3.size)
    assert drawn.lakes.count("M") == runs
