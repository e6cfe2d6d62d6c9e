"""A row in its place, and every other byte of the file as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.adding.row_order import preceding_line
from mapping.tables.csv_dialect import CsvText
from mapping.tables.encodings import Encoding, decode
from tests.support.adding import ROW, added, line_of, own_column
from tests.support.edits import with_rows
from tests.support.saving import Dialect, own_rows

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from tests.support.folder import Folder

DELIMITERS, NEWLINES = (",", ";", "\t"), ("\n", "\r\n", "\r")
UTF_8, UTF_16_LE, UTF_16_BE = b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"
CODECS = (("utf-8", b""), ("utf-8", UTF_8), ("utf-16-le", UTF_16_LE), ("utf-16-be", UTF_16_BE),
          ("utf-16-le", b""))  # fmt: skip
FORMS = [
    *(Dialect(delimiter, newline) for delimiter in DELIMITERS for newline in NEWLINES),
    *(Dialect(encoding=codec, mark=mark) for codec, mark in CODECS),
    Dialect(";", "\r\n", "utf-16-le", UTF_16_LE, "sep=;\r\n"),
]


def test_the_list_is_in_its_order(atlas: Atlas) -> None:
    """Each row of the project's own list would be put where it stands, after those before it."""
    rows = atlas.dataset.tables.presences
    for number, row in enumerate(rows):
        dataset = with_rows(atlas.dataset, rows[:number])
        before = rows[number - 1].line if number else 0
        assert preceding_line(row.status, row.category, row.country, dataset) == before


@pytest.mark.parametrize(
    ("status", "category", "country", "before"),
    [
        ("listed", "headquarters", "KEN", "geneva-headquarters"),
        ("listed", "adviser", "AGO", "geneva-headquarters"),
        ("listed", "other", "MLI", "mli-g5-sahel"),
        ("listed", "adviser", "CIV", "caf-minusca"),
        ("listed", "adviser", "ZZZ", "yem-country-office"),
        ("candidate", "other", "BLR", "zmb-presence"),
        ("candidate", "other", "YEM", "uzb-presence"),
    ],
)
def test_a_row_follows_the_last_that_comes_before_it(
    atlas: Atlas, status: str, category: str, country: str, before: str
) -> None:
    """Headquarters, then region by region, by the host's code; candidates last."""
    line = preceding_line(status, category, country, atlas.dataset)
    assert [one.id for one in atlas.dataset.tables.presences if one.line == line] == [before]


@pytest.mark.parametrize(
    ("country", "before"), [("CIV", "bfa-country-office"), ("FRA", "new-york-headquarters")]
)
def test_a_list_in_another_order_is_left_in_it(atlas: Atlas, country: str, before: str) -> None:
    """The row goes to the end of its region, or of the list where the region has no other."""
    kept = ("lbn", "zwe-adviser", "bfa-country-office", "tun-country-office")
    ids = (*kept, "new-york-headquarters")
    known = {one.id: one for one in atlas.dataset.tables.presences}
    rows = [known[one].model_copy(update={"line": n}) for n, one in enumerate(ids) if one in known]
    dataset = with_rows(atlas.dataset, rows)
    line = preceding_line("listed", "adviser", country, dataset)
    assert ids[line] == before


@pytest.mark.parametrize("form", FORMS)
def test_every_other_byte_stays_however_the_list_is_saved(folder: Folder, form: Dialect) -> None:
    """Encoding, mark, delimiter, line ends, Excel's first line, and a column of one's own."""
    rows = [[*row, own] for row, own in zip(own_rows(), own_column(), strict=True)]
    before = form.save(rows)
    after = added(folder, before)
    place = line_of(rows, "caf-minusca")
    cells = [ROW.get(column, "") for column in rows[0]]
    assert after == form.save([*rows[:place], cells, *rows[place:]])


def test_mixed_line_ends_and_needless_quotes_stay(folder: Folder) -> None:
    """Of a file that several programs have written, no line is made like the others."""
    rows = own_rows()
    place = line_of(rows, "caf-minusca")
    forms = [Dialect(newline=newline) for newline in ("\r\n", "\n", "\r")]
    lines = [forms[n % 3].save([row]).replace(b"listed", b'"listed"') for n, row in enumerate(rows)]
    new = forms[0].save([[ROW.get(column, "") for column in rows[0]]])
    after = added(folder, b"".join(lines))
    assert after == b"".join([*lines[:place], new, *lines[place:]])


@pytest.mark.parametrize("newline", NEWLINES)
def test_the_want_of_a_last_line_end_stays(newline: str) -> None:
    """A row at the very end gets its line end before it."""
    saved = CsvText(f"id,note{newline}a,x", Encoding("utf-8"), ",", newline)
    assert saved.insert(["b", "y"], 2) == (f"id,note{newline}a,x{newline}b,y", 3)


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8)
TABLE = st.lists(st.tuples(CELL, CELL).map(list), max_size=5)


@given(
    rows=TABLE,
    new=st.tuples(CELL, CELL),
    form=st.sampled_from(FORMS),
    last=st.booleans(),
    data=st.data(),
)
def test_without_the_new_row_the_file_is_what_it_was(
    rows: list[list[str]], new: tuple[str, str], form: Dialect, data: st.DataObject, *, last: bool
) -> None:
    """For any table, in any form, the rows are the old ones with the new one among them."""
    content = form.save([["id", "note"], *rows])
    text, encoding = decode(content)
    text = text if last else text.removesuffix(form.newline)
    saved = CsvText(text, encoding, form.delimiter, form.newline, form.head)
    old = list(saved.rows())
    after = data.draw(st.sampled_from(old))[0]
    longer, line = saved.insert(list(new), after)
    grown = list(replace(saved, text=longer).rows())
    place = next(n for n, (start, _) in enumerate(grown) if start == line)
    assert grown[place][1] == list(new)
    assert grown[place - 1][0] == after
    assert [cells for _, cells in grown[:place] + grown[place + 1 :]] == [one for _, one in old]
    size = len(longer) - len(text)
    assert any(longer[:n] + longer[n + size :] == text for n in range(len(text) + 1))
