"""Checks of positions: each point must be in the area that its row names, or close to it."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

from mapping.atlas import join
from mapping.checks.coordinate_slips import points_lost, slips
from mapping.dataset.boundaries import OFF_SHORE_KM
from mapping.dataset.countries import UNSTATED
from mapping.errors import Fault
from mapping.geo.projection import FULL_CIRCLE_DEG, distance_km, length_km, wrap_longitude

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mapping.atlas import Atlas, Place
    from mapping.checks.coordinate_slips import Slip
    from mapping.dataset.boundaries import Boundaries
    from mapping.dataset.presences import Presence
    from mapping.dataset.reading import Dataset
    from mapping.errors import FaultLog
    from mapping.tables.records import Record

# Borders of the page are simplified like its coasts: how far into another area a point may be.
OVER_THE_BORDER_KM = 6
# Up to here a point that disagrees may yet be right: an islet that is not drawn is so far out, a
# hill on a border so far over the line. No slip is reported.
ISLET_KM = 300
BORDERLAND_KM = 50
# A position is at a city up to here, and away from it from there on.
AT_CITY_KM = 30
OFF_CITY_KM = 100
CONFIRM = "or write yes in position_confirmed if the point is right"
# An organisation's own list has no such column, unless its edition names one.
CONFIRM_IN_OWN_LIST = (
    "or, if the point is right, write yes in a column that [columns] of edition.toml calls "
    "position_confirmed"
)
SHOWN = "the place is shown at its point"


class City(NamedTuple):
    """A city that a row names: what messages call it, and WGS 84 degrees."""

    called: str
    latitude: float
    longitude: float


class LocatedRow(NamedTuple):
    """A point that a row gives or names: WGS 84 degrees, and the area that it must be in.

    `column` is where the row has it: ``latitude`` if the degrees are the row's own; `city` is the
    city that the row names. In a list of an organisation's own, a row may be of several States:
    its point may be in any of the `others` as well.
    """

    row: Record
    key: str
    column: str
    latitude: float
    longitude: float
    area: str
    city: City | None = None
    others: frozenset[str] = frozenset()


class Misplaced(NamedTuple):
    """A position that disagrees with its row, and whether a slip is certain to be why."""

    fault: Fault
    is_slip: bool


def check_positions(atlas: Atlas, faults: FaultLog) -> None:
    """Note each anchor and each city of the names that disagrees with the area its code names."""
    found = [one.fault for one in find_misplaced(atlas)]
    faults.faults += [replace(one, remedy=f"{one.remedy}, {CONFIRM}") for one in found]


def leave_out_slips(atlas: Atlas, faults: FaultLog) -> Atlas:
    """Return an organisation's own list without the rows whose point is certain to be a slip.

    They are noted, and whatever else disagrees too: an overseas area may well be the row's own.
    """
    found, dataset = find_misplaced(atlas), atlas.dataset
    slips = dict[int, Fault]()
    for fault, is_slip in found:
        if is_slip:
            remedy = f"{fault.remedy}, {CONFIRM_IN_OWN_LIST}"
            slips[fault.line] = replace(fault, remedy=remedy)
            what, cause = f"the row is left out: {fault.wrong}", "slip"
        else:
            what, cause, remedy = f"{fault.wrong}; {SHOWN}", fault.cause, fault.remedy
        faults.add_notice(fault.file, fault.line, what, remedy, fault.column, cause=cause)
    rows = [place.presence for place in atlas.places if place.presence.line not in slips]
    left_out = (*dataset.tables.left_out, *slips.values())
    tables = replace(dataset.tables, presences=rows, left_out=left_out)
    return join(replace(dataset, tables=tables), rows) if slips else atlas


def find_misplaced(atlas: Atlas) -> list[Misplaced]:
    """Return the anchors and the cities of the names that disagree with the area of their country.

    A point agrees within the area, or, because drawn coasts and borders are simplified, in no area
    and at most `OFF_SHORE_KM` away, or across a border by at most `OVER_THE_BORDER_KM`. Where one
    slip would bring it to the city that the row names, or from far away into its area, that
    is reported; else how far off it is.
    """
    dataset, world = atlas.dataset, atlas.dataset.boundaries
    positions = [*_cities(dataset), *_own_positions(atlas.places, dataset)]
    degrees = [(wrap_longitude(one.longitude), one.latitude) for one in positions]
    points = np.asarray(shapely.points(np.array(degrees).reshape(-1, 2)), dtype=object)
    within = world.areas_around(points)
    misplaced = []
    for number, position in enumerate(positions):
        inside, area = within.get(number), world.areas[position.area].shape
        is_there = inside == position.area or inside in position.others
        off = 0.0 if is_there else _kilometres(points[number], area)
        astray = off > (OVER_THE_BORDER_KM if inside else OFF_SHORE_KM)
        slip = _to_city(position) or (_to_area(position, inside, off, area) if astray else None)
        if slip:
            misplaced.append(Misplaced(_describe_slip(position, *slip), is_slip=True))
        elif astray:
            there = f"in {inside}" if inside else _off_shore(points[number], world)
            fault = _describe_distance(position, there, off)
            misplaced.append(Misplaced(fault, is_slip=False))
    return misplaced


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


def _own_positions(places: tuple[Place, ...], dataset: Dataset) -> Iterator[LocatedRow]:
    """Yield the anchors that the position of a city of the same area does not cover already."""
    for place in places:
        anchor, presence = place.anchor, place.presence
        if presence.position_confirmed or presence.country == UNSTATED:
            continue
        if anchor.source == "city":
            city = dataset.tables.names["city", presence.city[0]]
            if _area(city.country, dataset) == place.area:
                continue
        if anchor.source != "computed":
            column = "latitude" if anchor.source == "given" else "city"
            at = (anchor.latitude, anchor.longitude)
            named = _first_city(presence, dataset) if anchor.source == "given" else None
            others = _other_areas(presence, dataset)
            yield LocatedRow(presence, presence.id, column, *at, place.area, named, others)


def _first_city(presence: Presence, dataset: Dataset) -> City | None:
    """Return the first city that a row names, where it is in the row's own country."""
    name = dataset.tables.names.get(("city", presence.city[0])) if presence.city else None
    if name is None or name.country != presence.country:
        return None
    called = name[dataset.edition.metadata.reference] if name.is_from_gazetteer else name.key
    return City(called, name.latitude or 0.0, name.longitude or 0.0)


def _other_areas(presence: Presence, dataset: Dataset) -> frozenset[str]:
    if not dataset.edition.is_own_list:
        return frozenset()
    return frozenset(filter(None, (_area(code, dataset) for code in presence.serves)))


def _area(code: str, dataset: Dataset) -> str | None:
    country = dataset.tables.countries.get(code)
    return country.area_code if country and country.area_code in dataset.boundaries.areas else None


def _describe_slip(position: LocatedRow, slip: Slip, where: str) -> Fault:
    at = f"{slip.latitude:g}, {slip.longitude:g}"
    wrong = f"{slip.what}: {at} is {where}"
    remedy = f"write latitude {slip.latitude:g} and longitude {slip.longitude:g}"
    return Fault(position.row.file, position.row.line, wrong, remedy, position.column)


def _off_shore(point: shapely.Point, world: Boundaries) -> str:
    """Return where a point is that is in no area: off the coast of one, or in none."""
    nearest = world.nearest_area(point)
    is_near = _kilometres(point, world.areas[nearest].shape) <= OFF_SHORE_KM
    return f"off the coast of {nearest}" if is_near else "in no area"


def _describe_distance(position: LocatedRow, there: str, off: float) -> Fault:
    wrong = f"{position.key} is {there}, {off:.0f} km off {position.area}"
    remedy = "correct the country, the city or the coordinates"
    cause = f"{there}, off {position.area}"
    return Fault(position.row.file, position.row.line, wrong, remedy, position.column, cause)


def _to_city(position: LocatedRow) -> tuple[Slip, str] | None:
    """Return the one slip that takes a point to its row's city from afar, and where that is."""
    city = position.city
    if city is None or _apart(position, city) <= OFF_CITY_KM:
        return None
    degrees = position.latitude, position.longitude
    slip = _only((*slips(*degrees), *points_lost(*degrees)), lambda one: _at(one, city))
    return (slip, f"at {city.called}") if slip else None


def _to_area(
    position: LocatedRow, inside: str | None, off: float, area: shapely.Geometry
) -> tuple[Slip, str] | None:
    """Return the one slip that takes a point from far off into its area, and where that is."""
    if position.column != "latitude" or off <= (BORDERLAND_KM if inside else ISLET_KM):
        return None
    degrees = position.latitude, position.longitude
    slip = _only(
        slips(*degrees), lambda one: _kilometres(_point(*one[1:3]), area) <= OVER_THE_BORDER_KM
    )
    return (slip, f"in {position.area}") if slip else None


def _only(possible: Iterable[Slip], lands: Callable[[Slip], bool]) -> Slip | None:
    """Return the slip that lands by the fewest steps; none where two do so at different places."""
    landed = [one for one in possible if lands(one)]
    steps = min((one.steps for one in landed), default=0)
    first = [one for one in landed if one.steps == steps]
    return first[0] if len({one[1:3] for one in first}) == 1 else None


def _at(slip: Slip, city: City) -> bool:
    return _apart(slip, city) <= AT_CITY_KM


def _apart(one: LocatedRow | Slip, city: City) -> float:
    return distance_km((one.longitude, one.latitude), (city.longitude, city.latitude))


def _point(latitude: float, longitude: float) -> shapely.Point:
    return shapely.Point(wrap_longitude(longitude), latitude)


def _kilometres(point: shapely.Point, area: shapely.Geometry) -> float:
    """Return the distance along the geodesic; the nearest place is found where degrees are true.

    Degrees of longitude are shortened as at the point, and the map's edge is no edge.
    """
    shrunk = max(math.cos(math.radians(point.y)), 1e-3)
    scaled = shapely.transform(area, lambda places: places * [shrunk, 1])
    distances = []
    for turn in (-FULL_CIRCLE_DEG, 0, FULL_CIRCLE_DEG):
        start = shapely.Point((point.x + turn) * shrunk, point.y)
        ends = shapely.get_coordinates(shapely.shortest_line(start, scaled)) / [shrunk, 1]
        distances.append(length_km(ends[:, 0], ends[:, 1]))
    return min(distances)
