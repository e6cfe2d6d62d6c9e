"""Likely mistakes in a position: a sign, the order of the two, a decimal point."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapping.geo.degrees import MAX_LATITUDE_DEG, MAX_LONGITUDE_DEG

if TYPE_CHECKING:
    from collections.abc import Iterator

SWAPPED = "latitude and longitude look swapped"
SIGNS = {
    (-1, 1): "the sign of the latitude looks wrong",
    (1, -1): "the sign of the longitude looks wrong",
    (-1, -1): "the signs of latitude and longitude look wrong",
}


class Slip(NamedTuple):
    """What may have happened, the degrees that were intended, and how many slips that takes."""

    what: str
    latitude: float
    longitude: float
    steps: int


def slips(latitude: float, longitude: float) -> Iterator[Slip]:
    """Yield the slips of signs and order by which other degrees become these."""
    for (north, east), what in SIGNS.items():
        yield Slip(what, north * latitude, east * longitude, (north < 0) + (east < 0))
    if abs(longitude) <= MAX_LATITUDE_DEG:
        yield Slip(SWAPPED, longitude, latitude, 1)
        for north, east in SIGNS:
            signs = (north < 0) + (east < 0)
            what = f"{SWAPPED}, and {'a sign' if signs == 1 else 'both signs'} wrong"
            yield Slip(what, north * longitude, east * latitude, 1 + signs)


def points_lost(latitude: float, longitude: float) -> Iterator[Slip]:
    """Yield the degrees intended where a decimal point is one digit off, either way."""
    for column, north, east in (("latitude", 10.0, 1.0), ("longitude", 1.0, 10.0)):
        for up in (True, False):
            at = (north, east) if up else (1 / north, 1 / east)
            intended = round(latitude * at[0], 6), round(longitude * at[1], 6)
            if abs(intended[0]) <= MAX_LATITUDE_DEG and abs(intended[1]) <= MAX_LONGITUDE_DEG:
                yield Slip(f"the decimal point of the {column} looks misplaced", *intended, 1)
