"""An organisation's own list: rows with columns of its own become presences where they can.

What the columns are called, the edition says (``[columns]``); a row that no place is known of is
left out, and reported with its reason.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from mapping.dataset.border_points import OFF_KM, country_of_namesake, neighbours_at
from mapping.dataset.countries import UNSTATED
from mapping.dataset.countries_at import countries_at
from mapping.dataset.names import Name
from mapping.dataset.own_columns import read_columns, shown_columns
from mapping.dataset.own_rows import RowReader
from mapping.dataset.place_problems import FAR_CITY, describe
from mapping.errors import Fault, describe_values, format_ranges, quote
from mapping.files.data_folder import EDITION_FILE, NAMES_FILE
from mapping.files.row_memory import recall
from mapping.i18n.localized import LANGUAGES
from mapping.tables.records import like
from mapping.tables.rows import read_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from mapping.dataset.boundaries import Boundaries
    from mapping.dataset.gazetteer import City
    from mapping.dataset.own_rows import RowDraft
    from mapping.dataset.place_finder import PlaceFinder
    from mapping.dataset.place_problems import Problem
    from mapping.dataset.presences import Presence
    from mapping.edition.edition import Edition
    from mapping.errors import FaultLog
    from mapping.files.row_memory import RowMemory
    from mapping.tables.rows import Row

FEW_NAMESAKES = 4  # that one message lists
ROW = "row"  # what messages call it, in whatever file
LEFT_OUT = "the row is left out"
NO_PLACE = "neither a country, a city nor a point is given"
NO_COUNTRY = (
    "the point is at sea, or in or near an area whose status is not determined: "
    "nothing is said of its country"
)
NEAR_A_BOUNDARY = f"within {OFF_KM} km of a boundary, and it may be drawn off by as much"
ADD_COUNTRIES = "name the country in the row where it is the other one, in a column of countries"
NAME_IT = "name the country in the row, if it is known"
IN_THE_COUNTRY = "the place is put inside its country: answer in [reading.cities] of edition.toml"
AT_ITS_POINT = "the place is put at its point, and its country is that of the point"
BY_ITS_POINT = "the place is put where its city or point is"
ADD_NAMES = "add it, or make another the default_language of edition.toml"
NO_CATEGORY = "add each to the `values` of a category of edition.toml, or make it a category"


@dataclass
class OwnList:
    """The rows that have a place, the cities they are in, and those left out with the reason."""

    presences: list[Presence] = field(default_factory=list)
    names: dict[tuple[str, str], Name] = field(default_factory=dict)
    left_out: list[Fault] = field(default_factory=list)


def read_own_list(  # noqa: PLR0913 (a list, all that it is read by, and what was read of it)
    path: Path,
    edition: Edition,
    finder: PlaceFinder,
    world: Boundaries | None,
    faults: FaultLog,
    *,
    memory: RowMemory | None = None,
) -> OwnList:
    """Read a list by the columns that the edition names.

    A value that is no category is a fault; whatever else is not known is a notice.
    """
    used = {*read_columns(edition).values(), *shown_columns(edition).values()}
    rows = read_rows(path, sorted(used), (), faults, note_others=False)
    reader = RowReader(edition, finder)
    stage = "drafts", *(rows[0].cells if rows else ())
    read = recall(memory, stage, rows, lambda new: map(reader.read, new), _all_of, put=_put)
    drafts = [*chain(*read)]
    _note_categories(drafts, faults)
    found = OwnList(names=_cities(drafts, edition, memory))
    hosts = _hosts(drafts, world, finder.countries.codes, faults)
    both = [*zip(drafts, hosts, strict=True)]
    placed = [(draft, host) for draft, host in both if host and draft.category]
    for presence, wrong in reader.presences(placed, memory):
        faults.faults += wrong
        if presence:
            found.presences.append(presence)
            if presence.country == UNSTATED:
                faults.add_notice(presence.file, presence.line, NO_COUNTRY, NAME_IT)
    _note_lent([draft for draft, _ in placed], reader, faults)
    found.left_out += [_left_out(draft) for draft, host in both if not host]
    _note_problems([draft for draft, host in both if host], faults)
    for one in found.left_out:
        faults.add_notice(one.file, one.line, one.wrong, one.remedy, one.column)
    return found


def _all_of(row: Row) -> tuple[object, ...]:
    """Return all that is read of a row, wherever it is."""
    return tuple(row.cells.values())


def _put(drafts: list[RowDraft], row: Row) -> list[RowDraft]:
    """Return a row that was read, on the line on which it is now."""
    if all(draft.row.line == row.line for draft in drafts):
        return drafts
    return [draft._replace(row=draft.row._replace(line=row.line)) for draft in drafts]


def _hosts(
    drafts: list[RowDraft], world: Boundaries | None, codes: Collection[str], faults: FaultLog
) -> list[str]:
    """Return the country of each row: that which it names, else that which its point is in.

    Where a point does not say it, that is `UNSTATED`.
    """
    hosts = [next(iter(draft.location.countries), "") for draft in drafts]
    missing = [n for n, host in enumerate(hosts) if not host and drafts[n].location.point]
    points = [drafts[n].location.point or (0.0, 0.0) for n in missing]
    areas = [""] * len(points)
    if world and points:
        areas = countries_at(world, points)
        _settle_borders([drafts[n] for n in missing], points, areas, world, faults)
    for number, area in zip(missing, areas, strict=True):
        hosts[number] = area if area in codes else UNSTATED
    return hosts


def _settle_borders(
    drafts: list[RowDraft],
    points: list[tuple[float, float]],
    areas: list[str],
    world: Boundaries,
    faults: FaultLog,
) -> None:
    """Put the country of a city there that has the name of the row; note the rows of no such name.

    Of points close to a boundary alone.
    """
    doubtful = []
    for number, other in sorted(neighbours_at(world, points, areas).items()):
        names = [text for key, text in drafts[number].cells.items() if key.startswith("name")]
        sides = (areas[number], other)
        if called := country_of_namesake(names, points[number], sides):
            areas[number] = called
        else:
            doubtful.append((drafts[number].row.line, "taken for {} and not {}".format(*sides)))
    if doubtful:
        what = f"{describe_values(doubtful, ROW)}: {NEAR_A_BOUNDARY}"
        faults.add_notice(drafts[0].row.file, doubtful[0][0], what, ADD_COUNTRIES)


def _left_out(draft: RowDraft) -> Fault:
    row, location = draft.row, draft.location
    problem = next(iter(location.problems), None)
    return Fault(row.file, row.line, LEFT_OUT, describe(problem) if problem else NO_PLACE)


def _cities(
    drafts: Iterable[RowDraft], edition: Edition, memory: RowMemory | None
) -> dict[tuple[str, str], Name]:
    """Return the cities of the gazetteer that rows are in, named as the first of them names it."""
    language = edition.metadata.default_language
    called: dict[str, tuple[City, str]] = {}
    for draft in drafts:
        for city, text in draft.location.called:
            called.setdefault(city.key, (city, text))
    listed = [one for one in called.values() if one[0].is_listed]
    names = recall(memory, "cities", listed, lambda new: _names(new, language), lambda one: one)
    return {("city", city.key): name for (city, _), name in zip(listed, names, strict=True)}


def _names(called: Iterable[tuple[City, str]], language: str) -> Iterator[Name]:
    kind = {
        "file": NAMES_FILE, "line": 0, "kind": "city", "key": "key", "country": "country",
        "latitude": 0, "longitude": 0, "note": "GeoNames", language: "name",
    }  # fmt: skip
    one = Name.model_validate(kind, context={"fallback": language})
    for city, text in called:
        yield like(
            one,
            key=city.key,
            country=city.country,
            latitude=city.latitude,
            longitude=city.longitude,
            **dict.fromkeys(LANGUAGES, text),
        )


def _note_categories(drafts: Iterable[RowDraft], faults: FaultLog) -> None:
    """Note the values that are no category, all of them in one fault."""
    unknown = [(draft.row.line, quote(draft.cells.get("category", ""))) for draft in drafts
               if not draft.category]  # fmt: skip
    if unknown:
        file = next(draft.row.file for draft in drafts if not draft.category)
        wrong = f"{describe_values(unknown, ROW)}: no categories of {EDITION_FILE}"
        faults.add(file, unknown[0][0], wrong, NO_CATEGORY, "category")


def _note_lent(drafts: Iterable[RowDraft], reader: RowReader, faults: FaultLog) -> None:
    """Note the rows whose name the default language lacks, and in which they are shown."""
    for code, lent in reader.lent(drafts).items():
        rows = f"{ROW}{'s' * (len(lent) > 1)} {format_ranges(draft.row.line for draft in lent)}"
        what = f"no name in {reader.language} in {rows}: that in {code} is shown"
        faults.add_notice(lent[0].row.file, lent[0].row.line, what, ADD_NAMES, "name")


def _note_problems(drafts: Iterable[RowDraft], faults: FaultLog) -> None:
    """Note what was not understood of rows that have a place all the same, once for each reason."""
    by_reason: dict[tuple[str, str, str], list[tuple[int, Problem]]] = {}
    for draft in drafts:
        for problem in draft.location.problems:
            key = (draft.row.file, problem.column, problem.why)
            by_reason.setdefault(key, []).append((draft.row.line, problem))
    for (file, column, why), found in by_reason.items():
        meanings = {quote(one.text): one.hint or _name_cities(one.cities) for _, one in found}
        values = [(line, quote(problem.text)) for line, problem in found]
        what = f"{describe_values(values, ROW, meanings)}: {why}"
        meaning = IN_THE_COUNTRY if column == "city" else BY_ITS_POINT
        meaning = AT_ITS_POINT if why == FAR_CITY else meaning
        faults.add_notice(file, values[0][0], what, meaning, column)


def _name_cities(cities: tuple[City, ...]) -> str:
    """Return what a text may mean, with the keys that an answer gives."""
    return " or ".join(f"{city.key} in {_where(city)}" for city in cities[:FEW_NAMESAKES])


def _where(city: City) -> str:
    return ", ".join(filter(None, (city.province.rpartition("|")[2], city.country)))
