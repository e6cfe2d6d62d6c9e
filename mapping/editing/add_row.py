"""One more presence into ``presences.csv``: tried on a copy, then written in its place."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mapping import pipeline
from mapping.dataset.presences import FILE, Presence
from mapping.dataset.reading import Lists, read_lists
from mapping.dataset.totals import found_and_expected, tally
from mapping.dataset.vocabulary import known_keys
from mapping.editing.row_answers import spellings
from mapping.editing.row_order import line_before
from mapping.errors import Faults
from mapping.files.atomic import change
from mapping.tables.cells import bare
from mapping.tables.csv_dialect import Saved, read_saved
from mapping.tables.raw_table import file_of
from mapping.tables.records import columns_of, may_lack

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mapping.atlas import Atlas, Place
    from mapping.editing.row_answers import Cells
    from mapping.suggestions.name_index import Spellings


@dataclass(frozen=True)
class Opened:
    """A data folder to which a row may be added: `raw` are the bytes of its list at `path`."""

    folder: Path
    path: Path
    raw: bytes
    saved: Saved
    lists: Lists
    spelt: Mapping[str, Spellings]


@dataclass(frozen=True)
class Tried:
    """A list with one row more, not yet written: what it is then, and the row's line in it."""

    content: bytes
    line: int


def opened(folder: Path) -> Opened:
    """Read a data folder.

    Raises
    ------
    DataError
        A table of it cannot be read, or its list is a spreadsheet.
    OSError
        There is no such folder.
    """
    faults, path = Faults(), folder / FILE
    sheet = file_of(path)
    if sheet != path:
        remedy = f"add the row in the spreadsheet, or save it as {FILE} and remove it"
        faults.add(sheet.name, 1, "rows are added to CSV files alone", remedy)
        raise faults.error()
    # First of all: what is changed after this is noticed when the row is written.
    raw = path.read_bytes() if path.is_file() else b""
    lists = read_lists(folder, faults)
    faults.raise_if_any()
    if not isinstance(lists, Lists):
        raise faults.error()
    saved = read_saved(path, list(columns_of(Presence)))
    return Opened(folder, path, raw, saved, lists, spellings(known_keys(lists, faults)))


def tried(to: Opened, row: Cells) -> Tried:
    """Give the list with one row more, in its place; every other byte is as it was.

    Only where the row has something for a column that a table may be without, the header gets it.
    """
    saved, header, first = to.saved, *_header(to.saved)
    for column, field in columns_of(Presence).items():
        if may_lack(field) and row.get(column) and column not in header:
            saved, header = saved.widened(column), [*header, column]
    after = line_before(row["status"], row["category"], row["country"], to.lists) or first
    text, line = saved.insert([row.get(column, "") for column in header], after)
    return Tried(saved.encoding.encode(text), line)


def _header(saved: Saved) -> tuple[list[str], int]:
    line, cells = next(one for one in saved.rows() if any(map(bare, one[1])))
    return [bare(cell) for cell in cells], line


def checked(to: Opened, new: Tried, progress: Callable[[str], None]) -> Atlas:
    """Check the whole folder as it would be with the row; raise `DataError` with every fault."""
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder) / FILE
        listing.write_bytes(new.content)
        return pipeline.check(to.folder, progress, listing)


def write(to: Opened, new: Tried) -> None:
    """Write the list; raise `OSError` where it cannot be, or was changed since it was read."""
    change(to.path, to.raw, new.content)


def effect(to: Opened, place: Place, after: Lists) -> dict[str, str]:
    """Say what the map will show of a new place, and how complete the list will be."""
    labels = {code: place.label[code] for code in after.languages}
    anchor = place.anchor
    point = f"{anchor.latitude:g}, {anchor.longitude:g} ({anchor.position})"
    return labels | {"point": point} | dict(_totals(to.lists, after))


def _totals(before: Lists, after: Lists) -> list[tuple[str, str]]:
    past, now = tally(before), tally(after)
    (found, _), (later, expected) = (found_and_expected(one) for one in (past, now))
    numbers = [("counted", f"{found} → {later} of {expected}")] if found != later else []
    for old, new in zip(past, now, strict=True):
        key = new.category.key
        if old.found != new.found:
            numbers.insert(0, (key, f"{old.found} → {new.found} of {new.category.expected}"))
        if old.candidates != new.candidates:
            candidates = f"{old.candidates} → {new.candidates}, not counted"
            numbers.append((f"{key}, candidates", candidates))
    return numbers
