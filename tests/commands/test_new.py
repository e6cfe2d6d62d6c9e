"""What a new list leaves open, asked at a terminal: answers, defaults, and the ways to stop."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from mapping.commands import new as new_command
from mapping.commands.prompts import ask_choice
from mapping.importing.any_file import refuse_encoding
from tests.support.commands import apart, run
from tests.support.folder import Folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from prompt_toolkit.input import PipeInput

CTRL_C, CTRL_D, CTRL_U, ENTER = "\x03", "\x04", "\x15", "\r"
ROWS = [
    ["office", "name", "type", "status", "country", "city"],
    ["A", "Alpha", "hub", "open", "Germany", "Frankfurt"],
    ["B", "Beta", "hub", "open", "Argentinia", "Rosario"],
    ["C", "Gamma", "desk", "closed", "Peru", "Lima"],
    ["D", "Delta", "desk", "open", "Peru", "Lima"],
]
QUESTIONS = 3  # sheet, title and category
SECONDS = 60  # after which a terminal that shows nothing more is given up


@pytest.fixture
def keyboard(monkeypatch: pytest.MonkeyPatch) -> Iterator[PipeInput]:
    """Return the keys of a terminal that a person sits at."""
    monkeypatch.setattr(new_command, "is_interactive", lambda: True)
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        yield keys


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a workbook that leaves open whatever can be left open, in two sheets alike."""
    book = Workbook()
    for sheet in (book.worksheets[0], book.create_sheet("Other")):
        for row in ROWS:
            sheet.append(row)
    book.save(tmp_path / "our-offices.xlsx")
    return tmp_path / "our-offices.xlsx"


def test_nothing_typed_is_what_is_likely(tmp_path: Path, file: Path, keyboard: PipeInput) -> None:
    """At each question."""
    keyboard.send_text(ENTER * QUESTIONS + CTRL_C)
    done = apart(run, "new", tmp_path / "list", "--from", file, "--no-build")
    assert done.exit_code == 0, done.output
    for unasked in (  # three answers are enough: of all else it is said what is taken
        "Which column is the name of a place: name is taken; --name-column name or office",
        "'Argentinia' (row 3). These are: likely is taken; --uncertain likely or asked or open",
    ):
        assert f"{unasked} says otherwise" in done.stdout
    atlas = Folder(tmp_path / "list").check()
    assert atlas.dataset.edition.metadata.title["en"] == "Our offices"
    assert [place.label["en"] for place in atlas.places] == ["Alpha", "Beta", "Gamma", "Delta"]
    assert [one.key for one in atlas.dataset.edition.categories] == ["hub", "desk"]


def test_what_is_typed_takes_the_place_of_what_is_likely(
    tmp_path: Path, file: Path, keyboard: PipeInput
) -> None:
    """In any case; a wrong answer is asked again; each uncertain text, where that is wished."""
    answers = ["Nope", f"{CTRL_U}OTHER", "Где мы", "STATU", f"{CTRL_U}Status"]
    answers += ["Frankfurt", f"{CTRL_U}none", "Argentin", f"{CTRL_U}argentina"]
    keyboard.send_text("".join(answer + ENTER for answer in answers) + CTRL_C)
    options = ("--uncertain", "asked", "--name-column", "office")
    done = apart(run, "new", tmp_path / "list", "--from", file, "--no-build", *options)
    assert done.exit_code == 0, done.output
    atlas = Folder(tmp_path / "list").check()
    assert atlas.dataset.edition.metadata.title["en"] == "Где мы"
    assert [place.label["en"] for place in atlas.places] == ["A", "B", "C", "D"]
    assert [one.key for one in atlas.dataset.edition.categories] == ["open", "closed"]
    assert [place.presence.country for place in atlas.places] == ["DEU", "ARG", "PER", "PER"]
    assert atlas.places[0].presence.city == ()


@pytest.mark.parametrize("end", [CTRL_C, CTRL_D])
def test_whoever_stops_finds_nothing_written(
    tmp_path: Path, file: Path, keyboard: PipeInput, end: str
) -> None:
    """At whichever question, with the status of a command that was stopped, and a word of it."""
    options = ("--uncertain", "asked")
    for answered in range(QUESTIONS + 2):
        keyboard.send_text(ENTER * answered + end)
        done = apart(run, "new", tmp_path / "list", "--from", file, *options)
        assert (done.exit_code, done.stderr) == (130, "stopped; nothing was written\n")
        assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_taken_is_refused_before_anything_is_asked(
    tmp_path: Path, file: Path, keyboard: PipeInput
) -> None:
    """Nobody answers for nothing."""
    keyboard.send_text(CTRL_C)
    done = apart(run, "new", tmp_path, "--from", file)
    assert (done.exit_code, "something here already" in done.stderr) == (2, True)


def test_an_encoding_is_confirmed_and_one_that_cannot_be_is_asked_again(
    tmp_path: Path, keyboard: PipeInput
) -> None:
    """What no program knows, and what the text is not, each with the reason."""
    path = tmp_path / "list.csv"
    path.write_bytes("Страна,Город\nКения,Найроби\nПеру,Лима\n".encode("koi8_r"))
    assert "no encoding is called 'nonsense'" in refuse_encoding(path, "nonsense")
    assert "the text is not ascii" in refuse_encoding(path, "ascii")
    keyboard.send_text(f"nonsense{ENTER}{CTRL_U}ascii{ENTER}{CTRL_U}{ENTER}{ENTER}{CTRL_C}")
    done = apart(run, "new", tmp_path / "list", "--from", path, "--no-build")
    assert done.exit_code == 0, done.output
    assert "read as koi8_r: Страна, Город" in done.stdout


def test_a_slip_is_asked_again_and_any_case_is_taken(keyboard: PipeInput) -> None:
    """What is returned is the choice as it was offered."""
    keyboard.send_text(f"Keny{ENTER}{CTRL_U}kenya{ENTER}{CTRL_C}")
    assert apart(ask_choice, "Country", "Peru", ["Peru", "Kenya"]) == "Kenya"


def test_a_real_terminal_asks_again_and_takes_ctrl_c(tmp_path: Path, file: Path) -> None:
    """The question is shown with what is likely; a wrong answer, with what may be written."""
    words = ["new", str(tmp_path / "list"), "--from", str(file)]
    controller, terminal = pty.openpty()
    with subprocess.Popen(  # noqa: S603 (our own program)
        [sys.executable, "-m", "mapping", *words], start_new_session=True,
        stdin=terminal, stdout=terminal, stderr=terminal, env=os.environ | {"TERM": "xterm"},
    ) as program:  # fmt: skip
        os.close(terminal)
        try:
            _read_until(controller, "Which sheet holds the list (Sheet, Other) [Sheet]:")
            os.write(controller, f"Nope{ENTER}".encode())
            _read_until(controller, "use one of Other, Sheet")
            os.write(controller, CTRL_C.encode())
            _read_until(controller, "stopped; nothing was written")
            assert program.wait(SECONDS) == 130
        finally:
            program.kill()
    os.close(controller)
    assert list(tmp_path.iterdir()) == [file]


def _read_until(terminal: int, text: str) -> str:
    """Return what a terminal shows, until a text is there; it answers where its cursor is."""
    shown = ""
    while text not in shown:
        assert select.select([terminal], [], [], SECONDS)[0], shown
        shown += os.read(terminal, 4096).decode("utf-8", "replace")
        if shown.endswith("\x1b[6n"):
            os.write(terminal, b"\x1b[1;1R")
    return shown
