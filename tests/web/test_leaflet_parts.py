"""What the page has of Leaflet.

Also of `page/folium_map.py`.
"""

from __future__ import annotations

import re

import pytest

from mapping.page.folium_map import draw_empty_map
from mapping.web import assets, bundle
from mapping.web.leaflet_parts import NOT_CALLED, USED, without_unused_parts
from tests.support.scripts import FILES

REVIEWED = assets.read_leaflet("leaflet.js")
WORD = re.compile(r"[\w$]+|\S")


def test_what_is_used_of_leaflet_is_what_the_scripts_name() -> None:
    """No more, no less; and its version, which says what one looks at."""
    _, empty_map = draw_empty_map()
    named = re.findall(r"\bL\.(\w+)", "".join([empty_map, *FILES.values()]))
    assert {*named, "version"} == USED


def test_leaflet_is_as_it_was_reviewed_but_for_what_is_left_out() -> None:
    """In the same order, with its notice; where a value went, stands a 0."""
    left = iter(WORD.findall(REVIEWED))
    kept = without_unused_parts(REVIEWED)
    assert all(word == "0" or word in left for word in WORD.findall(kept))
    assert kept[:150] == REVIEWED[:150]
    assert "Vladimir Agafonkin" in kept[:150]
    assert len(kept) < 0.62 * len(REVIEWED)
    assert bundle.page_scripts("")[0] == kept


def test_methods_that_are_left_out_are_called_by_nothing() -> None:
    """Neither by what stays of Leaflet nor by our own scripts, under a name that Leaflet has."""
    staying = "".join([without_unused_parts(REVIEWED), *FILES.values()])
    assert {*re.findall(r"\b\w+(?=:function)", REVIEWED)} >= NOT_CALLED
    assert NOT_CALLED.isdisjoint(re.findall(r"\.(\w+)", staying))


@pytest.mark.parametrize(
    "gone",
    [
        "leaflet-tile-loaded",
        "leaflet-popup",
        "leaflet-control-zoom",
        "leaflet-tooltip",
        "onEachFeature",
        "_redrawBounds",
        "keyCodes",
        "_simulateEvent",
        "document.namespaces",
    ],
)
def test_parts_that_nothing_needs_are_left_out(gone: str) -> None:
    """Tiles, pop-ups, tips, controls, GeoJSON, canvases, keys, long presses, a gone browser's."""
    assert gone in REVIEWED
    assert gone not in without_unused_parts(REVIEWED)


def test_no_option_asks_for_a_part_that_is_left_out_though_others_name_it() -> None:
    """The map is drawn on no canvas of Leaflet's, and the keys are our own."""
    _, empty_map = draw_empty_map()
    assert '"keyboard": false' in empty_map
    for option in ("preferCanvas", "tapHold"):
        assert not re.search(rf"{option}\W+true", "".join([empty_map, *FILES.values()]))


@pytest.mark.parametrize(
    ("script", "left"),
    [
        ("function f(){}function g(){f()}window.L=g", "function f(){}function g(){f()}window.L=g"),
        ("function f(){}window.L=1", "window.L=1"),
        ("var f=1,g=f;t.Canvas=f,t.map=g", "var f=0,g=f;0,t.map=g"),
        ("var f=1,g=f;t.map=f,t.tileLayer=g", "var f=1,g=0;t.map=f,0"),
        ("var f={},g=(f.a=1,{}),h=2;t.map=g", "var f=0,g=(0,{}),h=0;t.map=g"),
        ("var f={},g={};f.include({toGeoJSON:g}),f.include({go:1});t.map=f",
         "var f={},g=0;0,f.include({go:1});t.map=f"),
        ("var f={},g={toGeoJSON:1};f.include(g);t.map=f", "var f={},g=0;0;t.map=f"),
        ("var f={},g=1;f.addInitHook(function(){this.options.zoomControl&&g});t.map=f",
         "var f={},g=0;0;t.map=f"),
    ],
)  # fmt: skip
def test_what_serves_only_what_goes_goes_too(script: str, left: str) -> None:
    """What is added to something goes with it, and what is used by nothing that stays."""
    around = '!function(){{}}(this,function(t){{"use strict";{}}})'
    assert without_unused_parts(around.format(script)) == around.format(left)
