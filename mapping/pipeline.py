"""From a data folder to the map: the table of contents of the project, to be read first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mapping.atlas import Atlas, join
from mapping.changes import formats, versions
from mapping.changes.compare import compare
from mapping.changes.versions import read_version
from mapping.checks.consistency import check_consistency
from mapping.checks.positions import check_positions
from mapping.checks.references import check_joined, check_references
from mapping.checks.totals import check_footnotes, check_totals
from mapping.dataset.reading import read_dataset
from mapping.dataset.totals import totals_by_category
from mapping.errors import FaultLog, merge_faults
from mapping.files.atomic import sha256
from mapping.files.data_folder import EDITION_FILE
from mapping.files.paths import packaged_folder
from mapping.page import oembed, render
from mapping.products import exports
from mapping.products.left_out import renew_left_out
from mapping.products.manifest import (
    ALWAYS_BUILT,
    CHANGES_FILE,
    CSV_FILE,
    EMBED_SCRIPT,
    GEOJSON_FILE,
    MANIFEST,
    PRODUCT_NAMES,
    build_manifest,
    checksums,
    page_policies,
)
from mapping.products.output_folder import keep_apart, keep_others, publish
from mapping.products.verify import GENERATED_MARKER
from mapping.web import bundle

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapping.changes.compare import Difference
    from mapping.dataset.reading import ReadResult
    from mapping.files.row_memory import RowMemory
    from mapping.page.render import Page
    from mapping.products.exports import ColumnValues


def build(
    data: Path, output: Path, progress: Callable[[str], None], since: str | None = None
) -> tuple[Atlas, list[Path]]:
    """Read, check, join, draw and write, what is left out too; return atlas and files written.

    Parameters
    ----------
    data
        The data folder (see ``geodata/README.md``).
    output
        Where the products go; made where it does not exist.
    progress
        Called with the name of each act as it begins.
    since
        An earlier list, to report what changed: a file, a folder or a git revision.

    Raises
    ------
    DataError
        Anything at all is wrong in the data; lists every fault, and nothing is written.
    UnknownListError
        `since` names nothing that could be read.
    WrongUseError
        A product would be written where something is read, or over a file that no build wrote.
    OSError
        A file cannot be read or written; `TimeoutError` where another build holds `output` for a
        minute. The products that were there are whole.
    """
    refuse(data, output, since)
    drawn = draw(data, progress, since)
    products = make_products(drawn)
    progress("write")
    write(output, products)
    return drawn.atlas, [*map(output.joinpath, products), *renew_left_out(data, drawn.atlas)]


class Drawn(NamedTuple):
    """What every product is made of: the atlas, its table, its page, what changed since another."""

    atlas: Atlas
    table: dict[str, ColumnValues]
    page: Page
    past: Since | None


def draw(data: Path, progress: Callable[[str], None], since: str | None = None) -> Drawn:
    """Read, check, join and draw; write nothing. The parameters are those of `build`.

    Raises
    ------
    DataError
        Anything at all is wrong in the data, or in a file of the page; lists every fault.
    UnknownListError
        `since` names nothing that could be read.
    OSError
        A file cannot be read.
    """
    atlas = check(data, progress)
    past = compare_with(since, data, atlas, progress) if since is not None else None
    progress("draw")
    return draw_atlas(atlas, past)


def draw_atlas(atlas: Atlas, past: Since | None = None) -> Drawn:
    """Return an atlas with its page, and what changed since another list, if that was compared.

    Raises
    ------
    DataError
        A file of the page is not well formed.
    """
    table = exports.read_table(atlas)
    return Drawn(atlas, table, render.build_page(atlas, past and past.difference, table), past)


def make_products(drawn: Drawn) -> dict[str, bytes]:
    """Return every product by name, the manifest last.

    Raises
    ------
    DataError
        A template or a script of the page is not well formed.
    OSError
        A file cannot be read.
    """
    atlas, table, page, past = drawn
    products = {
        **render.render_pages(page),
        EMBED_SCRIPT: bundle.build_script(EMBED_SCRIPT).encode(),
        GEOJSON_FILE: exports.format_geojson(atlas, table),
        CSV_FILE: exports.format_csv(atlas, table),
        **oembed.build_answers(atlas.dataset.edition.metadata),
    }
    if past:
        summary = formats.format_markdown(past.difference, atlas.dataset.languages.values())
        products[CHANGES_FILE] = GENERATED_MARKER + summary.encode()
    made = {name: sha256(content) for name, content in products.items()}
    totals, policies = totals_by_category(atlas.dataset), page_policies(products)
    since = past and past.inputs
    products[MANIFEST] = build_manifest(atlas.dataset, totals, made, policies=policies, since=since)
    return products


def refuse(data: Path, output: Path, since: str | None = None) -> None:
    """Do nothing where the output folder is a place for products.

    Raises
    ------
    WrongUseError
        Something is read from the folder, or it has files of their names that no build wrote.
    """
    keep_apart(output, [data, packaged_folder(), *([Path(since)] if since else [])])
    keep_others(output, [*ALWAYS_BUILT, *([CHANGES_FILE] if since is not None else []), MANIFEST])


def write(output: Path, products: dict[str, bytes]) -> None:
    """Write the products, each whole; those of an earlier build that are none any more go.

    Raises
    ------
    WrongUseError
        One of them would replace a file that no build wrote; nothing is written.
    OSError
        The folder cannot be written to; the products that were there are whole.
    """
    publish(output, products, stale=PRODUCT_NAMES)


def check(data: Path, progress: Callable[[str], None], listing: Path | None = None) -> Atlas:
    """Read, check and join a data folder; write nothing.

    Parameters
    ----------
    data
        The data folder (see ``geodata/README.md``).
    progress
        Called with the name of each act as it begins.
    listing
        A list of presences to read in place of the folder's own.

    Returns
    -------
    Atlas
        Each presence in the order of the list; anchors: longitude before latitude, WGS 84 degrees.

    Raises
    ------
    DataError
        Anything at all is wrong in the data; lists every fault there is.
    OSError
        The folder or a file of it cannot be read.
    """
    found = assess(data, progress, listing)
    if found.atlas is None or found.faults.faults:
        raise found.faults.to_error()
    return found.atlas


class Assessment(NamedTuple):
    """What could be read of a data folder, the presences that can be joined, and every fault."""

    read: ReadResult
    atlas: Atlas | None
    faults: FaultLog


def assess(
    data: Path, progress: Callable[[str], None], listing: Path | None = None,
    memory: RowMemory | None = None,
) -> Assessment:  # fmt: skip
    """Read, check and join what is valid, as `check` does; `memory` has what was made of rows."""
    faults = FaultLog()
    progress("read")
    read = read_dataset(data, faults, listing, memory)
    progress("check")
    valid = check_references(read, faults, memory)
    check_consistency(read, faults)
    if (dataset := read.dataset) is None:
        return Assessment(read, None, faults)
    check_totals(dataset, faults)
    check_footnotes(dataset, data / EDITION_FILE, faults)
    progress("join")
    atlas = join(dataset, valid, memory)
    atlas = check_positions(atlas, faults, memory)
    check_joined(atlas.dataset.tables, [place.presence for place in atlas.places], faults)
    return Assessment(read, replace(atlas, notices=tuple(merge_faults(faults.notices))), faults)


class Since(NamedTuple):
    """What changed since an earlier list, and the SHA-256 of each of its files by name."""

    difference: Difference
    inputs: dict[str, str]


def compare_with(given: str, data: Path, atlas: Atlas, progress: Callable[[str], None]) -> Since:
    """Return what changed since an earlier list: a file, a folder or a git revision.

    Raises
    ------
    DataError
        It cannot be read as far as a comparison needs it; lists every fault.
    UnknownListError
        `given` names nothing that could be read.
    """
    faults = FaultLog()
    progress("compare")
    with versions.open_version(given, data) as source:
        before = read_version(source, faults)
        if before is None:
            raise faults.to_error()
        return Since(compare(before, atlas), checksums(before.dataset))


def changes(old: str, new: str | None, data: Path, progress: Callable[[str], None]) -> Difference:
    """Return what changed from one list to another.

    Parameters
    ----------
    old, new
        A file, a folder or a git revision each; `new` may be ``None`` for the list of `data`.
    data
        The data folder: what the two lists name is looked up in it where they have no own.
    progress
        Called with the name of each act as it begins.

    Raises
    ------
    DataError
        One of the two cannot be read as far as a comparison needs it; lists every fault of both.
    UnknownListError
        One of the two names nothing that could be read.
    OSError
        A file cannot be read.
    """
    faults = FaultLog()
    progress("read")
    with (
        versions.open_version(new, data) as later,
        versions.open_version(old, data, tables_folder=later.folder) as earlier,
    ):
        before, after = (read_version(source, faults) for source in (earlier, later))
    if before is None or after is None:
        raise faults.to_error()
    progress("compare")
    return compare(before, after)
