"""Names of oceans and seas that nobody disputes, and where on them a name may be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from mapping.i18n.localized import LANGUAGES, LocalizedName
from mapping.tables.cells import SLUG, Key
from mapping.tables.records import Record, index_by, read_records

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from mapping.errors import FaultLog

DEGREES = r"-?[0-9]{1,3}(\.[0-9]+)?"


class Sea(Record, LocalizedName):
    """An ocean or a sea; the largest come first in the table."""

    key: Key = Field(
        pattern=SLUG,
        description="key of the sea",
        json_schema_extra={"remedy": "write lower-case letters, digits and hyphens"},
    )
    points: str = Field(
        pattern=rf"^{DEGREES},{DEGREES}( {DEGREES},{DEGREES})*$",
        description="where its name may be written, the best first: degrees north and east, WGS 84",
        json_schema_extra={"remedy": "write latitude and longitude, such as 34.5,19 38,5.5"},
    )
    note: str = Field(description="editor's note: where a name comes from, what is not checked")

    @property
    def positions(self) -> list[tuple[float, float]]:
        """Longitude and latitude of each point."""
        pairs = [point.split(",") for point in self.points.split()]
        return [(float(east), float(north)) for north, east in pairs]


def read_seas(
    path: Path, faults: FaultLog, languages: Collection[str] = LANGUAGES
) -> dict[str, Sea]:
    """Read oceans and seas by key."""
    return index_by(read_records(path, Sea, faults, languages), lambda sea: sea.key, faults)
