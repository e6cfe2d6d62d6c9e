"""All that is read: the tables and settings of one data folder, and the words of the page."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from mapping import boundaries, countries, edition, languages, names, presences, sources
from mapping.edition_reader import read_edition
from mapping.errors import DataError

if TYPE_CHECKING:
    from mapping.errors import Faults

INPUTS = tuple(part.FILE for part in (boundaries, countries, edition, names, presences, sources))


@dataclass(frozen=True)
class Lists:
    """One data folder, read: every row that fits, not yet joined."""

    presences: list[presences.Presence]
    countries: dict[str, countries.Country]
    names: dict[tuple[str, str], names.Name]
    sources: dict[str, sources.Source]
    edition: edition.Edition
    boundaries: boundaries.Boundaries
    languages: dict[str, languages.Language]


def read_lists(folder: Path, faults: Faults, listing: Path | None = None) -> Lists:
    """Read a data folder; `listing` is a list of presences to read in place of the folder's own.

    Raises
    ------
    DataError
        A file without which nothing else can be checked is missing or unreadable; lists the
        faults of all files.
    """
    words = Path(str(resources.files("mapping") / "words"))
    the_world = boundaries.read_boundaries(folder / boundaries.FILE, faults)
    areas = list(the_world.areas.index) if the_world else []
    the_edition = read_edition(folder / edition.FILE, areas, faults)
    rows = presences.read_presences(listing or folder / presences.FILE, faults)
    codes = countries.read_countries(folder / countries.FILE, faults)
    known = names.read_names(folder / names.FILE, faults)
    documents = sources.read_sources(folder / sources.FILE, faults)
    spoken = languages.read_languages(words, faults)
    if the_edition is None or the_world is None:
        raise DataError(faults.found)
    return Lists(rows, codes, known, documents, the_edition, the_world, spoken)
