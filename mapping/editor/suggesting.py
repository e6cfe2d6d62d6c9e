"""What may be meant: by the beginning of a name in any language, or by a point on the map."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from mapping.adding.row_answers import name_indexes
from mapping.dataset.gazetteer import read_gazetteer
from mapping.dataset.own_rows import slug
from mapping.dataset.vocabulary import build_vocabulary
from mapping.editor.list_writing import ListWriting
from mapping.errors import FaultLog
from mapping.files.data_folder import PRESENCES_FILE
from mapping.geo.projection import distance_km
from mapping.i18n.localized import REFERENCE
from mapping.suggestions.name_index import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mapping.dataset.gazetteer import City
    from mapping.dataset.names import Name
    from mapping.dataset.reading import Dataset
    from mapping.editor.draft import Table
    from mapping.editor.edit_session import EditSession
    from mapping.editor.row_state import Json
    from mapping.suggestions.name_index import NameIndex

Point = tuple[float, float]  # longitude, latitude: WGS 84 degrees
MOST = 8  # that are suggested at once
NEAR_KM, SAME_KM = 300, 15  # how far from a point a city is of use; within which two are one
NOWHERE: Json = {"country": None, "text": "", "cities": [], "finer": False}
PLACE = "place"  # no column, but a country or a city, of which a new row is made


class Beginning(NamedTuple):
    """What was written so far, in a column of a row; of the list where no file is named."""

    file: str
    column: str
    text: str
    row: str | None


class Suggesters:
    """Answers what may be meant in a session; what it needs is made once, while no name changes."""

    def __init__(self, session: EditSession) -> None:
        """Take the edit session."""
        self._session = session
        self._names: list[Table] = []
        self._made: dict[str, Suggester] = {}

    def suggest(self, asked: Beginning, language: str) -> list[Json]:
        """Return what may be meant by the beginning of a name."""
        suggester, edition = self._suggester(language), self._session.edition
        if suggester is None or edition is None:
            return []
        table = self._session.draft.tables.get(asked.file or PRESENCES_FILE)
        cells = table.cells_of(asked.row) if table and asked.row in table.by_key else {}
        if asked.file:
            return suggester.suggest(asked.column, asked.text, cells)
        writing = ListWriting(edition, table)
        by_role = {writing.role(name): cell for name, cell in cells.items()}
        role = writing.role(asked.column)
        found = suggester.suggest(role, asked.text, by_role)
        if role == "country":
            return [one | {"value": writing.country(one["value"], suggester.countries)}
                    for one in found]  # fmt: skip
        if role == PLACE:
            return [
                one | {"cells": _write_cells(one["cells"], writing, suggester)} for one in found
            ]
        return found

    def locate(self, point: Point, language: str) -> Json:
        """Return what a point on the map means: its country, and the cities near it."""
        suggester, edition = self._suggester(language), self._session.edition
        if suggester is None or edition is None:
            return NOWHERE
        writing = ListWriting(edition, self._session.draft.tables.get(PRESENCES_FILE))
        found = suggester.locate(point)
        countries = suggester.countries
        cities = [one | {"country": writing.country(one["country"], countries)}
                  for one in (found["cities"] if writing.has_cities else ())]  # fmt: skip
        country = writing.country(found["country"], countries)
        return found | {"country": country, "cities": cities, "finer": writing.has_points}

    def _suggester(self, language: str) -> Suggester | None:
        tables = self._session.draft.tables
        names = [table for file, table in tables.items() if file != PRESENCES_FILE]
        if [*map(id, names)] != [*map(id, self._names)]:
            self._names, self._made = names, {}
        dataset = self._session.now.assessment.read.dataset
        if dataset and language not in self._made:
            self._made[language] = Suggester(dataset, language)
        return self._made.get(language)


def _write_cells(cells: Json, writing: ListWriting, suggester: Suggester) -> Json:
    """Return the cells of a new row as the list writes them."""
    country = writing.country(cells["country"], suggester.countries)
    return writing.cells(cells | {"country": country})


def begin_so(index: NameIndex, text: str) -> set[str]:
    """Return the keys of which a name, or one of its words, begins with a text."""
    part = fold(text)
    return {key for word, key in index.words() if f" {part}" in f" {fold(word)}"}


class Suggester:
    """Suggests what may be written; names are shown in a language, where the edition has it."""

    def __init__(self, dataset: Dataset, language: str) -> None:
        """Take the data as they stand."""
        edition = dataset.edition
        self._dataset, self._is_own = dataset, edition.is_own_list
        spoken = edition.metadata.languages
        self._language = language if language in spoken else edition.metadata.reference
        self._vocabulary = build_vocabulary(dataset.tables, edition, FaultLog())
        self._indexes = name_indexes(self._vocabulary)
        default = edition.metadata.default_language
        self.countries = {code: name[default] for code, name in dataset.tables.countries.items()}

    def suggest(self, column: str, text: str, row: Mapping[str, str]) -> list[Json]:
        """Return what may be meant by the beginning of a name, best first.

        `column` is a column of the list by the program's own name for it, a side table, or
        ``place`` for a country or a city; `row` has the other cells, by those names.
        """
        if column == PLACE:
            countries = islice(self._countries(text, places=True), MOST // 2)
            return [*countries, *islice(self._cities(text, "", places=True), MOST)][:MOST]
        if column == "city":
            country = self._country_meant(row.get("country", ""))
            return list(islice(self._cities(text, country), MOST))
        if column == "country":
            return list(islice(self._countries(text), MOST))
        index = self._indexes.get(column)
        found = index.completions(text) if index else []
        return [self._of_key(column, word, key) for word, key in found[:MOST]]

    def locate(self, point: Point) -> Json:
        """Return the country that a point is in, and the cities near it, the nearest first."""
        east, north = point
        area = self._dataset.boundaries.areas_at([(north, east)])[0]
        country = area if area in self._dataset.tables.countries else ""
        known = [
            (distance_km(point, at), self._describe_city(name)) for name, at in self._names(country)
        ]
        near = [(away, one) for away, one in known if away <= NEAR_KM]
        near += [
            (away, self._new(city))
            for city in read_gazetteer().by_key.values()
            if city.country == country and country
            if (away := distance_km(point, (city.longitude, city.latitude))) <= NEAR_KM
            and not self._is_known(city)
        ]
        listed = sorted(near, key=lambda pair: pair[0])[:MOST]
        cities = [one | {"detail": f"{one['detail']} · {round(away)} km"} for away, one in listed]
        return {"country": country or None, "text": self._country(country), "cities": cities}

    def _countries(self, text: str, *, places: bool = False) -> Iterator[Json]:
        index = self._vocabulary.country.names
        begun = begin_so(index, text)
        for word, key in index.completions(text):
            if places and key not in begun:
                continue
            name = self._dataset.tables.countries[key][self._language] or word
            found = {"value": key, "text": name, "detail": key}
            yield found | ({"cells": {"country": key}} if places else {})

    def _cities(self, text: str, country: str, *, places: bool = False) -> Iterator[Json]:
        """Yield cities: those of the country first, in it those whose names begin with the text.

        Those of the list come before those of the gazetteer.
        """
        index, cities = self._vocabulary.city.names, self._dataset.tables.names
        begun = begin_so(index, text)
        begin: list[Name] = []
        others: list[Name] = []
        for _, key in index.completions(text):
            name = cities["city", key]
            if not name.is_from_gazetteer:
                (begin if key in begun else others).append(name)
        listed = (self._new(city) for city in read_gazetteer().complete(text, country)
                  if not self._is_known(city))  # fmt: skip
        found = [*map(self._describe_city, begin), *listed, *map(self._describe_city, others)]
        for one in sorted(found, key=lambda city: country not in {"", city["country"]}):
            yield self._place(one, places=places)

    def _place(self, found: Json, *, places: bool) -> Json:
        cells = {"country": found["country"], "city": found["value"]}
        return found | ({"cells": cells} if places else {})

    def _of_key(self, column: str, word: str, key: str) -> Json:
        dataset, detail = self._dataset, key if key != word else ""
        names = dataset.tables.names
        for kind in ("mission", "region"):
            if column in {kind, "serves"} and (kind, key) in names:
                return {"value": key, "text": names[kind, key][self._language], "detail": word}
        if column == "serves" and key in dataset.tables.countries:
            text = dataset.tables.countries[key][self._language]
            return {"value": key, "text": text, "detail": key}
        if column == "sources":
            source = dataset.tables.sources[key]
            return {"value": key, "text": source.citation, "detail": key}
        return {"value": key, "text": word, "detail": detail}

    def _describe_city(self, name: Name) -> Json:
        """Return a city of ``names.csv``."""
        text = name[self._language] or name[REFERENCE]
        return {"value": name.key, "text": text, "detail": self._country(name.country),
                "country": name.country, "point": [name.longitude, name.latitude],
                "known": True, "new": None}  # fmt: skip

    def _new(self, city: City) -> Json:
        """Return a city of the gazetteer, with the cells of its row in ``names.csv``."""
        cells = {
            "key": slug(city.name),
            "country": city.country,
            "latitude": f"{city.latitude:.2f}",
            "longitude": f"{city.longitude:.2f}",
            REFERENCE: city.name,
        }
        where = [city.province.rpartition("|")[2], self._country(city.country)]
        return {
            "value": city.name if self._is_own else cells["key"],
            "text": city.name,
            "detail": ", ".join(filter(None, where)),
            "country": city.country,
            "point": [city.longitude, city.latitude],
            "known": self._is_own,
            "new": None if self._is_own else {"table": "cities", "cells": cells},
        }

    def _country_meant(self, text: str) -> str:
        """Return the code of the country that a cell names in any way, where it is one alone."""
        found = self._vocabulary.country.names.keys_named(text)
        return found.pop() if len(found) == 1 else ""

    def _country(self, code: str) -> str:
        country = self._dataset.tables.countries.get(code)
        return country[self._language] if country else code

    def _names(self, country: str) -> Iterator[tuple[Name, Point]]:
        """Yield the cities of ``names.csv`` in a country, and where they are."""
        for (kind, _), name in self._dataset.tables.names.items():
            if kind == "city" and name.country == country and not name.is_from_gazetteer:
                yield name, (name.longitude or 0.0, name.latitude or 0.0)

    def _is_known(self, city: City) -> bool:
        """Whether a city of the gazetteer is in ``names.csv``: by its name, or close by."""
        at = city.longitude, city.latitude
        return any(
            fold(name[REFERENCE]) == fold(city.name) or distance_km(at, place) < SAME_KM
            for name, place in self._names(city.country)
        )
