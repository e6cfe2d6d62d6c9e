"""Checks between the tables: every key that one names must exist in another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapping.dataset.countries import UNSTATED
from mapping.dataset.labels import list_placeholders
from mapping.dataset.presences import Presence
from mapping.dataset.vocabulary import build_vocabulary
from mapping.errors import quote
from mapping.files.data_folder import EDITION_FILE
from mapping.files.row_memory import recall
from mapping.i18n.localized import placeholders
from mapping.tables.records import columns_of, remedy_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mapping.dataset.reading import Dataset, ReadResult
    from mapping.dataset.tables import Tables
    from mapping.dataset.vocabulary import KeySet, Vocabulary
    from mapping.edition.edition import Edition
    from mapping.errors import FaultLog
    from mapping.files.row_memory import RowMemory

    Check = Callable[[Presence, Vocabulary], Iterator["Problem"]]


COUNTRY = "write the city's ISO 3166-1 alpha-3 code"
ADD_CATEGORY = f"add it to {EDITION_FILE}"
REGION = "name a group of names.csv: a host needs its region"


class Problem(NamedTuple):
    """What is wrong in one column of a row, what to do about it, and which key is unknown."""

    column: str
    wrong: str
    remedy: str
    unknown: str = ""

    def report(self, faults: FaultLog, file: str, line: int) -> None:
        """Add it to the faults, as one of a row."""
        faults.add(
            file, line, self.wrong, self.remedy, self.column,
            cause="reference", unknown=self.unknown,
        )  # fmt: skip


def check_references(
    read: ReadResult, faults: FaultLog, memory: RowMemory | None = None
) -> list[Presence]:
    """Note every key of the list that is unknown, and return the presences whose keys all exist.

    What needs an edition or a map is not checked where it could not be read; without both, no
    presence is returned.
    """
    vocabulary = build_vocabulary(read.tables, read.edition, faults)
    _check_names(read.tables, vocabulary, faults)
    return _valid_presences(read, vocabulary, faults, _keys, memory)


def check_for_comparison(read: ReadResult, faults: FaultLog) -> list[Presence]:
    """Note what keeps a presence from a name and a place; return the presences that have both.

    Enough to compare a list with another: unknown footnotes and sources are passed over.
    """
    return _valid_presences(
        read, build_vocabulary(read.tables, read.edition, faults), faults, _names
    )


def check_joined(tables: Tables, joined: Iterable[Presence], faults: FaultLog) -> None:
    """Note each presence that would be left out of the map though no fault says why."""
    there = {presence.id for presence in joined}
    for presence in () if faults.faults else tables.presences:
        if presence.id not in there:
            wrong = f"'{presence.id}' would be left out of the map, and no other fault says why"
            remedy = (
                "compare the row with its neighbours, and report this as a fault of the program"
            )
            faults.add(presence.file, presence.line, wrong, remedy)


def _valid_presences(
    read: ReadResult,
    vocabulary: Vocabulary,
    faults: FaultLog,
    check: Check,
    memory: RowMemory | None = None,
) -> list[Presence]:
    found = dict[object, tuple[list[Problem], bool]]()

    def judge(new: list[Presence]) -> Iterator[tuple[list[Problem], bool]]:
        for presence in new:
            keys = _keys_of(presence, vocabulary.city)
            if keys not in found:
                found[keys] = _judge(presence, read, vocabulary, check)
            yield found[keys]

    presences, valid = read.tables.presences, []
    judged = recall(memory, check.__name__, presences, judge)
    for presence, (problems, is_complete) in zip(presences, judged, strict=True):
        for problem in problems:
            problem.report(faults, presence.file, presence.line)
        if is_complete and not problems:
            valid.append(presence)
    return valid


def _judge(
    presence: Presence, read: ReadResult, vocabulary: Vocabulary, check: Check
) -> tuple[list[Problem], bool]:
    """Return what is wrong with the keys of a presence, and whether it can be named."""
    problems = list(check(presence, vocabulary))
    if read.dataset:
        problems += _area(presence, read.dataset)
    if read.edition:
        problems = problems or list(_pattern(presence, read.edition))
    complete = read.dataset and _has_label_parts(presence, read.dataset, vocabulary)
    return problems, bool(complete)


def _keys_of(presence: Presence, cities: KeySet) -> tuple[object, ...]:
    """Return all that the checks look at: of a long list, many rows have the same.

    Of cities that are known, it is whether there are any.
    """
    are_known = cities.keys.issuperset(presence.city)
    return (
        presence.country, presence.serves, presence.category, presence.label,
        bool(presence.city) if are_known else presence.city,
        presence.mission, presence.footnotes, presence.sources, presence.name is None,
    )  # fmt: skip


def _check_names(tables: Tables, vocabulary: Vocabulary, faults: FaultLog) -> None:
    hosts = {presence.country for presence in tables.presences}
    for country in tables.countries.values():
        if country.region or country.code in hosts:
            for problem in _unknown("region", [country.region], vocabulary.group, REGION):
                problem.report(faults, country.file, country.line)
    for name in tables.names.values():
        for problem in _unknown(
            "country", filter(None, [name.country]), vocabulary.country, COUNTRY
        ):
            problem.report(faults, name.file, name.line)


def _keys(presence: Presence, vocabulary: Vocabulary) -> Iterator[Problem]:
    yield from _names(presence, vocabulary)
    yield from _unknown("footnotes", presence.footnotes, vocabulary.footnote)
    yield from _unknown("sources", presence.sources, vocabulary.source)


def _names(presence: Presence, vocabulary: Vocabulary) -> Iterator[Problem]:
    yield from _unknown("country", [presence.country], vocabulary.country)
    yield from _unknown("serves", presence.serves, vocabulary.served)
    yield from _unknown("category", [presence.category], vocabulary.category, or_else=ADD_CATEGORY)
    yield from _unknown("label", filter(None, [presence.label]), vocabulary.label)
    yield from _unknown("city", presence.city, vocabulary.city)
    yield from _unknown("mission", filter(None, [presence.mission]), vocabulary.mission)


def _unknown(
    column: str, keys: Iterable[str], key_set: KeySet, otherwise: str = "", or_else: str = ""
) -> Iterator[Problem]:
    """Yield a problem for each unknown key.

    `otherwise` is the remedy where no key is near, `or_else` another one beside it.
    """
    for key in keys:
        if key_set.is_unknown(key):  # as hardly any of a long list are
            wrong = f"{quote(key)} is unknown" if key else "the cell is empty"
            remedy = otherwise or remedy_of(columns_of(Presence)[column])
            yield Problem(column, wrong, key_set.names.suggest(key, remedy, or_else), key)


def _area(presence: Presence, dataset: Dataset) -> Iterator[Problem]:
    country = dataset.tables.countries.get(presence.country)
    if presence.country == UNSTATED:
        return
    if country and country.area_code not in dataset.boundaries.areas:
        wrong = f"{country.code} has no area on the map"
        yield Problem("country", wrong, "give its area in countries.csv")


def _has_label_parts(presence: Presence, dataset: Dataset, vocabulary: Vocabulary) -> bool:
    """Whether each language's label can be composed; where not, a fault is noted already."""
    edition = dataset.edition
    pattern = edition.patterns.get(edition.find_pattern_key(presence.label, presence.category))
    found: list[set[str] | None] = [None]
    if presence.name:
        found = []
    elif pattern:
        found = [placeholders(pattern[language]) for language in dataset.languages]
    named = [("city", city) for city in presence.city]
    named += [("mission", presence.mission)] if presence.mission else []
    return (
        all(one is not None and one <= list_placeholders(presence) for one in found)
        and presence.country in dataset.tables.countries
        and all(key in dataset.tables.names for key in named)
        and vocabulary.served.keys.issuperset(presence.serves)
    )


def _pattern(presence: Presence, edition: Edition) -> Iterator[Problem]:
    key = edition.find_pattern_key(presence.label, presence.category)
    pattern = None if presence.name else edition.patterns.get(key)
    wanted = placeholders(pattern[edition.metadata.reference]) if pattern else None
    missing = sorted((wanted or set()) - list_placeholders(presence))
    if missing:
        yield Problem(
            "label",
            f"'{key}' needs a {' and a '.join(missing)}",
            "fill in the column (region: serves), or name another label",
        )
