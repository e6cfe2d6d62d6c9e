"""From a data folder to the map. Read this first: it is the table of contents of the project."""

from __future__ import annotations

import json
from importlib import metadata
from typing import TYPE_CHECKING

from mapping import assets, exports, oembed, page
from mapping.atlas import Atlas, join
from mapping.completeness import check_totals, tally
from mapping.errors import Faults
from mapping.files import sha256, write_all
from mapping.lists import INPUTS, read_lists
from mapping.references import check_references

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def build(data: Path, output: Path, progress: Callable[[str], None]) -> tuple[Atlas, list[Path]]:
    """Read, check, join, draw and write.

    Parameters
    ----------
    data
        The data folder (see ``geodata/README.md``).
    output
        Where the products go; made where it does not exist.
    progress
        Told the name of each act as it begins.

    Returns
    -------
    tuple
        The atlas, and the files written.

    Raises
    ------
    DataError
        Anything at all is wrong in the data; lists every fault, and nothing is written.
    """
    atlas, products = make(data, progress)
    progress("write")
    write_all(output, products)
    return atlas, [output / name for name in products]


def make(data: Path, progress: Callable[[str], None]) -> tuple[Atlas, dict[str, bytes]]:
    """Read, check, join and draw: give the atlas and every product by name, and write nothing."""
    atlas = check(data, progress)
    progress("draw")
    products = {
        "map.html": page.render(atlas),
        "embed.js": assets.own("embed.js").encode(),
        "presences.geojson": exports.geojson(atlas),
        "presences.csv": exports.table(atlas),
    }
    if atlas.lists.edition.edition.address:
        products[oembed.FILE] = oembed.oembed(atlas.lists.edition)
    products["build.json"] = record(data, atlas, products)
    return atlas, products


def check(data: Path, progress: Callable[[str], None]) -> Atlas:
    """Read, check and join a data folder; raise `DataError` with every fault there is."""
    faults = Faults()
    progress("read")
    lists = read_lists(data, faults)
    progress("check")
    sound = check_references(lists, faults)
    check_totals(lists, faults)
    progress("join")
    atlas = join(lists, sound, faults)
    faults.raise_if_any()
    return atlas


def record(data: Path, atlas: Atlas, products: dict[str, bytes]) -> bytes:
    """Say what was made from what: checksums, the data's version, the counts; no clock."""
    made = {
        "program": metadata.version("presence-map"),
        "data_version": atlas.lists.edition.edition.version,
        "counts": {
            one.category.key: {
                "found": one.found,
                "expected": one.category.expected,
                "candidates": one.candidates,
            }
            for one in tally(atlas.lists)
        },
        "inputs": {name: sha256((data / name).read_bytes()) for name in sorted(INPUTS)},
        "products": {name: sha256(content) for name, content in sorted(products.items())},
    }
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()
