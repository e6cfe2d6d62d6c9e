"""Faults of the edition are told to people who are no programmers: which line, what to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.files.data_folder import EDITION_FILE
from tests.support.spoiling import TITLE

if TYPE_CHECKING:
    from tests.support.folder import Folder

SPOKEN = 'languages = ["ar", "en", "es", "fr", "ru", "zh"]'


def only_fault(folder: Folder, line: int) -> str:
    """Demand that there is one fault, in this line; give its words."""
    [fault] = folder.faults()
    assert fault.startswith(f"{EDITION_FILE}:{line}: "), fault
    return fault.removeprefix(f"{EDITION_FILE}:{line}: ")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (TITLE, "en = “Places”",
         ("edition.title.en: typographic quotation marks (“ ”) are around "
         'the text, not straight ones; write en = "Places"')),
        ('id = "2022"', "id: 2022", ("edition.id: one equals sign is needed between a key and its "
         'value; write id = "2022"')),
        ('colour = "#000000"', "colour = black", ("categories.0.colour: the text has no "
         'quotation marks; write colour = "#000000"')),
        ('colour = "#000000"', 'colour = "Navy"',
         ("categories.0.colour: 'Navy' is no colour; write "
         'colour = "#000080"')),
        ('colour = "#000000"', 'colour = "noir"',
         ("categories.0.colour: 'noir' is no colour; write "
         '# and six digits or letters A to F, such as "#0072B2"')),
        ('symbol = "circle"', 'symbol = "traingle"', ("categories.4.symbol: 'traingle' is not "
         "allowed; did you mean triangle?")),
        ('symbol = "diamond"', 'symbol = "square"', ("categories.2.symbol: regional-office has the "
         "symbol of country-office, square; give it one of its own: diamond")),
        ('colour = "#BF4A0A"', 'colour = "#00528f"',
         ("categories.2.colour: regional-office has the "
         "colour of country-office, #00528F; give it a colour of its own")),
        ('colour = "#BF4A0A"', 'colour = "#02538F"', ("categories.2.colour: regional-office has "
         "almost the colour of country-office")),
        ('key = "regional-office"', 'key = "country-office"', ("categories.2.key: 'country-office' "
         "is used twice; give each a key of its own")),
        ('key = "regional-office"', 'key = "regional, office"', ("categories.2.key: "
         "'regional, office' has more than letters, digits and hyphens; write "
         'key = "regional-office", and the same in the list')),
        ("\n[edition]", "\n[editon]", "editon: no key has this name; did you mean edition?"),
        ("[edition.title]", "[edition.titel]", ("edition.titel: no key has this name; did you mean "
         "title?")),
        ("\n[disclaimer]\n", "\n[disclamer]\n", ("disclamer: no key has this name; did you mean "
         "disclaimer?")),
        ("\n[[categories]]", "\n[categories]", "categories: this table may occur several times"),
        (SPOKEN, SPOKEN.replace("lang", "langa", 1), ("edition.langauages: no key has this name; "
         "did you mean languages?")),
        (SPOKEN, 'languages = "en, fr"', ("edition.languages: a list is wanted; write languages = "
         '["en", "fr"]')),
        (SPOKEN, SPOKEN.replace('"en"', '"english"'), ("edition.languages.1: 'english' is not "
         "allowed; use one of ar, en, es, fr, ru, zh")),
        ("as_of = 2022", 'as_of = "2022"',
         ("edition.as_of: '2022' is no whole number; write digits "
         "alone, such as as_of = 2022")),
        ("expected = 50", "expected = 50.000", "categories.4.expected: 50.0 is no whole number"),
        ("expected = 50", "expected = -50", "categories.4.expected: -50 is less than nothing"),
        ('on = ""', "on = 2026-01-01",
         ("clearance.on: a text is written between quotation marks; write "
         'on = "2026-01-01"')),
        ("cleared = false", 'cleared = "maybe"', ("clearance.cleared: 'maybe' is neither true nor "
         "false; write true or false")),
        ('address = ""', 'address = "www.example.org"', ("edition.address: 'www.example.org' is no "
         "web address; write one that begins with https:// or http://, or leave it empty")),
        ('contact = ""', 'contact = ""\ncontact = "x"', "edition.contact: this is defined in line"),
        ('areas = ["XJK"]', 'areas = "XJK"', ("notes.0.areas: a list is wanted; write areas = "
         '["XJK"]')),
        ('areas = ["XJK"]', "areas = []", "notes.0.areas: the list is empty; write at least one"),
    ],
)  # fmt: skip
def test_a_slip_is_one_fault_in_plain_words(folder: Folder, old: str, new: str, words: str) -> None:
    """Nothing is told that only follows from it, neither here nor in the list."""
    line = folder.edit(EDITION_FILE, old, new) + new.rstrip("\n").count("\n")
    assert only_fault(folder, line).startswith(words)


def test_a_key_that_is_missing_is_reported_with_the_line_to_add(folder: Folder) -> None:
    """At the table that lacks it; many of one table at once."""
    line = folder.edit(EDITION_FILE, "\n[edition]", "\n[edition]") + 1
    folder.edit(EDITION_FILE, 'default_language = "zh"\n', "")
    assert only_fault(folder, line) == (
        'edition.default_language: the key is missing; add a line default_language = "…"'
    )
    (folder.path / EDITION_FILE).write_text("# nothing yet\n", encoding="utf-8")
    assert "the keys categories, clearance, " in only_fault(folder, 1)


def test_a_header_that_is_missing_is_reported_once(folder: Folder) -> None:
    """Its lines are not also unknown, or there twice."""
    folder.edit(EDITION_FILE, "[edition.title]\n", "")
    [fault] = folder.faults()
    assert "edition.ar: the header [edition.title] is missing above this line; write " in fault
    folder.edit(EDITION_FILE, "[source.chapter]\n", "")
    assert len(folder.faults()) == 1


def test_a_text_in_the_place_of_a_table_is_reported(folder: Folder) -> None:
    """A title has a line for each language."""
    folder.edit(EDITION_FILE, "\n[disclaimer]\n", "\n[other]\n")
    line = folder.edit(EDITION_FILE, "\n[edition]", '\ndisclaimer = "Unofficial"\n[edition]') + 1
    words = (
        "disclaimer: a text in each language is wanted; write [disclaimer], and under it a line "
        'for each language, such as en = "Unofficial"'
    )
    assert f"{EDITION_FILE}:{line}: {words}" in folder.faults()


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_any_line_ends_will_do(folder: Folder, newline: str) -> None:
    """As Windows and old Macs write them, with a byte order mark too."""
    path = folder.path / EDITION_FILE
    text = path.read_text(encoding="utf-8")
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", newline).encode())
    assert folder.check().places
