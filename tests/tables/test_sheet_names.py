"""It is said which sheet of a workbook was read, where that is not plain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart

from tests.support.saving import read, save_sheet, told
from tests.support.workbooks import ROWS, notes

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("title", "first", "state", "expected"),
    [
        ("presences", "notes", "visible", []),
        (" Presences ", "notes", "visible", []),
        ("List", None, "visible", [("no sheet is called 'presences': 'List' was read; give the "
                                   "intended sheet the name 'presences'")]),
        ("List", "cover", "hidden", [("no sheet is called 'presences': 'List' was read, and "
                                      "not 'cover'; give the intended sheet the name "
                                      "'presences'")]),
    ],
)  # fmt: skip
def test_it_is_said_which_sheet_was_read(
    tmp_path: Path,
    title: str,
    first: str | None,
    state: Literal["visible", "hidden"],
    expected: list[str],
) -> None:
    """Where none bears the name of the table, the first that a person sees."""
    save_sheet(tmp_path / "presences.xlsx", [list(row) for row in ROWS], title, first, state)
    assert notes(tmp_path) == [f"1: {note}" for note in expected]


def test_a_hidden_sheet_of_the_right_name_is_reported(tmp_path: Path) -> None:
    """It is read, and nobody can see what is read."""
    book = Workbook()
    book.create_sheet("presences").sheet_state = "veryHidden"
    for row in ROWS:
        book["presences"].append(row)
    book.save(tmp_path / "presences.xlsx")
    assert notes(tmp_path) == [
        (
            "1: the sheet 'presences' is hidden, and was read; "
            "show it, and check that it is the intended one"
        )
    ]


def test_every_sheet_that_was_passed_over_is_named(tmp_path: Path) -> None:
    """One after the other, as they stand in the workbook."""
    book = Workbook()
    book.worksheets[0].title = "List"
    for row in ROWS:
        book["List"].append(row)
    for title in ("notes", "closed"):
        book.create_sheet(title)
    book.save(tmp_path / "presences.xlsx")
    [note] = notes(tmp_path)
    assert "'List' was read, and not 'notes', 'closed'; give" in note


def test_charts_are_no_sheets(tmp_path: Path) -> None:
    """A workbook that begins with a chart is read; one that has nothing else is refused."""
    book = Workbook()
    book.create_chartsheet("figures", 0).add_chart(BarChart())
    for row in ROWS:
        book["Sheet"].append(row)
    book.save(tmp_path / "presences.xlsx")
    assert "'Sheet' was read" in notes(tmp_path)[0]
    book.remove(book["Sheet"])
    book.save(tmp_path / "presences.xlsx")
    [fault] = told(read(tmp_path)[1])
    assert "the spreadsheet cannot be read (it has no sheet of cells)" in fault
