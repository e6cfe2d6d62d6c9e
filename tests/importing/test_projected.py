"""Points in no degrees or exchanged ones are said to be so, and a quotation mark left open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from mapping.errors import DataError
from mapping.importing.any_file import read_any_file
from mapping.importing.list_choices import ListChoices
from mapping.importing.new_list import create_list, read_list

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.importing.new_list import NewList


def made_of(tmp_path: Path, text: str) -> NewList:
    """Make a data folder of a table."""
    file = tmp_path / "list.csv"
    file.write_text(text, encoding="utf-8")
    return create_list(tmp_path / "list", read_list(file), ListChoices(), lambda _: None)


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("x,y", "4098932.5,-143200.1"),  # Web Mercator
        ("Easting,Northing", "257000,9857000"),  # UTM
        ("Coordenada X,Coordenada-Y", "257000,9857000"),
        ("lat,lon", "-1286389,36817223"),  # millionths of a degree
    ],
)
def test_points_in_no_degrees_are_said_to_be_so(tmp_path: Path, header: str, row: str) -> None:
    """A fault where nothing else places a row, and a note where something does."""
    names = header.split(",")
    with pytest.raises(DataError, match=f"'{names[0]}', '{names[1]}': these numbers are larger"):
        made_of(tmp_path, f"name,{header}\nA,{row}\n")
    [note] = made_of(tmp_path, f"name,country,{header}\nA,Kenya,{row}\n").taken
    assert "to_crs(4326)" in note.remedy


def test_points_in_degrees_beside_the_same_in_metres_need_no_note(tmp_path: Path) -> None:
    """Many offices publish both."""
    text = "name,x,y,lat,lon\nA,257000,9857000,-1.29,36.82\n"
    assert made_of(tmp_path, text).taken == ()


def test_where_every_row_is_left_out_the_reasons_are_given(tmp_path: Path) -> None:
    """No advice to name the column of countries, which was found."""
    with pytest.raises(DataError, match="each is left out for what the notes say") as caught:
        made_of(tmp_path, "name,country,lat,lon\nA,Kenya,36.8,-1.3\n")
    assert "look swapped" in str(caught.value.notices[0])


def test_a_few_points_out_of_range_are_left_out_alone(tmp_path: Path) -> None:
    """The columns are believed, as they are called so."""
    made = made_of(tmp_path, "name,lat,lon\nA,95,36.8\nB,-1.28,36.8\nC,0.31,32.6\n")
    assert len(made.atlas.places) == 2
    assert len(made.atlas.dataset.tables.left_out) == 1


def test_a_quotation_mark_that_is_not_closed_loses_no_row(tmp_path: Path) -> None:
    """It is a fault at the line where it is opened; within a cell it does no harm."""
    file = tmp_path / "list.csv"
    for cell in ('5" gun', '"Office "main"', '"two\nlines"'):
        file.write_text(f"name,country\n{cell},Kenya\nB,Chad\n", encoding="utf-8")
        assert len(read_any_file(file).rows) == 2
    file.write_text('name,country\n"two\nlines",Kenya\n"B,Chad\nC,Peru\n', encoding="utf-8")
    with pytest.raises(DataError, match=re.escape("list.csv:4: a quotation mark")):
        read_any_file(file)


EAST_OF_90 = ["A,139.7,35.7", "B,100.5,13.8"]


def listed(tmp_path: Path, rows: list[str]) -> Path:
    """Write a list of points, whose columns say which is which."""
    file = tmp_path / "list.csv"
    file.write_text("\n".join(["name,lat,lon", *rows, ""]), encoding="utf-8")
    return file


def test_exchanged_columns_of_a_point_are_refused(tmp_path: Path) -> None:
    """Where several latitudes are over 90, a tenth of all at least, and no longitude is."""
    found = read_list(listed(tmp_path, [*EAST_OF_90, "C,36.82,-1.28", "D,32.58,0.31"]))
    with pytest.raises(DataError, match=r"list\.csv:1: 'lat', 'lon': latitudes are over 90"):
        create_list(tmp_path / "new", found, ListChoices(), lambda _: None)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "rows",
    [
        [*EAST_OF_90, *["C,-1.28,36.82"] * 30],  # few may be slips
        [*EAST_OF_90, *["C,35.7,139.7"] * 3],  # and a longitude over 90 says which is which
    ],
)
def test_columns_that_may_be_right_are_believed(tmp_path: Path, rows: list[str]) -> None:
    """What is out of range is left out alone."""
    found = read_list(listed(tmp_path, rows))
    made = create_list(tmp_path / "new", found, ListChoices(), lambda _: None)
    assert len(made.atlas.dataset.tables.left_out) == 2
