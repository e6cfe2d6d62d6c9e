"""Names of countries that no label names, in the room that the labels leave."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

import numpy as np
import pytest
from playwright.sync_api import expect

from mapping.i18n.localized import LANGUAGES
from mapping.notebook import Map
from tests.browser.geometry import PLACES_AT, codes_of, look_at
from tests.browser.places import LABEL_LINES, LABELS, along, touching
from tests.browser.reader import SETTLED, world
from tests.support.areas import table_of_areas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.reader import Reader

BOXES = """(all) => all.map((one) => {
  const { left, top, right, bottom } = one.getBoundingClientRect()
  return [left, top, right, bottom]
})"""
NAMES = """(kind) => [...document.querySelectorAll(`[role=toolbar] .toponym${kind}`)].map((one) => {
  const { left, top, right, bottom } = one.getBoundingClientRect()
  return [one.textContent, [left, top, right, bottom]]
})"""


def names(page: Page, kind: str = ".country") -> dict[str, list[float]]:
    """Return the names of countries on the map, or of any kind, each with its box."""
    return dict(page.evaluate(NAMES, kind))


def middle(box: list[float]) -> tuple[float, float]:
    """Return the middle of a box."""
    left, top, right, bottom = box
    return (left + right) / 2, (top + bottom) / 2


def degrees_apart(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the angle between two places, longitude before latitude."""
    (east, north), (other_east, other_north) = np.radians([a, b])
    along = np.cos(north) * np.cos(other_north) * np.cos(east - other_east)
    return float(np.degrees(np.arccos(min(1, np.sin(north) * np.sin(other_north) + along))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_near_views_name_the_countries_without_a_presence(
    reader: Reader, map_file: Path, atlas: Atlas, language: str
) -> None:
    """By the names that the United Nations uses: West Africa, Europe and Southern Asia.

    East Africa (Addis Ababa) stands in Ethiopia, and a near view says so. The smallest islands have
    theirs as soon as the sea has room, small countries among others somewhat nearer.
    """
    page = reader.open(map_file, query=f"?lang={language}")
    countries = atlas.dataset.tables.countries
    for view, codes in {
        (8, -2, 3): {"CIV", "GHA", "TGO", "BEN"},
        (50, 10, 3): {"DEU", "POL", "CZE", "FRA"},
        (24, 80, 3): {"IND"},
        (8, 39, 3): {"ETH"},
        (-15, 178, 2): {"NRU", "TUV"},
        (46, 16, 2.5): {"HRV", "SVN", "SVK"},
    }.items():
        look_at(page, *view)
        assert {countries[code][language] for code in codes} <= names(page).keys()


def led_names(page: Page) -> set[str]:
    """Return the names that stand at the end of a line."""
    ends = [line[-1] for line in page.evaluate(LABEL_LINES)]
    around = [[x - 4, y - 4, x + 4, y + 4] for x, y in ends]
    return {name for name, box in names(page).items() if any(touching(box, a) for a in around)}


def test_no_name_lies_over_another_country(english: Page, atlas: Atlas) -> None:
    """Both ends of each name are over its own country or the open sea, near West Africa as well.

    But for the names of the smallest, in the nearest views at the end of a line: over a neighbour,
    and over nothing that is a territory or undetermined.
    """
    codes = {one.en: code for code, one in atlas.dataset.tables.countries.items()}
    areas = table_of_areas(atlas.dataset.boundaries)
    unsettled = set(areas.index[areas["status"].isin(["territory", "undetermined"])])
    led = set()
    for view in ((8, 39), (50, 10), (10, 105), (9, 0), (46, 9)):
        look_at(english, *view, 3)
        beside = led_names(english)
        led |= beside
        named = names(english)
        ends = [[(x, (top + bottom) / 2) for x in (left + 3, right - 3)]
                for left, top, right, bottom in named.values()]  # fmt: skip
        for name, under in zip(named, codes_of(english, areas, ends), strict=True):
            others = {*under} - {codes[name], ""}
            assert not others & unsettled if name in beside else not others, name
    assert {"Liechtenstein", "Luxembourg", "Andorra"} <= led


def test_a_near_view_names_the_host_of_a_regional_office(english: Page) -> None:
    """East Africa (Addis Ababa) stands in Ethiopia, and a near view says so.

    Where its middle is out of view, a country is named in the middle of what is in view of it:
    Algeria's south, the Russian Federation's east.
    """
    assert "Ethiopia" not in names(english)
    look_at(english, 8, 39, 3)
    expect(world(english).get_by_text("Ethiopia", exact=True)).to_be_visible()
    look_at(english, 20, 4, 4)
    assert {"Algeria"} <= names(english).keys()
    look_at(english, 63, 140, 3)
    assert {"Russian Federation"} <= names(english).keys()


def test_no_name_of_a_country_or_a_sea_touches_anything(english: Page) -> None:
    """Neither a label nor a symbol nor another name; labels go first."""
    for place in ((8, 39), (14, -15), (47, 8), (-33, -68), (15, 100)):
        look_at(english, *place, 3)
        drawn = english.evaluate(LABELS)
        others = [box for _, _, box in drawn["labels"]] + [box for _, box in drawn["symbols"]]
        named = names(english, "")
        found = [(name, box) for (name, one), box in product(named.items(), others)
                 if touching(one, box, 3)]  # fmt: skip
        assert found == [], place
        pairs = combinations(named.items(), 2)
        assert [(a, b) for (a, one), (b, other) in pairs if touching(one, other, 3)] == [], place


def test_the_view_of_the_world_names_the_largest_countries_without_a_label(
    untouched: Page,
) -> None:
    """Where the labels of presences leave room: nobody has to come nearer to read Canada."""
    for name in ("Canada", "United States of America", "Australia"):
        expect(world(untouched).get_by_text(name, exact=True)).to_be_visible()


@pytest.mark.parametrize(("language", "style"), [("en", "italic"), ("zh", "normal")])
def test_oceans_and_seas_are_named_where_there_is_room(
    reader: Reader, map_file: Path, atlas: Atlas, language: str, style: str
) -> None:
    """In italics where a script has them; the world's view has at least two of the oceans.

    None stands outside its sea: from one of its points no farther than they extend, halved.
    """
    seas = atlas.dataset.tables.seas
    oceans = {seas[key][language] for key in ("pacific", "atlantic", "indian", "arctic")}
    page = reader.open(map_file, query=f"?lang={language}", settled=True)
    found = names(page, ".sea")
    assert found.keys() <= {sea[language] for sea in seas.values()}
    assert len(found.keys() & oceans) >= 2
    for sea in seas.values():
        if box := found.get(sea[language]):
            [(north, east)] = page.evaluate(PLACES_AT, [middle(box)])
            extent = max(degrees_apart(a, b) for a in sea.positions for b in sea.positions)
            off = min(degrees_apart((east, north), point) for point in sea.positions)
            assert off <= extent / 2 + 1, sea.key
    expect(page.locator(".toponym.sea").first).to_have_css("font-style", style)
    look_at(page, 36, 18, 3)
    assert seas["mediterranean"][language] in names(page, ".sea")


def test_a_line_to_the_name_of_a_country_leaves_it_for_the_sea_alone(
    english: Page, atlas: Atlas
) -> None:
    """It crosses no other country: none is led through a neighbour to the coast.

    Its ends are whole pixels: another country is crossed where it is a pixel to each side as well,
    which Madha of Oman, within the United Arab Emirates, is not.
    """
    codes = {one.en: code for code, one in atlas.dataset.tables.countries.items()}
    areas = table_of_areas(atlas.dataset.boundaries)
    found = 0
    for view in ((22, 100, 2), (8, 0, 2), (45, 15, 2.3)):
        look_at(english, *view)
        named = names(english)
        lines = english.evaluate(LABEL_LINES)
        ways = [along(start, end, 10) for start, end in lines]
        crossed = [
            codes_of(english, areas, [[(x + right, y + down) for x, y in way] for way in ways])
            for right, down in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))
        ]
        for (_, end), *over in zip(lines, *crossed, strict=True):
            about = [end[0] - 4, end[1] - 4, end[0] + 4, end[1] + 4]
            led = {name for name, box in named.items() if touching(about, box)}
            if led:
                everywhere = set.intersection(*map(set, over))
                assert everywhere <= {"", *(codes[name] for name in led)}, (led, over)
                found += 1
    assert found > 5


def test_large_countries_are_named_before_all_labels_are_placed(
    reader: Reader, map_file: Path
) -> None:
    """A device that has no time to look for more labels has the names of these, clear of all."""
    page = reader.open(map_file)
    page.wait_for_selector(".toponym.country")
    assert page.locator("[data-settled]").count() == 0
    named = names(page)
    assert {"Antarctica", "Canada", "United States of America"} <= {*named}
    labels = page.locator(".label").evaluate_all(BOXES)
    assert len(labels) > 50
    assert "Russian Federation" not in named  # its presence's label has yet to find a place
    assert not [name for name in named for box in labels if touching(named[name], box)]


def test_of_many_labels_none_keeps_names_of_countries_waiting(
    reader: Reader, tmp_path: Path
) -> None:
    """They are there before the last label has found its place, and stay where they are."""
    wells = [
        {"name": f"Well {north}-{east}", "country": country, "latitude": north, "longitude": east}
        for country, west in {"Algeria": 0, "Libya": 15, "Egypt": 26}.items()
        for north, east in product(range(24, 31), range(west, west + 8))
    ]
    Map(wells, title="Wells").save(tmp_path / "map.html")
    shown = []
    for settled in (False, True):
        page = reader.open(tmp_path / "map.html", settled=settled)
        look_at(page, 22, 15, 2.5)
        if settled:
            page.wait_for_selector(SETTLED, state="attached")
        shown.append(names(page))
    before, after = shown
    assert {"Chad", "Niger"} <= before.keys()
    assert before.items() <= after.items()
