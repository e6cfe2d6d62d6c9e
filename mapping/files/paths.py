"""Where the program's own files are: the only module that asks where a package is installed."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

PACKAGE = Path(str(resources.files("mapping")))
WEB = PACKAGE / "web"
WORDS = PACKAGE / "words"
STARTER = PACKAGE / "starter"
LEAFLET = Path(str(resources.files("js_lib_leaflet"))) / "static" / "js_lib_leaflet"
CHECKOUT = PACKAGE.parent
INSTALLED_DATA = PACKAGE / "geodata"  # in a wheel; in a checkout the data are next to the package


def packaged_folder() -> Path:
    """Return the data folder that comes with the program, installed or in a checkout."""
    return INSTALLED_DATA if INSTALLED_DATA.is_dir() else CHECKOUT / "geodata"


def is_checkout() -> bool:
    """Whether the program runs from a checkout, whose words and page somebody may be editing."""
    return (CHECKOUT / "pyproject.toml").is_file()
