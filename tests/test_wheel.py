"""The program works from a wheel, far from its checkout, with the data that travelled in it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.folder import GEODATA, ROOT

if TYPE_CHECKING:
    from pathlib import Path

QUIET = ("--quiet", "--no-deps", "--disable-pip-version-check", "--no-index")


def run(*words: str | Path, cwd: Path, **variables: str) -> str:
    """Run a program of this environment in a folder, and give what it says."""
    command = [sys.executable, *map(str, words)]
    done = subprocess.run(  # noqa: S603 (our own program)
        command,
        cwd=cwd,
        env={**os.environ, **variables},
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel once."""
    folder = tmp_path_factory.mktemp("wheel")
    options = (*QUIET, "--no-build-isolation", "--wheel-dir", folder)
    run("-m", "pip", "wheel", *options, ROOT, cwd=folder)
    [made] = folder.glob("presence_map-*.whl")
    return made


def test_the_wheel_holds_code_web_words_and_data(wheel: Path) -> None:
    """Every file that the program reads is in it, and no recipe."""
    names = set(zipfile.ZipFile(wheel).namelist())
    code = ROOT / "mapping"
    needed = {
        path.relative_to(ROOT).as_posix()
        for path in code.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    data = {f"mapping/geodata/{path.name}" for path in GEODATA.iterdir() if path.is_file()}
    assert needed | data <= names
    assert not [name for name in names if "recipes" in name or "tests" in name]
    assert [name for name in names if name.endswith("licenses/LICENSE")]


def test_the_installed_program_makes_the_same_map(wheel: Path, built: Path, tmp_path: Path) -> None:
    """From any folder, with the packaged data: the same bytes as from the checkout."""
    site, work = tmp_path / "site", tmp_path / "work"
    work.mkdir()
    run("-m", "pip", "install", *QUIET, "--target", site, wheel, cwd=work)
    said = run("-m", "mapping", "build", "--output", "out", cwd=work, PYTHONPATH=str(site))
    made = {path.name: path.read_bytes() for path in (work / "out").iterdir()}
    assert said.startswith(f"read {site / 'mapping' / 'geodata'}\n")
    assert made == {path.name: path.read_bytes() for path in built.iterdir()}
    assert (site / "bin" / "presence-map").exists()
