"""Where a row of an organisation's own list is: by its point, its city or its country."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mapping.dataset.gazetteer import read_gazetteer
from mapping.errors import quote
from mapping.i18n.localized import LANGUAGES
from mapping.suggestions.name_index import fold
from mapping.tables.cells import strip_invisible
from mapping.tables.coordinates import EAST, NORTH, parse_angle, parse_position

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapping.dataset.country_index import CountryIndex
    from mapping.dataset.gazetteer import City
    from mapping.dataset.names import Name
    from mapping.edition.edition import ListReading

    Point = tuple[float, float]  # latitude, longitude: WGS 84 degrees

SEPARATORS = re.compile(r"\s*[;,/|\r\n،、，；]+\s*|\s+(?:and|et|y|и|و|&|\+)\s+")
# What people and programs write into an empty cell. NA is not among them: it is Namibia's code.
NOTHING = frozenset(
    {"", "-", "--", "–", "—", "?", "n/a", "#n/a", "nan", "none", "null", "nil", "tbd"}
)
FEW_NAMESAKES = 4  # that one message lists


class Problem(NamedTuple):
    """A text that no place is known by: its column, the text, and why not."""

    column: str
    text: str
    why: str


class Location(NamedTuple):
    """Where a row is: alpha-3 codes, its host first; cities by key; its own point.

    Any of them may be missing; `problems` say why, where the row names something.
    """

    countries: tuple[str, ...]
    cities: tuple[str, ...]
    point: Point | None
    problems: tuple[Problem, ...]


class PlaceFinder:
    """Finds the places of rows; `cities` are those of the gazetteer that were found, as written."""

    def __init__(
        self, countries: CountryIndex, names: Iterable[Name], reading: ListReading
    ) -> None:
        """Take what may be written for countries and cities, and what was answered."""
        self.countries = countries
        self._known_countries = {fold(text): code for text, code in reading.countries.items()}
        self._known_cities = {fold(text): key for text, key in reading.cities.items()}
        self._own_cities = {
            (fold(text), name.country): name.key
            for name in names
            if name.kind == "city"
            for text in (name.key, *(name[code] for code in LANGUAGES))
        }
        self.cities: dict[str, tuple[City, str]] = {}
        self._codes: dict[str, str | None] = {}
        self._found_cities: dict[tuple[str, str, str], str | list[City]] = {}

    def locate(self, cells: Mapping[str, str]) -> Location:
        """Return where a row is; `cells` go by the names that this program has for columns."""
        problems: list[Problem] = []
        point = _point(cells, problems)
        countries = self._find_countries(cells.get("country", ""), problems)
        province = _given(cells, "province")
        cities = self._find_cities(_given(cells, "city"), countries, province, problems)
        if cities and not countries:
            countries = tuple(self.cities[key][0].country for key in cities[:1])
        return Location(countries, cities, point, tuple(problems))

    def knows(self, column: str, cells: Mapping[str, str]) -> bool:
        """Whether a cell that could be parted is the name of one country or city as a whole."""
        text = cells.get(column, "")
        if column == "country":
            return self._country(text) is not None
        codes = self._find_countries(cells.get("country", ""), [])
        return isinstance(
            self._city(text, codes[0] if codes else "", _given(cells, "province")), str
        )

    def _find_countries(self, text: str, problems: list[Problem]) -> tuple[str, ...]:
        """Return the countries that a cell names; all of them, or none where one is unknown."""
        for parts in ([text], split(text)) if is_given(text) else ():
            codes = [self._country(part) for part in parts]
            if all(codes):
                return tuple(dict.fromkeys(filter(None, codes)))
        if is_given(text) and self._known_countries.get(fold(text)) != "":
            why = self.countries.suggest(text, "write its ISO 3166-1 alpha-3 code")
            problems.append(Problem("country", text, why))
        return ()

    def _country(self, text: str) -> str | None:
        """Return the country that a text means for certain, each text looked up once."""
        if text not in self._codes:
            self._codes[text] = self._look_up_country(text)
        return self._codes[text]

    def _look_up_country(self, text: str) -> str | None:
        answered = self._known_countries.get(fold(text))
        named = self.countries.keys_named(text) if answered is None else {answered}
        return next(iter(named)) if len(named) == 1 else None

    def _find_cities(
        self, text: str, countries: tuple[str, ...], province: str, problems: list[Problem]
    ) -> tuple[str, ...]:
        """Return the cities that a cell names, one or several; all of them, or none."""
        if not text:
            return ()
        country = countries[0] if countries else ""
        whole = self._city(text, country, province)
        if isinstance(whole, str):
            return (whole,)
        parts = [self._city(part, country, province) for part in split(text)]
        keys = [part for part in parts if isinstance(part, str)]
        if keys and len(keys) == len(parts):
            return tuple(dict.fromkeys(keys))
        problems.append(Problem("city", text, _namesakes(whole)))
        return ()

    def _city(self, text: str, country: str, province: str) -> str | list[City]:
        """Return the key of a city, or the namesakes, or nobody; each text is looked up once."""
        asked = text, country, province
        if asked not in self._found_cities:
            self._found_cities[asked] = self._look_up_city(*asked)
        return self._found_cities[asked]

    def _look_up_city(self, text: str, country: str, province: str) -> str | list[City]:
        own = self._own_cities.get((fold(text), country))
        if own:
            return own
        gazetteer = read_gazetteer()
        answered = self._known_cities.get(fold(f"{text}, {country}"))
        answer = gazetteer.by_key.get(answered or "")
        found = [answer] if answer else gazetteer.find(text, country, province)
        if len(found) != 1:
            return found
        self.cities.setdefault(found[0].key, (found[0], text))
        return found[0].key


def split(text: str) -> list[str]:
    """Return the parts of a cell that names several things."""
    return [part for part in map(strip_invisible, SEPARATORS.split(text)) if is_given(part)]


def _point(cells: Mapping[str, str], problems: list[Problem]) -> Point | None:
    """Return the point that a row gives, in two columns or in one; 0, 0 is none."""
    north, east, both = (_given(cells, column) for column in ("latitude", "longitude", "position"))
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


def _namesakes(found: list[City]) -> str:
    """Return why a text is not certain to mean one city."""
    if not found:
        return "the gazetteer has no such city"
    named = [
        f"{one.key} in {', '.join(filter(None, (one.province.rpartition('|')[2], one.country)))}"
        for one in found[:FEW_NAMESAKES]
    ]
    return f"it may be {' or '.join(named)}"


def _given(cells: Mapping[str, str], column: str) -> str:
    text = cells.get(column, "")
    return text if is_given(text) and text != "NA" else ""


def is_given(text: str) -> bool:
    """Whether a cell says anything: people write dashes and programs words where nothing is."""
    return text.strip().casefold() not in NOTHING


def describe(problem: Problem) -> str:
    """Return what is wrong with a text, for a message."""
    return f"{problem.column}: {quote(problem.text)}: {problem.why}"
