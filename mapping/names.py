"""Names of cities, missions and regions in six languages, and where the cities are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, model_validator

from mapping.tables import Degrees, Record, index, read_records
from mapping.texts import LANGUAGES, Names

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from mapping.errors import Faults

FILE = "names.csv"


class Name(Record, Names):
    """A named thing: a city with its position, a mission, its acronym, a region, a group."""

    kind: Literal["city", "mission", "acronym", "region", "group"] = Field(
        description="write city, mission, acronym, region or group"
    )
    key: str = Field(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        description="write lower-case letters, digits and hyphens",
    )
    country: str
    latitude: Degrees = Field(ge=-90, le=90, description="write degrees north, from -90 to 90")
    longitude: Degrees = Field(ge=-180, le=180, description="write degrees east, from -180 to 180")
    note: str

    @model_validator(mode="after")
    def _a_city_has_a_place(self) -> Self:
        if self.kind == "city" and None in (self.latitude, self.longitude):
            message = "a city needs latitude and longitude"
            raise ValueError(message)
        return self


def read_names(
    path: Path, faults: Faults, languages: Collection[str] = LANGUAGES
) -> dict[tuple[str, str], Name]:
    """Read names by kind and key; positions are WGS 84 degrees."""
    names = read_records(path, Name, faults, languages)
    return index(path.name, names, lambda name: (name.kind, name.key), faults)
