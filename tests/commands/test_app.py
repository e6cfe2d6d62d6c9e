"""The commands: what they say, where they say it, and with which exit status they end.

Also of `build.py`, `check.py`, `console.py`, `options.py`.
"""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest

from tests.support.commands import PRODUCTS, run
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.folder import Folder


def test_the_version_is_that_of_the_manifest() -> None:
    """Who reports a fault can say of what."""
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout == f"presence-map {version('presence-map')}\n"


def test_build_says_what_it_wrote(folder: Folder, tmp_path: Path) -> None:
    """One closing line a product, with its path and its size, and exit status 0."""
    output = tmp_path / "output"
    result = run("build", "--data", folder.path, "--output", output)
    lines = [
        f"wrote {output / name} ({(output / name).stat().st_size:,} bytes)" for name in PRODUCTS
    ]
    assert result.exit_code == 0
    assert result.stdout.splitlines()[: len(PRODUCTS) + 1] == [f"read {folder.path}", *lines]


@pytest.mark.parametrize(
    "row",
    [
        ["headquarters", "2", "2", "not counted", "0"],
        ["country-office", "19", "19", "0", "0"],
        ["adviser", "43", "50", "7", "5"],
        ["other", "11", "11", "0", "1"],
        ["counted", "96", "103", "7", "6"],
    ],
)
def test_check_prints_how_complete_the_list_is(own_data: Folder, row: list[str]) -> None:
    """A table holds the list against the report's totals, and says how many are not identified."""
    result = run("check", "--data", own_data.path)
    cells = [re.split(r"\s*[│┃]\s*", line)[1:-1] for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert f"read {own_data.path}: no fault" in result.stdout
    assert row in cells


@pytest.mark.parametrize("command", ["build", "check"])
def test_faults_end_in_status_1_and_lines_on_stderr(
    folder: Folder, tmp_path: Path, command: str
) -> None:
    """Every line but the last reads file:line: column: what is wrong; what to do."""
    line = folder.edit("presences.csv", ",ARG,", ",Argentina,")
    output = ["--output", str(tmp_path / "output")] if command == "build" else []
    result = run(command, "--data", folder.path, *output)
    *faults, last = result.stderr.splitlines()
    assert result.exit_code == 1
    assert faults == [
        f"presences.csv:{line}: country: 'Argentina' is unknown; did you mean ARG (Argentina)?"
    ]
    assert last == "1 fault; nothing was written."
    assert result.stdout == ""
    assert not (tmp_path / "output").exists()


def test_a_failed_build_leaves_the_earlier_one_as_it_was(folder: Folder, tmp_path: Path) -> None:
    """What was good stays, byte for byte, and nothing lies beside it."""
    output = folder.build(tmp_path / "output")
    before = {path.name: path.read_bytes() for path in output.iterdir()}
    folder.edit("names.csv", "city,beirut,LBN,33", "city,beirut,LBN,933")
    assert run("build", "--data", folder.path, "--output", output).exit_code == 1
    assert {path.name: path.read_bytes() for path in output.iterdir()} == before


def test_an_output_that_cannot_be_written_is_reported_plainly(
    folder: Folder, tmp_path: Path
) -> None:
    """A file where the folder should be ends in one line, not in a traceback."""
    taken = tmp_path / "taken"
    taken.touch()
    result = run("build", "--data", folder.path, "--output", taken)
    assert result.exit_code == 3
    assert result.stderr.count("\n") == 1
    assert str(taken) in result.stderr


def test_a_data_folder_that_is_not_there_is_reported_plainly(tmp_path: Path) -> None:
    """A misspelt folder ends in one line that names it."""
    result = run("check", "--data", tmp_path / "nowhere")
    assert result.exit_code == 3
    assert str(tmp_path / "nowhere") in result.stderr


def test_a_pipe_gets_no_progress(folder: Folder, tmp_path: Path) -> None:
    """In a process of its own, with its output in a pipe, standard error stays empty."""
    output = tmp_path / "output"
    words = ["-m", "mapping", "build", "--data", str(folder.path), "--output", str(output)]
    done = subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, *words], cwd=ROOT, capture_output=True, check=True, env={}
    )
    assert done.stderr == b""
    assert b"\x1b" not in done.stdout
    assert all((output / name).stat().st_size for name in PRODUCTS)


def test_nothing_waits_for_a_heavy_package_that_it_does_not_need() -> None:
    """Help loads nothing of arrays; what checks a list, nothing of tables or folium."""
    heavy = """
import sys, mapping.commands.app
print({'numpy', 'shapely', 'playwright'} & {*sys.modules})
import mapping.pipeline
print({'geopandas', 'pandas', 'pyogrio', 'folium', 'requests'} & {*sys.modules})
"""
    done = subprocess.run(  # noqa: S603 (our own words)
        [sys.executable, "-c", heavy], cwd=ROOT, check=False, capture_output=True, encoding="utf-8"
    )
    assert done.stdout == "set()\nset()\n", done.stderr
