"""What people write for a country other than its names: to recognise it, never to name it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from mapping.dataset.countries import CODE_OR_NONE
from mapping.tables.cells import Key, StripInvisible
from mapping.tables.records import Record, index_by, read_records

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.errors import FaultLog

NameKind = Literal[
    "official",
    "common",
    "native",
    "former",
    "acronym",
    "code",
    "hint",
    "shared",
    "dissolved",
    "region",
]


class CountryName(Record):
    """One name, and the country that it means, if there is one."""

    code: Key = Field(
        pattern=CODE_OR_NONE,
        description="code in countries.csv; empty: it means no single country",
        json_schema_extra={"remedy": "write the code of countries.csv, or leave it empty"},
    )
    kind: Annotated[NameKind, StripInvisible] = Field(
        description="official; common; native: in a language of its own; former; acronym; code; "
        "hint: a part of it, or a name that means more than it, suggested and never taken. Without "
        "a code, shared: of several, or not certain; dissolved; region: of several countries",
        json_schema_extra={"remedy": "write one of the kinds, such as common"},
    )
    language: str = Field(
        pattern="^([a-z]{2,3}(-[A-Z][a-z]{3})?( |$))*$",
        description="codes of the languages it was found in, separated by spaces",
        json_schema_extra={"remedy": "write the codes of its languages, such as en fr"},
    )
    name: str = Field(
        min_length=1,
        description="the name as it is written",
        json_schema_extra={"remedy": "write the name"},
    )
    source: Annotated[Literal["cldr", "ocha", "hand"], StripInvisible] = Field(
        description="cldr: Unicode CLDR; ocha: OCHA's terms, UNTERM and M49 in hdx-python-country; "
        "hand: reviewed, see recipes/country_names_hand.csv",
        json_schema_extra={"remedy": "write cldr, ocha or hand"},
    )


def read_country_names(path: Path, faults: FaultLog) -> list[CountryName]:
    """Read the names, noting each that is there twice."""
    names = read_records(path, CountryName, faults)
    return list(index_by(names, lambda one: one.name, faults).values())
