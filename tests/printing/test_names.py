"""Names of countries on the map: where they lie, and what stands for those without room.

Also of `label_placement/area_room.py`, `label_placement/free_space.py`,
`label_placement/name_forms.py`, `label_placement/area_names.py`, `label_placement/rays.py`,
`label_placement/terrain.py`, `typesetting/key.py`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely

from mapping.dataset.boundaries import UNDETERMINED
from mapping.geo.topology import list_geometries
from mapping.printing.label_placement.area_names import NamePlacer, Wanted, share_marks
from mapping.printing.label_placement.area_raster import AreaRaster
from mapping.printing.label_placement.area_room import AreaRoom
from mapping.printing.label_placement.boundary_raster import BoundaryRaster
from mapping.printing.label_placement.candidates import LabelLayout
from mapping.printing.label_placement.free_space import FreeSpace
from mapping.printing.label_placement.name_forms import NameForm, NameForms
from mapping.printing.label_placement.rays import Rays
from mapping.printing.label_placement.terrain import Ground
from mapping.printing.papers import A3
from mapping.printing.typesetting.key import SMALLEST, WITHIN, KeyRoom, set_key
from mapping.printing.typesetting.sections import UNPLACED, Entry, Section
from tests.printing.sheets import SVG, bare, layer, words
from tests.printing.typewriter import typewriter

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from mapping.printing.label_placement.area_names import PlacedName
    from tests.printing.sheets import Printed

SIZE = (100.0, 60.0)
AREAS = {
    "BIG": shapely.box(10, 10, 40, 40),
    "SMALL": shapely.box(40, 20, 42, 22),
    "ISLE": shapely.box(70, 30, 71, 31),
    "REEF": shapely.box(71.5, 30, 71.7, 30.2),
    "OPEN": shapely.box(80, 50, 88, 58),
}
GROUND = Ground(
    AreaRaster(SIZE, AREAS, [AREAS["OPEN"]]),
    BoundaryRaster(SIZE, []),
    np.array([(0.0, 60.0), (0.0, 0.0), (100.0, 0.0), (100.0, 60.0)]),
    ["OPEN"],
)
NAME = NameForm(2.0, LabelLayout((), 12.0, 2.0, 0))
NUMBERS = [NameForm(2.0, LabelLayout((), width, 1.6, 0)) for width in (2.0, 5.0)]


def wanted(*codes: str) -> list[Wanted]:
    """Return areas that want a name."""
    return [Wanted(AreaRoom(code, AREAS[code], GROUND), (NAME,), (code,)) for code in codes]


def placed(*names: Wanted, taken: tuple[float, float, float, float]) -> dict[str, PlacedName]:
    """Place names where a box is taken."""
    found, lost = NamePlacer(FreeSpace([taken], []), GROUND, NUMBERS).place(names)
    assert lost == []
    return {one.codes[0]: one for one in found}


def test_a_name_lies_within_its_area_where_it_has_room() -> None:
    """In its middle; where a label is, beside that."""
    one = placed(*wanted("BIG"), taken=(20, 22, 30, 28))["BIG"]
    assert shapely.within(shapely.box(*one.box), AREAS["BIG"])
    assert not shapely.intersects(shapely.box(*one.box), shapely.box(20, 22, 30, 28))
    assert one.leader is None


def test_a_name_without_room_is_led_to_the_sea_or_has_a_number() -> None:
    """It covers no land, no label and no other name, and nothing enters what is not settled."""
    found = placed(*wanted("SMALL", "ISLE", "BIG"), taken=(43, 5, 100, 27))
    shapes = [shapely.box(*one.box) for one in found.values()] + [shapely.box(43, 5, 100, 27)]
    assert shapely.STRtree(shapes).query(shapes, "intersects").shape[1] == len(shapes)
    for code, one in found.items():
        others = shapely.union_all([area for other, area in AREAS.items() if other != code])
        assert one.is_number or not shapely.box(*one.box).intersects(others)
        if one.leader:
            line = shapely.LineString([one.leader[:2], one.leader[2:]])
            assert line.distance(AREAS[code]) < 0.7
            assert not line.intersects(AREAS["OPEN"])


def test_a_name_that_another_needs_may_begin_or_end_on_other_land() -> None:
    """It lies mostly in its area, and not on its counterpart; what goes with none stays inside."""
    areas = {"WEST": (0, 10, 20, 20), "MIDDLE": (20, 10, 31, 20), "EAST": (31, 10, 50, 20)}
    shapes = {code: shapely.box(*sides) for code, sides in areas.items()}
    ground = GROUND._replace(areas=AreaRaster(SIZE, shapes, []), unsettled=[])
    room = AreaRoom("MIDDLE", shapes["MIDDLE"], ground)
    for others in (("WEST",), ("EAST",)):
        placer = NamePlacer(FreeSpace([], []), ground, [])
        [one], left = placer.place([Wanted(room, (NAME,), ("MIDDLE",), others)])
        box = shapely.box(*one.box)
        assert not left
        assert shapely.intersects(box, shapes["EAST" if others == ("WEST",) else "WEST"])
        assert shapely.area(shapely.intersection(box, shapes[others[0]])) == 0
    placer = NamePlacer(FreeSpace([], []), ground, [])
    [one], _ = placer.place([Wanted(room, (NAME,), ("MIDDLE",))])
    assert not shapely.intersects(shapely.box(*one.box), [shapes["EAST"], shapes["WEST"]]).any()


def test_a_hidden_area_has_a_line_from_beside_what_hides_it() -> None:
    """Nothing is lost where a symbol covers a whole country."""
    one = placed(*wanted("ISLE"), taken=(69, 29, 72, 32))["ISLE"]
    assert one.leader
    assert shapely.box(69, 29, 72, 32).disjoint(shapely.Point(one.leader[:2]))


def test_a_level_line_to_a_name_crosses_no_other() -> None:
    """A line has no height: that of the room around it is enough to find what it meets."""
    space = FreeSpace([], [(50.0, 10.0, 50.0, 20.0)])
    for height, free in ((15.0, 4.9), (25.0, np.inf)):
        east = Rays(np.array([(45.0, height)]), np.array([(1.0, 0.0)]), longest=9)
        assert space.clear(east) == pytest.approx(free, abs=0.05)


def test_islands_too_near_each_other_share_a_mark() -> None:
    """With the numbers of both; others keep their own."""
    names = share_marks(wanted("BIG", "ISLE", "REEF"))
    assert sorted(one.codes for one in names) == [("BIG",), ("ISLE", "REEF")]
    found = placed(*names, taken=(0, 0, 1, 1))
    assert found["ISLE"].is_number
    assert found["ISLE"].form == NUMBERS[1]


def test_a_number_has_room_for_all_its_figures(atlas: Atlas) -> None:
    """Alone and in a row, where a list leaves a hundred countries and more without a name."""
    forms = NameForms(typewriter(atlas.dataset.languages["en"]), "country")
    two, three = (forms.numbers(2.0, figures) for figures in (2, 3))
    for short, long, more in zip(two, three, (1, 2), strict=True):
        assert long.layout.width >= short.layout.width * (1 + more / (2 * more + 1))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_key_is_as_large_as_its_room_allows(atlas: Atlas, language: str) -> None:
    """Never too small to be read, all entries in their order, within the margins."""
    measurer = typewriter(atlas.dataset.languages[language])
    entries = tuple(Entry(f"Country {number}", str(number)) for number in range(1, 60))
    section = Section("key", "Countries", entries)
    sizes = []
    for height in (9.0, 30.0):
        columns = set_key(section, KeyRoom(200, height), A3, measurer)
        lines = [text for one in columns for text in one.column.paragraphs[0].texts]
        said = bare("".join(line.text for line in lines))
        assert said == bare("".join(f"{one.marker}{one.text}" for one in entries))
        assert max(one.left + one.column.width for one in columns) <= A3.width - A3.margin
        assert max(one.column.height for one in columns) <= height
        sizes.append(lines[0].size / 25.4 * 72)
    assert round(SMALLEST, 2) <= round(sizes[0], 2) <= round(sizes[1], 2)


def test_a_heading_of_any_length_is_set_once(atlas: Atlas) -> None:
    """Also one that leaves no room on its line for an entry; none reaches into the next column."""
    measurer = typewriter(atlas.dataset.languages["en"])
    entries = tuple(Entry(f"Country {number}", str(number)) for number in range(1, 60))
    for length in range(60, 121, 5):
        section = Section("key", "K" * length, entries)
        columns = set_key(section, KeyRoom(200, 60), A3, measurer)
        said = [text for one in columns for text in one.column.paragraphs[0].texts]
        assert "K" not in "".join(one.text for one in said)
        for one, after in pairwise(columns):
            assert one.left + one.column.width < after.left


def test_every_country_is_named_on_the_sheet(printed: Printed, atlas: Atlas) -> None:
    """By a label, on the map, or by a number that the key explains; no two numbers are the same.

    What a label says is not said again; areas of undetermined status have no name.
    """
    language, countries = printed.language, atlas.dataset.tables.countries
    names, labels, notes = (layer(printed.drawing, one) for one in ("names", "labels", "notes"))
    texts = {one.get("data-presence", "").removeprefix("country-"): words(one) for one in names}
    ranges = [bare(text).split("–") for text in texts.values() if bare(text)[0].isdigit()]
    numbers = [n for one in ranges for n in range(int(one[0]), int(one[-1]) + 1)]
    explained = [int(words(one)) for one in notes.iter(f"{SVG}tspan")
                 if one.get("class") == "key-number"]  # fmt: skip
    assert sorted(numbers) == explained == [*range(1, len(numbers) + 1)]
    assert f"{UNPLACED}{WITHIN}" not in words(notes)
    areas = list_geometries(atlas.dataset.boundaries.topology, "areas")
    named = {one["properties"]["code"] for one in areas
             if one["properties"]["status"] != UNDETERMINED
             and atlas.area_name(one["properties"]) == one["properties"]["code"]}  # fmt: skip
    assert len(named) > 230
    said = [bare(words(one)) for one in (names, labels, notes)]
    unnamed = {code for code in named - {"ATA"}
               if not any(bare(countries[code][language]) in one for one in said)}  # fmt: skip
    assert unnamed == set()
    assert not {"KEN", "XJK", "XAC", "IOT", "ATA"} & texts.keys()
