"""The list is read as people save it, and never guessed wrong."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.folder import Folder


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_list_is_read_as_spreadsheets_save_it(
    folder: Folder, encoding: str, delimiter: str
) -> None:
    """Byte order mark, UTF-16, semicolons, tabs, CRLF and blank rows at the end change nothing."""
    path = folder.path / "presences.csv"
    before = folder.check().places
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    blank = [[""] * len(rows[0])] * 3
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter, lineterminator="\r\n").writerows(rows + blank)
    assert [place.label for place in folder.check().places] == [place.label for place in before]


def test_another_encoding_is_refused_with_its_line(folder: Folder) -> None:
    """Text that is neither UTF-8 nor UTF-16 is never guessed."""
    path = folder.path / "presences.csv"
    path.write_bytes(path.read_bytes() + "é".encode("latin-1"))
    assert any("neither UTF-8 nor UTF-16" in fault for fault in folder.faults())
