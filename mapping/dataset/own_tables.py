"""The tables around an organisation's own list: whatever it does not bring comes with the program.

Regions are those of M49, unless ``names.csv`` has groups of its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mapping.dataset.countries import UNSTATED, read_countries
from mapping.dataset.country_names import read_country_names
from mapping.dataset.names import Name, read_names
from mapping.dataset.own_columns import read_columns
from mapping.dataset.own_list import read_own_list
from mapping.dataset.place_finder import PlaceFinder
from mapping.dataset.seas import read_seas
from mapping.dataset.sources import read_sources
from mapping.dataset.tables import Tables
from mapping.dataset.vocabulary import index_countries
from mapping.files.data_folder import (
    CITIES_FILE,
    COUNTRIES_FILE,
    COUNTRY_EXONYMS_FILE,
    COUNTRY_NAMES_FILE,
    NAMES_FILE,
    PRESENCES_FILE,
    SEAS_FILE,
    SOURCES_FILE,
)
from mapping.files.paths import packaged_folder
from mapping.tables.raw_table import table_path
from mapping.tables.records import like

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mapping.dataset.boundaries import Boundaries
    from mapping.edition.edition import Edition
    from mapping.errors import FaultLog
    from mapping.files.row_memory import RowMemory
    from mapping.i18n.catalog import Language

NAMING = {"country", "city"}  # columns in which countries are named
CONTINENT = "continent."  # what the ids of their words begin with
# What a group has in the columns of names.csv, its key and names apart.
WITHOUT_PLACE = {
    "file": NAMES_FILE, "line": 0, "kind": "group", "country": "", "latitude": "", "longitude": "",
    "note": "M49",
}  # fmt: skip


def read_own_tables(  # noqa: PLR0913 (tables, and all that they are read by)
    inputs: dict[str, Path],
    edition: Edition,
    world: Boundaries | None,
    words: Mapping[str, Language],
    faults: FaultLog,
    *,
    memory: RowMemory | None = None,
) -> Tables:
    """Read the tables; `inputs` gets the gazetteer too, where a city of it is needed.

    Likewise names of countries in other languages, where rows name countries.
    """
    surroundings = _read_surroundings(inputs, edition, words, faults)
    countries = index_countries(
        surroundings.countries, surroundings.country_names, edition.metadata.reference
    )
    finder = PlaceFinder(countries, surroundings.names.values(), edition.reading)
    found = read_own_list(inputs[PRESENCES_FILE], edition, finder, world, faults, memory=memory)
    if found.names:
        inputs[CITIES_FILE] = packaged_folder() / CITIES_FILE
    if not NAMING.isdisjoint(read_columns(edition)):
        inputs[COUNTRY_EXONYMS_FILE] = packaged_folder() / COUNTRY_EXONYMS_FILE
    read = replace(
        surroundings,
        presences=found.presences,
        names=surroundings.names | found.names,
        left_out=tuple(found.left_out),
    )
    is_open = any(one.country == UNSTATED for one in found.presences)
    return _with_unstated(read, words) if is_open else read


def _with_unstated(tables: Tables, words: Mapping[str, Language]) -> Tables:
    """Return the tables with a country, and a group, for places of whose country nothing is said.

    Both are named so, and it is drawn nowhere.
    """
    key, word = "unstated", f"{CONTINENT}unstated"
    texts = {code: language.words[word] for code, language in words.items()}
    group = Name.model_validate(WITHOUT_PLACE | {"key": key} | texts)
    first = next(iter(tables.countries.values()))
    nowhere = {"code": UNSTATED, "iso2": "", "m49": "", "region": key, "area": "", "note": ""}
    return replace(
        tables,
        names=tables.names | {("group", key): group},
        countries=tables.countries | {UNSTATED: like(first, **nowhere, **texts)},
    )


def _read_surroundings(
    inputs: Mapping[str, Path],
    edition: Edition,
    words: Mapping[str, Language],
    faults: FaultLog,
) -> Tables:
    spoken = edition.metadata.languages
    countries = read_countries(inputs[COUNTRIES_FILE], faults, spoken)
    names = read_names(inputs[NAMES_FILE], faults, spoken) if _exists(inputs[NAMES_FILE]) else {}
    documents = inputs[SOURCES_FILE]
    if not any(kind == "group" for kind, _ in names):
        names |= _continents(words)
        countries = {
            code: country.model_copy(update={"region": country.continent})
            for code, country in countries.items()
        }
    return Tables(
        presences=[],
        countries=countries,
        names=names,
        sources=read_sources(documents, faults) if _exists(documents) else {},
        country_names=read_country_names(inputs[COUNTRY_NAMES_FILE], faults),
        seas=read_seas(inputs[SEAS_FILE], faults, spoken),
    )


def _exists(path: Path) -> bool:
    return table_path(path).exists()


def _continents(words: Mapping[str, Language]) -> dict[tuple[str, str], Name]:
    """Return the regions of M49 as groups, named in every language."""
    ids = [word for word in next(iter(words.values())).words if word.startswith(CONTINENT)]
    ids.remove(f"{CONTINENT}unstated")
    return {
        ("group", word.removeprefix(CONTINENT)): Name.model_validate(
            WITHOUT_PLACE
            | {"key": word.removeprefix(CONTINENT)}
            | {code: language.words[word] for code, language in words.items()}
        )
        for word in ids
    }
