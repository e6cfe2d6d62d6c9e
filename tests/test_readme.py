"""What README.md says is so: every path, every command, every answer it shows."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from mapping.cli import app
from tests.folder import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.folder import Folder

README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCED = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)
PROSE = re.sub(r"```.*?```", "", README, flags=re.DOTALL)
QUOTED = sorted(set(re.findall(r"`([^`\n]+)`", PROSE)))
GENERATED = ("output/", ".venv/", "print/")
PATHS = [one for one in QUOTED if re.fullmatch(r"[A-Za-z.][\w.-]*((/[\w.-]+)*/|(/[\w.-]+)+)", one)]
FILES = [one for one in QUOTED if re.fullmatch(r"LICENSE|[A-Z]+\.md|\w+\.(py|toml)", one)]
LINKS = re.findall(r"\]\((?!https?:|#)([^)]+)\)", PROSE)
SHELL = [line.partition("#")[0].removeprefix("$ ") for kind, block in FENCED
         for line in block.splitlines()
         if kind == "sh" or (kind == "console" and line.startswith("$ "))]  # fmt: skip
COMMANDS = sorted(
    {line.strip() for line in (*SHELL, *QUOTED) if re.match(r"(python3?|presence-map|pip) ", line)}
)
KNOWN = get_command(app).commands  # type: ignore[attr-defined]


def test_the_readme_opens_with_a_sentence_a_picture_and_two_commands() -> None:
    """Nothing stands between the reader and the map."""
    parts = [part for part in README.split("\n\n") if part.strip()]
    assert parts[0].startswith("# ")
    assert re.fullmatch(r"[^\n]+\.", parts[1])
    assert parts[2].startswith("![")
    assert FENCED[0][0] == "sh"
    assert [line.startswith("python3 tasks.py") for line in SHELL[:3]] == [True, True, False]


def test_the_picture_is_small() -> None:
    """The one generated file that is committed stays under 300 KB."""
    [picture] = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert 10_000 < (ROOT / picture).stat().st_size < 300_000


@pytest.mark.parametrize("path", sorted({*PATHS, *FILES, *LINKS}))
def test_a_path_exists(path: str, built: Path) -> None:
    """Whatever file or folder the text names is there, or is made by the commands."""
    if path.startswith(GENERATED):
        name = path.partition("/")[2]
        assert name in {"", "map.html", "bin/presence-map", "print/", "preview.zh.png"}
        assert name != "map.html" or (built / name).exists()
    else:
        assert (ROOT / path).exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_exists(command: str) -> None:
    """Each script that is called is there, and each word and option of ours is known."""
    program, *words = shlex.split(command)
    if program == "presence-map":
        options = {one for parameter in KNOWN[words[0]].params for one in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= options
    elif program != "pip":
        assert (ROOT / words[0]).is_file()
        assert words[1:] in ([], ["test"], ["print"])


@pytest.mark.parametrize("command", KNOWN)
def test_every_command_and_option_is_told(command: str) -> None:
    """Nothing that the program can do is missing from the text."""
    assert f"presence-map {command}" in README
    for parameter in KNOWN[command].params:
        if parameter.opts[0].startswith("-"):
            assert f"`{parameter.opts[0]}" in README


def test_the_answer_shown_is_the_answer_given(own_data: Folder, tmp_path: Path) -> None:
    """The console block is what the command prints; folder and sizes apart."""
    [shown] = [block for kind, block in FENCED if kind == "console"]
    words = ["build", "--data", own_data.path, "--output", tmp_path]
    given = CliRunner().invoke(app, [str(word) for word in words]).stdout
    given = given.replace(str(own_data.path), "geodata").replace(str(tmp_path), "output")

    def plain(text: str) -> list[str]:
        return re.sub(r"\([\d,]+ bytes\)", "", text).splitlines()

    assert plain(shown)[1:] == plain(given)


def test_the_promised_marks_are_in_the_page(built: Path) -> None:
    """The contract for those who embed and test holds."""
    page = (built / "map.html").read_text(encoding="utf-8")
    for mark in re.findall(r"`<?(data-\w+|script id=\"map-data\"|performance[^`]+\))", README):
        assert mark.replace('"', "'") in page.replace('"', "'")
