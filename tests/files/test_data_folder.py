"""Whose list a command works on: one's own where one stands in it; the packaged only by name.

Also of `paths.py`.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from mapping.errors import WrongUseError
from mapping.files.data_folder import choose_writable_folder
from mapping.files.paths import packaged_folder
from tests.support.commands import run
from tests.support.folder import GEODATA, ROOT

ROW = ("--country", "KEN", "--category", "office", "--city", "", "--evidence", "documented",
       "--as-of", "2026", "--source", "mine")  # fmt: skip


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder made by `new`, with one source, and stand in it."""
    folder = tmp_path / "my-list"
    assert run("new", folder).exit_code == 0
    monkeypatch.chdir(folder)
    with Path("sources.csv").open("r+", encoding="utf-8", newline="") as file:
        [header] = csv.reader(file)
        filled = {"id": "mine", "title": "A document", "year": "2026", "language": "en"}
        csv.writer(file).writerow(filled.get(column, "x") for column in header)
    return folder


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder without any data."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_command_reads_the_working_folder(mine: Path) -> None:
    """And says so; nothing of the packaged list is in the products."""
    assert run("check").stdout.startswith(f"read {mine}: no fault\n")
    result = run("build")
    assert result.stdout.startswith(f"read {mine}\n")
    assert result.stderr == ""
    assert json.loads((mine / "output" / "presences.geojson").read_bytes())["features"] == []


def test_a_row_is_added_to_the_working_folder(mine: Path) -> None:
    """Its list has one row more, the packaged one none."""
    before = (packaged_folder() / "presences.csv").read_bytes()
    result = run("add", *ROW, "--yes")
    assert result.exit_code == 0, result.output
    assert "added ken-office as line 2" in result.stdout
    assert result.stdout.endswith("; next: presence-map build\n")
    assert len((mine / "presences.csv").read_bytes().splitlines()) == 2
    assert (packaged_folder() / "presences.csv").read_bytes() == before


def test_the_working_folder_goes_before_one_in_it(mine: Path) -> None:
    """A folder geodata within does not take its place; a folder that is named does."""
    (mine / "geodata").mkdir()
    assert run("check").stdout.startswith(f"read {mine}: no fault\n")
    assert run("check", "--data", GEODATA).stdout.startswith(f"read {GEODATA}: no fault\n")


def test_without_an_edition_here_a_folder_geodata_is_read(mine: Path) -> None:
    """As in a checkout."""
    (mine / "geodata").mkdir()
    for path in mine.glob("*.*"):
        path.rename(mine / "geodata" / path.name)
    result = run("check")
    assert (result.stdout.splitlines()[0], result.stderr) == ("read geodata: no fault", "")


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("check", "--format", "json"),
        ("build",),
        ("build", "--output", str(ROOT / "geodata")),
        ("changes", str(GEODATA)),
        ("print", "--lang", "xx"),
        ("watch", "--no-open", "--output", str(ROOT / "geodata")),
        ("add", "--country", "KEN", "--dry-run"),
    ],
)
@pytest.mark.usefixtures("nowhere")
def test_the_packaged_list_is_named_first_of_all(words: tuple[str, ...]) -> None:
    """Whatever comes of the command, nobody takes the packaged list for their own."""
    first = run(*words).stderr.splitlines()[0]
    assert first.startswith(f"note: this is the packaged list, {packaged_folder()}, ")


@pytest.mark.parametrize("end", [("--yes",), ()])
def test_nothing_is_added_to_the_packaged_list(nowhere: Path, end: tuple[str, ...]) -> None:
    """Who stands in no data folder is told how to come to one, before any question."""
    before = (packaged_folder() / "presences.csv").read_bytes()
    result = run("add", *ROW, *end)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{packaged_folder()}: the packaged list is not written to; ")
    assert "presence-map new my-list" in result.stderr
    assert (packaged_folder() / "presences.csv").read_bytes() == before
    assert list(nowhere.iterdir()) == []


@pytest.mark.parametrize("named", ["geodata", "link", "../mapping/geodata"])
def test_an_installed_list_is_not_written_to_under_any_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    """Neither by its path, nor through a link, nor from within the package."""
    inside = tmp_path / "mapping" / "geodata"
    inside.mkdir(parents=True)
    (inside.parent / "link").symlink_to(inside)
    monkeypatch.setattr("mapping.files.data_folder.INSTALLED_DATA", inside)
    monkeypatch.chdir(inside.parent)
    for given in (Path(named), None):
        with pytest.raises(WrongUseError, match="the packaged list is not written to"):
            choose_writable_folder(given)


def test_maintainers_change_the_list_of_their_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a checkout the packaged list is the maintained one."""
    monkeypatch.chdir(ROOT)
    assert choose_writable_folder(None) == Path("geodata")
    assert choose_writable_folder(GEODATA) == GEODATA
    monkeypatch.chdir(GEODATA)
    assert choose_writable_folder(None) == GEODATA
