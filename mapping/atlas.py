"""The join: presences, countries and areas become places on the map."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from mapping.checks.positions import WGS84, City, LocatedRow, check_positions
from mapping.dataset.labels import label
from mapping.dataset.totals import counted_categories
from mapping.errors import gathered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.dataset.presences import Presence
    from mapping.dataset.reading import Dataset
    from mapping.errors import Fault, FaultLog
    from mapping.i18n.localized import LocalizedName


class Anchor(NamedTuple):
    """Where a symbol stands, in WGS 84 degrees, and how that is known."""

    longitude: float
    latitude: float
    source: Literal["given", "city", "computed"]


@dataclass(frozen=True)
class Place:
    """A presence on the map: its row, anchor, label, and the code of the area it lies in."""

    presence: Presence
    anchor: Anchor
    label: LocalizedName
    area: str
    region: str


@dataclass(frozen=True)
class Atlas:
    """Everything a product shows. `places` keep the order of the list.

    `hosts` are the areas to fill: those of identified field presences, not of candidates, not of
    headquarters alone. `notices` are what a person should know of the list beside faults.
    """

    dataset: Dataset
    places: tuple[Place, ...]
    hosts: frozenset[str]
    notices: tuple[Fault, ...] = ()


def join(dataset: Dataset, sound: list[Presence], faults: FaultLog) -> Atlas:
    """Join `sound` presences to their countries and areas by code.

    Every anchor, and every city of the names, must agree with the area that its code names (see
    `check_positions`). Those that do not are noted as faults.
    """
    atlas = assemble(dataset, sound)
    positions = [*_cities(dataset), *_own_positions(atlas.places, dataset)]
    check_positions(positions, dataset.boundaries.areas, faults)
    return replace(atlas, notices=tuple(gathered(faults.notes)))


def assemble(dataset: Dataset, sound: list[Presence]) -> Atlas:
    """Make places of `sound` presences, wherever their anchors stand."""
    computed: dict[str, Anchor] = {}
    places = tuple(_place(presence, dataset, computed) for presence in sound)
    fields = counted_categories(dataset)
    hosts = frozenset(
        place.area
        for place in places
        if place.presence.status == "listed" and place.presence.category in fields
    )
    return Atlas(dataset, places, hosts)


def _cities(dataset: Dataset) -> Iterator[LocatedRow]:
    for name in dataset.names.values():
        area = _area(name.country, dataset) if name.kind == "city" else None
        if (
            area
            and not name.position_confirmed
            and name.latitude is not None
            and name.longitude is not None
        ):
            yield LocatedRow(name, name.key, "latitude", name.latitude, name.longitude, area)


def _own_positions(places: tuple[Place, ...], dataset: Dataset) -> Iterator[LocatedRow]:
    """Return the anchors that are not told already by the position of a city of the same area."""
    for place in places:
        anchor, presence = place.anchor, place.presence
        if presence.position_confirmed:
            continue
        if anchor.source == "city":
            city = dataset.names["city", presence.city[0]]
            if _area(city.country, dataset) == place.area:
                continue
        if anchor.source != "computed":
            column = "latitude" if anchor.source == "given" else "city"
            at = (anchor.latitude, anchor.longitude)
            named = _first_city(presence, dataset) if anchor.source == "given" else None
            yield LocatedRow(presence, presence.id, column, *at, place.area, named)


def _first_city(presence: Presence, dataset: Dataset) -> City | None:
    """Return the first city that a row names, where it stands in the row's own country."""
    name = dataset.names.get(("city", presence.city[0])) if presence.city else None
    if name is None or name.country != presence.country:
        return None
    return City(name.key, name.latitude or 0.0, name.longitude or 0.0)


def _area(code: str, dataset: Dataset) -> str | None:
    country = dataset.countries.get(code)
    return (
        country.area_code
        if country and country.area_code in dataset.boundaries.areas.index
        else None
    )


def _place(presence: Presence, dataset: Dataset, computed: dict[str, Anchor]) -> Place:
    country = dataset.countries[presence.country]
    return Place(
        presence=presence,
        anchor=_given_anchor(presence, dataset)
        or _area_anchor(country.area_code, dataset, computed),
        label=label(presence, dataset),
        area=country.area_code,
        region=country.region,
    )


def _given_anchor(presence: Presence, dataset: Dataset) -> Anchor | None:
    if presence.longitude is not None and presence.latitude is not None:
        return Anchor(presence.longitude, presence.latitude, "given")
    if presence.city:
        city = dataset.names["city", presence.city[0]]
        return Anchor(city.longitude or 0.0, city.latitude or 0.0, "city")
    return None


def _area_anchor(area: str, dataset: Dataset, computed: dict[str, Anchor]) -> Anchor:
    """Return the anchor within an area; `computed` keeps those that are known already."""
    if area not in computed:
        longitude, latitude = dataset.boundaries.anchor(area)
        longitude = (longitude + 180) % 360 - 180
        computed[area] = Anchor(round(longitude, 2), round(latitude, 2), "computed")
    return computed[area]


def distance(one: Anchor, other: Anchor) -> float:
    """Return the distance between two anchors in kilometres, along the WGS 84 geodesic."""
    line = WGS84.inv(one.longitude, one.latitude, other.longitude, other.latitude)
    return float(line[2]) / 1000
