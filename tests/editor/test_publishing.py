"""From the page: build, what changed, verify, and a commit of the files that were edited.

Also of `job.py`, `publication_record.py`.
"""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mapping.editor.serving import edit
from mapping.files.data_folder import EDITION_FILE, PRESENCES_FILE
from mapping.products.manifest import MAP_FILE
from tests.support.editor_client import Client
from tests.support.own_lists import own_list
from tests.support.written import lines_changed

if TYPE_CHECKING:
    from tests.support.folder import Folder

OFFICE = "uga-country-office"
REASON = {"sources": "ohchr-2020-africa", "as_of": "2024", "note": "Closed in 2024"}


def git(folder: Path, *words: str) -> str:
    """Run git in a folder, and return what it writes."""
    done = subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)  # noqa: S603, S607 (a repository of the test's own)
    return done.stdout.decode()


@pytest.fixture
def repository(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in git, with a commit of it and of something else."""
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "A")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "a@b.test")
    git(folder.path.parent, "init", "--quiet")
    (folder.path.parent / "other.txt").write_text("other", encoding="utf-8")
    git(folder.path.parent, "add", "geodata", "other.txt")
    git(folder.path.parent, "commit", "--message", "The list")
    return folder.path


def done(client: Client, step: str, **said: str) -> dict[str, Any]:
    """Do a step, and return its job when it has ended."""
    number = client.ask("publish", step=step, **said)["job"]
    for _ in range(1200):
        job: dict[str, Any] = json.loads(
            client.send("GET", client.path(f"api/jobs/{number}")).read()
        )
        if job["state"] != "running":
            return job
        time.sleep(0.05)
    pytest.fail("the job does not end")


def test_a_build_is_made_verified_and_compared_with_the_next(alone: Client, built: Path) -> None:
    """What is published is what is saved, with nothing of the editor in it, to the byte."""
    assert done(alone, "changes")["state"] == "failed"
    published = (built / MAP_FILE).read_bytes()
    assert alone.send("GET", alone.path("map.html")).read() == published
    alone.ask("rows", row=OFFICE, cells={"note": "never saved"})
    alone.ask("rows", row=None, cells={"country": "NER"})
    alone.ask("discard")
    job = done(alone, "build")
    assert Path(job["text"]).read_bytes() == published
    assert (job["state"], job["done"], job["of"]) == ("done", 5, 5)
    output = Path(job["text"]).parent
    assert Path(job["text"]).name == MAP_FILE
    assert b"edit" not in {path.name.encode() for path in output.iterdir()}
    assert done(alone, "verify")["text"].startswith(f"{output}: ")
    alone.ask("close", row=OFFICE, cells=REASON)
    status, refused = alone.try_to("publish", step="build")
    assert (status, "save the draft first" in refused["refusal"]) == (409, True)
    alone.ask("save")
    assert "Closed: Uganda (Country or stand-alone office" in done(alone, "changes")["text"]
    (output / MAP_FILE).write_bytes(b"")
    job = done(alone, "verify")
    assert job["state"] == "failed"
    assert f"{MAP_FILE}:1: " in job["text"]


def test_a_commit_says_what_changed_and_has_the_edited_files_alone(
    repository: Path, alone: Client
) -> None:
    """What was staged besides stays staged; what a closing rests on is in the message."""
    (repository.parent / "other.txt").write_text("changed", encoding="utf-8")
    git(repository.parent, "add", "other.txt")
    before = (repository / PRESENCES_FILE).read_bytes()
    assert alone.state()["git"]
    assert "nothing was changed" in done(alone, "message")["text"]
    alone.ask("close", row=OFFICE, cells=REASON)
    alone.ask("save")
    message = done(alone, "message")["text"]
    subject, _, *body = message.splitlines()
    assert subject == "The list: 1 change"
    assert body[0].startswith("Closed: Uganda")
    assert body[0].endswith("(sources: ohchr-2020-africa; as_of: 2024; note: Closed in 2024)")
    assert len(lines_changed(before, repository / PRESENCES_FILE)) == 1
    assert done(alone, "commit", message=message)["state"] == "done"
    assert git(repository, "log", "-1", "--format=%B").strip() == message
    assert git(repository, "show", "--name-only", "--format=").split() == [
        f"geodata/{PRESENCES_FILE}"
    ]
    assert git(repository.parent, "status", "--porcelain").splitlines()[0] == "M  other.txt"
    assert "nothing was changed" in done(alone, "commit", message="again")["text"]


def test_a_message_is_no_option(repository: Path, alone: Client) -> None:
    """Whatever it says: it is the message of one commit of the list."""
    alone.ask("remove", row=OFFICE)
    alone.ask("save")
    assert done(alone, "commit", message=" ")["state"] == "failed"
    done(alone, "commit", message="--amend --author=x\n\n$(touch here)")
    assert git(repository, "log", "--format=%s").splitlines() == ["--amend --author=x", "The list"]


def test_without_git_nothing_is_committed(alone: Client) -> None:
    """The page says that the folder does not lie in git."""
    assert not alone.state()["git"]
    assert "does not lie in git" in done(alone, "commit", message="x")["text"]


@pytest.mark.browser
def test_printing_goes_to_its_end_and_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sheet for each language of the edition, in the folder that the job names."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state-home"))
    folder = own_list(tmp_path / "list", "Where\nPeru\n", 'country = "Where"')
    folder.edit(EDITION_FILE, '"ar", "en", "es", "fr", "ru", "zh"]\ndefault', '"en"]\ndefault')
    with edit(folder.path, 0, tmp_path / "output") as server:
        job = done(Client(server, folder), "print")
    assert (job["state"], job["done"], job["of"]) == ("done", 1, 1)
    [sheet] = job["lines"]
    assert Path(sheet).read_bytes().startswith(b"%PDF-")
    assert Path(job["text"]) == Path(sheet).parent
