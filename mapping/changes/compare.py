"""What changed between two lists: opened, closed, and every column of the rest."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from operator import attrgetter
from typing import TYPE_CHECKING

from mapping.dataset.presences import Presence
from mapping.tables.records import column_words, columns_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mapping.atlas import Atlas, Place

COLUMNS = tuple(name for name in columns_of(Presence) if name != "id")
VALUES = attrgetter(*COLUMNS)
POSITION = ("latitude", "longitude")
# What of a row says where it is; where a list names no label, that follows from it.
WHERE = ("country", "city", *POSITION, "position_confirmed", "label")
APART_FROM_WHERE = attrgetter("name", *(name for name in COLUMNS if name not in WHERE))
# Columns with a change of their own, in the order in which they are listed.
OWN_CHANGE_COLUMNS = tuple(name for name in COLUMNS if name not in column_words(Presence, "change"))
DETAIL = "detail"  # a column that an organisation's own list has besides, and that is only shown
MAX_CHANGED_COLUMNS = 2  # columns besides the id that may differ in a row that only got another id


@dataclass(frozen=True)
class Change:
    """One thing that is different about one place.

    `kind` is ``opened``, ``closed``, ``id``, ``renamed`` (the label), ``moved`` (by `kilometres`),
    a column of `OWN_CHANGE_COLUMNS`, ``other``, or `DETAIL`. `columns` are the columns of the list
    that it accounts for.
    """

    kind: str
    place: Place
    """The place as it is now; a closed one as it last was."""
    before: Place | None = None
    """The place as it was; `None` where opened or closed."""
    columns: tuple[str, ...] = ()
    kilometres: float = 0


@dataclass(frozen=True)
class Difference:
    """Two lists and what changed from one to the other."""

    before: Atlas
    after: Atlas
    changes: tuple[Change, ...]


def compare(before: Atlas, after: Atlas) -> Difference:
    """Return what changed: opened in the order of the new list, closed in the old's, the rest.

    A place is the same where its id is. Of those that are left over, two are the same place with
    another id where they have the same host, differ in at most `MAX_CHANGED_COLUMNS` columns, and
    nothing else resembles either as much; or where they differ in where they are alone, and no
    other place of either list has their name: one moved, and its id followed its country.
    """
    old = {place.presence.id: place for place in before.places}
    new = {place.presence.id: place for place in after.places}
    removed = [place for key, place in old.items() if key not in new]
    added = [place for key, place in new.items() if key not in old]
    renamed = _match_renamed(removed, added)
    settled = {place.presence.id for place in renamed.values()}
    left = [place for place in removed if place.presence.id not in settled]
    come = [place for place in added if place.presence.id not in renamed]
    renamed |= _match_moved((before, after), left, come)
    kept_places = {key: old[key] for key in new if key in old} | renamed
    languages = [code for code in after.dataset.languages if code in before.dataset.languages]
    kept = {place.presence.id for place in renamed.values()}
    changes = [
        *(
            Change("opened", one, columns=COLUMNS)
            for one in added
            if one.presence.id not in renamed
        ),
        *(Change("closed", one, columns=COLUMNS) for one in removed if one.presence.id not in kept),
    ]
    for key, place in new.items():
        if key in kept_places and kept_places[key] is not place:
            changes += _changes_of(kept_places[key], place, languages)
    return Difference(before, after, tuple(changes))


def changed_columns(one: Presence, other: Presence) -> set[str]:
    """Return the columns in which two rows differ, the id apart."""
    pairs = zip(COLUMNS, VALUES(one), VALUES(other), strict=True)
    return {name for name, was, now in pairs if was != now}


def _changes_of(old: Place, new: Place, languages: Iterable[str]) -> Iterator[Change]:
    columns = changed_columns(old.presence, new.presence)
    if old.presence.id != new.presence.id:
        yield Change("id", new, old, ("id",))
    if any(old.label[code] != new.label[code] for code in languages):
        yield Change("renamed", new, old)
    kilometres = old.anchor.distance_km(new.anchor) if old.anchor != new.anchor else 0
    if kilometres:
        moved = tuple(name for name in (*POSITION, "city") if name in columns)
        yield Change("moved", new, old, moved, kilometres)
        columns.difference_update(moved)
    for name in OWN_CHANGE_COLUMNS:
        if name in columns:
            yield Change(name, new, old, (name,))
    others = tuple(name for name in COLUMNS if name in columns and name not in OWN_CHANGE_COLUMNS)
    if others:
        yield Change("other", new, old, others)
    past, now = old.presence.details, new.presence.details
    for key in {**now, **past}:
        if past.get(key, "") != now.get(key, ""):
            yield Change(DETAIL, new, old, (key,))


def _match_renamed(removed: list[Place], added: list[Place]) -> dict[str, Place]:
    """Return the places that only got another id: the old place by the new id.

    Rows that differ in few columns are alike in all others, so that rows are looked up by what is
    left of them without each few columns in turn: the time grows with the rows, not their square.
    """
    same: dict[str, Place] = {}
    settled: set[str] = set()  # no id of an old row that is left over is one of a new row
    for differing in range(MAX_CHANGED_COLUMNS + 1 if removed and added else 0):
        rivals: Counter[str] = Counter()
        pairs = []
        for left_out in combinations(set(COLUMNS) - {"country"}, differing):
            rest = attrgetter(*(name for name in COLUMNS if name not in left_out))
            olds, news = (_group_by_rest(side, rest, settled) for side in (removed, added))
            for key in olds.keys() & news.keys():
                one, other = olds[key], news[key]
                rivals.update({place.presence.id: len(other) for place in one})
                rivals.update({place.presence.id: len(one) for place in other})
                pairs.append((one[0], other[0]))
        for old, new in pairs:
            if rivals[old.presence.id] == rivals[new.presence.id] == 1:
                same[new.presence.id] = old
        settled |= rivals.keys()  # who has two equals is settled too: no guess among lesser ones
    return same


def _match_moved(
    sides: tuple[Atlas, Atlas], removed: list[Place], added: list[Place]
) -> dict[str, Place]:
    """Return the places that are elsewhere and else the same: the old place by the new id."""
    if not removed or not added:
        return {}
    olds, news = (
        {_apart_from_where(place): place for place in _tell_apart(side, atlas)}
        for side, atlas in zip((removed, added), sides, strict=True)
    )
    return {news[key].presence.id: olds[key] for key in news if key in olds}


def _apart_from_where(place: Place) -> tuple[object, ...]:
    """Return all that a row says but for where it is."""
    return *APART_FROM_WHERE(place.presence), *sorted(place.presence.details.items())


def _tell_apart(places: list[Place], atlas: Atlas) -> Iterator[Place]:
    """Yield the places that are known by a name that no other of the list has, wherever they are.

    One that is called as its city and says no more may be another, in a city of the same name.
    """
    names = Counter(place.label for place in atlas.places)
    for place in places:
        presence = place.presence
        if presence.name is None or names[presence.name] > 1:
            continue
        cities = [atlas.dataset.tables.names["city", key] for key in presence.city]
        default = atlas.dataset.edition.metadata.default_language
        if presence.details or presence.name[default] not in {city[default] for city in cities}:
            yield place


def _group_by_rest(
    places: list[Place], rest: Callable[[Presence], object], settled: set[str]
) -> dict[object, list[Place]]:
    """Return the places that are not settled by the rest of their columns."""
    found: dict[object, list[Place]] = defaultdict(list)
    for place in places:
        if place.presence.id not in settled:
            found[rest(place.presence)].append(place)
    return found
