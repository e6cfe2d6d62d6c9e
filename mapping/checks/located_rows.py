"""The points that the rows of a list give or name, and the areas that they must be in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapping.dataset.countries import UNSTATED
from mapping.files.row_memory import recall

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mapping.atlas import Atlas, Place
    from mapping.dataset.presences import Presence
    from mapping.dataset.reading import Dataset
    from mapping.files.row_memory import RowMemory
    from mapping.tables.records import Record

NO_OTHERS = frozenset[str]()


class City(NamedTuple):
    """A city that a row names: what messages call it, and WGS 84 degrees."""

    called: str
    latitude: float
    longitude: float


class LocatedRow(NamedTuple):
    """A point that a row gives or names: WGS 84 degrees, and the area that it must be in.

    `column` is where the row has it: ``latitude`` if the degrees are the row's own; `city` is the
    city that the row names. In a list of an organisation's own, a row may be of several States:
    its point may be in any of the `others` as well, and in overseas areas that count as its own.
    """

    row: Record
    key: str
    column: str
    latitude: float
    longitude: float
    area: str
    city: City | None = None
    others: frozenset[str] = frozenset()


def list_located_rows(atlas: Atlas, memory: RowMemory | None = None) -> list[LocatedRow]:
    """Return the points of the cities of ``names.csv``, and the anchors that these do not cover."""
    dataset = atlas.dataset
    overseas = _overseas_areas(dataset) if dataset.edition.is_own_list else {}

    def locate(new: list[Place]) -> Iterator[LocatedRow | None]:
        return (_own_point(place, dataset, overseas) for place in new)

    own = recall(memory, "anchors", atlas.places, locate)
    return [*_cities(dataset), *filter(None, own)]


def _cities(dataset: Dataset) -> Iterator[LocatedRow]:
    for name in dataset.tables.names.values():
        is_own = name.kind == "city" and not name.is_from_gazetteer
        area = _area(name.country, dataset) if is_own else None
        if (
            area
            and not name.position_confirmed
            and name.latitude is not None
            and name.longitude is not None
        ):
            yield LocatedRow(name, name.key, "latitude", name.latitude, name.longitude, area)


def _own_point(
    place: Place, dataset: Dataset, overseas: Mapping[str, frozenset[str]]
) -> LocatedRow | None:
    """Return the anchor, where the position of a city of the same area does not cover it."""
    anchor, presence = place.anchor, place.presence
    if presence.position_confirmed or presence.country == UNSTATED or anchor.source == "computed":
        return None
    if anchor.source == "city":
        city = dataset.tables.names["city", presence.city[0]]
        if _area(city.country, dataset) == place.area:
            return None
    column = "latitude" if anchor.source == "given" else "city"
    at = (anchor.latitude, anchor.longitude)
    named = _first_city(presence, dataset) if anchor.source == "given" else None
    others = _other_areas(presence, dataset, overseas)
    return LocatedRow(presence, presence.id, column, *at, place.area, named, others)


def _first_city(presence: Presence, dataset: Dataset) -> City | None:
    """Return the first city that a row names, where it is in the row's own country."""
    name = dataset.tables.names.get(("city", presence.city[0])) if presence.city else None
    if name is None or name.country != presence.country:
        return None
    called = name[dataset.edition.metadata.reference] if name.is_from_gazetteer else name.key
    return City(called, name.latitude or 0.0, name.longitude or 0.0)


def _overseas_areas(dataset: Dataset) -> dict[str, frozenset[str]]:
    """Return the areas that count as a country's own in a row of it, by the country's code.

    They are its subdivisions too, by ISO 3166-2, or drawn in its colour; of others nothing is said.
    """
    listed: dict[str, set[str]] = {}
    for country in dataset.tables.countries.values():
        if country.subdivision_of and (area := _area(country.code, dataset)):
            listed.setdefault(country.subdivision_of, set()).add(area)
    for code, area_drawn in dataset.boundaries.areas.items():
        if area_drawn.colour_as:
            listed.setdefault(area_drawn.colour_as, set()).add(code)
    return {code: frozenset(areas) for code, areas in listed.items()}


def _other_areas(
    presence: Presence, dataset: Dataset, overseas: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    """Return the areas of all States of a row, overseas ones too; only in a list of one's own."""
    own = overseas.get(presence.country, NO_OTHERS)
    if not dataset.edition.is_own_list or not presence.serves:
        return own
    served = filter(None, (_area(code, dataset) for code in presence.serves))
    return own.union(served, *(overseas.get(code, NO_OTHERS) for code in presence.serves))


def _area(code: str, dataset: Dataset) -> str | None:
    country = dataset.tables.countries.get(code)
    return country.area_code if country and country.area_code in dataset.boundaries.areas else None
