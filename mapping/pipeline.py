"""From a data folder to the map. Read this first: it is the table of contents of the project."""

from __future__ import annotations

import json
from importlib import metadata
from typing import TYPE_CHECKING, NamedTuple

from mapping import assets, exports, oembed, page, reports, revisions
from mapping.atlas import Atlas, join
from mapping.changes import compare
from mapping.comparable import read_comparable
from mapping.completeness import check_totals, counts
from mapping.errors import DataError, Faults
from mapping.files import sha256, write_all
from mapping.lists import read_lists
from mapping.references import check_references

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mapping.changes import Difference

RECORD = "build.json"

OPTIONAL = (oembed.FILE, reports.FILE)  # products that not every build makes


def build(
    data: Path, output: Path, progress: Callable[[str], None], since: str | None = None
) -> tuple[Atlas, list[Path]]:
    """Read, check, join, draw and write.

    Parameters
    ----------
    data
        The data folder (see ``geodata/README.md``).
    output
        Where the products go; made where it does not exist.
    progress
        Told the name of each act as it begins.
    since
        An earlier list, to tell what changed: a file, a folder or a git revision.

    Returns
    -------
    tuple
        The atlas, and the files written.

    Raises
    ------
    DataError
        Anything at all is wrong in the data; lists every fault, and nothing is written.
    UnknownListError
        `since` names nothing that could be read.
    """
    atlas = check(data, progress)
    earlier = compare_with(since, data, atlas, progress) if since is not None else None
    progress("draw")
    products = {
        "map.html": page.render(atlas, earlier and earlier.difference),
        "embed.js": assets.own("embed.js").encode(),
        "presences.geojson": exports.geojson(atlas),
        "presences.csv": exports.table(atlas),
    }
    if atlas.lists.edition.edition.address:
        products[oembed.FILE] = oembed.oembed(atlas.lists.edition)
    if earlier:
        languages = atlas.lists.languages.values()
        products[reports.FILE] = reports.markdown(earlier.difference, languages).encode()
    products[RECORD] = record(atlas, products, earlier)
    progress("write")
    write_all(output, products, outdated(output, products))
    return atlas, [output / name for name in products]


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


class Earlier(NamedTuple):
    """What changed since an earlier list, and the SHA-256 of each of its files."""

    difference: Difference
    inputs: dict[str, str]


def compare_with(given: str, data: Path, atlas: Atlas, progress: Callable[[str], None]) -> Earlier:
    """Tell what changed since an earlier list; raise `DataError` where that cannot be read."""
    faults = Faults()
    progress("compare")
    with revisions.opened(given, data) as source:
        before = read_comparable(source, faults)
        if before is None:
            raise DataError(faults.found)
        return Earlier(compare(before, atlas), checksums(before))


def changes(old: str, new: str | None, data: Path, progress: Callable[[str], None]) -> Difference:
    """Tell what changed from one list to another, which is that of `data` where none is given.

    Raises
    ------
    DataError
        One of the two cannot be read as far as a comparison needs it; lists every fault of both.
    UnknownListError
        One of the two names nothing that could be read.
    """
    faults = Faults()
    progress("read")
    with (
        revisions.opened(new, data) as later,
        revisions.opened(old, data, beside=later.folder) as earlier,
    ):
        before, after = (read_comparable(source, faults) for source in (earlier, later))
    if before is None or after is None:
        raise DataError(faults.found)
    progress("compare")
    return compare(before, after)


def outdated(output: Path, products: dict[str, bytes]) -> set[str]:
    """Name what an earlier build wrote there and this one does not make; nobody else's files."""
    try:
        earlier = set(json.loads((output / RECORD).read_bytes())["products"])
    except (OSError, ValueError, LookupError, TypeError):
        return set()
    return (earlier & set(OPTIONAL)) - set(products)


def checksums(atlas: Atlas) -> dict[str, str]:
    """Give the SHA-256 of each file that was read."""
    return {name: sha256(path.read_bytes()) for name, path in sorted(atlas.lists.inputs.items())}


def record(atlas: Atlas, products: dict[str, bytes], earlier: Earlier | None) -> bytes:
    """Say what was made from what: checksums, the data's version, the counts; no clock."""
    lists = atlas.lists
    made = {
        "program": metadata.version("presence-map"),
        "data_version": lists.edition.edition.version,
        "counts": counts(lists),
        "inputs": checksums(atlas),
        **({"since": earlier.inputs} if earlier else {}),
        "products": {name: sha256(content) for name, content in sorted(products.items())},
    }
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()
