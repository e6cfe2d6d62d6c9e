"""The join: presences, countries and areas become places on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

import geopandas as gpd
import shapely
from pyproj import Geod

from mapping import presences as rows
from mapping.boundaries import CENTRAL_MERIDIAN
from mapping.labels import label

if TYPE_CHECKING:
    from mapping.errors import Faults
    from mapping.lists import Lists
    from mapping.presences import Presence
    from mapping.texts import Names

WGS84 = Geod(ellps="WGS84")
# The coasts and borders of the page are simplified by some five kilometres, and the smallest
# islands are drawn as less than they are: a capital may stand this far off its area, in no other.
OFF_SHORE_KM = 25
OVER_THE_BORDER_KM = 6


class Anchor(NamedTuple):
    """Where a symbol stands, in WGS 84 degrees, and how that is known."""

    longitude: float
    latitude: float
    position: Literal["given", "city", "computed"]


@dataclass(frozen=True)
class Place:
    """A presence on the map: its row, anchor, label, and the code of the area it lies in."""

    presence: Presence
    anchor: Anchor
    label: Names
    area: str
    region: str


@dataclass(frozen=True)
class Atlas:
    """Everything a product shows. `places` keep the order of the list.

    `hosts` are the areas to fill: those of identified field presences, not of candidates, not of
    headquarters alone.
    """

    lists: Lists
    places: tuple[Place, ...]
    hosts: frozenset[str]


def join(lists: Lists, sound: list[Presence], faults: Faults) -> Atlas:
    """Join `sound` presences to their countries and areas by code.

    Every anchor must agree with the area that the code names: within it, or, because drawn coasts
    and borders are simplified, in no area and at most `OFF_SHORE_KM` away, or across a border by at
    most `OVER_THE_BORDER_KM`. Presences that do not are noted as faults.
    """
    places = tuple(_place(presence, lists) for presence in sound)
    _check_anchors(places, lists, faults)
    counted = {category.key for category in lists.edition.categories if category.counted}
    hosts = frozenset(
        place.area
        for place in places
        if place.presence.status == "listed" and place.presence.category in counted
    )
    return Atlas(lists, places, hosts)


def _place(presence: Presence, lists: Lists) -> Place:
    country = lists.countries[presence.country]
    return Place(
        presence=presence,
        anchor=_anchor(presence, lists),
        label=label(presence, lists),
        area=country.on_map,
        region=country.region,
    )


def _anchor(presence: Presence, lists: Lists) -> Anchor:
    if presence.longitude is not None and presence.latitude is not None:
        return Anchor(presence.longitude, presence.latitude, "given")
    if presence.city:
        city = lists.names["city", presence.city[0]]
        return Anchor(city.longitude or 0.0, city.latitude or 0.0, "city")
    longitude, latitude = lists.boundaries.anchor(lists.countries[presence.country].on_map)
    longitude = (longitude + 180) % 360 - 180
    return Anchor(round(longitude, 2), round(latitude, 2), "computed")


def on_map(longitude: float) -> float:
    """Move a longitude from -180..180 to where the map has it, east of the map's edge."""
    edge = CENTRAL_MERIDIAN - 180
    return (longitude - edge) % 360 + edge


def _check_anchors(places: tuple[Place, ...], lists: Lists, faults: Faults) -> None:
    areas = lists.boundaries.areas
    points = gpd.GeoSeries.from_xy(
        [on_map(place.anchor.longitude) for place in places],
        [place.anchor.latitude for place in places],
        crs=areas.crs,
    )
    numbers, found = areas.sindex.query(points, predicate="within")
    within = dict(zip(numbers.tolist(), areas.index[found], strict=True))
    for number, place in enumerate(places):
        code = within.get(number)
        if code == place.area:
            continue
        off = _kilometres(points[number], areas.geometry[place.area])
        if off > (OVER_THE_BORDER_KM if code else OFF_SHORE_KM):
            where = f"in {code}" if code else "in no area"
            wrong = f"{place.presence.id} stands {where}, {off:.0f} km off {place.area}"
            remedy = "correct the country, the city or the coordinates"
            faults.add(rows.FILE, place.presence.line, wrong, remedy)


def _kilometres(point: shapely.Point, area: shapely.Geometry) -> float:
    nearest = shapely.shortest_line(point, area)
    return WGS84.geometry_length(nearest) / 1000
