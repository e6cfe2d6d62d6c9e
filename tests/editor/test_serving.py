"""Which lists are edited, by whom: a spreadsheet is shown, a second editor is told of the first.

Also of `commands/edit.py`, `data_files.py`, `spreadsheet.py`, `state_folder.py`.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from mapping.editor.serving import edit
from mapping.errors import WrongUseError
from mapping.files.data_folder import PRESENCES_FILE
from tests.support.commands import address_in, run
from tests.support.editor_client import Client
from tests.support.folder import ROOT
from tests.support.own_lists import own_list
from tests.support.saving import own_rows, save_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.folder import Folder

HOLDER = """
import sys
from pathlib import Path
from mapping.editor.state_folder import announce, hold_folder
with hold_folder(Path(sys.argv[1])) as state:
    announce(state, "http://127.0.0.1:1/x/")
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def state_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is not saved within the test."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state-home"))


def test_a_second_editor_is_told_of_the_first_and_not_of_one_that_was_killed(
    folder: Folder, tmp_path: Path
) -> None:
    """With its address and its process; by whatever path the folder is named."""
    link = tmp_path / "link"
    link.symlink_to(folder.path)
    words = [sys.executable, "-c", HOLDER, str(link)]
    with subprocess.Popen(  # noqa: S603 (our own program)
        words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as first:
        assert first.stdout
        assert first.stdout.readline() == "held\n"
        told = rf"is being edited already, at http://127\.0\.0\.1:1/x/ \(process {first.pid}\)"
        with pytest.raises(WrongUseError, match=told), edit(folder.path, 0, tmp_path / "output"):
            pass
        result = run("edit", "--data", folder.path, "--no-open")
        assert (result.exit_code, "being edited already" in result.stderr) == (2, True)
        first.kill()
    with edit(folder.path, 0, tmp_path / "output") as server:
        assert Client(server, folder).state()["writable"]


def test_the_state_is_for_nobody_else(folder: Folder, tmp_path: Path) -> None:
    """Others may not look into the folder of drafts."""
    with edit(folder.path, 0, tmp_path / "output"):
        [state] = (tmp_path / "state-home" / "presence-map").iterdir()
        assert state.stat().st_mode & 0o77 == 0


def test_a_spreadsheet_is_shown_and_not_written(folder: Folder, tmp_path: Path) -> None:
    """With the reason and the way out; its faults stand at their rows."""
    rows: list[list[object]] = [[*row] for row in own_rows()]
    rows[3][5] = "Niger-ia"
    (folder.path / PRESENCES_FILE).unlink()
    save_sheet(folder.path / "presences.xlsx", rows, first=None)
    with edit(folder.path, 0, tmp_path / "output") as server:
        client = Client(server, folder)
        state = client.state()
        assert (state["writable"], state["files"]["list"]) == (False, "presences.xlsx")
        assert "save its sheet as presences.csv" in state["why_not_writable"]
        assert len(state["rows"]) == len(rows) - 1
        assert state["rows"][2]["faults"][0]["column"] == "country"
        assert state["rows"][0]["labels"]["en"] == "New York"
        status, refused = client.try_to("rows", row="row 2", cells={"note": "x"})
        assert (status, refused["refusal"]) == (409, state["why_not_writable"])


def test_the_packaged_list_is_not_edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no folder of one's own is named."""
    monkeypatch.chdir(tmp_path)
    result = run("edit", "--no-open")
    assert (result.exit_code, "the packaged list is not written to" in result.stderr) == (2, True)


def test_a_list_as_it_is_kept_is_edited_by_its_own_columns(tmp_path: Path) -> None:
    """Without ids, in whatever order; rows that have no place say why, and can be given one."""
    table = "Office;Where\nOne;Kenya\nTwo;nowhere\n\nOne;Peru\n\n"
    columns = 'category = "Office"\ncountry = "Where"'
    folder = own_list(tmp_path / "list", table, columns, ("One", "Two"))
    with edit(folder.path, 0, tmp_path / "output") as server:
        client = Client(server, folder)
        state = client.state()
        assert [one["role"] for one in state["columns"]] == ["category", "country"]
        one, two, _ = state["rows"]
        assert (one["labels"]["fr"], two["point"]) == ("Kenya", None)
        assert "'nowhere'" in two["notes"][0]["remedy"]
        client.ask("rows", row=two["key"], cells={"Where": "Togo"})
        client.ask("rows", row=None, cells={"Office": "One", "Where": "Chad"})
        state = client.ask("close", row=one["key"], cells={})
        assert {change["kind"] for change in state["changes"]} == {"opened", "closed"}
        assert [one["text"]["fr"] for one in state["totals"]["by_category"]] == ["One", "Two"]
        client.ask("save")
    kept = "Office;Where\nTwo;Togo\n\nOne;Peru\nOne;Chad\n\n"
    assert (folder.path / PRESENCES_FILE).read_text(encoding="utf-8") == kept


def test_the_command_serves_until_it_is_interrupted(folder: Folder) -> None:
    """It prints the address, and Ctrl+C ends it well."""
    # The command does not inherit that Ctrl+C is ignored, as it is in what a shell runs behind.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    words = [sys.executable, "-m", "mapping", "edit", "--no-open", "--data", str(folder.path)]
    with subprocess.Popen(  # noqa: S603 (our own program)
        words, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8"
    ) as command:
        try:
            assert command.stdout
            line = command.stdout.readline()
            address = address_in(line)
            with urlopen(address, timeout=30) as page:  # noqa: S310 (the address that it prints)
                text = page.read()
            session = text.partition(b'id="edit-session"')[2].partition(b">")[2].partition(b"<")[0]
            assert json.loads(session)["words"]["number_group"] == ","
            command.send_signal(signal.SIGINT)
            assert command.wait(timeout=30) == 0
        finally:
            command.kill()  # where it does not end, the test does
