"""Files that bear a table's name in another form: which of them is meant is never guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.commands import run

if TYPE_CHECKING:
    from tests.support.folder import Folder


@pytest.mark.parametrize(
    ("file", "found", "remedy"),
    [
        ("presences.csv", "Presences.CSV", "rename it to presences.csv"),
        ("presences.csv", "PRESENCES.XLSX", "rename it to presences.xlsx"),
        ("presences.csv", "presences.ods", "open presences.ods and save it as presences.xlsx"),
        ("names.csv", "Names.xls", "open Names.xls and save it as names.xlsx"),
        ("sources.csv", "sources.csv.txt", "rename it to sources.csv"),
        ("presences.csv", "presences.tsv", "rename it to presences.csv"),
        ("countries.csv", "Countries.csv", "rename it to countries.csv"),
        ("edition.toml", "Edition.toml", "rename it to edition.toml"),
        ("edition.toml", "edition.toml.txt", "rename it to edition.toml"),
        ("boundaries.page.topojson", "boundaries.page.TopoJSON",
         "rename it to boundaries.page.topojson"),
    ],
)  # fmt: skip
def test_a_file_under_another_name_is_found(
    folder: Folder, file: str, found: str, remedy: str
) -> None:
    """One fault, which names it and says what to do."""
    (folder.path / file).rename(folder.path / found)
    [fault] = folder.faults()
    assert fault == f"{file}:1: the file is missing, and {found} is not read in its place; {remedy}"


@pytest.mark.parametrize("found", ["Presences.csv", "presences.CSV", "Presences.xlsx"])
def test_two_tables_of_one_name_are_a_fault(folder: Folder, found: str) -> None:
    """On another computer they are the same file, or the other one is read."""
    (folder.path / found).write_bytes(b"id\n")
    assert (
        f"presences.csv:1: {found} is next to it, and one of the two is out of date; "
        f"remove presences.csv or {found}"
    ) in folder.faults()


@pytest.mark.parametrize("found", ["presences.ods", "Presences.xls", "names.numbers"])
def test_a_spreadsheet_that_is_not_read_is_noted(folder: Folder, found: str) -> None:
    """Whoever keeps the list in it must know what the map is made from."""
    (folder.path / found).write_bytes(b"")
    result = run("check", "--data", folder.path)
    table = f"{found.partition('.')[0].lower()}.csv"
    assert result.exit_code == 0
    assert result.stderr == (
        f"note: {found}:1: {table} is read, and this spreadsheet is not; "
        f"save it as {table} after each change\n"
    )


def test_other_files_are_nobodys_namesakes(folder: Folder) -> None:
    """Copies and drafts with longer names are passed over."""
    for name in ("presences (1).csv", "presences-old.ods", "old-presences.csv", "presences.md"):
        (folder.path / name).write_bytes(b"")
    result = run("check", "--data", folder.path)
    assert (result.exit_code, result.stderr) == (0, "")
