"""Where the cities of the world are, by the names they have: GeoNames, in ``cities.csv.xz``."""

from __future__ import annotations

import csv
import io
import lzma
import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from mapping.files.cache import cached
from mapping.files.data_folder import CITIES_FILE
from mapping.files.paths import packaged_folder
from mapping.suggestions.name_index import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CLEARLY_LARGER = 10  # times as many people: who writes the name alone hardly means the other
ARTICLE = "ال"  # the definite article in Arabic, which a name may be without
CITY = "市"  # in Chinese and Japanese, which a name may be without
# What says in other languages that a city follows; "г." is short for "город".
CITY_OF = ("город ", "г ", "ville de ", "ciudad de ", "city of ")
WORDS = re.compile(r"[\s.-]+")
CODE = re.compile("[A-Z]{3}")  # of an airport, such as GEX, which is no name of Gex in France


class City(NamedTuple):
    """A city of more than 15,000 people: WGS 84 degrees, and its people in thousands.

    `province` is the name of that which it is in, after its ISO 3166-2 code where it has one.
    """

    key: str
    name: str
    country: str
    province: str
    latitude: float
    longitude: float
    thousands: int

    @property
    def is_listed(self) -> bool:
        """Whether it is of the gazetteer, and not of the list's own ``names.csv``."""
        return self.key.isdecimal()

    def is_in(self, province: str) -> bool:
        """Whether it is in the province of this name or code."""
        return fold(province) in map(fold, self.province.split("|"))

    def __str__(self) -> str:
        """Return what tells it from its namesakes: name, province, country."""
        return ", ".join(filter(None, (self.name, self.province.rpartition("|")[2], self.country)))


class Gazetteer:
    """Finds cities by what people write for them."""

    def __init__(self, rows: Iterable[list[str]]) -> None:
        """Take the rows of the table, its header left out."""
        self._own: dict[str, list[City]] = {}
        self._called: list[tuple[City, str]] = []
        self.by_key: dict[str, City] = {}
        for key, name, country, province, latitude, longitude, thousands, others in rows:
            at = float(latitude), float(longitude)
            city = City(key, name, country, province, *at, int(thousands))
            self.by_key[city.key] = city
            self._own.setdefault(_form(city.name), []).append(city)
            if others:
                self._called.append((city, others))

    @cached_property
    def _others(self) -> dict[str, list[City]]:
        """The cities by what others call them, which most lists do not need."""
        index: dict[str, list[City]] = {}
        for city, others in self._called:
            for form in {_form_of_other(one) for one in others.split("|")}:
                index.setdefault(form, []).append(city)
        return index

    def find(self, name: str, country: str = "", province: str = "") -> list[City]:
        """Return the cities that a name may mean, the largest first.

        A city's own name comes before what others call it, unless no country is given and such a
        one is far larger: Pékin is Beijing rather than Pekin in Illinois. `country` is an alpha-3
        code; those in the `province` alone are given, where there are any. An Arabic name is found
        with its article and without, others with and without a word for "city", a code of three
        letters in capitals alone.
        """
        for one in _variants(name):
            found = self._find_named(one, country)
            if found:
                within = [one for one in found if one.is_in(province)] if province else []
                return sorted(within or found, key=lambda one: -one.thousands)
        return []

    def _find_named(self, form: str, country: str) -> list[City]:
        """Return the cities of a name as it is compared, in a country if that is given."""
        own = [one for one in self._own.get(form, ()) if country in {"", one.country}]
        if own and country:
            return own
        others = [one for one in self._others.get(form, ()) if country in {"", one.country}]
        most = CLEARLY_LARGER * max((one.thousands for one in own), default=0)
        return own + [one for one in others if one not in own and one.thousands >= most]

    def complete(self, beginning: str, country: str = "") -> list[City]:
        """Return the cities whose names begin so: their own, then what others call them.

        Of each, those whose name it is come first, then the largest. Where a `country` is named by
        its alpha-3 code, they are those in it.
        """
        form = _form(beginning)
        found: dict[str, tuple[bool, bool, int, City]] = {}
        for is_other, index in enumerate((self._own, self._others)):
            for name, named in index.items() if form else ():
                if name.startswith((form, form.upper())):  # the latter of codes
                    for city in named:
                        fit = bool(is_other), name != form, -city.thousands, city
                        found[city.key] = min(fit, found.get(city.key, fit))
        return [city for *_, city in sorted(found.values()) if country in {"", city.country}]


def likely(found: list[City]) -> City | None:
    """Return the one of namesakes that is far larger than all others, if there is one."""
    first, *others = found
    rival = others[0].thousands if others else 0
    return first if first.thousands >= CLEARLY_LARGER * max(rival, 1) else None


@cached(1)
def read_gazetteer() -> Gazetteer:
    """Return the cities that come with the program."""
    raw = (packaged_folder() / CITIES_FILE).read_bytes()
    _, *rows = csv.reader(io.StringIO(lzma.decompress(raw).decode()))
    return Gazetteer(rows)


def _form_of_other(name: str) -> str:
    """Return what others call a city as it is compared: a code as it is."""
    return name if CODE.fullmatch(name) else _form(name)


def _variants(name: str) -> Iterator[str]:
    """Yield the forms by which a name may be known, its own first."""
    form = _form(name)
    yield form
    if CODE.fullmatch(name):
        yield name
    for word in CITY_OF:
        if form.startswith(word):
            yield form.removeprefix(word)
    if not form.isascii():
        yield from (form.removeprefix(ARTICLE), ARTICLE + form)
        yield from (form.removesuffix(CITY), form + CITY)


def _form(name: str) -> str:
    """Return a name as it is compared: ``New-York`` is New York, ``St. Louis`` Saint Louis."""
    words = WORDS.split(name.lower() if name.isascii() else fold(name))
    return " ".join("saint" if word == "st" else word for word in words if word)
