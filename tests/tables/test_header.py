"""The header of a table, and what spreadsheets call its columns."""

from __future__ import annotations

import pytest
from openpyxl.utils import get_column_letter

from mapping.errors import FaultLog
from mapping.tables.header import column_letters, read_header
from mapping.tables.raw_table import RawTable


@pytest.mark.parametrize("place", [0, 1, 25, 26, 27, 51, 52, 701, 702, 703, 16383])
def test_a_column_is_called_as_spreadsheets_call_it(place: int) -> None:
    """A to Z, then AA to ZZ, then AAA, up to the last that there is."""
    assert column_letters(place) == get_column_letter(place + 1)


def test_a_name_stands_for_one_column_alone() -> None:
    """Where it is near two that are missing, the other is missing still."""
    table, faults = RawTable("list.csv", [(1, ["id", "note", "latitudex"])], []), FaultLog()
    assert read_header(table, ["id", "latitude", "latitudes", "note"], [], faults) is None
    assert [str(one) for one in faults.faults] == [
        "list.csv:1: latitudex: no column is called 'latitudex'; did you mean latitude?",
        "list.csv:1: latitudes: the column is missing; add it to the header",
    ]
