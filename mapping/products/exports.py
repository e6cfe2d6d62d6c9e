"""The joined list for other programs: GeoJSON (RFC 7946) and CSV.

The page's own downloads are these two as well, of what it shows: it is handed the names of the
columns and what is in them.
"""

from __future__ import annotations

import csv
import io
import json
from functools import partial
from typing import TYPE_CHECKING, Any

from mapping.dataset.countries import UNSTATED
from mapping.dataset.own_columns import shown_columns
from mapping.files.cache import cached
from mapping.tables.cells import NO, YES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mapping.atlas import Atlas, Place
    from mapping.dataset.reading import Dataset

# A spreadsheet takes a cell that begins so for a formula (OWASP: CSV injection).
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
Columns = dict[str, "Callable[[Place, Dataset], Any]"]


def list_columns(dataset: Dataset) -> Columns:
    """Return what both exports read of a place, by the names of the columns, in their order."""
    return _list_columns(tuple(dataset.languages), tuple(shown_columns(dataset.edition)))


@cached(1)
def _list_columns(languages: tuple[str, ...], shown: tuple[str, ...]) -> Columns:
    labels = {f"label_{code}": partial(_label, language=code) for code in languages}
    columns: Columns = {**BEFORE_LABELS, **labels, **AFTER_LABELS}
    for key in shown:
        columns.setdefault(key, partial(_detail, key=key))
    return columns


def read_table(atlas: Atlas, columns: Columns | None = None) -> dict[str, list[Any]]:
    """Return what both exports say of the places, column by column; or some of the columns."""
    places, dataset = atlas.places, atlas.dataset
    wanted = list_columns(dataset) if columns is None else columns
    return {name: [read(place, dataset) for place in places] for name, read in wanted.items()}


def format_geojson(atlas: Atlas, table: Mapping[str, list[Any]] | None = None) -> bytes:
    """Return the places as a GeoJSON FeatureCollection: WGS 84, longitude before latitude.

    Each place is a line, so that a change of one is a change of one line. `table` is that of
    `read_table`, where somebody has it already.
    """
    table = read_table(atlas) if table is None else table
    # As the page's `JSON.stringify` writes it; on one line, for the fast half of the encoder.
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    lines = (
        encode(
            {
                "type": "Feature",
                "id": place.presence.id,
                "geometry": {"type": "Point", "coordinates": [*read_position(place)]},
                "properties": dict(zip(table, properties, strict=True)),
            }
        ).encode()
        for place, *properties in zip(atlas.places, *table.values(), strict=True)
    )
    return b'{"type":"FeatureCollection","features":[\n%b\n]}\n' % b",\n".join(lines)


def format_csv(atlas: Atlas, table: Mapping[str, list[Any]] | None = None) -> bytes:
    """Return the places as CSV: one row a place, lists joined by `` | ``, and no formula.

    It is UTF-8 with a byte order mark, without which Excel takes it for another encoding. `table`
    is that of `read_table`, where somebody has it already.
    """
    out, table = io.StringIO(), read_table(atlas) if table is None else table
    # Text is quoted: a lone carriage return in a cell would else end the row.
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(["longitude", "latitude", *table])
    positions = map(read_position, atlas.places)
    cells = (map(_format_cell, column) for column in table.values())
    writer.writerows((*at, *row) for at, *row in zip(positions, *cells, strict=True))
    return out.getvalue().encode("utf-8-sig")


def read_position(place: Place) -> tuple[float, float]:
    """Return longitude and latitude, WGS 84 degrees; whole ones as `int`, as scripts write them."""
    longitude, latitude = (
        int(degrees) if degrees.is_integer() else degrees
        for degrees in (place.anchor.longitude, place.anchor.latitude)
    )
    return longitude, latitude


def _format_cell(value: object) -> str:
    if isinstance(value, str):
        text = value
    elif isinstance(value, list):
        text = " | ".join(value)
    elif isinstance(value, bool):
        text = YES if value else NO
    else:
        text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def _reference_name(kind: str, key: str, dataset: Dataset) -> str:
    return dataset.tables.names[kind, key][dataset.edition.metadata.reference]


def _cities(place: Place, dataset: Dataset) -> list[str]:
    return [_reference_name("city", city, dataset) for city in place.presence.city]


def _acronym(place: Place, dataset: Dataset) -> str | None:
    """Return the acronym of the place's mission; its name where it has no acronym."""
    key = place.presence.mission
    return (
        _reference_name("acronym", key, dataset)
        if ("acronym", key) in dataset.tables.names
        else _mission(place, dataset)
    )


def _mission(place: Place, dataset: Dataset) -> str | None:
    key = place.presence.mission
    return _reference_name("mission", key, dataset) if key else None


def _label(place: Place, _: Dataset, language: str) -> str:
    return place.label[language]


def _stated(code: str) -> str | None:
    return None if code == UNSTATED else code


def _detail(place: Place, _: Dataset, key: str) -> str | None:
    return place.presence.details.get(key)


def _citations(place: Place, dataset: Dataset) -> list[str]:
    return [dataset.tables.sources[source].citation for source in place.presence.sources]


BEFORE_LABELS: Columns = {
    "id": lambda place, _: place.presence.id,
    "status": lambda place, _: place.presence.status,
    "category": lambda place, _: place.presence.category,
    "category_certain": lambda place, _: not place.presence.is_inferred,
    "country": lambda place, _: _stated(place.presence.country),
    "area": lambda place, _: _stated(place.area),
    "region": lambda place, _: place.region or None,
    "serves": lambda place, _: list(place.presence.serves),
    "city": _cities,
    "position": lambda place, _: place.anchor.source,
    "mission": _acronym,
    "mission_name": _mission,
    "footnotes": lambda place, _: list(place.presence.footnotes),
    "evidence": lambda place, _: place.presence.evidence,
    "as_of": lambda place, _: place.presence.as_of or None,
}
AFTER_LABELS: Columns = {
    "sources": _citations,
    "note": lambda place, _: place.presence.note or None,
}
