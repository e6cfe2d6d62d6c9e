"""What is new beside the list is entered where it is needed, and is a row like those around it.

Also of `columns.py`, `footnotes.py`, `side_state.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.editor.footnotes import read_footnotes
from mapping.files.data_folder import EDITION_FILE, NAMES_FILE, PRESENCES_FILE, SOURCES_FILE
from tests.support.folder import GEODATA
from tests.support.written import lines_changed

if TYPE_CHECKING:
    from tests.support.editor_client import Client

OFFICE = "ner-country-office"
NAMES = {
    "ar": "زندر",
    "en": "Zinder",
    "es": "Zinder",
    "fr": "Zinder",
    "ru": "Зиндер",
    "zh": "津德尔",
}
CITY = {"country": "NER", "latitude": "13.81", "longitude": "8.99"}
MISSION = dict.fromkeys(NAMES, "A mission")


def test_a_new_city_names_what_is_missing_and_moves_the_office(client: Client) -> None:
    """Each language that has no name is a fault at its column; saved, there are two lines."""
    before = {
        name: (client.folder.path / name).read_bytes() for name in (NAMES_FILE, PRESENCES_FILE)
    }
    state = client.ask("tables", table="cities", row=None, cells={**CITY, "en": "Zinder"})
    [row] = state["tables"]["cities"]["rows"]
    assert (row["key"], row["cells"]["key"], row["status"]) == (state["row"], "zinder", "added")
    assert {fault["column"] for fault in row["faults"]} == {"ar", "es", "fr", "ru", "zh"}
    client.ask("tables", table="cities", row=state["row"], cells=NAMES)
    state = client.ask("rows", row=OFFICE, cells={"city": "Zinder"}, resolve=True)
    assert state["can_save"], state["refusal"]
    assert client.row(OFFICE)["point"] == [8.99, 13.81]
    assert client.ask("save")["saved"] == [NAMES_FILE, PRESENCES_FILE]
    [line] = lines_changed(before[NAMES_FILE], client.folder.path / NAMES_FILE)
    assert line == "+city,zinder,NER,13.81,8.99,زندر,Zinder,Zinder,Zinder,Зиндер,津德尔,"
    old, new = lines_changed(before[PRESENCES_FILE], client.folder.path / PRESENCES_FILE)
    assert (old[1:].replace("niamey", "zinder"), new[0]) == (new[1:], "+")


def test_a_mission_and_a_document_stand_with_their_kind(client: Client) -> None:
    """Their keys are made of their names; undone, nothing is left of them."""
    before = {name: (client.folder.path / name).read_bytes() for name in (NAMES_FILE, SOURCES_FILE)}
    client.ask("tables", table="missions", cells=MISSION)
    document = {"title": "A report", "language": "en", "publisher": "OHCHR", "year": "2025"}
    state = client.ask("tables", table="sources", cells=document)
    assert state["tables"]["sources"]["rows"][0]["cells"]["id"] == "a-report"
    assert state["can_save"], state["refusal"]
    client.ask("save")
    [line] = lines_changed(before[NAMES_FILE], client.folder.path / NAMES_FILE)
    assert line.startswith("+mission,a-mission,,,,A mission,")
    [line] = lines_changed(before[SOURCES_FILE], client.folder.path / SOURCES_FILE)
    assert line == "+a-report,A report,en,,OHCHR,2025,,,"


def test_a_footnote_is_written_below_the_others(client: Client) -> None:
    """In every language, and its letter must be given to a presence before it can be saved."""
    before = (client.folder.path / EDITION_FILE).read_bytes()
    texts = dict.fromkeys(NAMES, 'Known as "Zinder".')
    state = client.ask("tables", table="footnotes", cells=texts)
    [fault] = state["tables"]["footnotes"]["rows"][0]["faults"]
    assert "used by no presence" in fault["what"]
    client.ask("rows", row=OFFICE, cells={"footnotes": "j"})
    client.ask("save")
    lines = lines_changed(before, client.folder.path / EDITION_FILE)
    known = [f'+{code} = "Known as \\"Zinder\\"."' for code in sorted(NAMES)]
    assert lines == ["+[footnotes.j]", *known, "+"]


def test_what_is_there_is_corrected_and_nothing_else(client: Client) -> None:
    """A footnote, a city, a document: its cells, told with what was there before, and undone."""
    files = (EDITION_FILE, NAMES_FILE, SOURCES_FILE)
    before = {name: (client.folder.path / name).read_bytes() for name in files}
    new = {"footnotes": ("d", {"en": 'Lost "text"', "fr": "é"}), "cities": ("niamey", {"fr": "N"}),
           "sources": ("ohchr-2020-africa", {"note": "a note"})}  # fmt: skip
    for table, (key, cells) in new.items():
        [found, *_] = client.ask("find", table=table, text=key)["found"]
        assert (found["key"], {**found["cells"], **cells}) != (key, found["cells"])
        state = client.ask("tables", table=table, row=found["row"], cells=found["cells"] | cells)
        [row] = state["tables"][table]["rows"]
        assert row["before"] == {name: found["cells"][name] for name in cells}
        assert (state["undo"]["columns"], row["status"]) == (sorted(cells), "changed")
        assert (
            client.ask("tables", table=table, row=found["row"], cells=cells)["undo"]
            == (state["undo"])
        )
    for code in NAMES:  # a lost text is there in all languages, or in none
        client.ask("tables", table="footnotes", row="d", cells={code: new["footnotes"][1]["en"]})
    assert client.ask("save")["saved"] == [SOURCES_FILE, NAMES_FILE, EDITION_FILE]
    lines = {name: lines_changed(before[name], client.folder.path / name) for name in files}
    texts = [sign for code in sorted(NAMES)
             for sign in (f'-{code} = ""', f'+{code} = "Lost \\"text\\""')]  # fmt: skip
    assert sorted(lines[EDITION_FILE]) == sorted(texts)
    assert [len(lines[name]) for name in files[1:]] == [2, 2]


def test_a_footnote_that_is_there_keeps_its_letter_and_place(client: Client) -> None:
    """The letter is carried by rows; to take the text out is for whoever edits the file."""
    _, answer = client.try_to("tables", table="footnotes", row="a", cells={"key": "z"})
    assert "the letter a stays" in answer["refusal"]
    _, answer = client.try_to("tables", table="footnotes", row="a", remove=True)
    assert "is not taken out here" in answer["refusal"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_an_edition_keeps_its_line_ends_and_mark(newline: str, mark: str) -> None:
    """Every other byte is as it was."""
    text = mark + (GEODATA / EDITION_FILE).read_text(encoding="utf-8").replace("\n", newline)
    table = read_footnotes(text, ("en",))
    assert table.content == text.encode()
    longer = table.with_row("n", {"key": "j", "en": "A note"}, "").content.decode()
    block = f'{newline}[footnotes.j]{newline}en = "A note"{newline}'
    assert longer.replace(block, "", 1) == text


@pytest.mark.parametrize(
    ("table", "cells", "why"),
    [
        ("planets", {}, "no table of planets"),
        ("footnotes", {"key": "b"}, "the letter b is another"),
        ("cities", {"height": "1"}, "no column 'height'"),
    ],
)
def test_what_there_is_not_is_refused(
    client: Client, table: str, cells: dict[str, str], why: str
) -> None:
    """In a sentence."""
    status, answer = client.try_to("tables", table=table, cells=cells)
    assert (status, why in answer["refusal"]) == (409, True)
