"""Rows that are known by a point alone, close to a boundary: the country is that of the city."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.dataset.border_points import neighbours_at
from mapping.dataset.countries_at import countries_at
from mapping.dataset.gazetteer import read_gazetteer
from tests.support.own_lists import own_list

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.atlas import Atlas

POINTS = 'name = "name"\nlatitude = "lat"\nlongitude = "lon"\n'
COUNTRIES = POINTS + 'country = "country"\n'
MAASTRICHT = "50.84833,5.68889"
# What the gazetteer counts to another than the areas of the United Nations do, far from a boundary.
OTHERWISE = {("HKG", "CHN"), ("MAC", "CHN"), ("CHN", "MAC"), ("TWN", "CHN"), ("MAR", "ESH"),
             ("ISR", "PSE"), ("SSD", "SDN")}  # fmt: skip


def test_a_boundary_is_drawn_off_by_no_more_than_is_said(atlas: Atlas) -> None:
    """Each city that lies on the other side of it is among those close to a boundary."""
    world, cities = atlas.dataset.boundaries, [*read_gazetteer().by_key.values()]
    points = [(city.latitude, city.longitude) for city in cities]
    codes = countries_at(world, points)
    near = neighbours_at(world, points, codes)
    wrong = [n for n, city in enumerate(cities) if codes[n] not in {"", city.country}]
    others = [n for n in wrong if near.get(n) != cities[n].country]
    assert {(cities[n].country, codes[n]) for n in others} == OTHERWISE
    assert len(wrong) - len(others) > 80
    assert len(near) < len(cities) / 50


@pytest.mark.parametrize(
    ("name", "country"),
    [("Maastricht", "NLD"), ("Maestricht", "NLD"), ("Nairobi", "BEL"), ("A branch", "BEL")],
)
def test_a_city_of_that_name_says_the_country(tmp_path: Path, name: str, country: str) -> None:
    """Whatever others call it; else the row is noted, with both countries."""
    atlas = own_list(tmp_path / "list", f"name,lat,lon\n{name},{MAASTRICHT}\n", POINTS).check()
    assert [place.presence.country for place in atlas.places] == [country]
    noted = [str(notice) for notice in atlas.notices]
    assert len(noted) == (country == "BEL")
    assert all("taken for BEL and not NLD (row 2): within 5 km" in one for one in noted)


def test_a_country_in_the_row_is_taken_as_it_is_said(tmp_path: Path) -> None:
    """Nothing is noted of it, nor of what is far from any boundary, or by the sea."""
    table = (
        f"name,lat,lon,country\nA branch,{MAASTRICHT},NLD\nB,{MAASTRICHT},BEL\n"
        "C,50.45,4.5,\nD,51.45,3.55,\n"
    )
    atlas = own_list(tmp_path / "list", table, COUNTRIES).check()
    assert [place.presence.country for place in atlas.places] == ["NLD", "BEL", "BEL", "NLD"]
    assert not atlas.notices
