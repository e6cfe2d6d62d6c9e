"""Where the cities of the world are, by the names they have: GeoNames, in ``cities.csv.xz``."""

from __future__ import annotations

import csv
import io
import lzma
import re
from typing import TYPE_CHECKING, NamedTuple

from mapping.files.cache import cached
from mapping.files.data_folder import CITIES_FILE
from mapping.files.paths import packaged_folder
from mapping.suggestions.name_index import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

CLEARLY_LARGER = 10  # times as many people: nobody who writes the name alone means the other
WORDS = re.compile(r"[\s.-]+")


class City(NamedTuple):
    """A city of more than 15,000 people: WGS 84 degrees, and its people in thousands.

    `province` are the short and the long name of that of the United States, where it is in one.
    """

    key: str
    name: str
    country: str
    province: str
    latitude: float
    longitude: float
    thousands: int


class Gazetteer:
    """Finds cities by what people write for them."""

    def __init__(self, rows: Iterable[list[str]]) -> None:
        """Take the rows of the table, its header left out."""
        self._own: dict[str, dict[str, City]] = {}
        self._others: dict[str, dict[str, City]] = {}
        self.by_key: dict[str, City] = {}
        for key, name, country, province, latitude, longitude, thousands, others in rows:
            at = float(latitude), float(longitude)
            city = City(key, name, country, province, *at, int(thousands))
            self.by_key[city.key] = city
            self._own.setdefault(_form(city.name), {})[city.key] = city
            for other in others.split("|") if others else ():
                self._others.setdefault(_form(other), {})[city.key] = city

    def find(self, name: str, country: str = "", province: str = "") -> list[City]:
        """Return the city that a name means; several, the largest first, where that is not certain.

        A city's own name comes before what others call it. `country` is an alpha-3 code.
        """
        form = _form(name)
        for index in (self._own, self._others):
            named = index.get(form, {}).values()
            found = [one for one in named if country in {"", one.country}]
            if found:
                return _certain(found, province)
        return []

    def complete(self, beginning: str, country: str = "") -> list[City]:
        """Return the cities whose names begin so, the largest first.

        Where a `country` is named by its alpha-3 code, they are those in it.
        """
        form = _form(beginning)
        found: dict[str, City] = {}
        for index in (self._own, self._others):
            for name, named in index.items() if form else ():
                if name.startswith(form):
                    found |= named
        there = (one for one in found.values() if country in {"", one.country})
        return sorted(there, key=lambda one: -one.thousands)


def _certain(found: list[City], province: str) -> list[City]:
    """Return the one that is certainly intended, else all."""
    wanted = fold(province)
    within = [one for one in found if wanted and wanted in fold(one.province).split("|")]
    found = sorted(within or found, key=lambda one: -one.thousands)
    alone = len(found) == 1 or found[0].thousands >= CLEARLY_LARGER * found[1].thousands
    return found[:1] if alone else found


@cached(1)
def read_gazetteer() -> Gazetteer:
    """Return the cities that come with the program."""
    raw = (packaged_folder() / CITIES_FILE).read_bytes()
    _, *rows = csv.reader(io.StringIO(lzma.decompress(raw).decode()))
    return Gazetteer(rows)


def _form(name: str) -> str:
    """Return a name as it is compared: ``New-York`` is New York, ``St. Louis`` Saint Louis."""
    words = WORDS.split(name.lower() if name.isascii() else fold(name))
    return " ".join("saint" if word == "st" else word for word in words if word)
