"""All that is read: the tables and settings of one data folder, and the words of the page."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from mapping import boundaries, countries, edition, languages, names, presences, sources
from mapping.edition_reader import read_edition
from mapping.grids import file_of

if TYPE_CHECKING:
    from mapping.errors import Faults

INPUTS = tuple(part.FILE for part in (boundaries, countries, edition, names, presences, sources))


@dataclass(frozen=True)
class Tables:
    """The tables of one data folder: every row that fits, not yet joined."""

    presences: list[presences.Presence]
    countries: dict[str, countries.Country]
    names: dict[tuple[str, str], names.Name]
    sources: dict[str, sources.Source]


@dataclass(frozen=True)
class Lists(Tables):
    """One data folder, read: every part of a map is there."""

    edition: edition.Edition
    boundaries: boundaries.Boundaries
    languages: dict[str, languages.Language]


def read_lists(folder: Path, faults: Faults) -> Tables:
    """Read a data folder: as `Lists`, or as `Tables` alone where no map can be drawn.

    Raises
    ------
    OSError
        There is no such folder.
    """
    next(folder.iterdir(), None)
    words = Path(str(resources.files("mapping") / "words"))
    the_world = boundaries.read_boundaries(folder / boundaries.FILE, faults)
    areas = list(the_world.areas.index) if the_world else []
    the_edition = read_edition(folder / edition.FILE, areas, faults)
    rows = presences.read_presences(folder / presences.FILE, faults)
    codes = countries.read_countries(folder / countries.FILE, faults)
    known = names.read_names(folder / names.FILE, faults)
    documents = sources.read_sources(folder / sources.FILE, faults)
    spoken = languages.read_languages(words, faults)
    if the_edition is None or the_world is None:
        return Tables(rows, codes, known, documents)
    return Lists(rows, codes, known, documents, the_edition, the_world, spoken)


def inputs(folder: Path) -> list[Path]:
    """Give the files that a map is made from; a spreadsheet where it stands for a table."""
    return [file_of(folder / name) for name in INPUTS]
