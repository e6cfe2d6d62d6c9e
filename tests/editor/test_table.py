"""A table that is edited keeps every byte that nobody meant to change, in whatever form it is.

Also of `tables/text_rows.py`.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.dataset.presences import Presence
from mapping.editor.table import DraftTable, parse_table
from mapping.tables.records import columns_of
from tests.support.saving import FORMS, TEXT, own_rows

COLUMNS = list(columns_of(Presence))
ROW = "uga-country-office"


def opened(content: bytes) -> DraftTable:
    """Return a list of presences that is edited."""
    return parse_table(content, COLUMNS, ["position_confirmed"], ["id"])


@pytest.mark.parametrize("form", FORMS)
def test_one_cell_is_changed_and_nothing_else(form: str) -> None:
    """Whatever the encoding, delimiter and line ends: the old cell back is the old file back."""
    content = FORMS[form].save(own_rows())
    table = opened(content)
    assert table.content == content
    moved = table.with_cells(ROW, {"city": "nairobi"})
    kept = FORMS[form].save(
        [[c if c != "kampala" or row[0] != ROW else "nairobi" for c in row] for row in own_rows()]
    )
    assert moved.content == kept
    assert moved.with_cells(ROW, {"city": "kampala"}).content == content


@pytest.mark.parametrize("form", FORMS)
def test_a_row_goes_and_comes_back(form: str) -> None:
    """A row that is taken out takes its own line alone with it; a new one is in its place."""
    rows = own_rows()
    table = opened(FORMS[form].save(rows))
    assert table.without_row(ROW).content == FORMS[form].save([r for r in rows if r[0] != ROW])
    new = table.with_row("new-1", {"id": "x", "note": 'a "b"; c'}, after=ROW)
    place = next(n for n, row in enumerate(rows, 1) if row[0] == ROW)
    row = ["x", *[""] * (len(rows[0]) - 2), 'a "b"; c']
    assert new.content == FORMS[form].save([*rows[:place], row, *rows[place:]])
    assert new.lines["new-1"] == new.lines[ROW] + 1


def test_quotes_stay_where_they_are() -> None:
    """Cells that another program quoted without need stay quoted, in the cell that changes too."""
    content = b'"id","note",city\r\n"a","one",x\r\nb,"two, or more",y\r\n'
    table = parse_table(content, ["id", "note", "city"], [], ["id"])
    assert table.with_cells("a", {"note": "other"}).content == content.replace(b"one", b"other")
    plain = table.with_cells("b", {"note": "two"})
    assert plain.content == content.replace(b'"two, or more"', b"two")
    quoted = table.with_cells("b", {"city": 'y "z"'})
    assert quoted.content == content.replace(b'more",y', b'more","y ""z"""')


def test_a_file_of_quoted_cells_gets_quoted_rows() -> None:
    """Where every column's name is in quotes, every cell of a new row is."""
    content = b'"id","note"\n"a","one"\n'
    table = parse_table(content, ["id", "note"], [], ["id"])
    assert table.with_row("n", {"id": "b"}, after="a").content == content + b'"b",""\n'


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\r"])
def test_the_last_line_ends_as_it_did(end: str) -> None:
    """With a line end or without: after a row was added, taken out, or both."""
    newline = end or "\n"
    content = f"id,note{newline}a,one{newline}b,two{end}".encode()
    table = parse_table(content, ["id", "note"], [], ["id"])
    assert table.without_row("b").content == f"id,note{newline}a,one{end}".encode()
    longer = table.with_row("n", {"id": "c"}, after="b")
    assert longer.content == f"id,note{newline}a,one{newline}b,two{newline}c,{end}".encode()
    assert longer.without_row("n").content == content


def test_a_column_that_a_table_may_be_without_comes_when_it_is_needed() -> None:
    """The header gets it with the first row that has something for it, and loses it again."""
    content = b"id,note\na,one\nb,two\n"
    table = parse_table(content, ["id", "note"], ["position_confirmed"], ["id"])
    assert table.cells_of("a")["position_confirmed"] == ""
    confirmed = table.with_cells("b", {"position_confirmed": "yes"})
    assert confirmed.content == b"id,note,position_confirmed\na,one\nb,two,yes\n"
    assert confirmed.with_cells("b", {"position_confirmed": ""}).content == content


def test_a_row_without_an_id_of_its_own_is_known_by_its_line() -> None:
    """So are two rows with the same id, and blank lines stay where they are."""
    content = b"\nid,note\na,one\n\na,two\n,three\nb,four\n"
    table = parse_table(content, ["id", "note"], [], ["id"])
    assert list(table.by_key) == ["line 3", "line 4", "line 5", "line 6", "b"]
    assert table.with_cells("line 5", {"note": "2"}).content == content.replace(b"two", b"2")


@settings(max_examples=60)
@given(text=TEXT, form=st.sampled_from(list(FORMS)))
def test_any_text_is_read_again_as_it_was_written(text: str, form: str) -> None:
    """Quotes, delimiters and line breaks in a cell do no harm to it or to its neighbours."""
    table = opened(FORMS[form].save(own_rows())).with_cells(ROW, {"note": text, "mission": text})
    again = opened(table.content)
    rows = {row[0]: row for row in own_rows()}
    assert [again.cells_of(ROW)[name] for name in ("note", "mission")] == [text, text]
    assert all(list(row.cells) == rows[row.key] for row in again.rows if row.key != ROW)
