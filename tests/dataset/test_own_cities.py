"""Cities of a list with columns of its own: namesakes, addresses, and what a point decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.own_lists import own_list

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.atlas import Atlas

CODES = 'country = "iso3"\n'
CITIES = CODES + 'city = "place"\n'


def notices(atlas: Atlas) -> str:
    """Return what is noted of the list, as text."""
    return "\n".join(map(str, atlas.notices))


def test_namesakes_are_not_guessed_until_they_are_answered(tmp_path: Path) -> None:
    """The place is put inside its country, and a note says which cities may be meant."""
    columns = CODES + 'city = "city"\n'
    table = "iso3,city\nUSA,Portland\nUSA,Portland\n"
    atlas = own_list(tmp_path / "a", table, columns).check()
    assert {place.anchor.source for place in atlas.places} == {"computed"}
    meant = "'Portland' (2 rows: 2–3: 5746545 in Oregon, USA or 4975802 in Maine, USA or"
    assert meant in notices(atlas)
    answer = '[reading.cities]\n"Portland, USA" = "4975802"\n'
    atlas = own_list(tmp_path / "b", table, columns, more=answer).check()
    assert {place.anchor.source for place in atlas.places} == {"city"}
    assert round(atlas.places[0].anchor.latitude) == 44


@pytest.mark.parametrize(
    ("text", "country", "key"),
    [
        ("Paris, France", "", "2988507"),
        ("Cambridge, Massachusetts, USA", "", "4931972"),
        ("Cambridge, MA", "USA", "4931972"),
        ("Kinshasa (Congo, Democratic Republic of the)", "", "2314302"),
        ("Parkville, Melbourne, Australia", "AUS", "2158177"),
        ("内罗毕，肯尼亚", "", "184745"),
    ],
)
def test_a_city_may_stand_with_its_province_and_country(
    tmp_path: Path, text: str, country: str, key: str
) -> None:
    """In one cell, the country last; what is around a city in an address is passed over."""
    more = '[reading]\nseparate = ["city"]\n'
    table = f'iso3,place\n{country},"{text}"\n'
    [place] = own_list(tmp_path / "list", table, CITIES, more=more).check().places
    assert place.presence.city == (key,)


def test_an_address_whose_city_is_not_known_is_put_inside_its_country(tmp_path: Path) -> None:
    """It says what the country is, though no column does."""
    atlas = own_list(tmp_path / "list", 'iso3,place\n,"Stanford, CA, USA"\n', CITIES).check()
    [place] = atlas.places
    assert (place.presence.country, place.anchor.source) == ("USA", "computed")
    assert "the gazetteer has no such city" in notices(atlas)


def test_a_point_tells_a_city_from_its_namesakes(tmp_path: Path) -> None:
    """The one that it is near; nothing is asked or noted."""
    columns = CITIES + 'latitude = "lat"\nlongitude = "lon"\n'
    table = "iso3,place,lat,lon\nUSA,Portland,43.66,-70.25\n"
    atlas = own_list(tmp_path / "list", table, columns).check()
    assert [place.presence.city for place in atlas.places] == [("4975802",)]
    assert not atlas.notices
