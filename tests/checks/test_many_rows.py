"""One slip in many rows is one fault, which lists the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.errors import Fault, format_ranges, merge_faults
from tests.support.saving import Dialect, own_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.folder import Folder

ROWS = own_rows()
HEADER, *BODY = ROWS


def column(name: str, change: Callable[[str], str]) -> bytes:
    """Return the list with every cell of a column changed."""
    place = HEADER.index(name)
    rows = [[*row[:place], change(row[place]), *row[place + 1 :]] for row in BODY]
    return Dialect().save([HEADER, *rows])


def test_a_column_of_slips_is_one_fault(folder: Folder) -> None:
    """In the same words or in others: dates as a spreadsheet writes them, a status in capitals."""
    (folder.path / "presences.csv").write_bytes(column("as_of", lambda cell: f"1.3.{cell[-4:]}"))
    fault = folder.only_fault("presences.csv:2: as_of: '1.3.2022' is not allowed, and ")
    assert f"and {len(BODY) - 1} others likewise (lines 2–{len(ROWS)}); write the year" in fault
    (folder.path / "presences.csv").write_bytes(column("status", str.title))
    assert [fault.split(": ", 1)[1].partition("(")[0] for fault in folder.faults()] == [
        "status: 'Listed' is not allowed ",
        "status: 'Candidate' is not allowed ",
    ]


def test_a_list_that_was_pasted_twice_is_one_fault(folder: Folder) -> None:
    """Every row stands twice; that is said once."""
    (folder.path / "presences.csv").write_bytes(Dialect().save([*ROWS, *BODY]))
    line = len(ROWS) + 1
    folder.only_fault(f"presences.csv:{line}: 'new-york-headquarters' is already used in line 2")


def test_a_few_missing_columns_are_reported_one_by_one_and_many_at_once(folder: Folder) -> None:
    """Five lines at the most for one header."""
    text = (folder.path / "presences.csv").read_text(encoding="utf-8")
    few = text.replace("evidence,as_of", "x1,x2", 1)
    (folder.path / "presences.csv").write_text(few, encoding="utf-8")
    assert len(folder.faults()) == 2
    many = few.replace("serves,city,latitude,longitude,mission", "1,2,3,4,5", 1)
    (folder.path / "presences.csv").write_text(many, encoding="utf-8")
    missing = "serves, city, latitude, longitude, mission, evidence, as_of"
    folder.only_fault(f"presences.csv:1: the columns {missing} are missing; add them")


@pytest.mark.parametrize(
    ("numbers", "told"),
    [([7], "7"), ([9, 5, 5], "5 and 9"), ([5, 8, 9, 10, 22], "5, 8–10 and 22"), ([2, 3], "2–3"),
     (range(1, 201, 2), ", ".join(map(str, range(1, 60, 2))) + " and 70 more")],
)  # fmt: skip
def test_rows_are_listed_as_a_person_lists_them(numbers: list[int], told: str) -> None:
    """Ranges, an "and", and an end."""
    assert format_ranges(numbers) == told


def test_unknown_keys_are_one_fault_where_one_thing_is_to_be_done_about_them(
    folder: Folder,
) -> None:
    """A list with categories of its own and an unknown source has two faults, not one for each row.

    A key that was likely meant to be another is told apart.
    """
    rows = [
        row | {"footnotes": ""} for row in (dict(zip(HEADER, cells, strict=True)) for cells in BODY)
    ]
    kinds = dict(enumerate(["co"] * 25 + ["hat"] * 8 + ["ro"] * 6))
    listed = [
        [*(row | {"category": kinds[n], "sources": "ocha", "status": "candidate",
                  "evidence": "candidate", "report_label_zh": ""}).values()]
        for n, row in enumerate(rows[:39])
    ]  # fmt: skip
    (folder.path / "presences.csv").write_bytes(Dialect().save([HEADER, *listed]))
    category, source = (one for one in folder.faults() if one.startswith("presences.csv"))
    assert category.startswith(
        "presences.csv:2: category: 'co' (25 lines: 2–26), 'hat' (8 lines: 27–34), 'ro' (6 lines: "
        "35–40) are unknown; use one of "
    )
    assert category.endswith(", or add it to edition.toml")
    assert source.startswith("presences.csv:2: sources: 'ocha' is unknown (lines 2–40); ")
    listed[0][HEADER.index("category")] = "advisor"
    (folder.path / "presences.csv").write_bytes(Dialect().save([HEADER, *listed]))
    assert any("category: 'advisor' is unknown; did you mean adviser?" in one
               for one in folder.faults())  # fmt: skip


def test_unknown_keys_are_gathered_by_the_key_and_not_by_the_words_of_the_fault() -> None:
    """Whatever the sentence is, and whatever the key looks like."""
    keys = ["is unknown", "is unknown", "b"]
    faults = [Fault("a.csv", n, f"no {key} here", "add it", "x", "reference", key)
              for n, key in enumerate(keys, 2)]  # fmt: skip
    [fault] = merge_faults(faults)
    assert fault.wrong == "'is unknown' (2 lines: 2–3), 'b' (line 4) are unknown"


def test_faults_of_one_cause_in_other_words_are_gathered_from_six_on() -> None:
    """Five are told one by one: each has its own cell to show."""
    faults = [Fault("a.xlsx", n, f"'{n}' is not allowed", f"write {n + 1}", "x", "slip")
              for n in range(6)]  # fmt: skip
    assert merge_faults(faults[:5]) == faults[:5]
    assert list(map(str, merge_faults(faults))) == [
        (
            "a.xlsx:0: x: '0' is not allowed, and 5 others likewise (rows 0–5); write 1, and the "
            "others likewise"
        )
    ]
