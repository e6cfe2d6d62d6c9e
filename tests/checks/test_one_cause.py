"""The first fault is the cause: nothing is reported that only follows from another fault."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from mapping.errors import format_ranges
from tests.support.saving import Dialect, own_rows

if TYPE_CHECKING:
    from tests.support.folder import Folder

ROWS = own_rows()
HEADER, *BODY = ROWS
TITLE = [["Human rights presences, 2022"], [], ["Draft; not for release"]]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (Dialect("|").save(ROWS), "1: the cells are separated by vertical bars (|); save"),
        (Dialect("|").save([*TITLE, *ROWS]), "1: the cells are separated by vertical bars"),
        (Dialect("^").save(ROWS), "1: the cells are separated by circumflexes"),
        (Dialect().save([*TITLE, *ROWS]), "1: this is not the header, which is in line 4;"),
        (Dialect(";").save([*TITLE, *ROWS]), "1: this is not the header, which is in line 4;"),
        (Dialect("\t").save([*TITLE, *ROWS]), "1: this is not the header, which is in line 4;"),
        (Dialect().save(BODY), "1: this is not the header: it names 0 of the columns; write the"),
        (Dialect().save([[name.upper() for name in HEADER], *BODY]), "1: no columns are called"),
        (Dialect().save([[line] for line in Dialect().save(ROWS).decode().splitlines()]),
         "1: each line is in one cell, as if between quotation marks"),
        (b"PK\x03\x04 a workbook under another name", "1: this is no text but a spreadsheet of"),
        (b"\xd0\xcf\x11\xe0 an old workbook", "1: this is no text but a spreadsheet of Excel"),
        (b"\r\n<!DOCTYPE html><html><table></table></html>", "1: this is no text but a web page"),
        (b"", "1: the table is empty"),
        (Dialect().save(ROWS) + b'ken,"listed,adviser\n', (f"{len(ROWS) + 1}: the table breaks off "
         "here (a quotation mark is opened and not closed)")),
        *((Dialect().save(ROWS).decode().encode(codec, "ignore"), f"{fault} {name}")
          for codec, fault, name in (
              ("cp1252", "5: the text is not UTF-8 but likely", "windows-1252"),
              ("cp932", "4: the text is not UTF-8 but likely", "Shift-JIS"),
              ("big5", "4: the text is not UTF-8 but likely", "Big5"))),
    ],
)  # fmt: skip
def test_an_unreadable_list_is_the_only_fault(folder: Folder, content: bytes, fault: str) -> None:
    """Nothing is said of the edition, whose footnotes no row bears, or of any other file."""
    (folder.path / "presences.csv").write_bytes(content)
    folder.only_fault(f"presences.csv:{fault}")


@pytest.mark.parametrize("file", ["presences.csv", "names.csv", "sources.csv", "edition.toml"])
@pytest.mark.parametrize("spoil", ["missing", "cp1252", "a directory"])
def test_an_unreadable_file_is_the_only_fault(folder: Folder, file: str, spoil: str) -> None:
    """Whatever the others name in it may be there."""
    path = folder.path / file
    text = path.read_text(encoding="utf-8")
    path.unlink()
    if spoil == "cp1252":
        path.write_bytes(text.encode("cp1252", "ignore"))
    elif spoil == "a directory":
        path.mkdir()
    folder.only_fault(f"{file}:")


def test_rows_are_held_against_the_edition_where_the_boundaries_are_missing(folder: Folder) -> None:
    """What the edition alone can say of a row is said in the same run."""
    (folder.path / "boundaries.page.topojson").write_text("{}", encoding="utf-8")
    folder.edit(
        "presences.csv",
        "bfa-country-office,listed,country-office",
        "bfa-country-office,listed,embassy",
    )
    boundaries, category = folder.faults()
    assert boundaries.startswith("boundaries.page.topojson:1: the boundaries cannot be read")
    assert "category: 'embassy' is unknown" in category


def test_a_list_in_two_languages_needs_no_others_where_its_edition_is_broken(
    folder: Folder,
) -> None:
    """Which languages it speaks stands in the edition; no column is demanded meanwhile."""
    rows = own_rows("names.csv")
    kept = [n for n, name in enumerate(rows[0]) if name not in {"ar", "es", "ru", "zh"}]
    out = io.StringIO()
    csv.writer(out).writerows([[row[n] for n in kept] for row in rows])
    (folder.path / "names.csv").write_text(out.getvalue(), encoding="utf-8", newline="")
    (folder.path / "edition.toml").unlink()
    folder.only_fault("edition.toml:1: ")


def test_a_category_under_another_name_is_one_fault(folder: Folder) -> None:
    """It lists the rows that still have the old one, and its remedy serves them all."""
    folder.edit("edition.toml", 'key = "adviser"', 'key = "advisor"')
    lines = [n for n, row in enumerate(BODY, 2) if row[2] == "adviser"]
    fault = folder.only_fault(f"presences.csv:{lines[0]}: category: 'adviser' is unknown (lines ")
    assert f"(lines {format_ranges(lines)})" in fault


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("names.csv", "city,pretoria,ZAF", "city,pretoria,ZAF,one,more", "the row has"),
        ("names.csv", "city,pretoria,ZAF", "city,Pretoria,ZAF", "key: 'Pretoria' is not allowed"),
        ("names.csv", "city,pretoria,ZAF", "town,pretoria,ZAF", "kind: 'town' is not allowed"),
        ("countries.csv", "KEN,KE,404", "KNE,KE,404", "code: KNE is no ISO 3166-1 code"),
        ("countries.csv", "KEN,KE,404", "KAN,KE,404", "code: KAN is no ISO 3166-1 code"),
        ("sources.csv", "\nohchr-where-we-work,", "\nOHCHR-where-we-work,", "id: 'OHCHR-where"),
        ("presences.csv", ",seoul-structure,b,documented,", ",seoul-structure,b,Documented,",
         "evidence: 'Documented' is not allowed"),
        ("presences.csv", ",seoul-structure,b,", ",seoul-structure,,,,b,", "the row has"),
    ],
)  # fmt: skip
def test_who_names_a_row_that_does_not_fit_is_not_at_fault(
    folder: Folder, file: str, old: str, new: str, fault: str
) -> None:
    """Neither the rows of other tables nor the footnote that the row alone bears."""
    line = folder.edit(file, old, new) + old.count("\n")
    folder.only_fault(f"{file}:{line}: {fault}")
