"""The documents that say where a presence is known from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from mapping.dataset.cell_parts import no_name
from mapping.tables.cells import SLUG, Key
from mapping.tables.records import Record, index_by, read_records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from mapping.errors import FaultLog
    from mapping.tables.records import Contradiction


class Source(Record):
    """A document: cited by title and year; `url` is where it was read, often a mirror."""

    id: Key = Field(
        pattern=SLUG,
        description="key of the document",
        json_schema_extra={"remedy": "write lower-case letters, digits and hyphens"},
    )
    title: str = Field(
        min_length=1,
        description="the document's title in its own language; a description where its title is "
        "not recorded (note says so)",
        json_schema_extra={"remedy": "write the document's title"},
    )
    language: Key = Field(
        pattern="^[a-z]{2}$",
        description="language of the title, ISO 639-1",
        json_schema_extra={"remedy": "write the title's language, such as en"},
    )
    title_en: str = Field(
        description="title of the English edition, where the document is in another language"
    )
    publisher: str = Field(
        min_length=1,
        description="who published it",
        json_schema_extra={"remedy": "write who published the document"},
    )
    year: Key = Field(
        pattern=r"^([0-9]{4})?$",
        description="year in the title or of publication; empty: undated",
        json_schema_extra={
            "remedy": "write a year, such as 2020, or leave it empty",
            "input": "date",
        },
    )
    pages: str = Field(description="pages that were used, or the page of the table")
    url: Key = Field(
        description="where it was read, often a mirror; empty: not on line",
        json_schema_extra={"input": "url"},
    )
    note: str = Field(
        description="what it is and how it was read", json_schema_extra={"input": "note"}
    )

    @classmethod
    def contradictions(cls, cells: Mapping[str, str]) -> Iterator[Contradiction]:
        """Yield a title or publisher that names nothing."""
        for column in ("title", "publisher"):
            yield from no_name(cls, column, cells[column])

    @property
    def citation(self) -> str:
        """Title and year first, then publisher."""
        parts = [f"{self.title} ({self.year})" if self.year else self.title, self.publisher]
        return ". ".join(part for part in parts if part)


def read_sources(path: Path, faults: FaultLog) -> dict[str, Source]:
    """Read the documents by id."""
    sources = read_records(path, Source, faults)
    return index_by(sources, lambda source: source.id, faults)
