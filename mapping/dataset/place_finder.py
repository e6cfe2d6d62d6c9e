"""Where a row of an organisation's own list is: by its point, its city or its country."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from mapping.dataset.cell_parts import address, is_given, pieces_of, split
from mapping.dataset.gazetteer import City, read_gazetteer
from mapping.errors import quote
from mapping.geo.projection import distance_km
from mapping.i18n.localized import LANGUAGES
from mapping.suggestions.name_index import did_you_mean, fold
from mapping.tables.coordinates import EAST, NORTH, parse_angle, parse_position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mapping.dataset.country_index import CountryIndex
    from mapping.dataset.names import Name
    from mapping.edition.edition import ListReading

    Point = tuple[float, float]  # latitude, longitude: WGS 84 degrees

SEVERAL = 2  # things from which on a cell names several
NEAR_KM = 100  # within which a row's own point tells a city from its namesakes
UNKNOWN_COUNTRY = "no country is known by this name for certain"
UNKNOWN_CITY = "the gazetteer has no such city"
FAR_CITY = f"no city of this name is within {NEAR_KM} km of the point"
NAMESAKES = "several cities have the name"


class Problem(NamedTuple):
    """A text that no place is known by: its column, the text, and why not.

    `cities` are those that it may mean; `asked` is the text with what else the row says of it;
    `hint` what may have been intended.
    """

    column: str
    text: str
    why: str
    cities: tuple[City, ...] = ()
    asked: str = ""
    hint: str = ""


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
        listed = [name for name in names if name.kind == "city"]
        self.countries = countries
        self._known_countries = {fold(text): code for text, code in reading.countries.items()}
        self._known_cities = {fold(text): key for text, key in reading.cities.items()}
        self._own_cities = {
            (fold(text), name.country): _as_city(name)
            for name in listed
            for text in (name.key, *(name[code] for code in LANGUAGES))
        }
        self._country_of_all = reading.country
        self._calls: dict[str, str] = {}
        self._codes: dict[str, str | None] = {}
        self._named_countries: dict[str, tuple[tuple[str, ...], Problem | None]] = {}
        self._found_cities: dict[tuple[str, str, str], list[City]] = {}

    def locate(self, cells: Mapping[str, str]) -> Location:
        """Return where a row is; `cells` go by the names that this program has for columns."""
        problems: list[Problem] = []
        point = _point(cells, problems)
        countries = self._find_countries(self._country_text(cells), problems)
        text, province = _read_cell(cells, "city"), _read_cell(cells, "province")
        cities = self._find_cities(text, next(iter(countries), ""), province, point, problems)
        if cities and not countries:
            countries = tuple(city.country for city, _ in cities[:1])
        elif shared := _country_of_namesakes(problems) if not countries and not point else "":
            countries = (shared,)
        elif text and not countries and not point:
            countries = tuple(filter(None, [self._country_at_the_end(text)[0]]))
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
        is_whole = column == "country" or self._country_at_the_end(text)[0]
        least = len(pieces) if is_whole else SEVERAL
        return pieces if sum(map(bool, map(known, pieces))) >= max(least, SEVERAL) else []

    def _knower(self, column: str, cells: Mapping[str, str]) -> Callable[[str], object]:
        """Return what tells whether a text is known in a column of a row."""
        if column == "country":
            return self._country
        codes = self._find_countries(self._country_text(cells), [])
        country, province = next(iter(codes), ""), _read_cell(cells, "province")
        return partial(self._city, country=country, province=province)

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

    def _find_cities(
        self, text: str, country: str, province: str, point: Point | None, problems: list[Problem]
    ) -> tuple[tuple[City, str], ...]:
        """Return the cities that a cell names, and how, one or several; all of them, or none."""
        if not text:
            return ()
        whole = self._city(text, country, province)
        free = point if not country else None  # the point alone says where the row is
        if len(whole) == 1 and not free:  # as in most rows of a long list
            return ((whole[0], self._call(text)),)
        parts, known = ([text], [whole]) if whole else self._parts(text, country, province)
        found = [_only(one, point) for one in known]
        is_far = free and any(one and not _near(one, free) for one in known)
        if found and all(found) and not is_far:
            called = dict[str, tuple[City, str]]()
            for part, city in zip(parts, filter(None, found), strict=True):
                called.setdefault(city.key, (city, self._call(part)))
            return tuple(called.values())
        asked = ", ".join(filter(None, (text, province, country)))
        if is_far:
            problems.append(Problem("city", text, FAR_CITY, asked=asked))
        elif not point and self._known_cities.get(fold(asked)) != "":
            namesakes = tuple(next((one for one in known if len(one) > 1), []))
            why = NAMESAKES if namesakes else UNKNOWN_CITY
            problems.append(Problem("city", text, why, namesakes, asked))
        return ()

    def _parts(self, text: str, country: str, province: str) -> tuple[list[str], list[list[City]]]:
        """Return the parts of a text, and the cities that each may mean."""
        within = country or self._country_at_the_end(text)[0]
        parts = split(text)
        known = [self._city(one, within, province) for one in parts]
        if not all(known) and sum(map(bool, known)) == 1:  # an address, with one city in it
            parts = [part for part, cities in zip(parts, known, strict=True) if cities]
            known = [*filter(None, known)]
        return parts, known

    def _call(self, text: str) -> str:
        """Return what a text calls a city, without its province and country."""
        if text not in self._calls:
            self._calls[text] = next(iter(address(text)), text)
        return self._calls[text]

    def _city(self, text: str, country: str, province: str) -> list[City]:
        """Return the city that a text means, or its namesakes; each text is looked up once."""
        asked = text, country, province
        if asked not in self._found_cities:
            self._found_cities[asked] = self._look_up_city(*asked)
        return self._found_cities[asked]

    def _look_up_city(self, text: str, country: str, province: str) -> list[City]:
        own = self._own_cities.get((fold(text), country))
        if own:
            return [own]
        for said in ((text, province, country), (text, country)):
            answered = self._known_cities.get(fold(", ".join(filter(None, said))))
            if answered is not None:
                return [read_gazetteer().by_key[answered]] if answered else []
        return read_gazetteer().find(text, country, province) or self._by_address(text, country)

    def _by_address(self, text: str, country: str) -> list[City]:
        """Return the cities that the first part of a text may mean, which the others are around."""
        name, *around = address(text) or [text]
        end, length = self._country_at_the_end(text)
        readings = [(country, around)] if around else []
        if end and country in {"", end}:
            readings.append((end, around[:-length]))
        found = [
            city
            for within, provinces in readings
            for city in read_gazetteer().find(name, within)
            if not provinces or any(map(city.is_in, provinces))
        ]
        return sorted(set(found), key=lambda one: -one.thousands)

    def _country_at_the_end(self, text: str) -> tuple[str, int]:
        """Return the country that the last parts of a text name, and how many they are."""
        _, *around = address(text) or [text]
        for length in range(len(around), 0, -1):
            code = self._country(", ".join(around[-length:]))
            if code:
                return code, length
        return "", 0


def _country_of_namesakes(problems: Iterable[Problem]) -> str:
    """Return the country of cities that one text may mean, where all of them are in one."""
    found = {city.country for one in problems for city in one.cities}
    return found.pop() if len(found) == 1 else ""


def _as_city(name: Name) -> City:
    """Return a city of ``names.csv`` like one of the gazetteer."""
    at = name.latitude or 0.0, name.longitude or 0.0
    return City(name.key, name.key, name.country, "", *at, 0)


def _only(found: list[City], point: Point | None) -> City | None:
    """Return the one city that is meant; of namesakes the one that a row's own point is near."""
    if point and len(found) > 1:
        found = _near(found, point)
    return found[0] if len(found) == 1 else None


def _near(found: list[City], point: Point) -> list[City]:
    """Return those of the cities that a row's own point is near."""
    at = point[1], point[0]
    return [one for one in found if distance_km(at, (one.longitude, one.latitude)) <= NEAR_KM]


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


def describe(problem: Problem) -> str:
    """Return what is wrong with a text, for a message."""
    why = f"{problem.why}; {problem.hint}" if problem.hint else problem.why
    return f"{problem.column}: {quote(problem.text)}: {why}"
