"""Codes and names of countries and areas; the only import of pycountry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pycountry
from pydantic import Field

from mapping.errors import suggest
from mapping.tables import Record, index, read_records
from mapping.texts import LANGUAGES, Names

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from mapping.errors import Faults

FILE = "countries.csv"


class Country(Record, Names):
    """A country or area: its codes, OHCHR's region, and its names in six languages."""

    code: str = Field(pattern="^[A-Z]{3}$", description="write an ISO 3166-1 alpha-3 code")
    iso2: str
    m49: str
    region: str = Field(description="name a group of names.csv, or leave it empty")
    area: str = Field(description="write the code of the map area it lies in, where another")
    names_source: Literal["unterm", "m49", "hand"] = Field(description="write unterm, m49 or hand")
    note: str

    @property
    def on_map(self) -> str:
        """Code of the map area in which the country is drawn."""
        return self.area or self.code


def read_countries(
    path: Path, faults: Faults, languages: Collection[str] = LANGUAGES
) -> dict[str, Country]:
    """Read countries by alpha-3 code, noting codes that ISO 3166-1 gives to another country.

    Codes that ISO leaves to its users (such as XKX) are taken as they stand.
    """
    countries = read_records(path, Country, faults, languages)
    for country in countries:
        if not country.code.startswith("X"):
            _check_codes(path.name, country, faults)
    return index(path.name, countries, lambda country: country.code, faults)


def unknown_country(code: str, countries: dict[str, Country]) -> str:
    """Say which code was meant by `code`, which may be a name in any of the six languages."""
    spellings = {key: key for key in countries}
    for key, country in countries.items():
        spellings |= {country[language]: key for language in LANGUAGES}
    return suggest(code, spellings)


def _check_codes(file: str, country: Country, faults: Faults) -> None:
    iso = pycountry.countries.get(alpha_3=country.code)
    if iso is None:
        wrong = f"{country.code} is no ISO 3166-1 code"
        faults.add(file, country.line, wrong, "write the alpha-3 code, or an X code of the user")
    elif (iso.alpha_2, iso.numeric) != (country.iso2, country.m49):
        wrong = f"{country.code} goes with {iso.alpha_2} and {iso.numeric} in ISO 3166-1"
        faults.add(file, country.line, wrong, "correct iso2 and m49")
