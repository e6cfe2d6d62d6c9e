"""What the page's scripts know: one object, handed over as JSON."""

from __future__ import annotations

import json
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any

from mapping.dataset.countries import UNSTATED
from mapping.dataset.own_columns import shown_columns
from mapping.dataset.presences import EVIDENCE
from mapping.dataset.totals import counted_categories
from mapping.display_texts import served_keys
from mapping.page.basemap import encode_basemap
from mapping.page.search_names import search_names
from mapping.products.exports import list_columns, read_positions, read_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.atlas import Atlas
    from mapping.products.exports import ColumnValues

TOLD_APART = {str, bool, type(None), tuple}  # values of these are equal only where their JSON is


def build_payload(
    atlas: Atlas, texts: dict[str, dict[str, str]], table: Mapping[str, ColumnValues] | None = None
) -> dict[str, Any]:
    """Return places, documents, texts in each language, and the world.

    Positions are WGS 84 degrees; the world is projected already. `table` is what the exports say
    of the places, where somebody has it already.
    """
    table = read_table(atlas) if table is None else table
    dataset, heading = atlas.dataset, atlas.dataset.edition.metadata
    documents = _cited_documents(atlas)
    numbers = {key: number for number, key in enumerate(documents)}
    return {
        "categories": [category.key for category in dataset.edition.categories],
        "evidence": list_evidence(atlas),
        "regions": list_regions(atlas),
        "address": heading.address,
        "languagePages": heading.language_pages,
        "year": heading.as_of,
        "columns": list(list_columns(dataset)),
        "places": _places(atlas, table, numbers),
        "searchNames": search_names(atlas),
        "sources": [_document(key, atlas) for key in documents],
        "languages": {
            code: {"direction": language.direction, "texts": texts[code]}
            for code, language in dataset.languages.items()
        },
        "world": encode_basemap(atlas),
        **({"fallback": heading.default_language} if heading.fallback else {}),
    }


def pack(payload: dict[str, Any], borrowed: Mapping[str, set[str]]) -> dict[str, Any]:
    """Return the same ready for JSON, what would be repeated said once.

    The documents are where readers have them too: in the page, after the list; the world is apart.
    Places are a table, column by column. The texts of each language are in the order of the ids in
    `texts`, a number for the label of the place of that number; nothing in the place of those
    `borrowed` from the default one, nor after the last that is not. A text that is another's in
    every language is among the `aliases`, by the id of that one. What is alike stands together: it
    compresses better.
    """
    languages = _by_script(payload["languages"])
    ids = list(next(iter(languages.values()))["texts"])
    own = [
        [None if key in borrowed[code] else one["texts"][key] for key in ids]
        for code, one in languages.items()
    ]
    said: dict[tuple[str | None, ...], str] = {}
    same = [
        said.setdefault(texts, key) for key, texts in zip(ids, zip(*own, strict=True), strict=True)
    ]
    labels = {f"label.{place['id']}": number for number, place in enumerate(payload["places"])}
    ordered = sorted(said.items(), key=lambda one: labels.get(one[1], -1))
    spoken = zip(languages.items(), zip(*(texts for texts, _ in ordered), strict=True), strict=True)
    packed = {
        "places": pack_table(payload["places"]),
        "texts": [labels.get(key, key) for _, key in ordered],
        "aliases": {key: other for key, other in zip(ids, same, strict=True) if key != other},
        "searchNames": payload["searchNames"],
        "languages": {
            code: {"direction": one["direction"], "texts": _trim([*texts])}
            for (code, one), texts in spoken
        },
    }
    others = payload.keys() - {"sources", "world", *packed}
    return {key: payload[key] for key in payload if key in others} | packed


def pack_world(world: dict[str, Any]) -> dict[str, Any]:
    """Return the world of a payload ready for JSON; its areas are a table."""
    return world | {"areas": pack_table(world["areas"])}


def _by_script(languages: dict[str, Any]) -> dict[str, Any]:
    """Return languages in the order of their own names, those of one script together."""
    return dict(sorted(languages.items(), key=lambda one: one[1]["texts"]["name"]))


def _trim(texts: list[str | None]) -> list[str | None]:
    """Return texts without what is lacking at their end."""
    while texts and texts[-1] is None:
        texts.pop()
    return texts


def pack_table(records: list[dict[str, Any]]) -> dict[str, Any]:
    """Return records column by column, by field.

    A column is a list of its values; `all` the only value that it has; or where that is shorter,
    its `values`, each once, and `at`, the number of that of each record.
    """
    fields = dict.fromkeys(chain.from_iterable(records))
    columns = {key: _pack_column([record.get(key) for record in records]) for key in fields}
    return {"count": len(records), "columns": columns}


def _pack_column(values: list[Any]) -> list[Any] | dict[str, Any]:
    # Of values that are no text, what Python shows is the same where their JSON is.
    keys = values if set(map(type, values)) <= TOLD_APART else [*map(repr, values)]
    distinct = dict(zip(keys, values, strict=True))
    if len(distinct) == 1:
        return {"all": values[0]}
    if len(distinct) == len(values):
        return values
    counts = Counter(keys)
    sizes = {key: len(json.dumps(value)) for key, value in distinct.items()}
    numbers = {key: number for number, key in enumerate(distinct)}
    coded = sum(size + counts[key] * len(str(numbers[key])) for key, size in sizes.items())
    if coded >= sum(counts[key] * size for key, size in sizes.items()):
        return values
    return {"values": [*distinct.values()], "at": [numbers[key] for key in keys]}


def list_evidence(atlas: Atlas) -> list[str]:
    """Return the kinds of evidence that the list has, the firmest first."""
    present = {place.presence.evidence for place in atlas.places}
    return [kind for kind in EVIDENCE if kind in present]


def list_regions(atlas: Atlas) -> list[str]:
    """Return OHCHR's regions that have a place on the map, in the order of names.csv."""
    present = {place.region for place in atlas.places}
    return [key for kind, key in atlas.dataset.tables.names if kind == "group" and key in present]


def _cited_documents(atlas: Atlas) -> list[str]:
    """Return the keys of the documents that places are known from, in the order of the places."""
    return [*dict.fromkeys(source for place in atlas.places for source in place.presence.sources)]


def _document(key: str, atlas: Atlas) -> dict[str, str]:
    document = atlas.dataset.tables.sources[key]
    return {"citation": document.citation, "language": document.language}


def _places(
    atlas: Atlas, table: Mapping[str, ColumnValues], numbers: Mapping[str, int]
) -> list[dict[str, Any]]:
    """Return what the page knows of the places: what the exports say, and what else it needs.

    Of labels and names the page has the keys, by which it finds them; of documents the `numbers`.
    """
    shown = shown_columns(atlas.dataset.edition)
    exported = {
        name: column
        for name, column in table.items()
        if name not in shown and not name.startswith(("label_", "sources"))
    }
    columns = exported | _own_columns(atlas, numbers)
    if shown:
        columns["details"] = [place.presence.details for place in atlas.places]
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def _own_columns(atlas: Atlas, numbers: Mapping[str, int]) -> dict[str, ColumnValues]:
    """Return what the page needs of the places beyond what the exports say."""
    dataset, places = atlas.dataset, atlas.places
    presences = [place.presence for place in places]
    reference = dataset.edition.metadata.reference
    counted = counted_categories(dataset)
    hosts = {
        code: dataset.tables.countries[code][reference]
        for code in {one.country for one in presences} - {UNSTATED}
    }
    longitudes, latitudes = read_positions(places)
    return {
        "longitude": longitudes,
        "latitude": latitudes,
        "counted": [one.category in counted for one in presences],
        "abroad": [
            hosts.get(place.presence.country, "") not in place.label[reference] for place in places
        ],
        "host": [f"country.{one.country}" for one in presences],
        "served": [served_keys(one.serves) for one in presences],
        "cities": [tuple(f"city.{city}" for city in one.city) for one in presences],
        "unit": [f"mission.{one.mission}" if one.mission else None for one in presences],
        "documents": [tuple(numbers[key] for key in one.sources) for one in presences],
    }
