"""Do points lie where their codes say? And if not, which slip of the pen put them elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import geopandas as gpd
import shapely
from pyproj import Geod

from mapping.boundaries import CENTRAL_MERIDIAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapping.errors import Faults
    from mapping.tables import Record

WGS84 = Geod(ellps="WGS84")
# The coasts and borders of the page are simplified by some five kilometres, and the smallest
# islands are drawn as less than they are: a capital may stand this far off its area, in no other.
OFF_SHORE_KM = 25
OVER_THE_BORDER_KM = 6


class Position(NamedTuple):
    """A point that a row gives or names: WGS 84 degrees, and the area that it must lie in.

    `column` is where the row has it: ``latitude`` if the degrees are the row's own.
    """

    row: Record
    key: str
    column: str
    latitude: float
    longitude: float
    area: str


def on_map(longitude: float) -> float:
    """Move a longitude from -180..180 to where the map has it, east of the map's edge."""
    edge = CENTRAL_MERIDIAN - 180
    return (longitude - edge) % 360 + edge


def check_positions(positions: Sequence[Position], areas: gpd.GeoDataFrame, faults: Faults) -> None:
    """Note every point that disagrees with the area that its row's code names.

    A point agrees within the area, or, because drawn coasts and borders are simplified, in no area
    and at most `OFF_SHORE_KM` away, or across a border by at most `OVER_THE_BORDER_KM`.
    """
    points = gpd.GeoSeries(
        [_point(one.latitude, one.longitude) for one in positions], crs=areas.crs
    )
    numbers, found = areas.sindex.query(points, predicate="within")
    within = dict(zip(numbers.tolist(), areas.index[found], strict=True))
    for number, position in enumerate(positions):
        inside = within.get(number)
        if inside == position.area:
            continue
        off = _kilometres(points[number], areas.geometry[position.area])
        if off > (OVER_THE_BORDER_KM if inside else OFF_SHORE_KM):
            _note(position, inside, off, areas, faults)


def _note(
    position: Position, inside: str | None, off: float, areas: gpd.GeoDataFrame, faults: Faults
) -> None:
    wrong = f"{position.key} stands {f'in {inside}' if inside else 'in no area'}, "
    wrong += f"{off:.0f} km off {position.area}"
    remedy = "correct the country, the city or the coordinates"
    if position.column == "latitude":
        area = areas.geometry[position.area]
        for slip, latitude, longitude in _slips(position.latitude, position.longitude):
            if _kilometres(_point(latitude, longitude), area) <= OVER_THE_BORDER_KM:
                wrong = f"{slip}: {latitude:g}, {longitude:g} lies in {position.area}"
                remedy = f"write latitude {latitude:g} and longitude {longitude:g}"
                break
    faults.add(position.row.file, position.row.line, wrong, remedy, position.column)


def _slips(latitude: float, longitude: float) -> Iterator[tuple[str, float, float]]:
    """Give what may have been meant, the likeliest first: what happened, latitude, longitude."""
    yield "the sign of the latitude looks wrong", -latitude, longitude
    yield "the sign of the longitude looks wrong", latitude, -longitude
    yield "the signs of latitude and longitude look wrong", -latitude, -longitude
    if abs(longitude) <= 90:  # noqa: PLR2004 (degrees from the equator to a pole)
        swapped = "latitude and longitude look swapped"
        yield swapped, longitude, latitude
        for one, other in ((-longitude, latitude), (longitude, -latitude), (-longitude, -latitude)):
            yield f"{swapped}, and a sign wrong", one, other


def _point(latitude: float, longitude: float) -> shapely.Point:
    return shapely.Point(on_map(longitude), latitude)


def _kilometres(point: shapely.Point, area: shapely.Geometry) -> float:
    nearest = shapely.shortest_line(point, area)
    return WGS84.geometry_length(nearest) / 1000
