"""Which cities a text names: by a name, or by an address with a province or a country in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mapping.dataset.cell_parts import (
    DISTRICT,
    POST_CODE,
    address,
    pieces_of,
    split,
    split_code,
    strip_numbers,
)
from mapping.dataset.gazetteer import City, read_gazetteer
from mapping.dataset.place_problems import (
    FAR_CITY,
    NAMESAKES,
    NEAR_KM,
    UNKNOWN_CITY,
    Problem,
)
from mapping.geo.projection import distance_km
from mapping.i18n.localized import LANGUAGES
from mapping.suggestions.name_index import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mapping.dataset.names import Name

    Point = tuple[float, float]  # latitude, longitude: WGS 84 degrees
    CountryOf = Callable[[str], str | None]

CODE_LETTERS = 2  # of a country, which are those of a province too: in Colorado, CO is no Colombia
DISTRICTED = 100  # thousands of people of a city whose districts have numbers
PLAIN_CODES = {"UK", "US"}  # which no province has


class CityFinder:
    """Finds the cities that texts name, each text once."""

    def __init__(
        self, names: Iterable[Name], answered: Mapping[str, str], country_of: CountryOf
    ) -> None:
        """Take the list's own cities, what was answered, and which country a text means."""
        self._own = {
            (fold(text), name.country): _as_city(name)
            for name in names
            if name.kind == "city"
            for text in (name.key, *(name[code] for code in LANGUAGES))
        }
        self._answered = {fold(text): key for text, key in answered.items()}
        self._country_of = country_of
        self._calls: dict[str, str] = {}
        self._found: dict[tuple[str, str, str], list[City]] = {}

    def find(
        self, text: str, country: str, province: str, point: Point | None, problems: list[Problem]
    ) -> tuple[tuple[City, str], ...]:
        """Return the cities that a cell names, and how, one or several; all of them, or none."""
        if not text:
            return ()
        whole = self.cities(text, country, province)
        free = point if not country else None  # the point alone says where the row is
        if len(whole) == 1 and not free:  # as in most rows of a long list
            called_so = text if whole[0].name == text else self._call(text)
            return ((whole[0], called_so),)
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
        elif not point and self._answered.get(fold(asked)) != "":
            namesakes = tuple(next((one for one in known if len(one) > 1), []))
            why = NAMESAKES if namesakes else UNKNOWN_CITY
            problems.append(Problem("city", text, why, namesakes, asked))
        return ()

    def cities(self, text: str, country: str, province: str) -> list[City]:
        """Return the city that a text means, or its namesakes; each text is looked up once."""
        asked = text, country, province
        if asked not in self._found:
            self._found[asked] = self._look_up(*asked)
        return self._found[asked]

    def stated_country(self, text: str) -> str:
        """Return the country that an address ends in, if it is said beyond doubt."""
        code, length = self._country_at_the_end(text)
        said = address(text)[-1] if length == 1 else ""
        return "" if len(said) == CODE_LETTERS and said not in PLAIN_CODES else code

    def _parts(self, text: str, country: str, province: str) -> tuple[list[str], list[list[City]]]:
        """Return the parts of a text, and the cities that each may mean."""
        pieces = pieces_of(text, partial(self.cities, country=country, province=province))
        known = [self.cities(one, country, province) for one in pieces]
        if all(known):
            return pieces, known
        within = country or self._country_at_the_end(text)[0]
        for parts in (split(text), address(text)):
            known = [self.cities(one, within, province) for one in parts]
            if any(known):
                break
        if not all(known) and sum(map(bool, known)) == 1:  # an address, with one city in it
            parts = [part for part, cities in zip(parts, known, strict=True) if cities]
            known = [*filter(None, known)]
        return parts, known

    def _call(self, text: str) -> str:
        """Return what a text calls a city, without its post code, province and country."""
        if text not in self._calls:
            bare = strip_numbers(split_code(text)[0], POST_CODE)
            self._calls[text] = next(iter(address(bare)), text)
        return self._calls[text]

    def _look_up(self, text: str, country: str, province: str) -> list[City]:
        own = self._own.get((fold(text), country))
        if own:
            return [own]
        for said in ((text, province, country), (text, country)):
            answered = self._answered.get(fold(", ".join(filter(None, said))))
            if answered is not None:
                return [read_gazetteer().by_key[answered]] if answered else []
        return (
            read_gazetteer().find(text, country, province)
            or self._by_address(text, country)
            or self._by_code(text, country)
            or self._without_numbers(text, country, province)
        )

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

    def _by_code(self, text: str, country: str) -> list[City]:
        """Return the cities before the code of a province or a country: Torino (TO).

        The code tells the city from its namesakes where it is known; it may be a part of the name.
        """
        name, code = split_code(text)
        if not code:
            return []
        find = read_gazetteer().find
        named = find(name, country)
        letters = code.replace(".", "")
        abroad = "" if country else self._country_of(letters) or ""
        return (
            find(f"{name} {code}", country)
            or [one for one in named if one.is_in(letters)]
            or (find(name, abroad) if abroad else [])
            or named
        )

    def _without_numbers(self, text: str, country: str, province: str) -> list[City]:
        """Return the cities of a text with a post code, or of a large city and a district."""
        for numbers, least in ((POST_CODE, 0), (DISTRICT, DISTRICTED)):
            stripped = strip_numbers(text, numbers)
            found = self.cities(stripped, country, province) if stripped != text else []
            if large := [one for one in found if one.thousands >= least]:
                return large
        return []

    def _country_at_the_end(self, text: str) -> tuple[str, int]:
        """Return the country that the last parts of a text name, and how many they are."""
        _, *around = address(text) or [text]
        for length in range(len(around), 0, -1):
            code = self._country_of(", ".join(around[-length:]))
            if code:
                return code, length
        return "", 0


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
