"""One more presence in ``presences.csv``: checked on a copy, then written in its place."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mapping import pipeline
from mapping.adding.row_answers import name_indexes
from mapping.adding.row_order import preceding_line
from mapping.dataset.presences import Presence
from mapping.dataset.reading import read_dataset
from mapping.dataset.totals import tally_categories, total_counts
from mapping.dataset.vocabulary import build_vocabulary
from mapping.errors import FaultLog
from mapping.files.atomic import replace_if_unchanged
from mapping.files.data_folder import PRESENCES_FILE
from mapping.tables.cells import strip_invisible
from mapping.tables.csv_dialect import CsvText, read_csv_text
from mapping.tables.raw_table import table_path
from mapping.tables.records import columns_of, is_optional

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mapping.adding.row_answers import Cells
    from mapping.atlas import Atlas, Place
    from mapping.dataset.reading import Dataset
    from mapping.suggestions.name_index import NameIndex


@dataclass(frozen=True)
class EditableList:
    """A data folder to which a row may be added: `raw` are the bytes of its list at `path`."""

    folder: Path
    path: Path
    raw: bytes
    csv: CsvText
    dataset: Dataset
    vocabulary: Mapping[str, NameIndex]


@dataclass(frozen=True)
class PendingRow:
    """A list with one more row, not yet written: its content then, and the row's line in it."""

    content: bytes
    line: int


def open_list(folder: Path) -> EditableList:
    """Read a data folder.

    Raises
    ------
    DataError
        A table of it cannot be read, or its list is a spreadsheet.
    OSError
        There is no such folder.
    """
    faults, path = FaultLog(), folder / PRESENCES_FILE
    sheet = table_path(path)
    if sheet != path:
        remedy = f"add the row in the spreadsheet, or save it as {PRESENCES_FILE} and remove it"
        faults.add(sheet.name, 1, "rows are added to CSV files alone", remedy)
        raise faults.to_error()
    # First of all: what is changed after this is noticed when the row is written.
    raw = path.read_bytes() if path.is_file() else b""
    read = read_dataset(folder, faults)
    if read.dataset is None or faults.faults:
        raise faults.to_error()
    csv_text = read_csv_text(path, list(columns_of(Presence)))
    vocabulary = build_vocabulary(read.tables, read.edition, faults)
    return EditableList(folder, path, raw, csv_text, read.dataset, name_indexes(vocabulary))


def insert_row(editable: EditableList, row: Cells) -> PendingRow:
    """Return the list with one more row, in its place; every other byte is as it was.

    Only where the row has something for a column that a table may be without, the header gets it.

    Raises
    ------
    BrokenTableError
        The rows of the list cannot be separated; not in a list that `open_list` returned.
    """
    csv_text, header, first = editable.csv, *_header(editable.csv)
    for column, field in columns_of(Presence).items():
        if is_optional(field) and row.get(column) and column not in header:
            csv_text, header = csv_text.add_column(column), [*header, column]
    after = (
        preceding_line(row["status"], row["category"], row["country"], editable.dataset) or first
    )
    text, line = csv_text.insert([row.get(column, "") for column in header], after)
    return PendingRow(csv_text.encoding.encode(text), line)


def _header(csv_text: CsvText) -> tuple[list[str], int]:
    line, cells = next(one for one in csv_text.rows() if any(map(strip_invisible, one[1])))
    return [strip_invisible(cell) for cell in cells], line


def check_with_row(
    editable: EditableList, new: PendingRow, progress: Callable[[str], None]
) -> Atlas:
    """Check the whole folder as it would be with the row; return what the map would be made of.

    Raises
    ------
    DataError
        Anything is wrong in it; lists every fault.
    OSError
        A file of it cannot be read.
    """
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder) / PRESENCES_FILE
        listing.write_bytes(new.content)
        return pipeline.check(editable.folder, progress, listing)


def write(editable: EditableList, new: PendingRow) -> None:
    """Write the list in the place of the one that was read.

    Raises
    ------
    ChangedError
        The file was changed since it was read, and is left as it is.
    OSError
        It cannot be written, and is left as it is.
    """
    replace_if_unchanged(editable.path, editable.raw, new.content)


def preview_effect(editable: EditableList, place: Place, after: Dataset) -> dict[str, str]:
    """Return what the map will show of a new place, and how complete the list will be, by title."""
    labels = {code: place.label[code] for code in after.languages}
    anchor = place.anchor
    point = f"{anchor.latitude:g}, {anchor.longitude:g} ({anchor.source})"
    return labels | {"point": point} | dict(_totals(editable.dataset, after))


def _totals(before: Dataset, after: Dataset) -> list[tuple[str, str]]:
    past, now = tally_categories(before), tally_categories(after)
    (found, _), (later, expected) = (total_counts(tallies) for tallies in (past, now))
    numbers = [("counted", f"{found} → {later} of {expected}")] if found != later else []
    for old, new in zip(past, now, strict=True):
        key = new.category.key
        if old.found != new.found:
            numbers.insert(0, (key, f"{old.found} → {new.found} of {new.category.expected}"))
        if old.candidates != new.candidates:
            candidates = f"{old.candidates} → {new.candidates}, not counted"
            numbers.append((f"{key}, candidates", candidates))
    return numbers
