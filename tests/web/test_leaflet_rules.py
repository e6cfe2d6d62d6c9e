"""What the page has of Leaflet's style sheet."""

from __future__ import annotations

import re

import pytest

from mapping.web import assets, bundle
from mapping.web.leaflet_rules import without_unused_rules
from mapping.web.minify import minify_style

REVIEWED = minify_style(assets.read_leaflet("leaflet.css"))
BLOCK = re.compile(r"\{[^{}]*\}")


def test_the_style_sheet_is_as_it_was_reviewed_but_for_what_is_left_out() -> None:
    """In the same order, each block whole; it has what our own scripts use, and no controls."""
    kept = bundle.page_styles(bundle.page_scripts(""))[0]
    left = iter(BLOCK.findall(REVIEWED))
    assert all(block in left for block in BLOCK.findall(kept))
    assert ".leaflet-zoom-anim .leaflet-zoom-hide{visibility:hidden}" in kept
    assert not re.search(r"control|popup-c|tile-c|tooltip[.{]|@|\{\}", kept)
    assert len(kept) < 0.36 * len(REVIEWED)


@pytest.mark.parametrize(
    ("script", "style", "left"),
    [
        ('a("leaflet-grab")', ".leaflet-grab{b}.leaflet-tile{c}", ".leaflet-grab{b}"),
        ('a("leaflet-grab")', ".leaflet-tile,.leaflet-grab{b}", ".leaflet-grab{b}"),
        ('a("leaflet-grab")', ".leaflet-grab.leaflet-tile{b}", ""),
        ('a("leaflet-grab")', ".leaflet-grab .leaflet-tile a{b}", ""),
        ('a("leaflet-grabbing")', ".leaflet-grab{b}", ""),
        ("a('x leaflet-grab')", ".leaflet-grab{b}", ".leaflet-grab{b}"),
        ('a("leaflet-marker-"+b)', ".leaflet-marker-icon{b}", ".leaflet-marker-icon{b}"),
        ('c="leaflet-",c+a("top")', ".leaflet-top,.leaflet-left{b}", ".leaflet-top{b}"),
        ('a("markerPane")', ".leaflet-marker-pane,.leaflet-map-pane{b}", ".leaflet-marker-pane{b}"),
        ("", "@media print{.leaflet-grab{b}}a{c}", "a{c}"),
    ],
)
def test_a_rule_for_what_no_script_gives_is_left_out(script: str, style: str, left: str) -> None:
    """A class is given by its name, by its beginning, or by a word that may follow one."""
    assert without_unused_rules(style, script) == left
