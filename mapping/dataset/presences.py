"""The list of presences: what the columns of ``presences.csv`` are, and how they are read.

To add a column: CONTRIBUTING.md, "Add a column to the list".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, get_args

from pydantic import Field

from mapping.dataset.cell_parts import no_name
from mapping.i18n.localized import LocalizedName
from mapping.tables.cells import (
    NO,
    SLUG,
    Confirmed,
    Key,
    Keys,
    Latitude,
    Longitude,
    StripInvisible,
    YesNo,
    strip_invisible,
)
from mapping.tables.records import Contradiction, Record, index_by, read_records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from mapping.errors import FaultLog
    from mapping.files.row_memory import RowMemory

Status = Literal["listed", "candidate"]
STATUSES: tuple[str, ...] = get_args(Status)
LISTED: Final = "listed"
CANDIDATE: Final = "candidate"  # a status, and the kind of evidence that goes with it
Evidence = Literal["report", "documented", "candidate"]
EVIDENCE: tuple[str, ...] = get_args(Evidence)
REPORT: Final = "report"
DOCUMENTED: Final = "documented"
REPORT_LANGUAGE: Final = "zh"  # of the printed map whose labels the list repeats
AS_OF = r"^([0-9]{4}(-(0[1-9]|1[0-2]))?)?$"
REPORT_LABEL = "report_label_zh"  # the column that evidence of the report must fill

# Columns that one kind of list must fill, and another may be without.
EVIDENCE_COLUMN: Any = Field(
    description="report: the report's map prints the label; documented: a document of OHCHR "
    "names it; candidate: weaker or earlier",
    json_schema_extra={
        "remedy": "write report, documented or candidate",
        "title": "popup.evidence",
        "help": "What it rests on: report, documented or candidate.",
        "asked": 6,
    },
)
SOURCES_COLUMN: Any = Field(
    description="ids of sources.csv, separated by spaces, best first",
    json_schema_extra={
        "remedy": "list at least one source of sources.csv",
        "change": "changes.sources",
        "option": "source",
        "table": "sources",
        "help": "A document: its id in sources.csv; may be repeated.",
        "asked": 9,
    },
)


class Presence(Record):
    """One row of any list: a place, or a candidate for one.

    `name` is its own, in the place of a composed label; `details` are what else the edition shows
    of it, by the keys that it has for them. The field of each column says what it is, what to do
    where it is wrong (``remedy``), and how a change of it is reported: by its values, under a
    ``title``, or only by naming it (``change``). For ``add`` it says the name of its option where
    that is not the column's (``option``), the ``help``, and where a person is asked for it, when
    (``asked``, a number) and whether even though it may stay empty (``offered``). For ``edit`` it
    says the kind of its field where the type does not (``input``), of which table beside the list
    its keys are (``table``), and whether it is seldom needed (``rare``).
    """

    id: Key = Field(
        pattern=SLUG,
        description="stable key of the presence",
        json_schema_extra={
            "remedy": "write lower-case letters, digits and hyphens, such as ner-country-office",
            "help": "The id, where not the one that is made.",
            "rare": True,
        },
    )
    status: Annotated[Status, StripInvisible] = Field(
        description="listed: counted and drawn; candidate: drawn apart and not counted",
        json_schema_extra={
            "remedy": "write listed or candidate",
            "help": "listed, or candidate where it is not confirmed.",
            "rare": True,
        },
    )
    category: Key = Field(
        min_length=1,
        description="type of presence, a category of edition.toml",
        json_schema_extra={
            "remedy": "name a category of edition.toml",
            "title": "popup.category",
            "help": "The category: its key or a name.",
            "asked": 2,
        },
    )
    category_certain: Annotated[YesNo, StripInvisible] = Field(
        description="no: the category is inferred",
        json_schema_extra={
            "remedy": "write yes or no",
            "help": "no, where the category is inferred.",
            "rare": True,
        },
    )
    label: Key = Field(
        description="pattern of edition.toml that makes the label; empty: the category's own",
        json_schema_extra={
            "remedy": "name a pattern of edition.toml, or leave it empty",
            "change": "changes.label",
            "help": "A pattern of the label, where not the category's own.",
            "rare": True,
        },
    )
    country: Key = Field(
        min_length=1,
        description="host: ISO 3166-1 alpha-3 code; XKX, Kosovo, is not one",
        json_schema_extra={
            "remedy": "write the host's ISO 3166-1 alpha-3 code (countries.csv)",
            "title": "popup.country",
            "help": "The host country: its code, or a name in any language.",
            "asked": 1,
            "table": "countries",
        },
    )
    serves: Keys = Field(
        description="what it covers apart from its host: regions of names.csv and country codes, "
        "separated by spaces",
        json_schema_extra={
            "remedy": "list regions of names.csv and country codes",
            "title": "popup.serves",
            "help": "A country or region that it serves, not its host; may be repeated.",
            "asked": 4,
            "table": "regions",
        },
    )
    city: Keys = Field(
        description="cities of names.csv, separated by spaces; the symbol is at the first",
        json_schema_extra={
            "remedy": "list cities of names.csv; the symbol is at the first",
            "title": "popup.city",
            "help": "A city of the list, or another, whose point is taken from GeoNames; "
            "may be repeated: the symbol is at the first.",
            "asked": 5,
            "offered": True,
            "table": "cities",
        },
    )
    latitude: Latitude = Field(
        description="degrees north, WGS 84, where the row has a point of its own",
        json_schema_extra={
            "change": "changes.coordinates",
            "help": "Degrees north, where it is in no city of the list.",
            "rare": True,
        },
    )
    longitude: Longitude = Field(
        description="degrees east, WGS 84, where the row has a point of its own",
        json_schema_extra={
            "change": "changes.coordinates",
            "help": "Degrees east, where it is in no city of the list.",
            "rare": True,
        },
    )
    mission: Key = Field(
        description="mission, unit or centre of names.csv",
        json_schema_extra={
            "remedy": "name a mission of names.csv, or leave it empty",
            "title": "popup.mission",
            "help": "The mission it belongs to: its key or a name.",
            "asked": 3,
            "table": "missions",
        },
    )
    footnotes: Keys = Field(
        description="letters of the footnotes of the report's map, separated by spaces",
        json_schema_extra={
            "remedy": "list letters of edition.toml, separated by spaces",
            "title": "footnotes.title",
            "help": "The letter of a footnote; may be repeated.",
            "table": "footnotes",
        },
    )
    evidence: Annotated[Evidence | Literal[""], StripInvisible] = EVIDENCE_COLUMN
    as_of: Key = Field(
        pattern=AS_OF,
        description="year or month that the evidence describes; empty: not known",
        json_schema_extra={
            "remedy": "write the year or month the evidence speaks of, such as 2020 or 2023-02",
            "title": "changes.as_of",
            "help": "The year or month of the evidence: 2022 or 2022-06.",
            "asked": 8,
            "offered": True,
            "input": "date",
        },
    )
    report_label_zh: str = Field(
        description="the label that the report's map prints, to the letter, spaces made single; "
        "empty: not in the text that is left",
        json_schema_extra={
            "remedy": "copy the report's own label, or leave it empty",
            "change": "changes.report_label",
            "option": "report-label",
            "help": "The label as the report prints it.",
            "asked": 7,
            "rare": True,
        },
    )
    sources: Keys = SOURCES_COLUMN
    note: str = Field(
        description="editor's note",
        json_schema_extra={
            "change": "changes.note",
            "help": "A remark for who keeps the list.",
            "input": "note",
        },
    )
    position_confirmed: Confirmed = Field(
        default="",
        json_schema_extra={
            "change": "changes.coordinates",
            "help": "yes, where the point is right though outside its area as drawn.",
            "rare": True,
        },
    )
    name: LocalizedName | None = Field(default=None, exclude=True)
    details: dict[str, str] = Field(default={}, exclude=True)

    @property
    def is_candidate(self) -> bool:
        """Whether the presence is drawn apart and not counted."""
        return self.status == CANDIDATE

    @property
    def is_inferred(self) -> bool:
        """Whether the category is inferred, and not what a document says."""
        return self.category_certain == NO

    @classmethod
    def contradictions(cls, cells: Mapping[str, str]) -> Iterator[Contradiction]:
        """Yield half positions, and evidence that contradicts another column."""
        yield from super().contradictions(cells)
        status, evidence = strip_invisible(cells["status"]), strip_invisible(cells["evidence"])
        for one, other in (("latitude", "longitude"), ("longitude", "latitude")):
            if cells[one] and not cells[other]:
                yield Contradiction(other, f"{one} is given alone", "give both or neither")
        known = status in STATUSES and evidence in EVIDENCE
        if known and (status == CANDIDATE) != (evidence == CANDIDATE):
            wrong = "status and evidence disagree"
            yield Contradiction("evidence", wrong, "write candidate in both or in neither")
        if evidence == REPORT and not cells[REPORT_LABEL]:
            wrong = "evidence is report, and the label is empty"
            yield Contradiction(REPORT_LABEL, wrong, "copy the label of the report's map")
        if evidence in (DOCUMENTED, CANDIDATE) and cells[REPORT_LABEL]:
            wrong = f"the report's own label is given, and evidence is {evidence}"
            yield Contradiction(
                REPORT_LABEL, wrong, "remove the label, or write report in evidence"
            )
        yield from no_name(cls, REPORT_LABEL, cells[REPORT_LABEL])


class ReportedPresence(Presence):
    """One row of a list that says of each presence where it is known from."""

    evidence: Annotated[Evidence, StripInvisible] = EVIDENCE_COLUMN
    sources: Annotated[Keys, Field(min_length=1)] = SOURCES_COLUMN


def read_presences(path: Path, faults: FaultLog, memory: RowMemory | None = None) -> list[Presence]:
    """Read the list, noting rows that do not fit and ids that are used twice.

    Returns
    -------
    list of Presence
        In the order of the file; WGS 84 degrees where a row gives its own position.
    """
    presences: list[Presence] = [*read_records(path, ReportedPresence, faults, memory=memory)]
    return list(index_by(presences, lambda presence: presence.id, faults).values())
