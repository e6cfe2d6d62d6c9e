"""The page's own files, and Leaflet's, which come from a package and are checked before use."""

from __future__ import annotations

from mapping.errors import DataError, Fault
from mapping.files.atomic import sha256
from mapping.files.paths import LEAFLET, WEB

LEAFLET_SHA256 = {
    "leaflet.js": "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
    "leaflet.css": "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
}


def read_asset(name: str) -> str:
    """Read one of the page's own files.

    Raises
    ------
    DataError
        It is not UTF-8.
    """
    try:
        return WEB.joinpath(name).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise DataError(
            [Fault(name, 1, f"this is no text ({error})", "save it as UTF-8")]
        ) from None


def read_leaflet(name: str) -> str:
    """Read one of Leaflet's files, with LF line ends and without the link to its source map.

    Raises
    ------
    DataError
        The installed package is not the one that was reviewed.
    """
    content = LEAFLET.joinpath(name).read_bytes()
    if sha256(content) != LEAFLET_SHA256[name]:
        wrong = "this is not the file of Leaflet 1.9.4 that was reviewed"
        raise DataError([Fault(name, 1, wrong, "install the locked packages again")])
    text = content.decode().replace("\r\n", "\n")
    return text.partition("//# sourceMappingURL=")[0]
