"""Checks within the list: rows that are one presence, evidence without its document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.dataset.presences import REPORT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.dataset.presences import Presence
    from mapping.dataset.reading import ReadResult
    from mapping.errors import FaultLog

Where = tuple[object, ...]


def check_consistency(read: ReadResult, faults: FaultLog) -> None:
    """Note presences that are there twice, cite too little, or have the id of another country."""
    tables = read.tables
    if read.edition and read.edition.is_own_list:
        return  # what its rows have in common, and what they are known from, is its own affair
    _check_duplicates(tables.presences, faults)
    source = read.edition.source if read.edition else None
    report = source.id if source else ""
    for presence in tables.presences:
        for wrong, remedy in _find_uncited(presence, report) if report else ():
            faults.add(presence.file, presence.line, wrong, remedy, "sources")
        about = presence.id.partition("-")[0].upper()
        named = {presence.country, *presence.serves}
        known = presence.country in tables.countries
        if known and about in tables.countries and about not in named:
            what = f"'{presence.id}' begins with the code of {about}, which the row does not name"
            meaning = "correct the id of a new row; keep one that is already published"
            faults.add_notice(presence.file, presence.line, what, meaning, "id")


def _find_uncited(presence: Presence, report: str) -> Iterator[tuple[str, str]]:
    if presence.evidence == REPORT and report not in presence.sources:
        yield f"evidence is report, and {report} is not among the sources", f"add {report}"
    if presence.evidence != REPORT and set(presence.sources) == {report}:
        wrong = f"evidence is {presence.evidence}, and {report} alone is cited"
        yield wrong, "cite the document that names the presence"


def _check_duplicates(presences: list[Presence], faults: FaultLog) -> None:
    """Note rows with the same host, category, mission and area served.

    Two of them can be two presences all the same where each has its own place: other cities,
    or other coordinates.
    """
    seen: dict[Where, dict[Where, Presence]] = {}
    for presence in presences:
        served = frozenset(presence.serves)
        key = (presence.country, presence.category, presence.mission, served)
        earlier = seen.setdefault(key, {})
        where = _where(presence)
        twin = earlier.get(where) or earlier.get(())
        if twin is None and not where:
            twin = next(iter(earlier.values()), None)
        if twin is None:
            earlier[where] = presence
            continue
        wrong = (
            f"'{presence.id}' is the presence of line {twin.line}, '{twin.id}', over again: "
            f"{presence.category} in {presence.country}"
        )
        remedy = "remove one of the two, or distinguish them by mission, serves or city"
        faults.add(presence.file, presence.line, wrong, remedy)


def _where(presence: Presence) -> Where:
    if presence.latitude is not None:
        return (presence.latitude, presence.longitude)
    return presence.city
