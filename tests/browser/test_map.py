"""The map shows the world, once, in Equal Earth, and a symbol for each presence."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader
from pyproj import Proj

from mapping.dataset.boundaries import INTERNATIONAL
from mapping.geo.projection import CENTRAL_MERIDIAN_DEG
from mapping.geo.topology import decode_arcs, list_rings
from mapping.web import assets, bundle
from mapping.web.minify import minify_style
from tests.browser.geometry import fills, key_colour, projected, roomy
from tests.browser.paper import printed_text
from tests.browser.reader import NEXT_FRAME, PLACES, boxes, symbols, turn, world
from tests.support.areas import table_of_areas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.onlooker import Onlooker
    from tests.browser.reader import Reader

HOST = "Host of an identified field presence"
UNDETERMINED = "Status undetermined"
TERRITORY = "Non-Self-Governing Territory*"
# The media are asked once a frame, before it is drawn.
SPOTS = [(lon, lat) for lat in (-83, -35, 0, 12.5, 51, 89) for lon in (-168.9, 11, 100.5, 190.9)]


def test_every_presence_has_one_symbol(untouched: Page, atlas: Atlas) -> None:
    """104 symbols: 98 presences and 6 candidates, none of them twice."""
    found = symbols(untouched).evaluate_all("all => all.map(one => one.dataset.presence)")
    assert sorted(found) == sorted(place.presence.id for place in atlas.places)
    assert len(found) == PLACES


def test_leaflets_rules_for_what_is_on_the_page_are_there(untouched: Page) -> None:
    """Those for each of its classes that an element has are in the style sheet as in its own."""
    given = untouched.evaluate(
        "() => [...document.querySelectorAll('*')].flatMap((one) => [...one.classList])"
    )
    rules = re.findall(r"(?<![^}])[^{}@]+(?=\{)", minify_style(assets.read_leaflet("leaflet.css")))
    kept = set(re.findall(r"[^{},]+", bundle.page_styles(bundle.page_scripts(""))[0]))
    selectors = {selector for rule in rules for selector in rule.split(",")}
    on_page = {one for one in selectors if {*re.findall(r"\.([\w-]+)", one)} <= {*given}}
    assert len(on_page) > 20
    assert on_page <= kept


@pytest.mark.parametrize("width", [1280, 768, 360])
def test_no_symbol_lies_on_another(onlooker: Onlooker, width: int) -> None:
    """In the world's view every symbol can be seen and clicked."""
    found = boxes(onlooker.open(width=width))
    over = [
        (one, two)
        for (one, a), (two, b) in combinations(found.items(), 2)
        if min(a[2], b[2]) - max(a[0], b[0]) > 0.5 and min(a[3], b[3]) - max(a[1], b[1]) > 0.5
    ]
    assert over == []


@pytest.mark.parametrize("width", [1280, 768])
def test_every_symbol_lies_within_the_map(onlooker: Onlooker, width: int) -> None:
    """No symbol hangs over the edge of the map, and the map is on the first screen.

    On a telephone held upright, the world is wider than its frame, and is moved sideways.
    """
    page = onlooker.open(width=width)
    frame = world(page).bounding_box()
    assert frame
    right, bottom = frame["x"] + frame["width"], frame["y"] + frame["height"]
    outside = [
        presence
        for presence, box in boxes(page).items()
        if box[0] < frame["x"] or box[1] < frame["y"] or box[2] > right or box[3] > bottom
    ]
    assert outside == []
    expect(world(page)).to_be_in_viewport(ratio=1)


def test_hosts_are_filled_and_nobody_else(english: Page, atlas: Atlas) -> None:
    """Deep inside every host the map has the legend's colour for hosts.

    Headquarters and candidates alone fill nothing. When the reader's system turns dark while the
    map is open, the map does too, and back.
    """
    places = roomy(atlas.dataset.boundaries, atlas.hosts)
    found = dict(zip(places, fills(english, [*places.values()]), strict=True))
    assert len(places) > len(atlas.hosts) - 5
    assert found == dict.fromkeys(places, key_colour(english, HOST))
    codes = ("USA", "CHE", "KAZ", "RUS", "ZMB", "BDI", "IND", "CAN")
    bare = fills(english, [atlas.dataset.boundaries.anchor(code) for code in codes])
    assert len(set(bare)) == 1
    assert bare[0] not in {None, *(key_colour(english, text) for text in (HOST, UNDETERMINED))}
    place = [atlas.dataset.boundaries.anchor("BRA")]
    [light] = fills(english, place)
    english.emulate_media(color_scheme="dark")
    english.evaluate(NEXT_FRAME)
    [dark] = fills(english, place)
    assert dark == key_colour(english, HOST) != light
    english.emulate_media(color_scheme="light")
    english.evaluate(NEXT_FRAME)
    assert fills(english, place) == [light]


def test_no_party_colours_what_is_not_settled(english: Page, atlas: Atlas) -> None:
    """Undetermined areas and territories have a fill of their own, which the legend explains.

    No fill hides a boundary: half way along the longest, the map has no colour of one.
    """
    areas = table_of_areas(atlas.dataset.boundaries)
    for status, text in (("undetermined", UNDETERMINED), ("territory", TERRITORY)):
        places = roomy(atlas.dataset.boundaries, areas.index[areas["status"] == status])
        found = dict(zip(places, fills(english, [*places.values()]), strict=True))
        assert len(places) > 2
        assert found == dict.fromkeys(places, key_colour(english, text))
    kinds = {key_colour(english, one) for one in (HOST, UNDETERMINED, TERRITORY)}
    assert len(kinds) == 3
    topology = atlas.dataset.boundaries.topology
    lines = topology["objects"]["lines"]["geometries"]
    arcs = decode_arcs(topology)
    solid = next(one for one in lines if one["properties"]["class"] == INTERNATIONAL)
    longest = sorted((arcs[run[0]] for run in list_rings(solid["arcs"])), key=len)[-12:]
    middles = [(float(arc[len(arc) // 2][0]), float(arc[len(arc) // 2][1])) for arc in longest]
    colours = {*kinds, *fills(english, [atlas.dataset.boundaries.anchor("DZA")])}
    assert len(colours) == 4
    hidden = [one for one in fills(english, middles) if one in colours]
    assert len(hidden) <= len(middles) // 4  # a thin line may pass beside the middle of a pixel


def test_the_map_is_as_fine_as_the_screen(untouched: Page, reader: Reader, map_file: Path) -> None:
    """A canvas has as many dots as the screen has on its place."""
    for dots, page in ((1, untouched), (2, reader.open(map_file, device_scale_factor=2))):
        fine = page.locator("[role=toolbar] canvas").evaluate(
            "one => one.width / one.getBoundingClientRect().width"
        )
        assert fine == pytest.approx(dots, abs=0.01)


def test_on_paper_the_map_is_a_drawing(english: Page) -> None:
    """Sharp at any size: the printed page holds paths, and no picture of the map.

    The legend is on the sheet of the map, also on A5.
    """
    small, pdf = english.pdf(format="A5", landscape=True), english.pdf(format="A4")
    for one in (small, pdf):
        assert "International boundary" in printed_text(one, "-l", "1")
    pages = PdfReader(BytesIO(pdf)).pages
    resources: list[Any] = [page["/Resources"] for page in pages]
    parts = [part for one in resources for part in one.get("/XObject", {}).values()]
    assert "/Image" not in {part["/Subtype"] for part in parts}
    contents = [content for page in pages if (content := page.get_contents()) is not None]
    drawn = b"".join(content.get_data() for content in contents)
    assert len(re.findall(rb" [lc]\n", drawn)) > 20_000


def test_the_legend_is_on_the_sheet_of_the_map(english: Page) -> None:
    """Also where its words are the longest."""
    for language in ("fr", "ru"):
        turn(english, language)
        last = english.locator(".legend li").last.inner_text()
        assert last in printed_text(english.pdf(format="A4"), "-l", "1"), language


def test_the_projection_is_equal_earth(untouched: Page) -> None:
    """Two dozen places, the edges of the map among them, stand where PROJ puts them."""
    proj = Proj(f"+proj=eqearth +lon_0={CENTRAL_MERIDIAN_DEG} +R=1 +over")
    for (longitude, latitude), found in zip(SPOTS, projected(untouched, SPOTS), strict=True):
        assert (found["x"], found["y"]) == pytest.approx(proj(longitude, latitude), abs=1e-6)
        back = (found["longitude"], found["latitude"])
        assert back == pytest.approx((longitude, latitude), abs=1e-6)


def test_nothing_scrolls_the_map_within_its_frame(untouched: Page) -> None:
    """A search in the page, or a script, that brings a symbol to the edge of the screen cannot."""
    scrolled = world(untouched).evaluate(
        """region => [region, ...region.querySelectorAll('div')].filter((one) => {
          one.scrollTo(0, 40)
          return one.scrollTop
        }).length"""
    )
    assert scrolled == 0
