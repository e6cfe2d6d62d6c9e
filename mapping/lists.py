"""All that is read: the tables and settings of one data folder, and the words of the page."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from mapping import boundaries, countries, edition, languages, names, presences, sources
from mapping.edition_reader import read_edition
from mapping.errors import DataError
from mapping.folders import locate
from mapping.texts import LANGUAGES

if TYPE_CHECKING:
    from mapping.errors import Faults

INPUTS = tuple(part.FILE for part in (boundaries, countries, edition, names, presences, sources))


@dataclass(frozen=True)
class Lists:
    """One data folder, read: every row that fits, not yet joined.

    `languages` are those that the edition speaks, each with the edition's own words; `inputs` says
    where each file was found.
    """

    presences: list[presences.Presence]
    countries: dict[str, countries.Country]
    names: dict[tuple[str, str], names.Name]
    sources: dict[str, sources.Source]
    edition: edition.Edition
    boundaries: boundaries.Boundaries
    languages: dict[str, languages.Language]
    inputs: dict[str, Path]


def read_lists(folder: Path, faults: Faults, listing: Path | None = None) -> Lists:
    """Read a data folder; `listing` is a list of presences to read in place of the folder's own.

    Raises
    ------
    DataError
        A file without which nothing else can be checked is missing or unreadable; lists the
        faults of all files.
    """
    inputs = {name: locate(folder, name, faults) for name in INPUTS}
    inputs[presences.FILE] = listing or inputs[presences.FILE]
    words = languages.read_languages(Path(str(resources.files("mapping") / "words")), faults)
    the_world = boundaries.read_boundaries(inputs[boundaries.FILE], faults)
    areas = list(the_world.areas.index) if the_world else []
    reference = words[languages.REFERENCE].words
    the_edition = read_edition(inputs[edition.FILE], areas, reference, faults)
    spoken = the_edition.edition.languages if the_edition else LANGUAGES
    rows = presences.read_presences(inputs[presences.FILE], faults)
    codes = countries.read_countries(inputs[countries.FILE], faults, spoken)
    known = names.read_names(inputs[names.FILE], faults, spoken)
    documents = sources.read_sources(inputs[sources.FILE], faults)
    if the_edition is None or the_world is None:
        raise DataError(faults.found)
    speaking = {code: words[code].with_words(the_edition.own_words) for code in spoken}
    return Lists(rows, codes, known, documents, the_edition, the_world, speaking, inputs)
