"""From a data folder to the map. Read this first: it is the table of contents of the project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mapping.atlas import Atlas, join
from mapping.changes import formats, versions
from mapping.changes.comparable import read_comparable
from mapping.changes.compare import compare
from mapping.checks.consistency import check_consistency
from mapping.checks.references import check_joined, check_references
from mapping.dataset.reading import Lists, read_lists
from mapping.dataset.totals import check_footnotes, check_totals, counts
from mapping.edition import edition
from mapping.errors import Faults
from mapping.files.atomic import sha256
from mapping.files.data_folder import packaged
from mapping.page import oembed, render
from mapping.products import exports
from mapping.products.manifest import checksums, record
from mapping.products.output_folder import keep_apart, keep_others, publish
from mapping.products.verify import MARK, MARKED, PRODUCTS, RECORD
from mapping.web import bundle

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapping.changes.compare import Difference

SOMETIMES = (oembed.FILE, MARKED)  # products of some builds


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
    WrongUseError
        A product would lie where something is read, or over a file that is not ours.
    """
    refuse(data, output, since)
    atlas, products = make(data, progress, since)
    progress("write")
    write(output, products)
    return atlas, [output / name for name in products]


def make(
    data: Path, progress: Callable[[str], None], since: str | None = None
) -> tuple[Atlas, dict[str, bytes]]:
    """Read, check, join and draw: give the atlas and every product by name, and write nothing."""
    atlas = check(data, progress)
    past = since_then(since, data, atlas, progress) if since is not None else None
    progress("draw")
    products = {
        "map.html": render.render(atlas, past and past.difference),
        "embed.js": bundle.script("embed.js").encode(),
        "presences.geojson": exports.geojson(atlas),
        "presences.csv": exports.table(atlas),
    }
    if atlas.lists.edition.edition.address:
        products[oembed.FILE] = oembed.oembed(atlas.lists.edition)
    if past:
        told = formats.markdown(past.difference, atlas.lists.languages.values())
        products[MARKED] = MARK + told.encode()
    made = {name: sha256(content) for name, content in products.items()}
    products[RECORD] = record(atlas.lists, counts(atlas.lists), made, past and past.inputs)
    return atlas, products


def refuse(data: Path, output: Path, since: str | None = None) -> None:
    """Raise `WrongUseError` where the output folder is no place for products; write nothing."""
    keep_apart(output, [data, packaged(), *([Path(since)] if since else [])])
    always = [name for name in PRODUCTS if name not in SOMETIMES]
    keep_others(output, [*always, *([MARKED] if since is not None else []), RECORD])


def write(output: Path, products: dict[str, bytes]) -> None:
    """Write the products, each whole; those of an earlier build that are none any more go."""
    publish(output, products, stale=PRODUCTS)


def check(data: Path, progress: Callable[[str], None], listing: Path | None = None) -> Atlas:
    """Read, check and join a data folder; raise `DataError` with every fault there is.

    `listing` is a list of presences to read in place of the folder's own.
    """
    faults = Faults()
    progress("read")
    lists = read_lists(data, faults, listing)
    progress("check")
    sound = check_references(lists, faults)
    check_consistency(lists, faults)
    if not isinstance(lists, Lists):
        raise faults.error()
    check_totals(lists, faults)
    check_footnotes(lists, data / edition.FILE, faults)
    progress("join")
    atlas = join(lists, sound, faults)
    check_joined(lists, [place.presence for place in atlas.places], faults)
    faults.raise_if_any()
    return atlas


class Past(NamedTuple):
    """What changed since an earlier list, and the SHA-256 of each of its files by name."""

    difference: Difference
    inputs: dict[str, str]


def since_then(given: str, data: Path, atlas: Atlas, progress: Callable[[str], None]) -> Past:
    """Tell what changed since an earlier list; raise `DataError` where that cannot be read."""
    faults = Faults()
    progress("compare")
    with versions.opened(given, data) as source:
        before = read_comparable(source, faults)
        if before is None:
            raise faults.error()
        return Past(compare(before, atlas), checksums(before.lists))


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
        versions.opened(new, data) as later,
        versions.opened(old, data, beside=later.folder) as earlier,
    ):
        before, after = (read_comparable(source, faults) for source in (earlier, later))
    if before is None or after is None:
        raise faults.error()
    progress("compare")
    return compare(before, after)
