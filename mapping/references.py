"""Does every key lead somewhere? The checks between one list and another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping import countries, names
from mapping import presences as rows
from mapping.countries import unknown_country
from mapping.errors import suggest
from mapping.labels import available
from mapping.texts import slots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapping.errors import Faults
    from mapping.lists import Lists
    from mapping.presences import Presence

Problem = tuple[str, str]


def check_references(lists: Lists, faults: Faults) -> list[Presence]:
    """Note every key of the list that leads nowhere, and give the presences whose keys all hold."""
    _check_names(lists, faults)
    sound = []
    for presence in lists.presences:
        problems = [*_unnamed(presence, lists), *_keys(presence, lists)]
        for wrong, remedy in problems:
            faults.add(rows.FILE, presence.line, wrong, remedy)
        if not problems and _composes(presence, lists):
            sound.append(presence)
    return sound


def check_named(lists: Lists, faults: Faults) -> list[Presence]:
    """Note what keeps a presence from a name and a place, and give the presences that have both.

    Enough to compare a list with another: unknown footnotes and sources are passed over.
    """
    sound = []
    for presence in lists.presences:
        problems = _unnamed(presence, lists)
        for wrong, remedy in problems:
            faults.add(rows.FILE, presence.line, wrong, remedy)
        if not problems and _composes(presence, lists):
            sound.append(presence)
    return sound


def _check_names(lists: Lists, faults: Faults) -> None:
    groups = {key for kind, key in lists.names if kind == "group"}
    hosts = {presence.country for presence in lists.presences}
    for country in lists.countries.values():
        needed = country.region or country.code in hosts
        if needed and country.region not in groups:
            wrong = f"region '{country.region}' is no group of {names.FILE}"
            faults.add(countries.FILE, country.line, wrong, suggest(country.region, groups))
    for name in lists.names.values():
        if name.kind == "city" and name.country not in lists.countries:
            wrong = f"country '{name.country}' is unknown"
            remedy = unknown_country(name.country, lists.countries)
            faults.add(names.FILE, name.line, wrong, remedy)


def _unnamed(presence: Presence, lists: Lists) -> list[Problem]:
    problems = [*_codes(presence, lists), *_names(presence, lists)]
    return problems or list(_pattern(presence, lists))


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
    yield from _unknown("footnote", presence.footnotes, lists.edition.footnotes)
    yield from _unknown("source", presence.sources, lists.sources)


def _names(presence: Presence, lists: Lists) -> Iterator[Problem]:
    edition = lists.edition
    yield from _unknown("category", [presence.category], {one.key for one in edition.categories})
    yield from _unknown("label", filter(None, [presence.label]), edition.patterns)
    for kind, keys in (("city", presence.city), ("mission", filter(None, [presence.mission]))):
        yield from _unknown(kind, keys, {key for one, key in lists.names if one == kind})


def _unknown(what: str, keys: Iterable[str], known: Iterable[str]) -> Iterator[Problem]:
    known = sorted(known)
    for key in keys:
        if key not in known:
            yield f"{what} '{key}' is unknown", suggest(key, known)


def _composes(presence: Presence, lists: Lists) -> bool:
    """Whether each language's pattern can be filled; where not, that is told already."""
    pattern = lists.edition.patterns.get(_pattern_key(presence, lists))
    found = [slots(pattern[language]) for language in lists.languages] if pattern else [None]
    return all(one is not None and one <= available(presence) for one in found)


def _pattern_key(presence: Presence, lists: Lists) -> str:
    return presence.label or lists.edition.category(presence.category).label


def _pattern(presence: Presence, lists: Lists) -> Iterator[Problem]:
    key = _pattern_key(presence, lists)
    pattern = lists.edition.patterns.get(key)
    wanted = slots(pattern[lists.edition.edition.reference]) if pattern else None
    missing = sorted((wanted or set()) - available(presence))
    if missing:
        yield (
            f"label '{key}' needs a {' and a '.join(missing)}",
            "fill in the column (region: serves), or name another label",
        )
