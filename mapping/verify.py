"""Whether an output folder holds one build's products, all of them and whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mapping.errors import Faults
from mapping.files import PARTIAL, sha256

RECORD = "build.json"
PRINTED = "print"  # the folder of the printed maps, within that of the products
# All that a build may write beside its record; one that it did not write must not lie there.
PRODUCTS = (
    "map.html",
    "embed.js",
    "presences.geojson",
    "presences.csv",
    "oembed.json",
    "changes.md",
)
# A link that Markdown does not show: others may keep a changes.md of their own in the folder.
MARK = b"[//]: # (made by presence-map)\n"
MARKED = "changes.md"
AGAIN = "build again: presence-map build"
PRINT_AGAIN = "print again: presence-map print"


def preview(language: str) -> str:
    """Name the picture of a link to the map, within the folder of the printed maps."""
    return f"preview.{language}.png"


def verify(folder: Path) -> dict[str, Any]:
    """Check that an output folder holds one build's products, all of them and whole.

    Printed maps within it must be whole, and of the same data.

    Returns
    -------
    dict
        The record that they agree with.

    Raises
    ------
    DataError
        A product is missing, is another build's, or lies beside those that the record names.
    """
    faults = Faults()
    made = _read(folder, "", faults)
    _compare(folder, made, "", faults)
    for name in PRODUCTS:
        if made and name not in made["products"] and is_product(folder / name):
            faults.add(
                name, 1, f"{RECORD} does not know this product: it is an older build's", AGAIN
            )
    if (folder / PRINTED / RECORD).exists():
        _verify_printed(folder, made, faults)
    faults.raise_if_any()
    return made


def _verify_printed(folder: Path, made: dict[str, Any], faults: Faults) -> None:
    prefix = f"{PRINTED}/"
    printed = _read(folder, prefix, faults)
    _compare(folder, printed, prefix, faults)
    theirs = printed.get("inputs", {})
    if made and printed and any(theirs.get(name) != sum_ for name, sum_ in made["inputs"].items()):
        wrong = "the printed maps are of other data than the rest"
        faults.add(prefix + RECORD, 1, wrong, PRINT_AGAIN)


def _compare(folder: Path, made: dict[str, Any], prefix: str, faults: Faults) -> None:
    """Hold the files of a folder, or of one within it, against the record of their making."""
    again = PRINT_AGAIN if prefix else AGAIN
    for name, checksum in sorted(made.get("products", {}).items()):
        path = folder / prefix / name
        if not path.is_file():
            faults.add(prefix + name, 1, f"the product is missing from {folder}", again)
        elif sha256(path.read_bytes()) != checksum:
            wrong = f"this is not the file that {RECORD} was written with"
            faults.add(prefix + name, 1, wrong, again)
    for path in sorted((folder / prefix).glob(f".*{PARTIAL}")):
        faults.add(prefix + path.name, 1, "a build that was stopped left this behind", again)


def is_product(path: Path) -> bool:
    """Whether there is a file that bears a product's name, and a build wrote it."""
    return path.is_file() and (path.name != MARKED or path.read_bytes().startswith(MARK))


def _read(folder: Path, prefix: str, faults: Faults) -> dict[str, Any]:
    file, again = prefix + RECORD, PRINT_AGAIN if prefix else AGAIN
    try:
        made = json.loads((folder / file).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        faults.add(file, 1, f"the record of the build cannot be read ({error})", again)
        return {}
    parts = (
        [made.get(part) for part in ("products", "inputs")] if isinstance(made, dict) else [None]
    )
    sound = all(isinstance(part, dict) for part in parts) and all(
        Path(name).name == name for name in made["products"]
    )
    if not sound:
        faults.add(file, 1, "this is no record of a build", again)
    return made if sound else {}
