"""One more row of the list: what a person must decide of it, and what follows from that."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from mapping.dataset.presences import AS_OF, EVIDENCE, REPORT_LABEL, Presence
from mapping.i18n.localized import placeholders
from mapping.suggestions.name_index import NameIndex, fold
from mapping.tables.records import columns_of, remedy_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mapping.dataset.reading import Dataset
    from mapping.dataset.vocabulary import Vocabulary

Answers = dict[str, list[str]]  # what was decided, as it was typed, by column
Cells = dict[str, str]
COLUMNS = {"report_label": REPORT_LABEL, "source": "sources"}  # by option, where it is another
MULTIVALUED = ("serves", "city", "footnotes", "sources")
COMMAS = re.compile(r"\s*[,;،؛、，；]\s*")
CONJUNCTIONS = ("and", "et", "y", "e", "и", "و", "&")  # "and" is no code of Andorra
# What a person decides, in the order in which it is asked; the rest has a sensible default.
ASKED = (
    "country", "category", "mission", "serves", "city", "evidence", REPORT_LABEL, "as_of", "sources"
)  # fmt: skip
ALWAYS = ("country", "category", "evidence", "sources")
OPTIONAL = ("city", "as_of")  # asked all the same; they may stay empty
# The placeholders of a label, and the columns that fill them.
PLACEHOLDER_COLUMNS = {"mission": "mission", "acronym": "mission", "city": "city",
          "served": "serves", "region": "serves"}  # fmt: skip


class Question(NamedTuple):
    """A column that nobody has decided yet; what may be expected there stands in `default`."""

    column: str
    about: str
    required: bool
    default: str


def spellings(known: Vocabulary) -> dict[str, NameIndex]:
    """Return what may be written in each column that holds keys."""
    return {
        "country": known.country.names,
        "category": known.category.names,
        "label": known.label.names,
        "mission": known.mission.names,
        "serves": known.served.names,
        "city": known.city.names,
        "footnotes": known.footnote.names,
        "sources": known.source.names,
        "evidence": NameIndex(EVIDENCE),
        "status": NameIndex(("listed", "candidate")),
        "category_certain": NameIndex(("yes", "no")),
        "position_confirmed": NameIndex(("yes",)),
    }


def resolve_keys(column: str, text: str, names: Mapping[str, NameIndex]) -> list[str] | None:
    """Return the keys that a text names, or `None` where any part of it names none, or several.

    Where a column holds several keys, commas or spaces part them, unless the whole is one name.
    """
    parts = [[text]] if text.strip() else [[]]
    if column in MULTIVALUED:
        parts += [[part for part in COMMAS.split(text) if part]]
        parts += [[word for word in text.split() if word not in CONJUNCTIONS]]
    for words in parts:
        meant = [names[column].keys_named(word) for word in words]
        if all(len(one) == 1 for one in meant):
            return [next(iter(one)) for one in meant]
    return None


def validate_answer(column: str, text: str, names: Mapping[str, NameIndex]) -> str:
    """Say what keeps a text from standing in a column, and what was likely meant; else nothing."""
    if column == "as_of" and not re.fullmatch(AS_OF, text.strip()):
        return "write a year or a month, such as 2020 or 2023-02"
    if column not in names or resolve_keys(column, text, names) is not None:
        return ""
    words = [word for word in COMMAS.split(text) if word] if column in MULTIVALUED else [text]
    wrong = next((word for word in words if resolve_keys(column, word, names) is None), text)
    otherwise = remedy_of(columns_of(Presence)[column])
    return f"'{wrong}' is not known for certain; {names[column].suggest(wrong, otherwise)}"


def open_questions(
    given: Answers, dataset: Dataset, names: Mapping[str, NameIndex]
) -> list[Question]:
    """Return what is still to be asked, in order; what a label needs once its pattern is known."""
    row = cells(given, names)
    wanted = {*ALWAYS, *_wanted(row, dataset)}
    reported = row["evidence"] == "report"
    if reported:
        wanted.add(REPORT_LABEL)
    usual = {"as_of": str(dataset.edition.metadata.as_of), "sources": dataset.edition.source.id}
    about = columns_of(Presence)
    return [
        Question(
            column,
            about[column].description or "",
            column in wanted,
            usual.get(column, "") if reported else "",
        )
        for column in ASKED
        if column not in given and (column in wanted or column in OPTIONAL)
    ]


def cells(given: Answers, names: Mapping[str, NameIndex]) -> Cells:
    """Return the row's cells: keys for names, what nobody knows as it was typed, and defaults."""
    row = dict.fromkeys(columns_of(Presence), "")
    for column, texts in given.items():
        row[column] = " ".join(_written(column, text, names) for text in texts)
    candidate = row["evidence"] == "candidate"
    row["status"] = row["status"] or ("candidate" if candidate else "listed")
    row["category_certain"] = row["category_certain"] or ("no" if candidate else "yes")
    return row


def make_id(row: Cells, dataset: Dataset) -> str:
    """Compose an id that is free: what the presence is about, and its kind.

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
    if row["mission"] and "mission" in _wanted(row, dataset):
        kind = row["mission"]
    elif (category and category.residual) or row["category_certain"] == "no":
        kind = "presence"
    stem = "-".join(filter(None, (_plain(about), _plain(kind)))) or "presence"
    taken = {presence.id for presence in dataset.presences}
    return next(one for one in _numbered(stem) if one not in taken)


def _wanted(row: Cells, dataset: Dataset) -> set[str]:
    """Return the columns that the label of a row is made of, its host apart."""
    own = {category.key: category.label for category in dataset.edition.categories}
    pattern = dataset.edition.patterns.get(row["label"] or own.get(row["category"], ""))
    found = placeholders(pattern[dataset.edition.metadata.reference]) if pattern else None
    return {PLACEHOLDER_COLUMNS[slot] for slot in found or () if slot in PLACEHOLDER_COLUMNS}


def _written(column: str, text: str, names: Mapping[str, NameIndex]) -> str:
    found = resolve_keys(column, text, names) if column in names else None
    return text if found is None else " ".join(found)


def _plain(key: str) -> str:
    return "-".join(re.findall("[a-z0-9]+", fold(key)))


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))
