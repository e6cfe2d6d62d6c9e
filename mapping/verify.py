"""Whether an output folder holds one build's products, all of them and whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mapping.errors import Faults
from mapping.files import PARTIAL, sha256

RECORD = "build.json"
# All that a build may write beside its record; one that it did not write must not lie there.
PRODUCTS = ("map.html", "embed.js", "presences.geojson", "presences.csv", "oembed.json")
AGAIN = "build again: presence-map build"


def verify(folder: Path) -> dict[str, Any]:
    """Check that an output folder holds one build's products, all of them and whole.

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
    made = _read(folder, faults)
    named = dict(made.get("products", {}))
    for name, checksum in sorted(named.items()):
        path = folder / name
        if not path.is_file():
            faults.add(name, 1, f"the product is missing from {folder}", AGAIN)
        elif sha256(path.read_bytes()) != checksum:
            wrong = f"this is not the file that {RECORD} was written with"
            faults.add(name, 1, wrong, AGAIN)
    for name in PRODUCTS:
        if made and name not in named and (folder / name).exists():
            faults.add(
                name, 1, f"{RECORD} does not know this product: it is an older build's", AGAIN
            )
    for path in sorted(folder.glob(f".*{PARTIAL}")):
        faults.add(path.name, 1, "a build that was stopped left this behind", AGAIN)
    faults.raise_if_any()
    return made


def _read(folder: Path, faults: Faults) -> dict[str, Any]:
    try:
        made = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        faults.add(RECORD, 1, f"the record of the build cannot be read ({error})", AGAIN)
        return {}
    products = made.get("products") if isinstance(made, dict) else None
    sound = isinstance(products, dict) and all(Path(name).name == name for name in products)
    if not sound:
        faults.add(RECORD, 1, "this is no record of a build", AGAIN)
    return made if sound else {}
