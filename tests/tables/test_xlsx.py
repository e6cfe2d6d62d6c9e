"""The list as .xlsx is read in place of the CSV file, with the spreadsheet's own row numbers."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from mapping.commands.app import app
from mapping.errors import merge_faults
from tests.support.folder import ROOT
from tests.support.saving import Dialect, own_rows, read, read_bytes, save_sheet, told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.folder import Folder

ROWS = own_rows()
AS_OF = ROWS[0].index("as_of")
LATITUDE, LONGITUDE = ROWS[0].index("latitude"), ROWS[0].index("longitude")


def typed(cell: str) -> object:
    """Return a cell as a spreadsheet keeps it: numbers as numbers, nothing for a blank."""
    return int(cell) if cell.isdigit() else cell or None


def sheet() -> list[list[object]]:
    """Return the list as a spreadsheet keeps it, one row with a point of its own."""
    rows = [[typed(cell) for cell in row] for row in ROWS]
    rows[3][LATITUDE : LONGITUDE + 1] = [12.5, -1]
    return rows


@pytest.mark.parametrize("title", ["presences", "Presences", "My list"])
def test_a_spreadsheet_gives_the_same_rows(tmp_path: Path, title: str) -> None:
    """From the sheet of the table's name or the first; 2020 and 12.5 are text like any other."""
    text = [[str(cell or "") for cell in row] for row in sheet()]
    plain, _ = read_bytes(tmp_path, Dialect().save(text))
    (tmp_path / "presences.csv").unlink()
    save_sheet(tmp_path / "presences.xlsx", sheet(), title)
    if title == "My list":
        assert "the table is empty" in told(read(tmp_path)[1])[0]
    else:
        rows, faults = read(tmp_path)
        assert (rows, told(faults)) == (plain, [])


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        (dt.date(2023, 2, 1), ("the cell holds a date (2023-02-01 00:00:00); set the cell's format "
                              "to Text and write it again, such as 2020 or 2023-02")),
        ("=2020+2", "the cell holds a formula without a value; write the value itself"),
        ("#N/A", "the cell holds an error (#N/A); write the value itself"),
        ("20\u202e22", ("U+202E (right-to-left override) is not allowed in the text; "
                       "delete the cell and type it anew")),
    ],
)  # fmt: skip
def test_a_cell_that_is_no_text_is_reported(tmp_path: Path, cell: object, fault: str) -> None:
    """Each with the row that the spreadsheet shows, blank rows counted."""
    rows: list[list[object]] = [sheet()[0], [], [], sheet()[1]]
    rows[3][AS_OF] = cell
    save_sheet(tmp_path / "presences.xlsx", rows)
    _, faults = read(tmp_path)
    assert told(faults) == [f"presences.xlsx:4: as_of: {fault}"]


def test_dates_in_many_rows_are_one_fault(tmp_path: Path) -> None:
    """However different the dates are: a format of the column made all of them."""
    rows = sheet()[:8]
    for number, row in enumerate(rows[1:], 1):
        row[AS_OF] = dt.date(2023, 2, number)
    save_sheet(tmp_path / "presences.xlsx", rows)
    [fault] = merge_faults(read(tmp_path)[1].faults)
    assert str(fault).startswith("presences.xlsx:2: as_of: the cell holds a date (2023-02-01 ")
    assert "and 6 others likewise (rows 2–8)" in str(fault)


def test_a_row_with_a_date_has_its_other_faults_reported(tmp_path: Path) -> None:
    """What could not be read hides nothing that stands after it."""
    rows: list[list[object]] = sheet()[:2]
    rows[1][ROWS[0].index("status")] = dt.date(2023, 2, 1)
    rows[1][ROWS[0].index("evidence")] = "hearsay"
    save_sheet(tmp_path / "presences.xlsx", rows)
    columns = [fault.column for fault in read(tmp_path)[1].faults]
    assert sorted(columns) == ["evidence", "status"]


def test_both_files_are_too_many(tmp_path: Path) -> None:
    """Which of the two is the list is for the person to say."""
    save_sheet(tmp_path / "presences.xlsx", sheet())
    rows, faults = read_bytes(tmp_path, Dialect().save(ROWS))
    assert rows == []
    assert told(faults) == [
        (
            "presences.csv:1: presences.xlsx is next to it, and one of the two is out of date; "
            "remove presences.csv or presences.xlsx"
        )
    ]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a spreadsheet", b"id,status\n"])
def test_a_damaged_spreadsheet_is_reported(tmp_path: Path, content: bytes) -> None:
    """Like any file that cannot be read."""
    (tmp_path / "presences.xlsx").write_bytes(content)
    _, faults = read(tmp_path)
    [fault] = told(faults)
    assert fault.startswith("presences.xlsx:1: the spreadsheet cannot be read")


def test_a_map_is_made_from_spreadsheets(folder: Folder, tmp_path: Path) -> None:
    """Any table may be one, and the record of the build names it."""
    before = folder.check()
    for name in ("presences", "names", "sources", "countries"):
        rows = own_rows(f"{name}.csv")
        (folder.path / f"{name}.csv").unlink()
        save_sheet(folder.path / f"{name}.xlsx", [list(row) for row in rows], name)
    output = folder.build(tmp_path / "output")
    assert [one.label for one in folder.check().places] == [one.label for one in before.places]
    assert '"presences.xlsx": ' in (output / "build.json").read_text(encoding="utf-8")


def test_what_a_spreadsheet_needs_is_not_loaded_without_one() -> None:
    """A list of text is not kept waiting."""
    code = (
        "import sys, pathlib; from mapping import pipeline; "
        "pipeline.check(pathlib.Path('geodata'), lambda _: None); "
        "sys.exit('openpyxl' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)  # noqa: S603 (our own code)


def test_a_spreadsheet_is_compared_like_any_list(own_data: Folder, tmp_path: Path) -> None:
    """What changed since last year's workbook is told row by row."""
    kept = [row for row in ROWS if row[0] != "uga-country-office"]
    save_sheet(tmp_path / "past.xlsx", [list(row) for row in kept], "past")
    words = ["changes", str(tmp_path / "past.xlsx"), "--data", str(own_data.path)]
    lines = CliRunner().invoke(app, words).stdout.splitlines()
    assert [line for line in lines if line.startswith("Opened: Uganda")]
    assert not [line for line in lines if line.startswith(("Closed", "Changed", "Moved"))]
