"""One more row of the list: what a person must decide, and what follows from that."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from mapping.dataset.gazetteer import read_gazetteer
from mapping.dataset.own_rows import slug
from mapping.dataset.presences import (
    AS_OF,
    CANDIDATE,
    EVIDENCE,
    LISTED,
    REPORT,
    REPORT_LABEL,
    STATUSES,
    Presence,
    ReportedPresence,
)
from mapping.dataset.table_schema import may_be_empty
from mapping.edition.edition import PLACEHOLDER_COLUMNS
from mapping.i18n.localized import placeholders
from mapping.suggestions.name_index import NameIndex
from mapping.tables.cells import NO, YES
from mapping.tables.records import column_words, columns_of, holds_several, remedy_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from mapping.dataset.reading import Dataset
    from mapping.dataset.vocabulary import Vocabulary

Answers = dict[str, list[str]]  # what was decided, as it was typed, by column
Cells = dict[str, str]
COLUMNS = columns_of(Presence)
MULTIVALUED = tuple(name for name, field in COLUMNS.items() if holds_several(field))
COMMAS = re.compile(r"\s*[,;،؛、，；]\s*")
CONJUNCTIONS = ("and", "et", "y", "e", "и", "و", "&")  # "and" is no code of Andorra
# What a person decides, in the order in which it is asked; the rest has a sensible default.
ASKED = column_words(Presence, "asked")
ASKED_IN_ORDER = sorted(ASKED, key=lambda column: int(ASKED[column]))
MUST_BE_FILLED = {name for name, field in columns_of(ReportedPresence).items()
                  if name in ASKED and not may_be_empty(field)}  # fmt: skip
OFFERED = column_words(Presence, "offered").keys()  # asked all the same; they may stay empty


class Question(NamedTuple):
    """A column that is not decided yet; `default` is what may be expected there."""

    column: str
    about: str
    required: bool
    default: str


def name_indexes(vocabulary: Vocabulary) -> dict[str, NameIndex]:
    """Return the index of what may be written, for each column of keys."""
    return {
        "country": vocabulary.country.names,
        "category": vocabulary.category.names,
        "label": vocabulary.label.names,
        "mission": vocabulary.mission.names,
        "serves": vocabulary.served.names,
        "city": vocabulary.city.names,
        "footnotes": vocabulary.footnote.names,
        "sources": vocabulary.source.names,
        "evidence": NameIndex(EVIDENCE),
        "status": NameIndex(STATUSES),
        "category_certain": NameIndex((YES, NO)),
        "position_confirmed": NameIndex((YES,)),
    }


def resolve_keys(column: str, text: str, indexes: Mapping[str, NameIndex]) -> list[str] | None:
    """Return the keys that a text names, or `None` where any part of it names none, or several.

    In a column of several keys, commas or spaces separate them, unless the whole is one name.
    """
    parts = [[text]] if text.strip() else [[]]
    if column in MULTIVALUED:
        parts += [[part for part in COMMAS.split(text) if part]]
        parts += [[word for word in text.split() if word not in CONJUNCTIONS]]
    for words in parts:
        resolved = [indexes[column].keys_named(word) for word in words]
        if all(len(one) == 1 for one in resolved):
            return [next(iter(one)) for one in resolved]
    return None


def validate_answer(column: str, text: str, indexes: Mapping[str, NameIndex]) -> str:
    """Return what is wrong with a text in a column, and what was likely intended; else nothing."""
    if column == "as_of" and not re.fullmatch(AS_OF, text.strip()):
        return "write a year or a month, such as 2020 or 2023-02"
    if column not in indexes or resolve_keys(column, text, indexes) is not None:
        return ""
    if column == "city" and len(read_gazetteer().find(text)) == 1:
        return ""  # its point will be taken
    words = [word for word in COMMAS.split(text) if word] if column in MULTIVALUED else [text]
    wrong = next((word for word in words if resolve_keys(column, word, indexes) is None), text)
    otherwise = remedy_of(COLUMNS[column])
    return f"'{wrong}' is not known for certain; {indexes[column].suggest(wrong, otherwise)}"


def open_questions(
    answers: Answers, dataset: Dataset, indexes: Mapping[str, NameIndex]
) -> list[Question]:
    """Return what is still to be asked, in order, with what the label needs, once that is known."""
    row = fill_row(answers, indexes)
    wanted = {*MUST_BE_FILLED, *_label_columns(row, dataset)}
    is_reported = row["evidence"] == REPORT
    if is_reported:
        wanted.add(REPORT_LABEL)
    year, source = dataset.edition.metadata.as_of, dataset.edition.source
    defaults = {"as_of": str(year or ""), "sources": source.id if source else ""}
    return [
        Question(
            column,
            COLUMNS[column].description or "",
            column in wanted,
            defaults.get(column, "") if is_reported else "",
        )
        for column in ASKED_IN_ORDER
        if column not in answers and (column in wanted or column in OFFERED)
    ]


def fill_row(answers: Answers, indexes: Mapping[str, NameIndex]) -> Cells:
    """Return the row's cells: keys for names, unknown names as they were typed, and defaults."""
    row = dict.fromkeys(COLUMNS, "")
    for column, texts in answers.items():
        row[column] = " ".join(_keys_or_text(column, text, indexes) for text in texts)
    candidate = row["evidence"] == CANDIDATE
    row["status"] = row["status"] or (CANDIDATE if candidate else LISTED)
    row["category_certain"] = row["category_certain"] or (NO if candidate else YES)
    return row


def make_id(row: Cells, dataset: Dataset, others: Collection[str] | None = None) -> str:
    """Return an id that is free: what the presence is about, and its kind.

    Free is what none of the `others` is, which are those of the list where they are not given.

    It is about what it serves, else its host; what is not counted (headquarters), about its city.
    Its kind is its mission where the label names that, else its category; but only ``presence``
    where the category is residual or inferred, so that an id outlives a correction.
    """
    first = {column: (row[column].split() or [""])[0] for column in ("serves", "city")}
    category = next((one for one in dataset.edition.categories if one.key == row["category"]), None)
    about = first["serves"] or row["country"]
    if category and not category.counted:
        about = first["city"] or about
    kind = row["category"]
    if row["mission"] and "mission" in _label_columns(row, dataset):
        kind = row["mission"]
    elif (category and category.residual) or row["category_certain"] == NO:
        kind = "presence"
    stem = "-".join(filter(None, (slug(about), slug(kind)))) or "presence"
    listed = {presence.id for presence in dataset.tables.presences}
    taken = listed if others is None else others
    return next(one for one in _with_numbers(stem) if one not in taken)


def _label_columns(row: Cells, dataset: Dataset) -> set[str]:
    """Return the columns that the label of a row is composed of."""
    edition = dataset.edition
    pattern = edition.patterns.get(edition.find_pattern_key(row["label"], row["category"]))
    found = placeholders(pattern[edition.metadata.reference]) if pattern else None
    return {PLACEHOLDER_COLUMNS[slot] for slot in found or () if slot in PLACEHOLDER_COLUMNS}


def _keys_or_text(column: str, text: str, indexes: Mapping[str, NameIndex]) -> str:
    found = resolve_keys(column, text, indexes) if column in indexes else None
    return text if found is None else " ".join(found)


def _with_numbers(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))
