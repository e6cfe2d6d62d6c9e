"""The header of a list: where it is, and what it calls each column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.importing.any_file import read_any_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "header",
    [
        ["Office;Place;;Web", "Office;Country;City;Web"],  # as merged cells are read
        ["Office;Place;;Web", ";Country;City;"],
        ["Our offices;;;", "Office;Place;;", ";Country;City;Web"],
    ],
)
def test_a_header_may_be_in_two_lines(tmp_path: Path, header: list[str]) -> None:
    """A column is called as the line nearest to its rows says."""
    path = tmp_path / "list.csv"
    rows = ["A;Kenya;Nairobi;example.org", "B;Peru;Lima;"]
    path.write_text("\n".join([*header, *rows]), encoding="utf-8")
    raw = read_any_file(path)
    assert raw.columns == ["Office", "Country", "City", "Web"]
    assert [row[0] for row in raw.rows] == ["A", "B"]


def test_a_column_without_a_name_makes_no_second_line(tmp_path: Path) -> None:
    """The first row says something new under the names that are there."""
    path = tmp_path / "list.csv"
    path.write_text("Office;;City\nA;Kenya;Nairobi\nB;Peru;Lima\n", encoding="utf-8")
    raw = read_any_file(path)
    assert (raw.columns, len(raw.rows)) == (["Office", "column 2", "City"], 2)
