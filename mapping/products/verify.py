"""Whether an output folder holds one build's products, all of them and whole."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from mapping.errors import FaultLog
from mapping.files.atomic import PARTIAL, sha256

MANIFEST = "build.json"
PRINTED = "print"  # the folder of the printed maps, within that of the products
# All that a build may write beside its record; one that it did not write must not lie there.
PRODUCT_NAMES = (
    "map.html",
    "embed.js",
    "presences.geojson",
    "presences.csv",
    "oembed.json",
    "changes.md",
)
# A link that Markdown does not show: others may keep a changes.md of their own in the folder.
GENERATED_MARKER = b"[//]: # (made by presence-map)\n"
CHANGES_FILE = "changes.md"
SHA_256 = re.compile(r"[0-9a-f]{64}")
REBUILD_HINT = "build again: presence-map build"
REPRINT_HINT = "print again: presence-map print"


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
    OSError
        There is no such folder, or it cannot be read.
    """
    next(folder.iterdir(), None)
    faults = FaultLog()
    made = _read(folder, "", faults)
    _compare(folder, made, "", faults)
    for name in PRODUCT_NAMES:
        if made and name not in made["products"] and is_product(folder / name):
            wrong = f"{MANIFEST} does not know this file, which has the name of a product"
            faults.add(name, 1, wrong, "move it to another folder, or remove it")
    if (folder / PRINTED / MANIFEST).exists():
        _verify_printed(folder, made, faults)
    faults.raise_if_any()
    return made


def _verify_printed(folder: Path, made: dict[str, Any], faults: FaultLog) -> None:
    prefix = f"{PRINTED}/"
    printed = _read(folder, prefix, faults)
    _compare(folder, printed, prefix, faults)
    theirs = printed.get("inputs", {})
    if made and printed and any(theirs.get(name) != sum_ for name, sum_ in made["inputs"].items()):
        wrong = "the printed maps are of other data than the rest"
        faults.add(prefix + MANIFEST, 1, wrong, REPRINT_HINT)


def _compare(folder: Path, made: dict[str, Any], prefix: str, faults: FaultLog) -> None:
    """Hold the files of a folder, or of one within it, against the record of their making."""
    again = REPRINT_HINT if prefix else REBUILD_HINT
    for name, checksum in sorted(made.get("products", {}).items()):
        path = folder / prefix / name
        if not path.is_file():
            faults.add(prefix + name, 1, f"the product is missing from {folder}", again)
        elif sha256(path.read_bytes()) != checksum:
            wrong = f"this is not the file that {MANIFEST} was written with"
            faults.add(prefix + name, 1, wrong, f"move it away or remove it, then {again}")
    for path in sorted((folder / prefix).glob(f".*{PARTIAL}")):
        faults.add(prefix + path.name, 1, "a build that was stopped left this behind", again)


def is_product(path: Path) -> bool:
    """Whether there is a file that bears a product's name, and a build wrote it."""
    return path.is_file() and (
        path.name != CHANGES_FILE or path.read_bytes().startswith(GENERATED_MARKER)
    )


def record_in(path: Path) -> dict[str, Any] | None:
    """Return the record of a build that a file holds, or `None` where it holds none."""
    try:
        made = json.loads(path.read_bytes())
    except (FileNotFoundError, IsADirectoryError, ValueError, RecursionError):
        return None
    parts = [made.get(part) for part in ("products", "inputs")] if isinstance(made, dict) else []
    sound = all(isinstance(part, dict) and all(map(_is_sum, part.values())) for part in parts)
    named = parts and sound and all(Path(name).name == name for name in made["products"])
    return made if named else None


def _is_sum(checksum: object) -> bool:
    return isinstance(checksum, str) and SHA_256.fullmatch(checksum) is not None


def _read(folder: Path, prefix: str, faults: FaultLog) -> dict[str, Any]:
    file, again = prefix + MANIFEST, REPRINT_HINT if prefix else REBUILD_HINT
    made = record_in(folder / file)
    if made is None:
        there = (folder / file).exists()
        wrong = "this is no record of a build" if there else "the record of the build is missing"
        faults.add(file, 1, wrong, again)
    return made or {}
