"""Does every key lead somewhere? The checks between one list and another."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from mapping import presences as rows
from mapping.countries import unknown_country
from mapping.errors import suggest
from mapping.labels import slots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapping.errors import Faults
    from mapping.lists import Lists
    from mapping.presences import Presence

Problem = tuple[str, str]


def check_references(lists: Lists, faults: Faults) -> list[Presence]:
    """Note every key of the list that leads nowhere, and give the presences whose keys all hold."""
    sound = []
    for presence in lists.presences:
        problems = [*_codes(presence, lists), *_keys(presence, lists)]
        problems = problems or list(_pattern(presence, lists))
        for wrong, remedy in problems:
            faults.add(rows.FILE, presence.line, wrong, remedy)
        if not problems:
            sound.append(presence)
    return sound


def _codes(presence: Presence, lists: Lists) -> Iterator[Problem]:
    country = lists.countries.get(presence.country)
    if country is None:
        remedy = unknown_country(presence.country, lists.countries)
        yield f"country '{presence.country}' is unknown", remedy
    elif country.on_map not in lists.boundaries.areas.index:
        yield f"country {country.code} has no area on the map", "give its area in countries.csv"
    regions = {key for kind, key in lists.names if kind == "region"}
    for key in presence.serves:
        if key not in regions and key not in lists.countries:
            known = regions if key.islower() else {}
            remedy = suggest(key, known) if known else unknown_country(key, lists.countries)
            yield f"serves '{key}' is unknown", remedy


def _keys(presence: Presence, lists: Lists) -> Iterator[Problem]:
    edition = lists.edition
    yield from _unknown("category", [presence.category], {one.key for one in edition.categories})
    yield from _unknown("label", filter(None, [presence.label]), edition.patterns)
    yield from _unknown("footnote", presence.footnotes, edition.footnotes)
    yield from _unknown("source", presence.sources, lists.sources)
    for kind, keys in (("city", presence.city), ("mission", filter(None, [presence.mission]))):
        yield from _unknown(kind, keys, {key for one, key in lists.names if one == kind})


def _unknown(what: str, keys: Iterable[str], known: Iterable[str]) -> Iterator[Problem]:
    known = sorted(known)
    for key in keys:
        if key not in known:
            yield f"{what} '{key}' is unknown", suggest(key, known)


def _pattern(presence: Presence, lists: Lists) -> Iterator[Problem]:
    key = presence.label or lists.edition.category(presence.category).label
    pattern = lists.edition.patterns[key].en
    wanted = {slot for _, slot, _, _ in string.Formatter().parse(pattern) if slot}
    missing = sorted(wanted - slots(presence))
    if missing:
        yield (
            f"label '{key}' needs a {' and a '.join(missing)}",
            "fill in the column (region: serves), or name another label",
        )
