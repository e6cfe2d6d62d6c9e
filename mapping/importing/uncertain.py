"""What a list writes for a country or a city that is not certain: found, likely, and answered."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from mapping.dataset.cell_parts import is_given
from mapping.dataset.countries import UNSTATED
from mapping.dataset.gazetteer import likely
from mapping.dataset.place_finder import PlaceFinder
from mapping.edition.edition import ListReading
from mapping.errors import Fault, format_ranges, quote
from mapping.files.data_folder import EDITION_FILE, PRESENCES_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mapping.dataset.country_index import CountryIndex
    from mapping.dataset.place_finder import Location
    from mapping.dataset.place_problems import Problem
    from mapping.importing.any_file import RawList

PLACED_BY = ("country", "city", "province", "latitude", "longitude", "position")
NONE = "none"  # the answer that no country or city is meant, or that it is not known which
HEADER_LINES = 1
SEVERAL_IN = ("city", "country")
FEW = 3  # texts that one question names
SEVERAL = 2  # rows from which on the country of a list's other rows says something
CLEARLY_MORE = 10  # times as many rows as in all other countries


class Uncertain(NamedTuple):
    """A text in some rows, in the column of countries or of cities, that may mean several or none.

    `asked` is its key among the answers of an edition. `meanings` are what it may mean, what is
    shown by what is kept: codes of countries, numbers of the gazetteer. `likely` is what is shown
    of that which is meant in all likelihood, empty where there is none.
    """

    column: str
    asked: str
    lines: tuple[int, ...]
    meanings: Mapping[str, str]
    likely: str

    @property
    def where(self) -> str:
        """The text and the rows that have it."""
        word = "rows" if len(self.lines) > 1 else "row"
        return f"{quote(self.asked)} ({word} {format_ranges(self.lines)})"


def find_uncertain(
    raw: RawList, columns: Mapping[str, str], countries: CountryIndex, country: str = ""
) -> list[Uncertain]:
    """Return what is not certain in a list, each text once, that of most rows first.

    `country` is the code of that which all rows are in that name none.
    """
    found: dict[tuple[str, str], tuple[Problem, list[int]]] = {}
    certain = Counter[str]()
    finder = PlaceFinder(countries, (), ListReading(country=country))
    for line, cells in enumerate(_placing_cells(raw, columns), 1 + HEADER_LINES):
        for location in _locations(finder, cells):
            certain.update(location.countries[:1] or [UNSTATED] * bool(location.point))
            for problem in _open_problems(location):
                _, lines = found.setdefault((problem.column, problem.asked), (problem, []))
                lines.append(line)
    listed = sorted(found.values(), key=lambda one: -len(one[1]))
    usual = _usual_country(certain)
    return [_describe(problem, lines, countries, usual) for problem, lines in listed]


def _usual_country(certain: Counter[str]) -> str:
    """Return the country that all rows are in, but for a tenth of them at most; else nothing."""
    [(country, rows)] = certain.most_common(1) or [("", 0)]
    others = certain.total() - rows
    return country if rows >= max(SEVERAL, CLEARLY_MORE * others) else ""


def names_several(raw: RawList, columns: Mapping[str, str], countries: CountryIndex) -> bool:
    """Whether a row without a point of its own names several cities or countries."""
    finder = PlaceFinder(countries, (), ListReading())
    return any(
        finder.parts(column, cells)
        for cells in _placing_cells(raw, columns)
        if not any(is_given(cells.get(key, "")) for key in ("latitude", "position"))
        for column in SEVERAL_IN
    )


def _placing_cells(raw: RawList, columns: Mapping[str, str]) -> Iterator[dict[str, str]]:
    places = {key: raw.columns.index(columns[key]) for key in PLACED_BY if key in columns}
    for row in raw.rows:
        yield {key: row[place] for key, place in places.items()}


def _locations(finder: PlaceFinder, cells: Mapping[str, str]) -> Iterator[Location]:
    """Yield where each of the places is that a row names."""
    several = ((column, finder.parts(column, cells)) for column in SEVERAL_IN)
    column, parts = next(((one, found) for one, found in several if found), ("", []))
    for part in parts or [""]:
        yield finder.locate({**cells, column: part} if column else cells)


def _open_problems(location: Location) -> list[Problem]:
    """Return what is not certain of a place: its country, else which of namesakes it is in."""
    countries = [one for one in location.problems if one.column == "country"]
    return countries or [one for one in location.problems if one.cities]


def _describe(problem: Problem, lines: list[int], countries: CountryIndex, usual: str) -> Uncertain:
    """Return an uncertain text; `usual` is the country that the rows are in that are certain."""
    if problem.column == "city":
        meanings = {str(city): city.key for city in problem.cities}
        within = [city for city in problem.cities if city.country == usual]
        first = likely(within or [*problem.cities])
        return Uncertain("city", problem.asked, tuple(lines), meanings, str(first or ""))
    meanings = {name: code for code, name in countries.shown_names.items()}
    near = countries.keys_named(countries.closest(problem.text) or "")
    name = countries.shown_names[next(iter(near))] if len(near) == 1 else ""
    return Uncertain("country", problem.asked, tuple(lines), meanings, name)


def summarize(found: list[Uncertain]) -> str:
    """Return the first of what is not certain, and how many more there are."""
    more = f" and {len(found) - FEW} more" if len(found) > FEW else ""
    return ", ".join(one.where for one in found[:FEW]) + more


def note_taken(one: Uncertain, meaning: str) -> Fault:
    """Return the note that a text was taken for what is likely."""
    table = "cities" if one.column == "city" else "countries"
    what = f"{one.where} is taken for {meaning}, which is likely and not certain"
    remedy = f"change it in [reading.{table}] of {EDITION_FILE} where it is another"
    return Fault(PRESENCES_FILE, one.lines[0], what, remedy, one.column)
