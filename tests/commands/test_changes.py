"""``presence-map changes`` and ``build --since``: what they read, say and write."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from mapping.files.atomic import sha256
from tests.support.commands import run
from tests.support.folder import contents

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.folder import Folder

OPENED = "Opened: Uganda (Country or stand-alone office, or human rights mission)"


@pytest.fixture
def old(folder: Folder, tmp_path: Path) -> Folder:
    """Return a copy of the data in which Uganda does not stand yet."""
    copy = type(folder)(shutil.copytree(folder.path, tmp_path / "old"))
    text = (copy.path / "presences.csv").read_text(encoding="utf-8")
    copy.edit("presences.csv", next(line for line in text.splitlines() if "uga-" in line), "")
    return copy


def test_changes_are_printed_line_by_line(folder: Folder, old: Folder) -> None:
    """Totals and sentences on standard output, what was compared on standard error."""
    result = run("changes", old.path, "--data", folder.path)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "What changed",
        "",
        "Field presences identified: 95 of 103 before, 96 of 103 now",
        "Country/Stand-alone Offices/Human Rights Missions: 18 of 19 before, 19 of 19 now",
        "",
        OPENED,
    ]
    assert result.stderr == f"compared {old.path} with {folder.path}\n"


def test_a_single_file_is_read_with_the_new_tables(
    folder: Folder, old: Folder, tmp_path: Path
) -> None:
    """And it is said beside which: those of the new list, whatever the data folder."""
    alone = shutil.copy(old.path / "presences.csv", tmp_path / "past.csv")
    result = run("changes", alone, folder.path, "--data", tmp_path)
    assert OPENED in result.stdout.splitlines()
    told = f"compared {alone} (with the tables of {folder.path}) with {folder.path}\n"
    assert result.stderr == told


@pytest.mark.parametrize(("form", "start"), [("markdown", "# Что изменилось\n"), ("json", "{\n")])
def test_language_and_format_are_chosen(folder: Folder, old: Folder, form: str, start: str) -> None:
    """In any of the languages; and nothing but the report on standard output."""
    result = run("changes", old.path, "--data", folder.path, "--lang", "ru", "--format", form)
    assert result.stdout.startswith(start)
    assert "Открыто: Уганда" in result.stdout
    assert form != "json" or json.loads(result.stdout)["language"] == "ru"


@pytest.mark.parametrize("words", [["nowhere"], ["--", "-x"], [""], [".", "--lang", "xx"]])
def test_what_cannot_be_meant_ends_in_status_2(folder: Folder, words: list[str]) -> None:
    """A list that is none, a language that is none."""
    first = str(folder.path) if words[0] == "." else words[0]
    result = run("changes", "--data", folder.path, first, *words[1:])
    assert (result.exit_code, result.stdout) == (2, "")


def test_faults_without_bearing_on_a_comparison_are_passed_over(
    folder: Folder, old: Folder
) -> None:
    """A total that is exceeded, an unknown footnote or source, a place off its country."""
    old.edit("edition.toml", "expected = 50", "expected = 3")
    old.edit("presences.csv", "ken-adviser,listed,adviser,yes,,KEN,,nairobi,,,,,",
             "ken-adviser,listed,adviser,yes,,KEN,,beirut,,,,z,")  # fmt: skip
    old.edit("sources.csv", "press-bolivia,", "press-other,")
    result = run("changes", old.path, "--data", folder.path)
    assert result.exit_code == 0
    assert "Footnotes: “z” before, “(none)” now" in result.stdout
    assert "Beirut before, Nairobi now" in result.stdout


def test_faults_of_both_lists_are_reported_with_their_folders(folder: Folder, old: Folder) -> None:
    """A row that cannot be read or named would be told as closed: it is a fault."""
    line = folder.edit("presences.csv", ",ARG,", ",Argentina,")
    old.edit("presences.csv", "arg-adviser,listed", "arg-adviser,open")
    result = run("changes", old.path, "--data", folder.path)
    assert result.exit_code == 1
    faults = result.stderr.splitlines()
    assert faults[0].startswith(f"{folder.path}/presences.csv:{line}: country: 'Argentina'")
    assert faults[1].startswith(f"{old.path}/presences.csv:{line}: status: 'open'")


def test_a_build_since_writes_what_changed(folder: Folder, old: Folder, tmp_path: Path) -> None:
    """Into the page, into changes.md in every language, and the record says since what."""
    output = tmp_path / "output"
    result = run("build", "--data", folder.path, "--output", output, "--since", old.path)
    assert f"compared with {old.path}" in result.stdout
    told = (output / "changes.md").read_text(encoding="utf-8")
    assert told.count("\n# ") == 6
    assert f"\n- {OPENED}\n" in told
    record = json.loads((output / "build.json").read_text(encoding="utf-8"))
    content = (old.path / "presences.csv").read_bytes()
    assert record["since"]["presences.csv"] == sha256(content)
    assert record["products"]["changes.md"] == sha256(told.encode())
    assert run("verify", output).exit_code == 0
    for name, product in contents(output).items():
        assert str(tmp_path).encode() not in product, name


def test_a_build_without_since_leaves_no_trace_of_one(
    folder: Folder, old: Folder, tmp_path: Path
) -> None:
    """No byte in the page; a changes.md of ours goes, for it would tell of another map."""
    fresh = contents(folder.build(tmp_path / "fresh"))
    output = tmp_path / "output"
    run("build", "--data", folder.path, "--output", output, "--since", old.path)
    assert contents(folder.build(output)) == fresh


def test_a_file_of_somebody_else_stays(folder: Folder, tmp_path: Path) -> None:
    """A changes.md that no build wrote is not ours to remove."""
    output = tmp_path / "output"
    output.mkdir()
    (output / "changes.md").write_text("mine", encoding="utf-8")
    folder.build(output)
    assert run("verify", output).exit_code == 0
    assert (output / "changes.md").read_text(encoding="utf-8") == "mine"


def test_a_build_since_an_unreadable_list_writes_nothing(
    folder: Folder, old: Folder, tmp_path: Path
) -> None:
    """The last good map stays."""
    old.edit("presences.csv", "id,status", "id,state")
    output = tmp_path / "output"
    result = run("build", "--data", folder.path, "--output", output, "--since", old.path)
    assert result.exit_code == 1
    assert f"{old.path}/presences.csv:1: status: the column is missing" in result.stderr
    assert not output.exists()
