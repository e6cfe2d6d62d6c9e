"""How commands end where what they print has no room, or nobody to read it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.commands import run
from tests.support.folder import GEODATA, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.folder import Folder

PROGRAM = (sys.executable, "-m", "mapping")
CHECK = ("check", "--data", str(GEODATA))
ENVIRONMENT = {**os.environ, "PYTHONWARNDEFAULTENCODING": ""}  # others' warnings stay unsaid


def ended(*words: str | Path, stdout: int, stderr: int = subprocess.PIPE) -> tuple[int, str]:
    """Run a command in a process of its own; give its status, and what it says of faults."""
    done = subprocess.run(  # noqa: S603 (our own program)
        [*PROGRAM, *map(str, words)],
        cwd=ROOT,
        env=ENVIRONMENT,
        stdout=stdout,
        stderr=stderr,
        check=False,
        encoding="utf-8",
    )
    return done.returncode, done.stderr or ""


@pytest.fixture
def full() -> Iterator[int]:
    """Return a disk that is full."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no disk that is always full")
    disk = os.open("/dev/full", os.O_WRONLY)
    yield disk
    os.close(disk)


@pytest.fixture
def unread() -> Iterator[int]:
    """Return a pipe whose reader has gone."""
    reader, writer = os.pipe()
    os.close(reader)
    yield writer
    os.close(writer)


@pytest.mark.parametrize("words", [CHECK, (*CHECK, "--format", "json"), ()])
def test_a_full_disk_on_standard_output_is_reported(full: int, words: tuple[str, ...]) -> None:
    """In one line, without a traceback."""
    status, said = ended(*words, stdout=full)
    assert status == 3
    assert said == "standard output: No space left on device; make room on the disk\n"


@pytest.mark.parametrize("words", [CHECK, (*CHECK, "--format", "json"), ("--help",)])
def test_a_reader_who_leaves_is_no_fault_in_the_data(unread: int, words: tuple[str, ...]) -> None:
    """They know of it: nothing is said, and the status is not that of faults."""
    assert ended(*words, stdout=unread) == (3, "")


def test_a_table_is_cut_short_by_a_reader_of_one_line() -> None:
    """As by `head -1`, whichever line comes too late."""
    with subprocess.Popen(  # noqa: S603 (our own program)
        [*PROGRAM, *CHECK],
        cwd=ROOT,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline().startswith(b"read ")
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode in (0, 3)


def test_products_are_whole_where_nobody_hears_of_them(unread: int, tmp_path: Path) -> None:
    """They were written before a word was said."""
    words = ("build", "--data", GEODATA, "--output", tmp_path / "out")
    assert ended(*words, stdout=unread)[0] == 3
    assert run("verify", tmp_path / "out").exit_code == 0


def test_faults_that_cannot_be_printed_are_unwritten(full: int, folder: Folder) -> None:
    """Where standard error is full, the status says that something could not be written."""
    folder.edit("presences.csv", ",ARG,", ",ARX,")
    assert ended("check", "--data", folder.path, stdout=subprocess.DEVNULL, stderr=full)[0] == 3


@pytest.mark.parametrize("width", [20, 40, 67, 68, 200])
def test_the_table_is_never_cut(
    own_data: Folder, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """Every category and number stands whole; where the table has no room, as lines."""
    monkeypatch.setenv("COLUMNS", str(width))
    said = run("check", "--data", own_data.path).stdout
    assert "…" not in said
    assert ("━" in said) == (width >= 68)
    for key in ("headquarters", "country-office", "regional-office", "peace-mission", "counted"):
        numbers = re.findall(rf"^\W*{key}\b(.*)", said, re.MULTILINE)
        assert len(numbers) == 1, said
        assert re.search(r"\d+\D+\d+", numbers[0])
