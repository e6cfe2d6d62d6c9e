"""Checking a list again, of which few rows changed, says the same as checking it as a whole."""

from __future__ import annotations

import csv
import dataclasses
import io
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapping.files.data_folder import PRESENCES_FILE
from mapping.files.row_memory import RowMemory, recall
from mapping.pipeline import assess
from tests.support.folder import GEODATA, Folder
from tests.support.own_lists import TELEPHONE, own_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.pipeline import Assessment

Grid = list[list[str]]
KEPT = 24  # rows of the project's list that are edited
COLUMNS = """\
name = "Name"
country = "Country"
city = "City"
latitude = "Lat"
longitude = "Lon"
category = "Kind"
""" + TELEPHONE.format(column="Tel.")
OWN = """\
Name,Country,City,Lat,Lon,Kind,Tel.
A,Kenya,Nairobi,,,One,1
A,Kenya,"Nairobi; Mombasa",,,Two,
B,Peru,,-12.05,-77.04,One,2
,United Kingdom,Cambridge,,,One,
C,,"Cambridge, MA, USA",,,Two,3
D,,,0.1,-140,One,
E,Chad,,-12.1,15.05,Two,
F,Atlantis,,,,One,4
G,,,,,Two,
"""
JUNK = ["", "?", "0", "Kenya", "1.5", "GBR", "gva", "Nairobi; Lima"]


@pytest.fixture(scope="module", params=["reported", "own"])
def edited(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Folder, Grid]:
    """Return a folder, and the rows of its list."""
    home = tmp_path_factory.mktemp("edited")
    if request.param == "own":
        more = '[reading]\nseparate = ["city"]\n'
        folder = own_list(home / "list", OWN, COLUMNS, ("One", "Two"), more)
    else:
        ignored = shutil.ignore_patterns("recipes", "*.print.*")
        folder = Folder(shutil.copytree(GEODATA, home / "list", ignore=ignored))
    text = (folder.path / PRESENCES_FILE).read_text(encoding="utf-8")
    return folder, [*csv.reader(io.StringIO(text))][: KEPT + 1]


def variants(data: st.DataObject, grid: Grid) -> Iterator[Grid]:
    """Yield a list as it becomes, edit by edit."""
    for _ in range(data.draw(st.integers(1, 3))):
        line = data.draw(st.integers(1, len(grid) - 1))
        place = data.draw(st.integers(0, len(grid[0]) - 1))
        act = data.draw(st.sampled_from(["cell", "cell", "cell", "twice", "gone", "moved"]))
        row = [*grid[line]]
        if act == "cell":
            row[place] = data.draw(st.sampled_from([*JUNK, *(one[place] for one in grid[1:])]))
            grid = [*grid[:line], row, *grid[line + 1 :]]
        elif act == "twice":
            grid = [*grid[:line], row, *grid[line:]]
        elif len(grid) > 2:
            rest = [*grid[:line], *grid[line + 1 :]]
            grid = rest if act == "gone" else [*rest, row]
        yield grid


def said(found: Assessment) -> object:
    """Return all that a check says, and the map."""
    faults, atlas = found.faults, found.atlas
    told = [[dataclasses.astuple(one) for one in side] for side in (faults.faults, faults.notices)]
    doubts = faults.unreadable_tables, dict(faults.unverified_cells)
    places = atlas and (atlas.places, atlas.hosts, atlas.notices)
    tables = found.read.tables
    return told, doubts, places, tables.presences, tables.names, tables.left_out


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_what_is_remembered_of_rows_changes_nothing_that_is_said(
    edited: tuple[Folder, Grid], data: st.DataObject
) -> None:
    """After edit by edit, faults, notices and places are those of a check that knows nothing."""
    folder, grid = edited
    file, memory = folder.path / PRESENCES_FILE, RowMemory()
    for rows in (grid, *variants(data, grid)):
        with file.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out, lineterminator="\n").writerows(rows)
        again = assess(folder.path, lambda _: None, memory=memory)
    assert said(again) == said(assess(folder.path, lambda _: None))


def test_only_rows_that_are_new_are_read() -> None:
    """What is not asked for is forgotten, and all of it where that is asked for."""
    memory, read = RowMemory(), list[str]()

    def make(new: list[str]) -> list[str]:
        read.extend(new)
        return [*map(str.upper, new)]

    for rows, upper, new in (
        (["a", "b", "a"], ["A", "B", "A"], ["a", "b"]),
        (["b", "c"], ["B", "C"], ["c"]),
        (["a"], ["A"], ["a"]),
    ):
        read.clear()
        assert recall(memory, "stage", rows, make, key=str) == upper
        assert read == new
    memory.clear()
    assert recall(memory, "stage", ["a"], make, key=str) == ["A"]
    assert read == ["a", "a"]


def test_a_row_on_another_line_is_not_read_again() -> None:
    """What was made of it is put on its line; of rows that say the same, each stays on its own."""
    memory, read = RowMemory(), list[tuple[int, str]]()

    def make(new: list[tuple[int, str]]) -> list[tuple[int, str]]:
        read.extend(new)
        return new

    def put(made: tuple[int, str], row: tuple[int, str]) -> tuple[int, str]:
        return made if made == row else (row[0], made[1])

    for texts in ("aab", "xaab", "aab"):
        rows = [*enumerate(texts)]
        made = recall(memory, "stage", rows, make, key=lambda row: row[1], put=put)
        assert made == rows
    assert read == [*enumerate("aab"), (0, "x")]
    again = recall(memory, "stage", rows, make, key=lambda row: row[1], put=put)
    assert all(one is before for one, before in zip(again, made, strict=True))
