"""The joined list for other programs: GeoJSON (RFC 7946) and CSV.

The page's own downloads are these two as well, of what it shows: it is handed the names of the
columns and what is in them. All is read and written column by column: a long list repeats itself.
"""

from __future__ import annotations

import csv
import io
import json
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from mapping.dataset.countries import UNSTATED
from mapping.dataset.own_columns import shown_columns
from mapping.files.cache import cached
from mapping.tables.cells import NO, YES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from mapping.atlas import Atlas, Place
    from mapping.dataset.reading import Dataset

# A spreadsheet takes a cell that begins so for a formula (OWASP: CSV injection).
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
# As the page's `JSON.stringify` writes it; on one line, for the fast half of the encoder.
ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
FEATURE = (
    '{"type":"Feature","id":%s,"geometry":{"type":"Point","coordinates":[%r,%r]},"properties":{'
)
ColumnValues = list[Any]
Columns = dict[str, "Callable[[Sequence[Place], Dataset], ColumnValues]"]


def list_columns(dataset: Dataset) -> Columns:
    """Return what reads each column of both exports, by its name, in their order."""
    return _list_columns(tuple(dataset.languages), tuple(shown_columns(dataset.edition)))


@cached(1)
def _list_columns(languages: tuple[str, ...], shown: tuple[str, ...]) -> Columns:
    labels = {f"label_{code}": _each(f"label.{code}") for code in languages}
    columns: Columns = {**BEFORE_LABELS, **labels, **AFTER_LABELS}
    for key in shown:
        columns.setdefault(key, _detail(key))
    return columns


def read_table(atlas: Atlas) -> dict[str, ColumnValues]:
    """Return what both exports say of the places, column by column; no list is in it twice.

    A cell is a text, `None`, yes or no, or a tuple of texts.
    """
    places, dataset = atlas.places, atlas.dataset
    return {name: read(places, dataset) for name, read in list_columns(dataset).items()}


def format_geojson(atlas: Atlas, table: Mapping[str, ColumnValues] | None = None) -> bytes:
    """Return the places as a GeoJSON FeatureCollection: WGS 84, longitude before latitude.

    Each place is a line, so that a change of one is a change of one line. `table` is that of
    `read_table`, where somebody has it already.
    """
    table = read_table(atlas) if table is None else table
    names = (ENCODE(name).replace("%", "%%") for name in table)
    pattern = FEATURE + ",".join(f"{name}:%s" for name in names) + "}}"
    ids, *cells = _make_once([table["id"], *table.values()], ENCODE)
    rows = zip(ids, *read_positions(atlas.places), *cells, strict=True)
    lines = ((pattern % row).encode() for row in rows)
    return b'{"type":"FeatureCollection","features":[\n%b\n]}\n' % b",\n".join(lines)


def format_csv(atlas: Atlas, table: Mapping[str, ColumnValues] | None = None) -> bytes:
    """Return the places as CSV: one row a place, lists joined by `` | ``, and no formula.

    It is UTF-8 with a byte order mark, without which Excel takes it for another encoding. `table`
    is that of `read_table`, where somebody has it already.
    """
    out, table = io.StringIO(), read_table(atlas) if table is None else table
    # Text is quoted: a lone carriage return in a cell would else end the row.
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(["longitude", "latitude", *table])
    cells = _make_once(table.values(), _format_cell)
    writer.writerows(zip(*read_positions(atlas.places), *cells, strict=True))
    return out.getvalue().encode("utf-8-sig")


def read_positions(places: Sequence[Place]) -> tuple[list[float], list[float]]:
    """Return longitudes and latitudes, WGS 84 degrees; whole ones `int`, as scripts write them."""
    longitudes, latitudes = (
        [int(one) if one.is_integer() else one for one in map(attrgetter(f"anchor.{name}"), places)]
        for name in ("longitude", "latitude")
    )
    return longitudes, latitudes


def _make_once(
    columns: Collection[ColumnValues], make: Callable[[Any], str]
) -> list[Iterable[str]]:
    """Return what is made of the cells of columns, of those that are alike only once."""
    made = {cell: make(cell) for cell in dict.fromkeys(chain.from_iterable(columns))}
    return [map(made.__getitem__, column) for column in columns]


def _format_cell(value: object) -> str:
    if isinstance(value, str):
        text = value
    elif isinstance(value, tuple):
        text = " | ".join(value)
    elif isinstance(value, bool):
        text = YES if value else NO
    else:
        text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def _each(
    path: str, shown: Callable[[Any, Dataset], Any] | None = None
) -> Callable[[Sequence[Place], Dataset], ColumnValues]:
    """Return what reads an attribute of each place, and what is `shown` of it, once a value."""
    read = attrgetter(path)

    def column(places: Sequence[Place], dataset: Dataset) -> ColumnValues:
        values = [*map(read, places)]
        if shown is None:
            return values
        known = {value: shown(value, dataset) for value in dict.fromkeys(values)}
        return [known[value] for value in values]

    return column


def _detail(key: str) -> Callable[[Sequence[Place], Dataset], ColumnValues]:
    return lambda places, _: [place.presence.details.get(key) for place in places]


def _reference_name(kind: str, key: str, dataset: Dataset) -> str:
    return dataset.tables.names[kind, key][dataset.edition.metadata.reference]


def _cities(keys: tuple[str, ...], dataset: Dataset) -> tuple[str, ...]:
    return tuple(_reference_name("city", key, dataset) for key in keys)


def _acronym(key: str, dataset: Dataset) -> str | None:
    """Return the acronym of a mission; its name where it has no acronym."""
    is_short = ("acronym", key) in dataset.tables.names
    return _reference_name("acronym", key, dataset) if is_short else _mission(key, dataset)


def _mission(key: str, dataset: Dataset) -> str | None:
    return _reference_name("mission", key, dataset) if key else None


def _stated(code: str, _: Dataset) -> str | None:
    return None if code == UNSTATED else code


def _filled(text: str, _: Dataset) -> str | None:
    return text or None


def _citations(keys: tuple[str, ...], dataset: Dataset) -> tuple[str, ...]:
    return tuple(dataset.tables.sources[key].citation for key in keys)


BEFORE_LABELS: Columns = {
    "id": _each("presence.id"),
    "status": _each("presence.status"),
    "category": _each("presence.category"),
    "category_certain": _each("presence.is_inferred", lambda is_inferred, _: not is_inferred),
    "country": _each("presence.country", _stated),
    "area": _each("area", _stated),
    "region": _each("region", _filled),
    "serves": _each("presence.serves"),
    "city": _each("presence.city", _cities),
    "position": _each("anchor.source"),
    "mission": _each("presence.mission", _acronym),
    "mission_name": _each("presence.mission", _mission),
    "footnotes": _each("presence.footnotes"),
    "evidence": _each("presence.evidence"),
    "as_of": _each("presence.as_of", _filled),
}
AFTER_LABELS: Columns = {
    "sources": _each("presence.sources", _citations),
    "note": _each("presence.note", _filled),
}
