"""What a workbook hides or merges is named, with its rows and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl.worksheet.filters import FilterColumn

from tests.support.workbooks import LAST, notes, workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from tests.support.folder import Folder

KEEP = "and delete what is not intended for the map"
COLUMNS_NOTE = (
    "the column is hidden, and read like all others; show it, and empty the cells that are not "
    "intended for the map"
)


def by_hand(sheet: Worksheet) -> None:
    """Hide two rows, and blank ones under the list."""
    for row in (7, 12, LAST + 3):
        sheet.row_dimensions[row].hidden = True


def the_first(sheet: Worksheet) -> None:
    """Hide the header and the row under it."""
    for row in (1, 2):
        sheet.row_dimensions[row].hidden = True


def by_group(sheet: Worksheet) -> None:
    """Fold a group of rows."""
    sheet.row_dimensions.group(20, 24, outline_level=1, hidden=True)


def by_height(sheet: Worksheet) -> None:
    """Draw a row so low that it is not seen."""
    sheet.row_dimensions[9].height = 0.5


def by_filter(sheet: Worksheet) -> None:
    """Filter by two columns, which hides a row."""
    sheet.auto_filter.ref = f"B1:Q{LAST}"
    sheet.auto_filter.add_filter_column(1, ["adviser"])
    sheet.auto_filter.add_filter_column(4, ["KEN"])
    sheet.row_dimensions[3].hidden = True


def by_idle_filter(sheet: Worksheet) -> None:
    """Set a filter that no program has applied yet."""
    sheet.auto_filter.ref = f"A1:Q{LAST}"
    sheet.auto_filter.add_filter_column(2, ["adviser"])


def arrows_alone(sheet: Worksheet) -> None:
    """Show the arrows of a filter but for one, without a condition, and sort by a column."""
    sheet.auto_filter.ref = f"A1:Q{LAST}"
    sheet.auto_filter.filterColumn.append(FilterColumn(colId=2, hiddenButton=True))
    sheet.auto_filter.add_sort_condition(f"C2:C{LAST}")


def columns(sheet: Worksheet) -> None:
    """Hide a column of the list, one in a group, and one that the map does not know."""
    sheet.column_dimensions["P"].hidden = True
    sheet.column_dimensions.group("I", "J", hidden=True)
    sheet.column_dimensions["R"].hidden = True


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (by_hand, [f"7: rows 7 and 12 are hidden, and read like all others; show them, {KEEP}"]),
        (the_first, [f"2: row 2 is hidden, and read like all others; show them, {KEEP}"]),
        (by_group, [f"20: rows 20–24 are hidden, and read like all others; show them, {KEEP}"]),
        (by_height, [f"9: row 9 is hidden, and read like all others; show them, {KEEP}"]),
        (
            by_filter,
            [
                (
                    "3: row 3 is filtered out (by category, country), and read like all others; "
                    f"clear the filter, {KEEP}"
                )
            ],
        ),
        (
            by_idle_filter,
            [
                (
                    "1: a filter is set (by category) and hides no row yet; each is read like all "
                    "others; clear the filter"
                )
            ],
        ),
        (arrows_alone, []),
        (columns, [f"1: {name}: {COLUMNS_NOTE}" for name in ("latitude", "longitude", "sources")]),
    ],
)
def test_what_is_hidden_is_noted(
    tmp_path: Path, edit: Callable[[Worksheet], None], expected: list[str]
) -> None:
    """It is read all the same, and the person who cannot see it is told which rows it is."""
    workbook(tmp_path, edit)
    assert notes(tmp_path) == expected


def test_columns_of_ones_own_may_be_hidden_and_merged(tmp_path: Path) -> None:
    """The map leaves them out anyway."""

    def edit(sheet: Worksheet) -> None:
        sheet.column_dimensions["R"].hidden = True
        sheet.merge_cells("R5:R8")
        sheet["R9"] = "=1+1"

    workbook(tmp_path, edit, more=True)
    assert notes(tmp_path) == [
        "1: remarks: the map knows no such column; it stays in the file and is left out"
    ]


def test_notes_of_a_workbook_are_reported_by_the_check(folder: Folder) -> None:
    """Of every table, beside those of the list itself."""
    (folder.path / "presences.csv").unlink()
    workbook(folder.path, by_hand)
    assert [note.line for note in folder.check().notices] == [7]
