"""Whatever list of up to 200 places is printed: each has a label, a number, or one in a sign.

Also of `layers/layer_builder.py`, `layers/mark_maker.py`, `layers/symbol_layer.py`,
`layers/symbols.py`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely

from mapping.atlas import Anchor
from mapping.printing.frame import MapFrame
from mapping.printing.layers.arrangement import FURTHEST_MM
from mapping.printing.layers.basemap import Basemap, draw_basemap
from mapping.printing.layers.groups import number_places, share_numbers
from mapping.printing.layers.symbols import draw_symbols
from mapping.printing.papers import A3
from mapping.printing.typesetting.sections import add_group_key, build_index
from tests.printing.typewriter import typewriter

if TYPE_CHECKING:
    from mapping.atlas import Atlas, Place
    from mapping.geo.arrays import Floats

FRAME = MapFrame(10, 20, 400)
ISLAND: dict[str, shapely.Geometry] = {"ISL": shapely.box(30, 200, 31, 201)}
SEA = Basemap(FRAME, A3.size, "", (), "", "", (), "", ISLAND, (), ())  # all there is but an island


def scattered(seed: int, count: int, spread: float) -> Floats:
    """Return longitudes and latitudes, half of them round one place, the others round a few."""
    dice = np.random.default_rng(seed)
    middles = dice.uniform((-90, -40), (140, 60), (5, 2))
    chosen = middles[np.where(dice.random(count) < 0.5, 0, dice.integers(0, 5, count))]
    return np.asarray((chosen + dice.normal(0, spread, (count, 2))).clip((-175, -55), (175, 75)))


def listed(atlas: Atlas, points: Floats) -> Atlas:
    """Return the project's own places, as often as needed, elsewhere."""

    def moved(number: int, longitude: float, latitude: float) -> Place:
        place = atlas.places[number % len(atlas.places)]
        presence = place.presence.model_copy(update={"id": f"place-{number}"})
        return replace(place, presence=presence, anchor=Anchor(longitude, latitude, "given"))

    places = tuple(moved(number, *point) for number, point in enumerate(points.tolist()))
    return replace(atlas, places=places)


@pytest.mark.parametrize(
    ("language", "count", "spread"),
    [("zh", 120, 6.0), ("en", 60, 1.0), ("ar", 200, 0.5)],
)
def test_no_dense_list_is_refused(atlas: Atlas, language: str, count: int, spread: float) -> None:
    """No place is lost, none stands far off, no mark covers another, and the index is whole."""
    dense = listed(atlas, scattered(count, count, spread))
    told = dense.dataset.languages[language]
    numbered = {dense.places[0].presence.id}  # names are tried in vain elsewhere
    layer = draw_symbols(dense, A3, SEA, typewriter(told), numbered)
    ids = [place.presence.id for place in dense.places]
    shared = [ids[member] for one in layer.groups for member in one.members]
    assert sorted([*shared, *(one.id for one in layer.symbols)]) == sorted(ids)
    assert {*shared, *(one.id for one in layer.labels)} == {*ids}
    assert not layer.is_counted
    assert layer.groups
    for one in layer.groups:
        numbers = sorted(layer.numbers[ids[member]] for member in one.members)
        assert one.numbers == f"{numbers[0]}–{numbers[-1]}"
        assert numbers == [*range(numbers[0], numbers[-1] + 1)]
    index = build_index(dense, told, layer.numbers).entries
    assert [int(entry.marker) for entry in index] == sorted(layer.numbers.values())
    half = A3.symbol / 2
    marks = [(one.x - half, one.y - half, one.x + half, one.y + half) for one in layer.symbols]
    marks += [(one.x - one.reach, one.y - one.half, one.x + one.reach, one.y + one.half)
              for one in layer.groups]  # fmt: skip
    boxes = shapely.buffer(shapely.box(*np.array(marks).T), -0.02)
    assert shapely.STRtree(boxes).query(boxes, "intersects").shape[1] == len(boxes)
    at = {place.presence.id: FRAME.point(*place.anchor[:2]) for place in dense.places}
    off = [np.hypot(*np.subtract(at[one.id], (one.x, one.y))) for one in layer.symbols]
    assert max(off, default=0) <= FURTHEST_MM


def test_no_mark_stands_on_an_undetermined_area_but_of_a_place_in_it(atlas: Atlas) -> None:
    """Neither the sign of several nor a number, for places around Jammu and Kashmir."""
    language, topology = atlas.dataset.languages["en"], atlas.dataset.boundaries.topology
    basemap = draw_basemap(atlas, topology, FRAME, A3.size)
    area = shapely.buffer(basemap.polygons["XJK"], -0.1)
    around = [(73.0, 33.7), (74.3, 32.4), (74.9, 32.0), (72.9, 34.3), (74.4, 31.5), (75.7, 31.3)]
    inside = [(74.8, 34.1), (77.6, 34.2)]
    for points, expected in ((around, False), ([*around, *inside], True)):
        spread = np.array(points * 2) + np.repeat([[0.0], [0.05]], len(points), axis=0)
        dense = listed(atlas, np.vstack([spread, scattered(3, 60, 6.0)]))
        layer = draw_symbols(
            dense, A3, basemap, typewriter(language), {dense.places[0].presence.id}
        )
        assert layer.groups or layer.numbers
        half = A3.symbol / 2
        marks = [(one.x - half, one.y - half, one.x + half, one.y + half) for one in layer.symbols]
        marks += [(one.x - one.reach, one.y - one.half, one.x + one.reach, one.y + one.half)
                  for one in layer.groups]  # fmt: skip
        marks += [one.box for one in layer.labels if one.is_number]
        boxes = shapely.box(*np.array(marks).T)
        assert shapely.intersects(boxes, area).any() == expected


def test_those_of_a_sign_are_numbered_one_after_another() -> None:
    """Upon the first of them; all others in the order of the list."""
    points = np.array([(0.0, 0), (50, 50), (0.1, 0), (90, 90), (0, 0.1), (50.1, 50)])
    few, more = list(share_numbers(points, 3.0))[:2]
    assert [one.members for one in few] == [(0, 2, 4)]
    assert number_places(6, few) == [1, 4, 2, 5, 3, 6]
    assert sorted(one.members for one in more) == [(0, 2, 4), (1, 5)]
    assert number_places(6, more) == [1, 4, 2, 6, 3, 5]


def test_the_legend_explains_signs_with_numbers(atlas: Atlas) -> None:
    """In other words than those with counts."""
    language = atlas.dataset.languages["es"]
    legend = build_index(atlas, language, {})._replace(name="legend")
    [section] = add_group_key([legend], language, numbered=True)
    assert section.entries[-1].text == language.words["print.shared"]
