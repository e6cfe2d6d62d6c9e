"""The record for clearance leads a reviewer to the places that need a look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import shapely

from mapping.page.basemap import encode_basemap
from tests.support.documents import Document
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from mapping.atlas import Atlas

PAGE = Document(ROOT / "docs" / "clearance.md")
VIEWS = re.findall(r"^\| (.+?) \| `map\.html\?lang=en&view=([\d./-]+)` \|", PAGE.text, re.MULTILINE)
NEAR = 1.0  # degrees between the middle of a view and what it is of
# What each view must show; of two places, the line between them.
SHOWN = {
    "Jammu and Kashmir": "XJK", "Aksai Chin": "XAC", "Arunachal Pradesh": "XAP", "Abyei": "XAB",
    "Sudan and South Sudan": "SDN SSD", "Hala'ib, Bir Tawil": "XHT XBT", "Ilemi": "XIT",
    "Western Sahara": "ESH", "State of Palestine, Israel, the Golan": "PSE ISR SYR",
    "Kosovo": "SRB", "Cyprus": "CYP", "Korea": "KOR PRK", "Crimea": "UKR",
    "Falkland Islands (Malvinas)": "FLK", "Chagos Archipelago": "IOT", "Gibraltar": "GIB",
}  # fmt: skip


def test_every_delicate_place_has_its_view(atlas: Atlas) -> None:
    """None of undetermined status is left for the reviewer to search."""
    areas = atlas.dataset.boundaries.areas.items()
    undetermined = {code for code, area in areas if area.status == "undetermined"}
    assert [place for place, _ in VIEWS] == [*SHOWN]
    assert undetermined <= {code for codes in SHOWN.values() for code in codes.split()}


@pytest.mark.parametrize(("place", "view"), VIEWS, ids=[place for place, _ in VIEWS])
def test_a_view_shows_its_place(atlas: Atlas, place: str, view: str) -> None:
    """Its middle is in or next to what it is of."""
    doublings, latitude, longitude = map(float, view.split("/"))
    assert 2 <= doublings <= 6
    for code in SHOWN[place].split():
        area = atlas.dataset.boundaries.areas[code].shape
        assert shapely.distance(area, shapely.Point(longitude, latitude)) <= NEAR, code


def test_of_undetermined_areas_two_have_names(atlas: Atlas) -> None:
    """Abyei, and Jammu and Kashmir; of all other areas two have none of their own."""
    drawn = encode_basemap(atlas)["areas"]
    named = {one["code"] for one in drawn if one["name"] == one["code"]}
    undetermined = {one["code"] for one in drawn if one["fill"] == "undetermined"}
    assert undetermined & named == {"XAB", "XJK"}
    assert {one["code"] for one in drawn} - named - undetermined == {"IOT", "XAP"}
