"""Countries between which something is not settled: both are named on a map, or neither is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from mapping.printing.frame import MapFrame
from mapping.printing.label_placement.marks import Label
from mapping.printing.layers.basemap import draw_basemap, find_name_places
from mapping.printing.layers.counterparts import find_counterparts, find_unmatched
from mapping.printing.layers.names import draw_names
from mapping.printing.layers.symbol_layer import SymbolLayer
from mapping.printing.papers import A4
from tests.printing.typewriter import typewriter

if TYPE_CHECKING:
    from mapping.atlas import Atlas


def test_counterparts_are_known_from_the_boundaries(atlas: Atlas) -> None:
    """Across an armistice line, and any line that is no international boundary.

    Also where that runs through an undetermined area; who else borders on it is no counterpart.
    """
    found = find_counterparts(atlas.dataset.boundaries.topology)
    for one, other in (
        ("ISR", "PSE"),
        ("KOR", "PRK"),
        ("MAR", "ESH"),
        ("SDN", "SSD"),
        ("IND", "PAK"),
    ):
        assert other in found[one]
        assert one in found[other]
    assert "XJK" not in found
    assert found["IND"] == {"PAK"}
    assert not {"FRA", "BRA"} & found.keys()


def test_a_name_goes_with_that_of_its_counterpart() -> None:
    """And with it that of the next; what a label says asks for no name, and loses none."""
    counterparts = {"A": {"B"}, "B": {"A", "C"}, "C": {"B"}, "D": {"E"}, "E": {"D"}}
    assert find_unmatched({"A", "B", "D", "E"}, {"C"}, counterparts) == {"A", "B"}
    assert find_unmatched({"A", "B", "D"}, set(), counterparts) == set()


def test_labels_leave_room_for_a_name_that_another_needs(atlas: Atlas) -> None:
    """Points along it, where an area without a place is large enough; none of hosts, none else."""
    frame = MapFrame(6, 20, 285)
    basemap = draw_basemap(atlas, atlas.dataset.boundaries.topology, frame, A4.size)
    points = shapely.points(find_name_places(basemap, atlas))
    inside = {
        code for code, area in basemap.polygons.items() if shapely.contains(area, points).any()
    }
    assert {"IND", "PAK", "MAR"} <= inside
    assert not inside & {"SDN", "SSD", "BRA", "IRN"}
    assert shapely.contains(basemap.polygons["PAK"], points).sum() >= 3


def test_a_map_names_both_or_neither(atlas: Atlas) -> None:
    """Where a label hides the one, the other has no name either; all else has."""
    frame, measurer = MapFrame(6, 20, 285), typewriter(atlas.dataset.languages["en"])
    basemap = draw_basemap(atlas, atlas.dataset.boundaries.topology, frame, A4.size)
    named = []
    for hidden in ("FJI", "MAR"):
        box = shapely.bounds(shapely.buffer(basemap.polygons[hidden], 5)).tolist()
        hiding = SymbolLayer((), (Label("none", (), (*box,), "left"),), ())
        layer = draw_names(atlas, A4, (basemap, hiding), measurer, numbers=False)
        named.append({one.key for one in layer.names})
    assert {"MAR", "ESH"} <= named[0]
    assert not {"MAR", "ESH"} & named[1]
    assert {"BRA", "JPN", "KAZ"} <= named[1]
