"""One row of an organisation's own list: its cells, its category, its name, its id."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import replace
from itertools import starmap
from typing import TYPE_CHECKING, NamedTuple

from mapping.dataset.cell_parts import is_given
from mapping.dataset.countries import UNSTATED
from mapping.dataset.own_columns import read_columns, shown_columns
from mapping.dataset.presences import LISTED, Presence
from mapping.errors import FaultLog
from mapping.files.row_memory import recall
from mapping.i18n.localized import LANGUAGES, READ_FIRST, LocalizedName
from mapping.suggestions.name_index import fold
from mapping.tables.cells import YES
from mapping.tables.records import columns_of, like, read_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapping.dataset.place_finder import Location, PlaceFinder
    from mapping.edition.edition import Edition
    from mapping.errors import Fault
    from mapping.files.row_memory import RowMemory
    from mapping.tables.rows import Row

MAX_ID_CHARS = 60
LATIN = re.compile("[A-Za-z]")
DIGEST_CHARS = 10  # by which names of other scripts are told apart in keys
DEFAULTS = dict.fromkeys(columns_of(Presence), "") | {"status": LISTED, "category_certain": YES}
BY_CITY = "city"  # the pattern of a label that is the city's name
# What is found out of a row, whether the file has such a column or not.
DERIVED = frozenset({"id", "category", "country", "city", "latitude", "longitude"})
# A place of which no more is said.
LISTED_PLACE = Presence.model_validate(
    DEFAULTS | {"file": "", "line": 0, "id": "id", "category": "category", "country": "country"}
)
LISTED_PLACE.model_fields_set.clear()  # each row would carry a copy of it


class RowDraft(NamedTuple):
    """A row on its way: its cells by the program's columns, where it is, and its category."""

    row: Row
    cells: dict[str, str]
    location: Location
    category: str


class NamedRow(NamedTuple):
    """A row with its country, its name if it has one, and its id."""

    draft: RowDraft
    host: str
    name: LocalizedName | None
    id: str


class RowReader:
    """Reads rows by the columns of an edition; ids are given in the order of the rows."""

    def __init__(self, edition: Edition, finder: PlaceFinder) -> None:
        """Take the edition, which names the columns, and the finder of places."""
        self._edition, self._finder = edition, finder
        self.language = edition.metadata.default_language
        self._read, self._shown = read_columns(edition), shown_columns(edition)
        self._categories, self._meanings = _index_categories(edition), dict[str, str]()
        self._given = [key for key in self._read if key in DEFAULTS and key not in DERIVED]
        self._names = {code: key for code in LANGUAGES if (key := f"name_{code}") in self._read}
        self._ids, self._stems = set[str](), Counter[str]()

    def read(self, row: Row) -> list[RowDraft]:
        """Return a row, once for each of the places that it names where cells name several.

        A row with a point of its own is one place, whatever it names.
        """
        cells = {key: row.cells[name] for key, name in self._read.items()}
        separate = self._edition.reading.separate
        if separate and any(is_given(cells.get(key, "")) for key in ("latitude", "position")):
            separate = ()
        for column in separate:
            if parts := self._finder.parts(column, cells):
                return [self._draft(row, cells | {column: part}) for part in parts]
        return [self._draft(row, cells)]

    def presences(
        self, placed: list[tuple[RowDraft, str]], memory: RowMemory | None = None
    ) -> list[tuple[Presence | None, list[Fault]]]:
        """Return rows that have a place as presences; and what else of each is not valid.

        Each comes with its country.
        """
        called = recall(
            memory, "names", placed, lambda new: starmap(self._call, new),
            lambda one: (id(one[0].cells), one[1]),
        )  # fmt: skip
        named = [
            NamedRow(draft, host, name, self._id(stem))
            for (draft, host), (name, stem) in zip(placed, called, strict=True)
        ]
        return recall(
            memory, "presences", named, lambda new: map(self._presence, new),
            lambda one: (id(one.draft.cells), one.host, one.id), put=_put,
        )  # fmt: skip

    def _presence(self, named: NamedRow) -> tuple[Presence | None, list[Fault]]:
        draft, host, name, key = named
        location, row = draft.location, draft.row
        latitude, longitude = location.point or (None, None)
        derived = {
            "id": key,
            "category": draft.category,
            "country": host,
            "serves": location.countries[1:],
            "city": location.cities,
            "latitude": latitude,
            "longitude": longitude,
            "label": "" if name or not location.cities else BY_CITY,
        }
        shown = {key: text for key, column in self._shown.items() if (text := row.cells[column])}
        given = {key: text for key in self._given if (text := draft.cells[key])}
        if not given:
            made = like(
                LISTED_PLACE, file=row.file, line=row.line, name=name, details=shown, **derived
            )
            return made, []
        cells = DEFAULTS | {key: _cell(value) for key, value in derived.items()} | given
        cells["serves"] = " ".join([given.get("serves", ""), *location.countries[1:]])
        faults = FaultLog()
        found = read_record(row._replace(cells=cells), Presence, (), faults)
        return found and like(found, name=name, details=shown), faults.faults

    def _draft(self, row: Row, cells: dict[str, str]) -> RowDraft:
        return RowDraft(row, cells, self._finder.locate(cells), self._category(cells))

    def _category(self, cells: dict[str, str]) -> str:
        """Return the category of a row, which is the residual one where its value is no other."""
        if "category" not in self._read:
            return self._edition.categories[0].key
        text = cells["category"]
        if text not in self._meanings:
            residual = (one.key for one in self._edition.categories if one.residual)
            self._meanings[text] = self._categories.get(fold(text)) or next(residual, "")
        return self._meanings[text]

    def _name(self, draft: RowDraft) -> LocalizedName | None:
        """Return the place's own name; else its city as written, where it has no other name.

        Of a name that the default language lacks, all that lack it have that of one language.
        """
        given = {code: text for code, key in self._names.items() if (text := draft.cells[key])}
        if self.language not in given:
            name = draft.cells.get("name", "") or ("" if given else self._city_as_written(draft))
            if not name and not given:
                return None
            given[self.language] = name or given[self._lender(draft)]
        if len(given) == 1:
            return LocalizedName.in_one(self.language, given[self.language])
        return LocalizedName.model_validate(given, context={"fallback": self.language})

    def lent(self, drafts: Iterable[RowDraft]) -> dict[str, list[RowDraft]]:
        """Return by language the rows whose name the default one has from it."""
        found: dict[str, list[RowDraft]] = {}
        for draft in drafts if self._names else ():
            if code := self._lender(draft):
                found.setdefault(code, []).append(draft)
        return found

    def _lender(self, draft: RowDraft) -> str:
        """Return the language whose name the default one has too, for want of its own."""
        given = [code for code in self._names if draft.cells[self._names[code]]]
        if self.language in given or draft.cells.get("name"):
            return ""
        return min(given, key=READ_FIRST.index, default="")

    def _city_as_written(self, draft: RowDraft) -> str:
        """Return the city of a row, where it is not one that has names in the edition's tables."""
        is_listed = all(city.is_listed for city, _ in draft.location.called)
        return draft.cells.get("city", "") if is_listed else ""

    def _call(self, draft: RowDraft, host: str) -> tuple[LocalizedName | None, str]:
        """Return the name of a row, and what its id begins with: the same for the same row.

        That is the row's own id, else one of its country and name.
        """
        name = self._name(draft)
        about = name[self.language] if name else draft.category
        stated = "" if host == UNSTATED else host
        own = draft.cells.get("id", "")
        return name, (own and slug(own)) or slug(f"{stated} {_latin(about)}") or slug(host)

    def _id(self, stem: str) -> str:
        """Return an id that no earlier row has."""
        while (made := self._number(stem)) in self._ids:
            pass  # it is another row's own
        self._ids.add(made)
        return made

    def _number(self, stem: str) -> str:
        """Return a stem as it is, and with a number from the second time on."""
        self._stems[stem] += 1
        return f"{stem}-{self._stems[stem]}" if self._stems[stem] > 1 else stem


def _put(
    made: tuple[Presence | None, list[Fault]], named: NamedRow
) -> tuple[Presence | None, list[Fault]]:
    """Return what was made of a row, on the line on which it is now."""
    (presence, faults), line = made, named.draft.row.line
    if presence and presence.line != line:
        presence = like(presence, line=line)
    return presence, [replace(fault, line=line) for fault in faults]


def slug(text: str) -> str:
    """Return a text as a key: lower-case letters, digits and hyphens."""
    return "-".join(re.findall("[a-z0-9]+", fold(text)))[:MAX_ID_CHARS].strip("-")


def _latin(text: str) -> str:
    """Return a text for a key: of one in another script its digest, the same for the same text."""
    if LATIN.search(text if text.isascii() else slug(text)) or not any(map(str.isalpha, text)):
        return text
    return hashlib.sha256(fold(text).encode()).hexdigest()[:DIGEST_CHARS]


def _index_categories(edition: Edition) -> dict[str, str]:
    """Return the category that a value means, by what may be written for it."""
    index: dict[str, str] = {}
    for one in edition.categories:
        names = (text[code] for text in (one.name, one.short) for code in LANGUAGES)
        for value in (*one.values, one.key, *names):
            index.setdefault(fold(value), one.key)
    return index


def _cell(value: object) -> str:
    """Return what a table would hold for a value that was found out."""
    if value is None:
        return ""
    return " ".join(value) if isinstance(value, tuple) else str(value)
