"""The list is read as spreadsheet programs save it, and every form gives the same rows.

Also of `rows.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.saving import FORMS, TEXT, Dialect, own_rows, read_bytes, told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.saving import Rows

ROWS = own_rows()


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    """Return the rows of the project's own list."""
    rows, faults = read_bytes(tmp_path_factory.mktemp("plain"), Dialect().save(ROWS))
    assert not faults.faults
    return rows


@pytest.mark.parametrize("form", FORMS)
def test_a_saved_form_gives_the_same_rows(
    tmp_path: Path, plain: list[dict[str, object]], form: str
) -> None:
    """Byte order mark, UTF-16, line ends, delimiters, Excel's first line change nothing."""
    rows, faults = read_bytes(tmp_path, FORMS[form].save(ROWS))
    assert (rows, told(faults)) == (plain, [])


@settings(max_examples=25)
@given(note=TEXT, title=TEXT, form=st.sampled_from(list(FORMS)), data=st.data())
def test_any_text_survives_saving_in_any_form(
    tmp_path_factory: pytest.TempPathFactory, note: str, title: str, form: str, data: st.DataObject
) -> None:
    """Quotes, delimiters and line breaks within cells, and any order of columns, are no matter."""
    rows = [ROWS[0], [*ROWS[1][:-3], title, *ROWS[1][-2:-1], note]]
    folder = tmp_path_factory.mktemp("saved")
    first = read_bytes(folder, Dialect().save(rows))
    order = data.draw(st.permutations(range(len(rows[0]))))
    moved = [[row[place] for place in order] for row in rows]
    again = read_bytes(folder, FORMS[form].save(moved))
    assert again[0] == first[0]
    assert again[1].unverified_cells.keys() == first[1].unverified_cells.keys()


def blank(rows: Rows) -> Rows:
    """Add blank rows at the end, and blank columns to every row."""
    return [[*row, "", ""] for row in [*rows, *[[""] * len(rows[0])] * 3]]


def trimmed(rows: Rows) -> Rows:
    """Leave out blank cells at the end of rows, as Excel does where many in a row are blank."""
    return [row[:-1] if not row[-1] else row for row in rows]


def folded(rows: Rows) -> Rows:
    """Break every line of the notes."""
    return [rows[0], *([*row[:-1], row[-1].replace(" ", "\r\n")] for row in rows[1:])]


def untidy(rows: Rows) -> Rows:
    """Put what nobody sees into keys and codes."""
    hidden = [[f"\u200b{row[0]}", *row[1:5], f"{row[5]}\u00a0", *row[6:]] for row in rows[1:]]
    return [[f"\ufeff{name}\u00ad " for name in rows[0]], *hidden]


@pytest.mark.parametrize("change", [blank, trimmed, folded, untidy])
def test_what_nobody_sees_changes_nothing(
    tmp_path: Path, plain: list[dict[str, object]], change: object
) -> None:
    """Blank rows and columns, line breaks within cells, and invisible characters in keys."""
    assert callable(change)
    rows, faults = read_bytes(tmp_path, Dialect(";", "\r\n").save(change(ROWS)))
    assert (rows, told(faults)) == (plain, [])


def test_an_extra_column_is_noted_and_left_out(
    tmp_path: Path, plain: list[dict[str, object]]
) -> None:
    """A person's own column is no fault: it is named, and stays in the file."""
    extra = [[*row[:4], "" if number else "telephone", *row[4:], "seen" if number else ""]
             for number, row in enumerate(ROWS)]  # fmt: skip
    rows, faults = read_bytes(tmp_path, Dialect().save([[*extra[0], "x"], *extra[1:]]))
    assert (rows, told(faults)) == (plain, [])
    assert [str(note) for note in faults.notices] == [
        f"presences.csv:1: {name}: the map knows no such column; it stays in the file and is left "
        "out"
        for name in ("telephone", "x", "column S")
    ]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("category", "catgory", "catgory: no column is called 'catgory'; did you mean category?"),
        ("as_of", "As of", "As of: no column is called 'As of'; did you mean as_of?"),
        ("evidence", "x1", "evidence: the column is missing; add it to the header"),
        ("label", "country", "country: the column occurs twice; keep one of the two"),
    ],
)
def test_a_column_that_is_not_there_is_reported(
    tmp_path: Path, old: str, new: str, fault: str
) -> None:
    """A near name is recognised; a missing column and one that stands twice are told."""
    header = [new if name == old else name for name in ROWS[0]]
    rows, faults = read_bytes(tmp_path, Dialect().save([header, *ROWS[1:]]))
    assert rows == []
    assert f"presences.csv:1: {fault}" in told(faults)
