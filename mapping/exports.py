"""The joined list for other programs: GeoJSON (RFC 7946) and CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mapping.atlas import Atlas, Place
    from mapping.lists import Lists

# A spreadsheet takes a cell that begins so for a formula (OWASP: CSV injection).
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def properties(place: Place, atlas: Atlas) -> dict[str, Any]:
    """Give what both exports say of one place, in the order of their columns."""
    presence, lists = place.presence, atlas.lists
    told = lists.edition.edition.reference
    return {
        "id": presence.id,
        "status": presence.status,
        "category": presence.category,
        "category_certain": presence.category_certain == "yes",
        "country": presence.country,
        "area": place.area,
        "region": place.region,
        "serves": list(presence.serves),
        "city": [lists.names["city", city][told] for city in presence.city],
        "position": place.anchor.position,
        "mission": _mission("acronym", presence.mission, lists),
        "mission_name": _mission("mission", presence.mission, lists),
        "footnotes": list(presence.footnotes),
        "evidence": presence.evidence,
        "as_of": presence.as_of or None,
        **{f"label_{language}": place.label[language] for language in lists.languages},
        "sources": [lists.sources[source].citation for source in presence.sources],
        "note": presence.note or None,
    }


def _mission(kind: str, key: str, lists: Lists) -> str | None:
    """Give a mission's acronym or name; its name where it has no acronym."""
    if not key:
        return None
    name = lists.names.get((kind, key), lists.names["mission", key])
    return name[lists.edition.edition.reference]


def geojson(atlas: Atlas) -> bytes:
    """Give the places as a GeoJSON FeatureCollection: WGS 84, longitude before latitude."""
    features = [
        {
            "type": "Feature",
            "id": place.presence.id,
            "geometry": {
                "type": "Point",
                "coordinates": [place.anchor.longitude, place.anchor.latitude],
            },
            "properties": properties(place, atlas),
        }
        for place in atlas.places
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode()


def table(atlas: Atlas) -> bytes:
    """Give the places as CSV: UTF-8, one row a place, lists joined by `` | ``, no live formula."""
    out = io.StringIO()
    rows = [
        {
            "longitude": place.anchor.longitude,
            "latitude": place.anchor.latitude,
            **{name: _cell(value) for name, value in properties(place, atlas).items()},
        }
        for place in atlas.places
    ]
    columns = list(rows[0]) if rows else ["id"]
    # Text is quoted: a lone carriage return in a cell would else end the row.
    writer = csv.DictWriter(out, columns, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def _cell(value: object) -> str:
    if isinstance(value, list):
        text = " | ".join(value)
    elif isinstance(value, bool):
        text = "yes" if value else "no"
    else:
        text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
