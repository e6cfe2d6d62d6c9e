"""The commands that the documents give are typed as they stand there, and do what is said."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from mapping.commands.app import app
from tests.support.documents import Document, documents, words
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.folder import Folder

# These wait for a person, or for a browser: only their words are checked.
WAITING = {"watch", "print"}
RUN = [page for page in documents() if any(words(one)[0] == "presence-map" for one in page.shell)]


@pytest.fixture
def checkout(folder: Folder, tmp_path: Path) -> Path:
    """Return a folder with the data in a repository of two commits, as a reader has it."""
    git = shutil.which("git") or "git"
    whom = ("-c", "user.name=reader", "-c", "user.email=reader@example.org")
    table = folder.path / "presences.csv"
    rows = table.read_text(encoding="utf-8")
    for content in (rows.rpartition("\n")[0].rpartition("\n")[0] + "\n", rows):
        table.write_text(content, encoding="utf-8")
        for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "list"]):
            subprocess.run([git, *whom, *command], cwd=tmp_path, check=True)  # noqa: S603 (our own words)
    (tmp_path / "docs").mkdir()
    for example in (ROOT / "docs").glob("*.csv"):
        shutil.copy(example, tmp_path / "docs")
    return tmp_path


@pytest.mark.parametrize("page", RUN, ids=lambda page: page.name)
def test_the_commands_of_a_page_run(
    page: Document, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One after another, in a fresh folder, all end well."""
    monkeypatch.chdir(checkout)
    for line in page.shell:
        program, *rest = words(line)
        if program == "presence-map" and rest[0] not in WAITING:
            result = CliRunner().invoke(app, rest)
            assert result.exit_code == 0, f"{line}\n{result.output}"


def test_the_answer_in_the_page_is_the_answer_given(own_data: Folder, tmp_path: Path) -> None:
    """The console block is what the command prints, sizes to one part in a hundred."""
    page = Document(ROOT / "docs" / "change-the-list.md")
    [printed] = [block for kind, block in page.fenced if kind == "console"]
    command = ["build", "--data", str(own_data.path), "--output", str(tmp_path)]
    given = CliRunner().invoke(app, command).stdout
    given = given.replace(str(own_data.path), "geodata").replace(str(tmp_path), "output")

    sizes = re.compile(r"\(([\d,]+) bytes\)")

    def plain(text: str) -> list[str]:
        return sizes.sub("", text).splitlines()

    def numbers(text: str) -> list[int]:
        return [int(one.replace(",", "")) for one in sizes.findall(text)]

    assert plain(printed)[1:] == plain(given)
    assert numbers(printed) == pytest.approx(numbers(given), rel=0.01)
