"""Where the data lies: the folder in use, and the packaged one that completes it."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapping.errors import Faults

# What is the same for every list: a folder that has none of its own uses the packaged one.
SHARED = ("boundaries.page.topojson", "boundaries.print.topojson", "countries.csv")


def packaged() -> Path:
    """Give the data that comes with the program: in the package, or beside it in a checkout."""
    inside = Path(str(resources.files("mapping") / "geodata"))
    return inside if inside.is_dir() else Path(__file__).parent.parent / "geodata"


def in_use(given: Path | None) -> Path:
    """Choose the data: the folder given, else ./geodata where it stands, else the packaged one."""
    here = Path("geodata")
    return given or (here if here.is_dir() else packaged())


def locate(folder: Path, name: str, faults: Faults) -> Path:
    """Find a file of a data folder, which may be the packaged one where all lists share it.

    A link that leads out of the folder is a fault: whoever hands over a folder must not reach
    other files of this machine through it.
    """
    path = folder / name
    here = list(folder.glob(f"{path.stem}.*"))
    if name in SHARED and not here:
        return packaged() / name
    for file in here:
        if not file.resolve().is_relative_to(folder.resolve()):
            remedy = "put the file itself into the folder"
            faults.add(file.name, 1, "the file is a link that leads out of the data folder", remedy)
    return path
