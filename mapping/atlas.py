"""The join: presences, countries and areas become places on the map."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from mapping.dataset.labels import compose_label
from mapping.dataset.totals import counted_categories
from mapping.files.row_memory import recall
from mapping.geo.projection import distance_km, normalize_longitude

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mapping.dataset.presences import Presence
    from mapping.dataset.reading import Dataset
    from mapping.errors import Fault
    from mapping.files.row_memory import RowMemory
    from mapping.i18n.localized import LocalizedName


# The Chagos Archipelago: what United Nations maps write there is not known (docs/boundaries.md).
UNNAMED = frozenset({"IOT"})


class Anchor(NamedTuple):
    """Where a symbol is, in WGS 84 degrees, and how that is known."""

    longitude: float
    latitude: float
    source: Literal["given", "city", "computed"]

    def distance_km(self, other: Anchor) -> float:
        """Return the distance to another anchor in kilometres, along the WGS 84 geodesic."""
        return distance_km(self[:2], other[:2])


@dataclass(frozen=True)
class Place:
    """A presence on the map: its row, anchor, label, and the code of the area it is in."""

    presence: Presence
    anchor: Anchor
    label: LocalizedName
    area: str
    region: str


@dataclass(frozen=True)
class Atlas:
    """Everything a product shows. `places` keep the order of the list.

    `hosts` are the areas to fill: those of identified field presences, not of candidates, not of
    headquarters alone. `notices` say what else a person should know of the list.
    """

    dataset: Dataset
    places: tuple[Place, ...]
    hosts: frozenset[str]
    notices: tuple[Fault, ...] = ()

    def area_fill(self, properties: Mapping[str, str]) -> str:
        """Return how an area is filled: as what its status says, or as a host."""
        host = (properties.get("colour_as") or properties["code"]) in self.hosts
        return "host" if host and properties["status"] == "area" else properties["status"]

    def area_name(self, properties: Mapping[str, str]) -> str:
        """Return the code of the country whose name an area has; nothing where it has none.

        An area that the United Nations lists under no code is named where a standing note speaks of
        it, or as the country that it is coloured as. Of others there is no official wording.
        """
        code = properties["code"]
        if code in UNNAMED:
            return ""
        noted = {one for note in self.dataset.edition.notes for one in note.areas}
        if not code.startswith("X") or code in noted:
            return code if code in self.dataset.tables.countries else ""
        return properties.get("colour_as") or ""


def join(dataset: Dataset, presences: list[Presence], memory: RowMemory | None = None) -> Atlas:
    """Join presences to their countries and areas by code, wherever their anchors are."""
    computed: dict[str, Anchor] = {}

    def place(new: list[Presence]) -> Iterator[Place]:
        return (_place(presence, dataset, computed) for presence in new)

    places = tuple(recall(memory, "places", presences, place, _key_of, put=_put))
    fields = counted_categories(dataset)
    hosts = frozenset(
        place.area
        for place in places
        if not place.presence.is_candidate and place.presence.category in fields
    )
    return Atlas(dataset, places, hosts)


def _key_of(presence: Presence) -> tuple[object, ...]:
    """Return all that `_place` looks at."""
    return (
        presence.country, presence.latitude, presence.longitude, presence.city, id(presence.name),
        presence.label, presence.category, presence.mission, presence.serves,
        presence.report_label_zh,
    )  # fmt: skip


def _put(place: Place, presence: Presence) -> Place:
    """Return a place with its row as it is now."""
    return place if place.presence is presence else replace(place, presence=presence)


def _place(presence: Presence, dataset: Dataset, computed: dict[str, Anchor]) -> Place:
    country = dataset.tables.countries[presence.country]
    return Place(
        presence=presence,
        anchor=_given_anchor(presence, dataset)
        or _area_anchor(country.area_code, dataset, computed),
        label=compose_label(presence, dataset),
        area=country.area_code,
        region=country.region,
    )


def _given_anchor(presence: Presence, dataset: Dataset) -> Anchor | None:
    if presence.longitude is not None and presence.latitude is not None:
        return Anchor(presence.longitude, presence.latitude, "given")
    if presence.city:
        city = dataset.tables.names["city", presence.city[0]]
        return Anchor(city.longitude or 0.0, city.latitude or 0.0, "city")
    return None


def _area_anchor(area: str, dataset: Dataset, computed: dict[str, Anchor]) -> Anchor:
    """Return the anchor within an area; `computed` keeps those that are known already."""
    if area not in computed:
        longitude, latitude = dataset.boundaries.anchor(area)
        east = round(normalize_longitude(longitude), 2)
        computed[area] = Anchor(east, round(latitude, 2), "computed")
    return computed[area]
