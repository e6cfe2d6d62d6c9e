"""Of merged cells only the first has a value: the others are named, and no fault follows."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from mapping.errors import merge_faults
from tests.support.saving import read
from tests.support.workbooks import COLUMN, ROWS, workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from tests.support.folder import Folder

UNMERGE = "unmerge the cells and write into each what it is to hold"


def faults(folder: Path) -> list[str]:
    """Read the list; give its faults, gathered."""
    return [
        str(one).removeprefix("presences.xlsx:") for one in merge_faults(read(folder)[1].faults)
    ]


def merge(*blocks: str) -> Callable[[Worksheet], None]:
    """Return an edit that merges blocks of cells, each with a value in its first."""

    def edit(sheet: Worksheet) -> None:
        for block in blocks:
            first = sheet[block.partition(":")[0]]
            first.value = first.value or "g"
            sheet.merge_cells(block)

    return edit


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (["L27:L28"], [("28: footnotes: the cell is merged with L27 in row 27, which alone has the "
                       f"value 'g'; {UNMERGE}")]),
        (["L27:L30"], [("28: footnotes: the cell is merged with L27 in row 27, which alone has the "
                       f"value 'g' (rows 28–30); {UNMERGE}")]),
        (["C5:D5"], [("5: category_certain: the cell is merged with C5 in row 5, which alone has "
                     f"the value '{ROWS[4][2]}'; {UNMERGE}")]),
        ([f"F{n}:F{n + 1}" for n in range(10, 26, 2)],
         [("11: country: the cell is merged with F10 in row 10, which alone has the value "
          f"'{ROWS[9][5]}', and 7 others likewise (rows 11, 13, 15, 17, 19, 21, 23 and 25); "
          f"{UNMERGE}")]),
        (["R27:R28"], []),
    ],
)  # fmt: skip
def test_merged_cells_are_named(tmp_path: Path, blocks: list[str], expected: list[str]) -> None:
    """Over rows, over columns, in a column that must be filled in, and under the list."""
    workbook(tmp_path, merge(*blocks))
    found = faults(tmp_path)
    assert [one for one in found if "merged" in one] == expected
    assert "the cell is empty" not in "".join(found)


def test_empty_cells_may_be_merged(tmp_path: Path) -> None:
    """Nothing is lost with them."""

    def edit(sheet: Worksheet) -> None:
        sheet.merge_cells(start_row=3, end_row=5, start_column=7, end_column=7)
        for row in (3, 4, 5):
            assert not ROWS[row - 1][6]

    workbook(tmp_path, edit)
    assert faults(tmp_path) == []


def broken_formula(cell: object) -> Callable[[Worksheet], None]:
    """Return an edit that puts into each row of a column what is no text."""

    def edit(sheet: Worksheet) -> None:
        for row in range(2, len(ROWS) + 1):
            sheet.cell(row, COLUMN["as_of"]).value = cell  # type: ignore[assignment]

    return edit


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=A1", "formula without a value"),
        (dt.date(2022, 5, 1), "date (2022-05-01 00:00:00)"),
    ],
)  # fmt: skip
def test_a_column_of_no_texts_is_one_fault(tmp_path: Path, cell: object, expected: str) -> None:
    """It lists the rows."""
    workbook(tmp_path, broken_formula(cell))
    [fault] = faults(tmp_path)
    assert fault.startswith(f"2: as_of: the cell holds a {expected} (rows 2–{len(ROWS)}); ")


@pytest.mark.parametrize("column", ["id", "category", "country", "footnotes", "sources"])
def test_a_cell_that_is_lost_brings_no_other_fault(folder: Folder, column: str) -> None:
    """It is not also empty; its row's footnote is not also missing."""

    def edit(sheet: Worksheet) -> None:
        for row in range(2, len(ROWS) + 1):
            sheet.cell(row, COLUMN[column]).value = "#REF!"

    (folder.path / "presences.csv").unlink()
    workbook(folder.path, edit)
    [fault] = folder.faults()
    assert f"2: {column}: the cell holds an error (#REF!) (rows 2–" in fault
