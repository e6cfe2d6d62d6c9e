"""Reading a data folder: its tables, its settings, and the words of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.dataset import boundaries, countries, country_names, names, presences, seas, sources
from mapping.dataset.own_tables import read_own_tables
from mapping.dataset.tables import Tables
from mapping.edition.reading import read_edition
from mapping.files.data_folder import (
    BOUNDARIES_FILE,
    COUNTRIES_FILE,
    COUNTRY_NAMES_FILE,
    EDITION_FILE,
    INPUTS,
    NAMES_FILE,
    PRESENCES_FILE,
    SEAS_FILE,
    SOURCES_FILE,
    find_file,
)
from mapping.files.paths import WORDS
from mapping.i18n import catalog
from mapping.i18n.localized import REFERENCE
from mapping.tables.raw_table import table_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mapping.edition.edition import Edition
    from mapping.errors import FaultLog
    from mapping.files.row_memory import RowMemory


@dataclass(frozen=True)
class Dataset:
    """One data folder, read: every part of a map is there.

    `languages` are those of the edition, each with the edition's own words; `inputs` are
    the files that were read: a spreadsheet where it takes the place of a table.
    """

    tables: Tables
    edition: Edition
    boundaries: boundaries.Boundaries
    languages: dict[str, catalog.Language]
    inputs: tuple[Path, ...]


@dataclass(frozen=True)
class ReadResult:
    """What could be read of a data folder: its tables in any case, all else where it was valid.

    `dataset` is there where a map can be drawn of them.
    """

    tables: Tables
    edition: Edition | None
    dataset: Dataset | None


def read_dataset(
    folder: Path,
    faults: FaultLog,
    listing: Path | None = None,
    memory: RowMemory | None = None,
) -> ReadResult:
    """Read what can be read of a data folder; note what cannot.

    `listing` is a list of presences to read in place of the folder's own; `memory` has what was
    made of its rows before, where that is kept.

    Raises
    ------
    OSError
        There is no such folder.
    """
    next(folder.iterdir(), None)
    inputs = {name: find_file(folder, name, faults) for name in INPUTS}
    inputs[PRESENCES_FILE] = listing or inputs[PRESENCES_FILE]
    words = catalog.read_languages(WORDS, faults)
    world = boundaries.read_boundaries(inputs[BOUNDARIES_FILE], faults)
    areas = [*world.areas] if world else []
    settings = read_edition(inputs[EDITION_FILE], areas, words[REFERENCE], faults)
    if settings and settings.is_own_list:
        words = {code: language.for_any_list() for code, language in words.items()}
        tables = read_own_tables(inputs, settings, world, words, faults, memory=memory)
    else:
        tables = _read_tables(inputs, settings, faults, memory)
    if settings is None or world is None:
        return ReadResult(tables, settings, None)
    spoken = settings.metadata.languages
    speaking: dict[str, catalog.Language] = {
        code: words[code].with_overrides(settings.message_overrides) for code in spoken
    }
    files = tuple(path for path in map(table_path, inputs.values()) if path.is_file())
    return ReadResult(tables, settings, Dataset(tables, settings, world, speaking, files))


def _read_tables(
    inputs: Mapping[str, Path],
    settings: Edition | None,
    faults: FaultLog,
    memory: RowMemory | None,
) -> Tables:
    # The languages of an edition that cannot be read are unknown: none is demanded.
    spoken: tuple[str, ...] = settings.metadata.languages if settings else ()
    return Tables(
        presences.read_presences(inputs[PRESENCES_FILE], faults, memory),
        countries.read_countries(inputs[COUNTRIES_FILE], faults, spoken),
        names.read_names(inputs[NAMES_FILE], faults, spoken),
        sources.read_sources(inputs[SOURCES_FILE], faults),
        country_names.read_country_names(inputs[COUNTRY_NAMES_FILE], faults),
        seas.read_seas(inputs[SEAS_FILE], faults, spoken),
    )
