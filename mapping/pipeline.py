"""From a data folder to the map. Read this first: it is the table of contents of the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping import assets, edition, exports, oembed, page
from mapping.atlas import Atlas, join
from mapping.completeness import check_footnotes, check_totals, counts
from mapping.consistency import check_consistency
from mapping.errors import Faults
from mapping.files import write_all
from mapping.lists import Lists, read_lists
from mapping.record import record
from mapping.references import check_references
from mapping.verify import PRODUCTS, RECORD

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
    write(output, products)
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
    products[RECORD] = record(atlas.lists, counts(atlas.lists), products)
    return atlas, products


def write(output: Path, products: dict[str, bytes]) -> None:
    """Write the products, each whole; those of an earlier build that are none any more go."""
    write_all(output, products, gone=set(PRODUCTS) - set(products))


def check(data: Path, progress: Callable[[str], None]) -> Atlas:
    """Read, check and join a data folder; raise `DataError` with every fault there is."""
    faults = Faults()
    progress("read")
    lists = read_lists(data, faults)
    progress("check")
    sound = check_references(lists, faults)
    check_consistency(lists, faults)
    if not isinstance(lists, Lists):
        raise faults.error()
    check_totals(lists, faults)
    check_footnotes(lists, data / edition.FILE, faults)
    progress("join")
    atlas = join(lists, sound, faults)
    faults.raise_if_any()
    return atlas
