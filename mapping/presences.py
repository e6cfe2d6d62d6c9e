"""The list of presences; the only file that knows the columns of ``presences.csv``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Self, get_args

from pydantic import Field, model_validator

from mapping.tables import Degrees, Keys, Record, index, read_records

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.errors import Faults

FILE = "presences.csv"
Evidence = Literal["report", "documented", "candidate"]
EVIDENCE: tuple[str, ...] = get_args(Evidence)


class Presence(Record):
    """One row: a human rights presence, or a candidate for one."""

    id: str = Field(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        description="write lower-case letters, digits and hyphens, such as ner-country-office",
    )
    status: Literal["listed", "candidate"] = Field(description="write listed or candidate")
    category: str = Field(min_length=1, description="name a category of edition.toml")
    category_certain: Literal["yes", "no"] = Field(description="write yes or no")
    label: str = Field(description="name a pattern of edition.toml, or leave it empty")
    country: str = Field(
        min_length=1, description="write the host's ISO 3166-1 alpha-3 code, such as NER"
    )
    serves: Keys = Field(description="list regions of names.csv and country codes")
    city: Keys = Field(description="list cities of names.csv; the point stands in the first")
    latitude: Degrees = Field(ge=-90, le=90, description="write degrees north, from -90 to 90")
    longitude: Degrees = Field(ge=-180, le=180, description="write degrees east, from -180 to 180")
    mission: str = Field(description="name a mission of names.csv, or leave it empty")
    footnotes: Keys = Field(description="list letters of edition.toml, separated by spaces")
    evidence: Evidence = Field(description="write report, documented or candidate")
    as_of: str = Field(
        pattern=r"^(\d{4}(-(0[1-9]|1[0-2]))?)?$",
        description="write the year or month the evidence speaks of, such as 2020 or 2023-02",
    )
    report_label_zh: str = Field(description="copy the report's own label, or leave it empty")
    sources: Keys = Field(min_length=1, description="list at least one source of sources.csv")
    note: str

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        problems = []
        if (self.latitude is None) != (self.longitude is None):
            problems.append("only one of latitude and longitude is given: give both or neither")
        if (self.status == "candidate") != (self.evidence == "candidate"):
            problems.append("status and evidence disagree: candidate stands in both or in neither")
        if self.evidence == "report" and not self.report_label_zh:
            problems.append("evidence is report but report_label_zh is empty: copy the label")
        if problems:
            raise ValueError("; ".join(problems))
        return self


def read_presences(path: Path, faults: Faults) -> list[Presence]:
    """Read the list, noting rows that do not fit and ids that stand twice.

    Returns
    -------
    list of Presence
        In the order of the file; WGS 84 degrees where a row gives a position of its own.
    """
    presences = read_records(path, Presence, faults)
    return list(index(path.name, presences, lambda presence: presence.id, faults).values())
