"""The header of a table, and what spreadsheets call its columns."""

from __future__ import annotations

import pytest
from openpyxl.utils import get_column_letter

from mapping.tables.header import column_letters


@pytest.mark.parametrize("place", [0, 1, 25, 26, 27, 51, 52, 701, 702, 703, 16383])
def test_a_column_is_called_as_spreadsheets_call_it(place: int) -> None:
    """A to Z, then AA to ZZ, then AAA, up to the last that there is."""
    assert column_letters(place) == get_column_letter(place + 1)
