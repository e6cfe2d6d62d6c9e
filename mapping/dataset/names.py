"""Names of cities, missions and regions in six languages, and where the cities are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from mapping.dataset.cell_parts import no_name
from mapping.i18n.localized import LANGUAGES, LocalizedName
from mapping.tables.cells import (
    SLUG,
    Confirmed,
    Key,
    Latitude,
    Longitude,
    StripInvisible,
    strip_invisible,
)
from mapping.tables.records import Contradiction, Record, index_by, read_records, remedy_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from mapping.errors import FaultLog


class Name(Record, LocalizedName):
    """A named thing: a city with its position, a mission, its acronym, a region, a group."""

    kind: Annotated[Literal["city", "mission", "acronym", "region", "group"], StripInvisible] = (
        Field(
            description="city; mission: full name of a mission, unit or centre; acronym: its short "
            "form; region: an area served; group: one of the five regions of OHCHR",
            json_schema_extra={"remedy": "write city, mission, acronym, region or group"},
        )
    )
    key: Key = Field(
        pattern=SLUG,
        description="key, unique within its kind",
        json_schema_extra={"remedy": "write lower-case letters, digits and hyphens"},
    )
    country: Key = Field(
        description="of a city: code in countries.csv",
        json_schema_extra={"remedy": "write the city's ISO 3166-1 alpha-3 code"},
    )
    latitude: Latitude = Field(description="of a city: degrees north, WGS 84")
    longitude: Longitude = Field(description="of a city: degrees east, WGS 84")
    note: str = Field(
        description="editor's note: where a name comes from, what is not checked",
        json_schema_extra={"input": "note"},
    )
    position_confirmed: Confirmed = ""

    @property
    def is_from_gazetteer(self) -> bool:
        """Whether it is a city that comes out of GeoNames, and is in no file of the folder."""
        return self.kind == "city" and not self.line

    @classmethod
    def contradictions(cls, cells: Mapping[str, str]) -> Iterator[Contradiction]:
        """Yield what a city lacks: its country, latitude or longitude."""
        yield from super().contradictions(cells)
        for column in ("country", "latitude", "longitude"):
            if strip_invisible(cells["kind"]) == "city" and not cells[column]:
                remedy = remedy_of(cls.model_fields[column])
                yield Contradiction(column, f"a city needs its {column}", remedy)
        for language in LANGUAGES:
            yield from no_name(cls, language, cells.get(language, ""))


def read_names(
    path: Path, faults: FaultLog, languages: Collection[str] = LANGUAGES
) -> dict[tuple[str, str], Name]:
    """Read names by kind and key; positions are WGS 84 degrees. An acronym needs its full name."""
    names = read_records(path, Name, faults, languages)
    by_key: dict[tuple[str, str], Name] = index_by(
        names, lambda name: (name.kind, name.key), faults
    )
    for (kind, key), name in by_key.items():
        if kind == "acronym" and ("mission", key) not in by_key:
            _note_acronym_without_name(name, path, faults)
    return by_key


def _note_acronym_without_name(name: Name, path: Path, faults: FaultLog) -> None:
    if not faults.may_hold(path.name, name.key):
        wrong = f"'{name.key}' has an acronym and no full name"
        remedy = f"add a row of the kind mission with the key {name.key}"
        faults.add(name.file, name.line, wrong, remedy, "key")
        faults.doubt(path.name, [name.key])  # who names the mission is not at fault
