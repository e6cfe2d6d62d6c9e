"""Where a row of an organisation's own list is: by its point, its city or its country."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from mapping.dataset.cell_parts import is_given, pieces_of, split
from mapping.dataset.city_finder import CityFinder
from mapping.dataset.place_problems import UNKNOWN_COUNTRY, Problem
from mapping.suggestions.name_index import did_you_mean, fold
from mapping.tables.coordinates import EAST, NORTH, parse_angle, parse_position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from mapping.dataset.city_finder import Point
    from mapping.dataset.country_index import CountryIndex
    from mapping.dataset.gazetteer import City
    from mapping.dataset.names import Name
    from mapping.edition.edition import ListReading

SEVERAL = 2  # things from which on a cell names several


class Location(NamedTuple):
    """Where a row is: alpha-3 codes, its host first; cities as it calls them; its own point.

    Any of them may be missing; `problems` say why, where the row names something.
    """

    countries: tuple[str, ...]
    called: tuple[tuple[City, str], ...]
    point: Point | None
    problems: tuple[Problem, ...]

    @property
    def cities(self) -> tuple[str, ...]:
        """The cities by key."""
        return tuple(city.key for city, _ in self.called)


class PlaceFinder:
    """Finds the places of rows, each from what the row says alone."""

    def __init__(
        self, countries: CountryIndex, names: Iterable[Name], reading: ListReading
    ) -> None:
        """Take what may be written for countries and cities, and what was answered."""
        self.countries = countries
        self._known_countries = {fold(text): code for text, code in reading.countries.items()}
        self._country_of_all = reading.country
        self._codes: dict[str, str | None] = {}
        self._named_countries: dict[str, tuple[tuple[str, ...], Problem | None]] = {}
        self._city_finder = CityFinder(names, reading.cities, self._country)

    def locate(self, cells: Mapping[str, str]) -> Location:
        """Return where a row is; `cells` go by the names that this program has for columns."""
        problems: list[Problem] = []
        point = _point(cells, problems)
        countries = self._find_countries(self._country_text(cells), problems)
        text, province = _read_cell(cells, "city"), _read_cell(cells, "province")
        host = next(iter(countries), "")
        cities = self._city_finder.find(text, host, province, point, problems)
        if cities and not countries:
            countries = tuple(city.country for city, _ in cities[:1])
        elif shared := _country_of_namesakes(problems) if not countries and not point else "":
            countries = (shared,)
        elif text and not countries and not point:
            countries = tuple(filter(None, [self._city_finder.stated_country(text)]))
        return Location(countries, cities, point, tuple(problems))

    def parts(self, column: str, cells: Mapping[str, str]) -> list[str]:
        """Return the several countries or cities that a cell names; none where it names one."""
        text = cells.get(column, "")
        if len(split(text)) < SEVERAL:
            return []
        known = self._knower(column, cells)
        if known(text):
            return []
        pieces = pieces_of(text, known)
        # The cities that each piece may mean, or the letters of the code of its country.
        meant = [tuple(found) for piece in pieces if (found := known(piece))]
        is_whole = column == "country" or self._city_finder.stated_country(text)
        is_known = len(meant) == len(pieces) or not is_whole
        return pieces if is_known and len(set(meant)) >= SEVERAL else []

    def _knower(
        self, column: str, cells: Mapping[str, str]
    ) -> Callable[[str], Sequence[object] | None]:
        """Return what tells whether a text is known in a column of a row."""
        if column == "country":
            return self._country
        codes = self._find_countries(self._country_text(cells), [])
        country, province = next(iter(codes), ""), _read_cell(cells, "province")
        return partial(self._city_finder.cities, country=country, province=province)

    def _country_text(self, cells: Mapping[str, str]) -> str:
        """Return what a row has as its country, else what was answered for all that have none."""
        text = cells.get("country", "")
        return text if not self._country_of_all or is_given(text) else self._country_of_all

    def _find_countries(self, text: str, problems: list[Problem]) -> tuple[str, ...]:
        """Return the countries that a cell names; all of them, or none where one is unknown.

        Each text is looked up once.
        """
        if text not in self._named_countries:
            self._named_countries[text] = self._look_up_countries(text)
        countries, problem = self._named_countries[text]
        if problem:
            problems.append(problem)
        return countries

    def _look_up_countries(self, text: str) -> tuple[tuple[str, ...], Problem | None]:
        for parts in ([text], pieces_of(text, self._country)) if is_given(text) else ():
            codes = [self._country(part) for part in parts]
            if all(codes):
                return tuple(dict.fromkeys(filter(None, codes))), None
        if not is_given(text) or self._known_countries.get(fold(text)) == "":
            return (), None
        near = self.countries.closest(text)
        hint = did_you_mean(near) if near else ""
        return (), Problem("country", text, UNKNOWN_COUNTRY, asked=text, hint=hint)

    def _country(self, text: str) -> str | None:
        """Return the country that a text means for certain, each text looked up once."""
        if text not in self._codes:
            self._codes[text] = self._look_up_country(text)
        return self._codes[text]

    def _look_up_country(self, text: str) -> str | None:
        answered = self._known_countries.get(fold(text))
        named = self.countries.keys_named(text) if answered is None else {answered}
        return next(iter(named)) if len(named) == 1 else None


def _country_of_namesakes(problems: Iterable[Problem]) -> str:
    """Return the country of cities that one text may mean, where all of them are in one."""
    found = {city.country for one in problems for city in one.cities}
    return found.pop() if len(found) == 1 else ""


def _point(cells: Mapping[str, str], problems: list[Problem]) -> Point | None:
    """Return the point that a row gives, in two columns or in one; 0, 0 is none."""
    north, east, both = (
        _read_cell(cells, column) for column in ("latitude", "longitude", "position")
    )
    try:
        if both:
            return parse_position(both)
        latitude, longitude = parse_angle(north, NORTH), parse_angle(east, EAST)
    except ValueError as error:
        column = "position" if both else "latitude"
        problems.append(Problem(column, both or f"{north}, {east}", str(error)))
        return None
    if latitude is None or longitude is None:
        return None
    return (latitude, longitude) if latitude or longitude else None


def _read_cell(cells: Mapping[str, str], column: str) -> str:
    text = cells.get(column, "")
    return text if text and text != "NA" and is_given(text) else ""
