"""Where the data lies: the folder in use, and the packaged one that completes it."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from mapping.errors import WrongUseError

if TYPE_CHECKING:
    from mapping.errors import FaultLog

EDITION = "edition.toml"  # what makes a folder a data folder
NOT_WRITTEN_TO = (
    "{folder}: the packaged list is not written to; name a folder of your own with --data, "
    "or make one: presence-map new my-list"
)
# What is the same for every list: a folder that has none of its own uses the packaged one.
SHARED = (
    "boundaries.page.topojson",
    "boundaries.print.topojson",
    "countries.csv",
    "country-names.csv",
)


def packaged_folder() -> Path:
    """Return the data that comes with the program: in the package, or beside it in a checkout."""
    inside = Path(str(resources.files("mapping") / "geodata"))
    return inside if inside.is_dir() else Path(__file__).parent.parent.parent / "geodata"


def own(given: Path | None) -> Path | None:
    """Choose the data of whoever runs the program, `None` where they have none.

    It is the folder given, else the working folder where it holds an edition, else ./geodata.
    """
    here = Path("geodata")
    if given is None and (Path.cwd() / EDITION).is_file():
        return Path.cwd()
    return given or (here if here.is_dir() else None)


def choose_folder(given: Path | None) -> Path:
    """Choose the data to read: one's own, else the packaged."""
    return own(given) or packaged_folder()


def to_change(given: Path | None) -> Path:
    """Choose the data to write to; raise `WrongUseError` where they are the packaged.

    In a checkout the packaged data are the maintainers' own: who stands there, or names them,
    may change them. Those of an installed package nobody may.
    """
    folder, inside = own(given), Path(str(resources.files("mapping") / "geodata"))
    installed = folder and folder.is_dir() and inside.is_dir() and folder.samefile(inside)
    if folder is None or installed:
        raise WrongUseError(NOT_WRITTEN_TO.format(folder=packaged_folder()))
    return folder


def find_file(folder: Path, name: str, faults: FaultLog) -> Path:
    """Find a file of a data folder, which may be the packaged one where all lists share it.

    A link that leads out of the folder is a fault: whoever hands over a folder must not reach
    other files of this machine through it.
    """
    path = folder / name
    here = [file for file in folder.iterdir() if file.stem.lower() == path.stem]
    if name in SHARED and not here:
        return packaged_folder() / name
    for file in here:
        if not file.resolve().is_relative_to(folder.resolve()):
            remedy = "put the file itself into the folder"
            faults.add(file.name, 1, "the file is a link that leads out of the data folder", remedy)
    return path
