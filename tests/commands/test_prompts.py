"""Questions at a terminal: completion, answers that are not taken, and the ways to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from mapping.adding.row_answers import name_indexes
from mapping.commands import add as add_command
from mapping.commands.prompts import KeyCompleter
from mapping.dataset.vocabulary import build_vocabulary
from mapping.errors import FaultLog
from mapping.files.data_folder import PRESENCES_FILE
from tests.support.adding import WORDS, add

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prompt_toolkit.input import PipeInput

    from mapping.atlas import Atlas
    from tests.support.folder import Folder

CTRL_C, CTRL_D, CTRL_U = "\x03", "\x04", "\x15"
DOWN, ENTER = "\x1b[B", "\r"


@pytest.fixture
def keyboard(monkeypatch: pytest.MonkeyPatch) -> Iterator[PipeInput]:
    """Return the keys of a terminal that a person sits at."""
    monkeypatch.setattr(add_command, "is_interactive", lambda: True)
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        yield keys


def completions(atlas: Atlas, column: str, text: str) -> list[str]:
    """Return the keys that are offered while `text` stands there."""
    names = name_indexes(build_vocabulary(atlas.dataset.tables, atlas.dataset.edition, FaultLog()))
    found = KeyCompleter(column, names[column]).get_completions(Document(text), CompleteEvent())
    return [one.text for one in found]


@pytest.mark.parametrize(
    ("column", "text", "first"),
    [
        ("country", "cote", "CIV"),
        ("country", "科特", "CIV"),
        ("country", "ctdivr", "CIV"),
        ("country", "ken", "KEN"),
        ("city", "beirut, gaz", "gaza"),
        ("mission", "MONU", "monusco"),
    ],
)
def test_a_few_letters_of_any_name_complete_a_key(
    atlas: Atlas, column: str, text: str, first: str
) -> None:
    """What begins so comes before what merely holds the letters; after a comma comes another."""
    assert completions(atlas, column, text)[0] == first


def test_everything_is_offered_before_a_letter_is_typed(atlas: Atlas) -> None:
    """Each key once."""
    assert sorted(completions(atlas, "evidence", "")) == ["candidate", "documented", "report"]


def test_a_person_is_asked_what_they_must_decide(folder: Folder, keyboard: PipeInput) -> None:
    """Country, category, city, evidence, date, source, and at last whether to write."""
    answers = ["cote d'ivoire", "adviser", "", "documented", "2020", "ohchr-2020-africa", "y"]
    keyboard.send_text("".join(answer + ENTER for answer in answers))
    result = add(folder)
    assert result.exit_code == 0, result.output
    row = "civ-adviser,listed,adviser,yes,,CIV,,,,,,,documented,2020,,ohchr-2020-africa,\n"
    assert row in (folder.path / PRESENCES_FILE).read_text("utf-8")


def test_an_answer_that_is_not_certain_is_asked_again(folder: Folder, keyboard: PipeInput) -> None:
    """A misspelt country is not taken; nor is nothing, where something is needed."""
    keyboard.send_text(f"Cote dIvoir{ENTER}{CTRL_U}{ENTER}CIV{ENTER}{CTRL_C}")
    result = add(folder, *WORDS[2:4])
    assert result.exit_code == 130
    keyboard.send_text(f"Cote dIvoir{ENTER}{CTRL_U}CIV{ENTER}y{ENTER}")
    result = add(folder, *WORDS[2:], "--city", "")
    assert result.exit_code == 0, result.output
    assert ",CIV," in (folder.path / PRESENCES_FILE).read_text("utf-8")


def test_a_mission_is_asked_where_the_category_wants_one(
    folder: Folder, keyboard: PipeInput
) -> None:
    """After the category, before the city."""
    keyboard.send_text(f"peace-mission{ENTER}UNMISS{ENTER}{ENTER}n{ENTER}")
    result = add(folder, "--country", "SSD", "--id", "new", *WORDS[6:])
    assert result.exit_code == 1
    assert "'new' is the presence of line 32, 'ssd-unmiss', over again" in result.stderr


@pytest.mark.parametrize("end", [CTRL_C, CTRL_D])
@pytest.mark.parametrize("answers", [[], ["civ"], ["civ", "adviser", "", "documented"]])
def test_whoever_stops_leaves_the_list_alone(
    folder: Folder, keyboard: PipeInput, end: str, answers: list[str]
) -> None:
    """Ctrl+C and Ctrl+D say that nothing was written, at whichever question."""
    before = (folder.path / PRESENCES_FILE).read_bytes()
    keyboard.send_text("".join(answer + ENTER for answer in answers) + end)
    result = add(folder)
    assert result.exit_code == 130
    assert result.stderr == "stopped; nothing was written\n"
    assert (folder.path / PRESENCES_FILE).read_bytes() == before


@pytest.mark.parametrize("answer", ["n", "", "maybe"])
def test_without_a_yes_nothing_is_written(folder: Folder, keyboard: PipeInput, answer: str) -> None:
    """The last question is a question."""
    before = (folder.path / PRESENCES_FILE).read_bytes()
    keyboard.send_text(answer + ENTER)
    result = add(folder, *WORDS, "--city", "")
    assert result.exit_code == 0
    assert "nothing was written" in result.stdout
    assert (folder.path / PRESENCES_FILE).read_bytes() == before
