"""The documents that say where a presence is known from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from mapping.tables import Record, index, read_records

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.errors import Faults

FILE = "sources.csv"


class Source(Record):
    """A document: cited by title and year; `url` is where it was read, often a mirror."""

    id: str = Field(min_length=1, description="give the document an id")
    title: str = Field(min_length=1, description="write the document's title")
    language: str = Field(
        pattern="^[a-z]{2}$", description="write the title's language, such as en"
    )
    title_en: str
    publisher: str
    year: str
    pages: str
    url: str
    note: str

    @property
    def citation(self) -> str:
        """Title and year first, then publisher."""
        parts = [f"{self.title} ({self.year})" if self.year else self.title, self.publisher]
        return ". ".join(part for part in parts if part)


def read_sources(path: Path, faults: Faults) -> dict[str, Source]:
    """Read the documents by id."""
    sources = read_records(path, Source, faults)
    return index(path.name, sources, lambda source: source.id, faults)
