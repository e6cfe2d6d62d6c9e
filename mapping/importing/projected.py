"""Columns called as those of a point whose numbers are no degrees: metres of a projection, say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.dataset.cell_parts import is_given
from mapping.errors import Fault, quote
from mapping.geo.degrees import MAX_LONGITUDE_DEG
from mapping.importing.column_names import read_column_names, words_of

if TYPE_CHECKING:
    from mapping.importing.any_file import RawList

POINTS = ("latitude", "longitude", "projected")  # what such columns are called
NUMBER = re.compile(r"[-+\u2212]?(\d+)(?:[.,]\d+)?")
WRONG = "{columns}: these numbers are larger than degrees can be, likely metres of a projection"
REMEDY = (
    "write degrees (WGS 84, EPSG:4326): QGIS and the to_crs(4326) of geopandas make them of the "
    "others, where the projection is known"
)


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
