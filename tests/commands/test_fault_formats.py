"""Faults for programs: JSON, and the annotations that GitHub shows beside a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mapping.commands.fault_formats import format_github, format_json, format_text
from mapping.errors import Fault, count_faults
from tests.support.commands import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.folder import Folder

FAULT = Fault("presences.csv", 7, "'100%, a:b\nc' is not allowed", "write\ryes", "status")


def test_a_person_reads_one_line_a_fault() -> None:
    """Place, column, what is wrong, what to do; without a column, without one."""
    plain = Fault("names.csv", 1, "the table is empty", "fill it")
    assert (
        format_text([plain], [FAULT]).splitlines()[-1] == "names.csv:1: the table is empty; fill it"
    )
    assert count_faults(1) == "1 fault; nothing was written."
    assert count_faults(2, "stopped") == "2 faults; stopped."
    assert str(FAULT).startswith("presences.csv:7: status: '100%, a:b")


def test_json_says_each_part_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The path leads from the working folder to the file."""
    monkeypatch.chdir(tmp_path)
    report = json.loads(format_json(tmp_path / "data", [FAULT], []))
    assert report == {
        "data": "data",
        "faults": [
            {
                "file": "data/presences.csv",
                "line": 7,
                "column": "status",
                "wrong": "'100%, a:b\nc' is not allowed",
                "remedy": "write\ryes",
            }
        ],
        "notes": [],
    }


def test_annotations_are_escaped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No text of the data can begin a command of its own, or end a property."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "a,b:c"
    assert format_github(folder, [FAULT], [FAULT]).splitlines() == [
        f"::{kind} file=a%2Cb%3Ac/presences.csv,line=7,title=status::"
        "status: '100%25, a:b%0Ac' is not allowed; write%0Dyes"
        for kind in ("notice", "error")
    ]


def test_a_fault_in_the_words_leads_to_the_program(tmp_path: Path) -> None:
    """The words of the page are no part of the data folder."""
    fault = Fault("words/ru.toml", 1, "a word is missing", "write it")
    assert json.loads(format_json(tmp_path, [fault], []))["faults"][0]["file"].endswith(
        "mapping/words/ru.toml"
    )


@pytest.mark.parametrize("command", ["build", "check"])
def test_the_commands_report_as_json(folder: Folder, tmp_path: Path, command: str) -> None:
    """Standard output is one JSON object, with faults and without; the exit status is the same."""
    output = ["--output", str(tmp_path / "output")] if command == "build" else []
    good = run(command, "--data", folder.path, "--format", "json", *output)
    assert good.exit_code == 0
    assert json.loads(good.stdout)["completeness"]["adviser"]["found"] == 43
    line = folder.edit("presences.csv", ",ARG,", ",Argentina,")
    bad = run(command, "--data", folder.path, "--format", "json", *output)
    assert bad.exit_code == 1
    assert bad.stderr == ""
    [fault] = json.loads(bad.stdout)["faults"]
    assert (fault["line"], fault["column"]) == (line, "country")


def test_the_check_annotates(folder: Folder) -> None:
    """GitHub reads standard output; a person reads standard error."""
    line = folder.edit("presences.csv", ",ARG,", ",Argentina,")
    result = run("check", "--data", folder.path, "--format", "github")
    assert f"presences.csv,line={line},title=country::country: 'Argentina'" in result.stdout
    assert "1 fault; nothing was written." in result.stderr


def test_an_unknown_format_is_wrong_use(folder: Folder) -> None:
    """Exit status 2, as for every option that cannot be."""
    assert run("check", "--data", folder.path, "--format", "xml").exit_code == 2


def test_a_program_is_told_why_nothing_was_done(tmp_path: Path) -> None:
    """Where no row is at fault: as JSON, and as an annotation without a line."""
    wrong = ("build", "--data", tmp_path, "--output", tmp_path, "--format")
    read = json.loads(run(*wrong, "json").stdout)
    assert (read["faults"], read["notes"]) == ([], [])
    assert str(tmp_path) in read["refused"]
    shown = run(*wrong, "github").stdout
    assert shown.startswith("::error::")
    assert str(tmp_path) in shown
