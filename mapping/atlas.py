"""The join: presences, countries and areas become places on the map."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from mapping.checks.positions import WGS84, City, Position, check_positions
from mapping.dataset.labels import label
from mapping.dataset.totals import counted
from mapping.errors import gathered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.dataset.presences import Presence
    from mapping.dataset.reading import Lists
    from mapping.errors import Fault, Faults
    from mapping.i18n.localized import Names


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
    headquarters alone. `notes` are what a person should know of the list beside faults.
    """

    lists: Lists
    places: tuple[Place, ...]
    hosts: frozenset[str]
    notes: tuple[Fault, ...] = ()


def join(lists: Lists, sound: list[Presence], faults: Faults) -> Atlas:
    """Join `sound` presences to their countries and areas by code.

    Every anchor, and every city of the names, must agree with the area that its code names (see
    `check_positions`). Those that do not are noted as faults.
    """
    atlas = assemble(lists, sound)
    positions = [*_cities(lists), *_own_positions(atlas.places, lists)]
    check_positions(positions, lists.boundaries.areas, faults)
    return replace(atlas, notes=tuple(gathered(faults.notes)))


def assemble(lists: Lists, sound: list[Presence]) -> Atlas:
    """Make places of `sound` presences, wherever their anchors stand."""
    computed: dict[str, Anchor] = {}
    places = tuple(_place(presence, lists, computed) for presence in sound)
    fields = counted(lists)
    hosts = frozenset(
        place.area
        for place in places
        if place.presence.status == "listed" and place.presence.category in fields
    )
    return Atlas(lists, places, hosts)


def _cities(lists: Lists) -> Iterator[Position]:
    for name in lists.names.values():
        area = _area(name.country, lists) if name.kind == "city" else None
        if (
            area
            and not name.position_confirmed
            and name.latitude is not None
            and name.longitude is not None
        ):
            yield Position(name, name.key, "latitude", name.latitude, name.longitude, area)


def _own_positions(places: tuple[Place, ...], lists: Lists) -> Iterator[Position]:
    """Give the anchors that are not told already by the position of a city of the same area."""
    for place in places:
        anchor, presence = place.anchor, place.presence
        if presence.position_confirmed:
            continue
        if anchor.position == "city":
            city = lists.names["city", presence.city[0]]
            if _area(city.country, lists) == place.area:
                continue
        if anchor.position != "computed":
            column = "latitude" if anchor.position == "given" else "city"
            at = (anchor.latitude, anchor.longitude)
            named = _first_city(presence, lists) if anchor.position == "given" else None
            yield Position(presence, presence.id, column, *at, place.area, named)


def _first_city(presence: Presence, lists: Lists) -> City | None:
    """Give the first city that a row names, where it stands in the row's own country."""
    name = lists.names.get(("city", presence.city[0])) if presence.city else None
    if name is None or name.country != presence.country:
        return None
    return City(name.key, name.latitude or 0.0, name.longitude or 0.0)


def _area(code: str, lists: Lists) -> str | None:
    country = lists.countries.get(code)
    return country.on_map if country and country.on_map in lists.boundaries.areas.index else None


def _place(presence: Presence, lists: Lists, computed: dict[str, Anchor]) -> Place:
    country = lists.countries[presence.country]
    return Place(
        presence=presence,
        anchor=_given(presence, lists) or _computed(country.on_map, lists, computed),
        label=label(presence, lists),
        area=country.on_map,
        region=country.region,
    )


def _given(presence: Presence, lists: Lists) -> Anchor | None:
    if presence.longitude is not None and presence.latitude is not None:
        return Anchor(presence.longitude, presence.latitude, "given")
    if presence.city:
        city = lists.names["city", presence.city[0]]
        return Anchor(city.longitude or 0.0, city.latitude or 0.0, "city")
    return None


def _computed(area: str, lists: Lists, computed: dict[str, Anchor]) -> Anchor:
    """Give the anchor within an area; `computed` keeps those that are known already."""
    if area not in computed:
        longitude, latitude = lists.boundaries.anchor(area)
        longitude = (longitude + 180) % 360 - 180
        computed[area] = Anchor(round(longitude, 2), round(latitude, 2), "computed")
    return computed[area]


def distance(one: Anchor, other: Anchor) -> float:
    """Give the distance between two anchors in kilometres, along the WGS 84 geodesic."""
    line = WGS84.inv(one.longitude, one.latitude, other.longitude, other.latitude)
    return float(line[2]) / 1000
