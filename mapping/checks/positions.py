"""Checks of positions: each point must be in the area that its row names, or close to it."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

from mapping.atlas import join
from mapping.checks.coordinate_slips import points_lost, slips
from mapping.checks.located_rows import list_located_rows
from mapping.dataset.boundaries import OFF_SHORE_KM
from mapping.errors import Fault
from mapping.files.row_memory import recall
from mapping.geo.degrees import FULL_CIRCLE_DEG
from mapping.geo.projection import distance_km, distances_km, length_km, wrap_longitude

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from mapping.atlas import Atlas
    from mapping.checks.coordinate_slips import Slip
    from mapping.checks.located_rows import City, LocatedRow
    from mapping.dataset.boundaries import Boundaries
    from mapping.errors import FaultLog
    from mapping.files.row_memory import RowMemory
    from mapping.geo.arrays import Geometries

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
LONGEST_DEGREE_KM = 111.7  # of a meridian, at the poles (WGS 84); any other degree is shorter
SHOWN = "the place is shown at its point"


class Misplaced(NamedTuple):
    """A position that disagrees with its row, and whether a slip is certain to be why.

    It is where the point as given is off its country, and one slip brings it to the city that the
    row names, or into the country. A point within its country may be right: what a row calls its
    city may be the nearest large one, and somebody else's is where the mirror is by chance.
    """

    fault: Fault
    is_slip: bool


def check_positions(atlas: Atlas, faults: FaultLog, memory: RowMemory | None = None) -> Atlas:
    """Note each anchor and each city of the names that disagrees with the area its code names.

    Return the map; of an organisation's own list without rows whose point is certain to be a slip.
    """
    found = find_misplaced(atlas, memory)
    if atlas.dataset.edition.is_own_list:
        return _leave_out_slips(atlas, found, faults)
    remedies = ((one.fault, f"{one.fault.remedy}, {CONFIRM}") for one in found)
    faults.faults += [replace(fault, remedy=remedy) for fault, remedy in remedies]
    return atlas


def _leave_out_slips(atlas: Atlas, found: Iterable[Misplaced], faults: FaultLog) -> Atlas:
    """Return an organisation's own list without the rows whose point is certain to be a slip.

    They are noted, and whatever else disagrees too: an overseas area may well be the row's own.
    """
    dataset = atlas.dataset
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


def find_misplaced(atlas: Atlas, memory: RowMemory | None = None) -> list[Misplaced]:
    """Return the anchors and the cities of the names that disagree with the area of their country.

    A point agrees within the area, or, because drawn coasts and borders are simplified, in no area
    and at most `OFF_SHORE_KM` away, or across a border by at most `OVER_THE_BORDER_KM`. Where one
    slip would bring it to the city that the row names, or from far away into its area, that
    is reported; else how far off it is.
    """
    world, located_rows = atlas.dataset.boundaries, list_located_rows(atlas, memory)
    measured = recall(
        memory, "misplaced", located_rows, lambda new: _measure(new, world),
        lambda located: located[1:], put=_put,
    )  # fmt: skip
    return [*filter(None, measured)]


def _put(found: Misplaced | None, located: LocatedRow) -> Misplaced | None:
    """Return what is wrong with a position, at its row as it is now."""
    row = located.row
    return found and found._replace(fault=replace(found.fault, file=row.file, line=row.line))


def _measure(located_rows: Sequence[LocatedRow], world: Boundaries) -> list[Misplaced | None]:
    """Return what is wrong with each position, if anything."""
    degrees = np.array([(one.longitude, one.latitude) for one in located_rows]).reshape(-1, 2)
    wrapped = np.column_stack([wrap_longitude(degrees[:, 0]), degrees[:, 1]])
    points = np.asarray(shapely.points(wrapped), dtype=object)
    within = world.areas_around(points)
    misplaced: list[Misplaced | None] = [None] * len(located_rows)
    for number in sorted(_strays(located_rows, points, within, world) | _off_cities(located_rows)):
        located = located_rows[number]
        inside, area = within.get(number), world.areas[located.area].shape
        shapes = [area, *(world.areas[code].shape for code in located.others)]
        is_there = _is_there(located, inside)
        off = 0.0 if is_there else min(_kilometres(points[number], shape) for shape in shapes)
        astray = off > (OVER_THE_BORDER_KM if inside else OFF_SHORE_KM)
        slip = _to_city(located) or (_to_area(located, inside, off, area) if astray else None)
        if slip:
            misplaced[number] = Misplaced(_describe_slip(located, *slip), is_slip=astray)
        elif astray:
            there = f"in {inside}" if inside else _off_shore(points[number], world)
            fault = _describe_distance(located, there, off)
            misplaced[number] = Misplaced(fault, is_slip=False)
    return misplaced


def _is_there(located: LocatedRow, inside: str | None) -> bool:
    return inside == located.area or inside in located.others


def _strays(
    located_rows: Sequence[LocatedRow],
    points: Geometries,
    within: Mapping[int, str],
    world: Boundaries,
) -> set[int]:
    """Return the numbers of the points out of their areas, those left out that are surely near.

    Of a long list these are few, and only they are measured.
    """
    outside: dict[str, list[int]] = {}
    for number, located in enumerate(located_rows):
        if not _is_there(located, within.get(number)):
            outside.setdefault(located.area, []).append(number)
    strays = set[int]()
    for area, numbers in outside.items():
        reach = [OVER_THE_BORDER_KM if one in within else OFF_SHORE_KM for one in numbers]
        shape = world.areas[area].shape
        shapely.prepare(shape)
        far = shapely.distance(shape, points[numbers]) * LONGEST_DEGREE_KM > np.array(reach)
        strays |= set(np.array(numbers)[far].tolist())
    return strays


def _off_cities(located_rows: Sequence[LocatedRow]) -> set[int]:
    """Return the numbers of the points far from the city that their row names."""
    named = [(number, one, one.city) for number, one in enumerate(located_rows) if one.city]
    points = np.array([(one.longitude, one.latitude) for _, one, _ in named]).reshape(-1, 2)
    cities = np.array([(city.longitude, city.latitude) for *_, city in named]).reshape(-1, 2)
    off = np.flatnonzero(distances_km(points, cities) > OFF_CITY_KM)
    return {named[number][0] for number in off.tolist()}


def _describe_slip(located: LocatedRow, slip: Slip, where: str) -> Fault:
    at = f"{slip.latitude:g}, {slip.longitude:g}"
    wrong = f"{slip.what}: {at} is {where}"
    remedy = f"write latitude {slip.latitude:g} and longitude {slip.longitude:g}"
    return Fault(located.row.file, located.row.line, wrong, remedy, located.column)


def _off_shore(point: shapely.Point, world: Boundaries) -> str:
    """Return where a point is that is in no area: off the coast of one, or in none."""
    nearest = world.nearest_area(point)
    is_near = _kilometres(point, world.areas[nearest].shape) <= OFF_SHORE_KM
    return f"off the coast of {nearest}" if is_near else "in no area"


def _describe_distance(located: LocatedRow, there: str, off: float) -> Fault:
    wrong = f"{located.key} is {there}, {off:.0f} km off {located.area}"
    remedy = "correct the country, the city or the coordinates"
    cause = f"{there}, off {located.area}"
    return Fault(located.row.file, located.row.line, wrong, remedy, located.column, cause)


def _to_city(located: LocatedRow) -> tuple[Slip, str] | None:
    """Return the one slip that takes a point to its row's city from afar, and where that is."""
    city = located.city
    if city is None or _apart(located, city) <= OFF_CITY_KM:
        return None
    degrees = located.latitude, located.longitude
    slip = _only((*slips(*degrees), *points_lost(*degrees)), lambda one: _at(one, city))
    return (slip, f"at {city.called}") if slip else None


def _to_area(
    located: LocatedRow, inside: str | None, off: float, area: shapely.Geometry
) -> tuple[Slip, str] | None:
    """Return the one slip that takes a point from far off into its area, and where that is."""
    if located.column != "latitude" or off <= (BORDERLAND_KM if inside else ISLET_KM):
        return None
    degrees = located.latitude, located.longitude
    slip = _only(
        slips(*degrees), lambda one: _kilometres(_point(*one[1:3]), area) <= OVER_THE_BORDER_KM
    )
    return (slip, f"in {located.area}") if slip else None


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
