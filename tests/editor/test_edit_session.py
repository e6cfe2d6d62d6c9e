"""What a person does to a list: checked at once, undone, kept, and saved as it was meant.

Also of `draft.py`, `examine.py`, `list_rows.py`, `row_names.py`, `row_state.py`, `state.py`.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from mapping.editor import list_rows
from mapping.editor.edit_session import EditSession
from mapping.editor.journal import Journal
from mapping.files.data_folder import PRESENCES_FILE
from tests.support.written import lines_changed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.editor_client import Client
    from tests.support.folder import Folder

OFFICE = "uga-country-office"
NEW = {"country": "Niger", "category": "Human rights adviser", "evidence": "documented",
       "as_of": "2020", "sources": "ohchr-2020-africa"}  # fmt: skip
REASON = {"sources": "ohchr-2020-africa", "as_of": "2024"}


def sentences(state: dict[str, list[dict[str, dict[str, str]]]], language: str = "en") -> list[str]:
    """Return what changed, in words."""
    return [change["text"][language] for change in state["changes"]]


def test_a_presence_is_added_in_its_place(client: Client) -> None:
    """Names become keys; id, status and place in the list follow; the totals say what it does."""
    before = (client.folder.path / PRESENCES_FILE).read_bytes()
    state = client.ask("rows", row=None, cells={"country": "Niger"})
    row = client.row(state["row"])
    assert (row["cells"]["country"], row["cells"]["id"]) == ("NER", "ner")
    assert {fault["column"] for fault in row["faults"]} == {"category", "evidence", "sources"}
    assert not state["can_save"]
    state = client.ask("rows", row=state["row"], cells=NEW, resolve=True)
    row = client.row(state["row"])
    assert (row["status"], row["faults"], row["cells"]["id"]) == ("added", [], "ner-adviser")
    assert row["labels"]["fr"] == "Niger"
    assert row["point"]
    assert sentences(state) == ["Opened: Niger (Human rights adviser)"]
    assert state["totals"]["listed"] == state["totals"]["listed_before"] + 1
    assert client.ask("save")["saved"] == [PRESENCES_FILE]
    line = "ner-adviser,listed,adviser,yes,,NER,,,,,,,documented,2020,,ohchr-2020-africa,"
    assert lines_changed(before, client.folder.path / PRESENCES_FILE) == [f"+{line}"]
    after = (client.folder.path / PRESENCES_FILE).read_text(encoding="utf-8").splitlines()
    assert after[after.index(line) - 1].startswith("ner-g5-sahel,")


def test_a_row_with_faults_is_called_as_it_was(client: Client) -> None:
    """By its label in the file; a row that is new to it by its city and country."""
    client.ask("rows", row=OFFICE, cells={"as_of": "last year"})
    row = client.row(OFFICE)
    assert (row["called"]["en"], row["called"]["fr"]) == ("Uganda", "Ouganda")
    new = client.row(
        client.ask("rows", row=None, cells={"country": "NER", "city": "niamey"})["row"]
    )
    assert (new["labels"], new["called"]["ru"]) == ({}, "Ниамей · Нигер")
    new = client.row(client.ask("rows", row=None, cells={"country": "Nowhere"})["row"])
    assert new["called"]["en"] == "Nowhere"


def test_a_fault_keeps_save_shut_and_says_why(client: Client) -> None:
    """It stands at its column, in the words of `check`; the last place stays on the map."""
    before = (client.folder.path / PRESENCES_FILE).read_bytes()
    state = client.ask("rows", row=OFFICE, cells={"city": "beirut"})
    [fault] = client.row(OFFICE)["faults"]
    assert fault["column"] == "city"
    assert "off UGA" in fault["what"]
    status, refused = client.try_to("save")
    assert (status, refused["refusal"]) == (409, state["refusal"])
    assert "1 fault has to be corrected first: presences.csv:36: city:" in state["refusal"]
    assert lines_changed(before, client.folder.path / PRESENCES_FILE) == []
    client.ask("rows", row=OFFICE, cells={"category": "nonsense"})
    assert b"uga-country-office" in client.send("GET", client.path("map.html")).read()


def test_typing_is_one_step_and_everything_is_undone(client: Client) -> None:
    """What was typed in one go goes at once; what was undone can be done again."""
    start = client.state()
    for text in ("A", "An", "An office"):
        client.ask("rows", row=OFFICE, cells={"note": text}, merge="note of Uganda")
    client.ask("close", row="ken-adviser", cells=REASON)
    state = client.ask("undo")
    assert state["redo"]["kind"] == "closed"
    assert (state["undo"]["row"], state["undo"]["columns"]) == (OFFICE, ["note"])
    state = client.ask("undo")
    assert (state["rows"], state["undo"]) == (start["rows"], None)
    state = client.ask("redo")
    assert client.row(OFFICE)["cells"]["note"] == "An office"
    assert client.ask("redo")["redo"] is None
    assert client.row("ken-adviser")["status"] == "closed"


def test_closing_asks_what_it_rests_on(client: Client) -> None:
    """The row goes, or stays as a candidate that is not counted."""
    before = (client.folder.path / PRESENCES_FILE).read_bytes()
    status, refused = client.try_to("close", row=OFFICE, cells={"as_of": "2024"})
    assert status == 409
    assert "the documents" in refused["refusal"]
    state = client.ask("close", row=OFFICE, cells=REASON)
    assert sentences(state)[0].startswith("Closed: Uganda")
    client.ask("save")
    [line] = lines_changed(before, client.folder.path / PRESENCES_FILE)
    assert line.startswith(f"-{OFFICE},")


def test_a_draft_outlives_the_program(folder: Folder, state: Path) -> None:
    """With its faults, its steps and what was undone; a line that broke off was never done."""
    first = EditSession(folder.path, Journal(state))
    list_rows.change_row(first, OFFICE, {"city": "nowhere"})
    list_rows.change_row(first, OFFICE, {"note": "one"})
    list_rows.change_row(first, OFFICE, {"note": "two"})
    first.undo()
    first.close()
    lines = state / "draft.jsonl"
    lines.write_bytes(lines.read_bytes() + b'{"step": {"kind"')
    second = EditSession(folder.path, Journal(state))
    assert datetime.now(UTC) - datetime.fromisoformat(second.restored) < timedelta(minutes=5)
    assert second.row(PRESENCES_FILE, OFFICE)["note"] == "one"
    assert second.row(PRESENCES_FILE, OFFICE)["city"] == "nowhere"
    second.redo()
    assert second.row(PRESENCES_FILE, OFFICE)["note"] == "two"
    second.close()
    third = EditSession(folder.path, Journal(state))
    assert third.row(PRESENCES_FILE, OFFICE)["note"] == "two"
    third.close()


def test_the_last_map_stays_where_there_can_be_none(client: Client) -> None:
    """While the edition has a fault, or what a row names is gone; rows are shown all the same."""
    whole = client.send("GET", client.path("map.html")).read()
    assert b"uga-country-office" in whole
    client.ask("tables", table="sources", row="ohchr-2020-africa", remove=True)
    assert client.send("GET", client.path("map.html")).read() == whole
    assert any("'ohchr-2020-africa' is unknown" in one["what"]
               for one in client.row(OFFICE)["faults"])  # fmt: skip
    client.ask("discard")
    client.folder.edit("edition.toml", "languages = ", "languages == ")
    for _ in range(100):
        if client.state()["faults"]:
            break
        time.sleep(0.1)
    assert client.state()["faults"][0]["file"] == "edition.toml"
    assert client.send("GET", client.path("map.html")).read() == whole
    assert len(client.state()["rows"]) == 104


def test_a_row_that_is_new_can_be_closed_again(client: Client) -> None:
    """Then nothing is left of it, and there is nothing to save."""
    row = client.ask("rows", row=None, cells={**NEW, "country": "NER"}, resolve=True)["row"]
    state = client.ask("close", row=row, cells=REASON)
    assert (state["refusal"], state["changes"]) == ("nothing was changed", [])
    client.ask("remove", row=OFFICE)
    assert client.ask("save")["saved"] == [PRESENCES_FILE]
