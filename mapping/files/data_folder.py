"""Which data folder is in use, which may be written to, and which files belong to it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mapping.errors import WrongUseError
from mapping.files.paths import INSTALLED_DATA, packaged_folder

if TYPE_CHECKING:
    from mapping.errors import FaultLog

# The files of a data folder. A table may be a spreadsheet of the same name instead.
EDITION_FILE = "edition.toml"  # what makes a folder a data folder
PRESENCES_FILE = "presences.csv"
NAMES_FILE = "names.csv"
SOURCES_FILE = "sources.csv"
LEFT_OUT_FILE = "left-out.csv"  # written by the program, and never read
CITIES_FILE = "cities.csv.xz"  # the packaged one serves every list
COUNTRIES_FILE = "countries.csv"
COUNTRY_EXONYMS_FILE = "country-exonyms.csv"  # likewise
COUNTRY_NAMES_FILE = "country-names.csv"
SEAS_FILE = "seas.csv"
BOUNDARIES_FILE = "boundaries.page.topojson"
PRINT_BOUNDARIES_FILE = "boundaries.print.topojson"  # the same, as fine as print can show
# What the map is made of: a build records the checksum of each.
INPUTS = (
    BOUNDARIES_FILE,
    COUNTRIES_FILE,
    COUNTRY_NAMES_FILE,
    EDITION_FILE,
    NAMES_FILE,
    PRESENCES_FILE,
    SEAS_FILE,
    SOURCES_FILE,
)
NOT_WRITTEN_TO = (
    "{folder}: the packaged list is not written to; name a folder of your own with --data, "
    "or make one: presence-map new my-list"
)
TAKEN_ALREADY = (
    "{folder}: there is something here already; "
    "name a folder that does not exist yet, or an empty one"
)
# What is the same for every list: a folder without its own uses the packaged one.
SHARED = (
    BOUNDARIES_FILE,
    PRINT_BOUNDARIES_FILE,
    COUNTRIES_FILE,
    COUNTRY_NAMES_FILE,
    SEAS_FILE,
)


def find_own_folder(named: Path | None) -> Path | None:
    """Return the user's own data folder; `None` where there is none.

    It is the folder `named`, else the working folder where it holds an edition, else ./geodata.
    """
    here = Path("geodata")
    if named is None and (Path.cwd() / EDITION_FILE).is_file():
        return Path.cwd()
    return named or (here if here.is_dir() else None)


def choose_folder(named: Path | None) -> Path:
    """Return the data folder to read: the user's own, else the packaged one."""
    return find_own_folder(named) or packaged_folder()


def choose_writable_folder(named: Path | None) -> Path:
    """Return the data folder to write to.

    In a checkout the packaged data are the maintainers' own, and may be changed by working in that
    folder or naming it. The data of an installed package must not be changed.

    Raises
    ------
    WrongUseError
        The folder is the packaged one.
    """
    folder = find_own_folder(named)
    installed = folder and folder.is_dir() and INSTALLED_DATA.is_dir()
    if folder is None or (installed and folder.samefile(INSTALLED_DATA)):
        raise WrongUseError(NOT_WRITTEN_TO.format(folder=packaged_folder()))
    return folder


def refuse_taken(folder: Path) -> None:
    """Do nothing where a new data folder can be made.

    Raises
    ------
    WrongUseError
        There is something in the folder already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WrongUseError(TAKEN_ALREADY.format(folder=folder))


def find_file(folder: Path, name: str, faults: FaultLog) -> Path:
    """Return the path of a file of a data folder; of the packaged one where all lists share it.

    A link that leads out of the folder is a fault: a folder from somebody else must not reach other
    files of this machine.
    """
    path = folder / name
    here = [file for file in folder.iterdir() if file.stem.lower() == path.stem]
    if name in SHARED and not here:
        return packaged_folder() / name
    for file in here:
        if not Path(os.path.realpath(file)).is_relative_to(folder.resolve()):  # of a loop too
            remedy = "put the file itself into the folder"
            faults.add(file.name, 1, "the file is a link that leads out of the data folder", remedy)
    return path
