"""Codes and names of countries and areas; the only import of pycountry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import pycountry
from pydantic import Field

from mapping.files.data_folder import COUNTRIES_FILE
from mapping.i18n.localized import LANGUAGES, LocalizedName
from mapping.tables.cells import Key, StripInvisible
from mapping.tables.records import Record, index_by, read_records

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from mapping.errors import FaultLog


# In the place of a code where nothing is said of a place's country: it is at sea, or the status of
# its area is not determined. ISO 3166 leaves the code to its users; in passports it stands for a
# nationality that is not specified (ICAO Doc 9303, part 3).
UNSTATED = "XXX"
CODE = "^[A-Z]{3}$"  # of ISO 3166-1, alpha-3
CODE_OR_NONE = "^([A-Z]{3})?$"


class Country(Record, LocalizedName):
    """A country or area: its codes, OHCHR's region, and its names in six languages."""

    code: Key = Field(
        pattern=CODE,
        description="ISO 3166-1 alpha-3 code; those in X are of this project, XKX by custom",
        json_schema_extra={"remedy": "write an ISO 3166-1 alpha-3 code"},
    )
    iso2: Key = Field(
        pattern="^([A-Z]{2})?$",
        description="ISO 3166-1 alpha-2 code (NA is Namibia, not a missing value)",
        json_schema_extra={"remedy": "write the alpha-2 code; a code in X may have none"},
    )
    m49: Key = Field(
        pattern=r"^([0-9]{3})?$",
        description="M49 code, three digits",
        json_schema_extra={"remedy": "write three digits, such as 032; a code in X may have none"},
    )
    region: Key = Field(
        description="one of the five regions of OHCHR: a group of names.csv",
        json_schema_extra={"remedy": "name a group of names.csv; only a host must have one"},
    )
    continent: Key = Field(
        pattern="^(africa|americas|antarctica|asia|europe|oceania)$",
        description="region of M49; Antarctica, for which it has none",
        json_schema_extra={"remedy": "write africa, americas, antarctica, asia, europe or oceania"},
    )
    area: Key = Field(
        description="code of the area in which the map draws it, where another",
        json_schema_extra={"remedy": "write the code of the map area it lies in, where another"},
    )
    subdivision_of: Key = Field(
        default="",
        pattern=CODE_OR_NONE,
        description="State whose subdivision it is in ISO 3166-2 too, where that is undisputed: "
        "in a row of that State its points are no slips",
        json_schema_extra={
            "remedy": "write an alpha-3 code, or leave it empty",
            "optional": True,
            "packaged": True,
        },
    )
    names_source: Annotated[Literal["unterm", "m49", "hand"], StripInvisible] = Field(
        description="unterm: UNTERM short names; m49: M49 names; hand: all six by hand",
        json_schema_extra={"remedy": "write unterm, m49 or hand"},
    )
    note: str = Field(description="names by hand, and why")

    @property
    def area_code(self) -> str:
        """Code of the map area in which the country is drawn."""
        return self.area or self.code


def read_countries(
    path: Path, faults: FaultLog, languages: Collection[str] = LANGUAGES
) -> dict[str, Country]:
    """Read countries by alpha-3 code, noting codes that ISO 3166-1 gives to another country.

    Codes that ISO leaves to its users (such as XKX) are accepted as they are.
    """
    countries = read_records(path, Country, faults, languages)
    for country in countries:
        if not country.code.startswith("X"):
            _check_codes(country, faults)
    return index_by(countries, lambda country: country.code, faults)


def _check_codes(country: Country, faults: FaultLog) -> None:
    iso = pycountry.countries.get(alpha_3=country.code)
    if iso is None:
        wrong = f"{country.code} is no ISO 3166-1 code"
        remedy = "write the alpha-3 code, or an X code of the user"
    elif (iso.alpha_2, iso.numeric) != (country.iso2, country.m49):
        wrong = f"{country.code} goes with {iso.alpha_2} and {iso.numeric} in ISO 3166-1"
        remedy = "correct iso2 and m49"
    else:
        return
    faults.add(country.file, country.line, wrong, remedy, "code")
    # Whoever names by its right code the country that the other two codes mean is not at fault.
    by_iso2 = pycountry.countries.get(alpha_2=country.iso2)
    by_m49 = pycountry.countries.get(numeric=country.m49)
    faults.doubt(COUNTRIES_FILE, (one.alpha_3 for one in (by_iso2, by_m49) if one))
