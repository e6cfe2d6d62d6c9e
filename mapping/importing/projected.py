"""Columns called as those of a point whose numbers are not its degrees.

They are metres of a projection, say, or each is the other's.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from mapping.dataset.cell_parts import is_given
from mapping.errors import Fault, quote
from mapping.geo.degrees import MAX_LATITUDE_DEG, MAX_LONGITUDE_DEG
from mapping.importing.column_names import read_column_names, words_of
from mapping.tables.coordinates import EAST, parse_angle

if TYPE_CHECKING:
    from mapping.importing.any_file import RawList

POINTS = ("latitude", "longitude", "projected")  # what such columns are called
NUMBER = re.compile(r"[-+\u2212]?(\d+)(?:[.,]\d+)?")
WRONG = "{columns}: these numbers are larger than degrees can be, likely metres of a projection"
REMEDY = (
    "write degrees (WGS 84, EPSG:4326): QGIS and the to_crs(4326) of geopandas make them of the "
    "others, where the projection is known"
)
# Rows with a latitude over 90, and their share, from which on that is no slip.
FEWEST, LEAST_SHARE = 2, 0.1
EXCHANGED = "{columns}: latitudes are over 90 and no longitude is: each is likely the other"
RENAME = "exchange the names of these columns"


def find_exchanged(raw: RawList, latitude: str, longitude: str) -> list[Fault]:
    """Return the fault of columns of a point of which each is likely the other."""
    norths, easts = (_wide(raw, name) for name in (latitude, longitude))
    if any(easts) or sum(norths) < max(FEWEST, LEAST_SHARE * len(norths)):
        return []
    what = EXCHANGED.format(columns=", ".join(map(quote, (latitude, longitude))))
    return [Fault("", 1, what, RENAME)]


def _wide(raw: RawList, name: str) -> list[bool]:
    """Return of the degrees in a column whether each is over 90."""
    number, found = raw.columns.index(name), []
    for row in raw.rows:
        with suppress(ValueError):
            angle = parse_angle(row[number], EAST)
            if angle is not None:
                found.append(abs(angle) > MAX_LATITUDE_DEG)
    return found


def find_projected(raw: RawList) -> list[Fault]:
    """Return the note on columns of points that are not in degrees, if there are any."""
    names = {name for key in POINTS for name in read_column_names()[key]}
    columns = [
        name
        for number, name in enumerate(raw.columns)
        if words_of(name) in names and _is_large([row[number] for row in raw.rows])
    ]
    what = WRONG.format(columns=", ".join(map(quote, columns)))
    return [Fault("", 1, what, REMEDY)] if columns else []


def _is_large(cells: list[str]) -> bool:
    """Whether most of the cells that are filled are numbers larger than degrees."""
    given = [cell for cell in cells if is_given(cell)]
    found = map(NUMBER.fullmatch, given)
    large = sum(one is not None and int(one[1]) > MAX_LONGITUDE_DEG for one in found)
    return 2 * large > len(given)
