"""An earlier list: a file, a folder or a git revision, and never anything else.

Also of `git.py`.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tarfile
from typing import TYPE_CHECKING

import pytest

from mapping import pipeline
from mapping.changes import versions
from mapping.changes.versions import open_version
from mapping.errors import DataError, UnknownListError
from tests.support.edits import kinds
from tests.support.folder import Folder

if TYPE_CHECKING:
    from pathlib import Path

NAMED = {f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER")
         for what in ("NAME", "EMAIL")}  # fmt: skip


def git(folder: Path, *words: str) -> None:
    """Run git in a folder, whatever the settings of this machine."""
    variables = {"PATH": os.environ["PATH"], "HOME": str(folder), **NAMED}
    subprocess.run(["git", *words], cwd=folder, env=variables, check=True, capture_output=True)  # noqa: S603, S607 (a repository of the test's own)


def commit(folder: Path) -> None:
    """Keep the folder as it is."""
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "The list")


@pytest.fixture
def repository(folder: Folder) -> Folder:
    """Return data that stands in a repository, in which Uganda's row has gone since the tag v1."""
    git(folder.path.parent, "init", "--quiet")
    commit(folder.path)
    git(folder.path, "tag", "v1")
    line = next(line for line in table(folder) if line.startswith("uga-"))
    folder.edit("presences.csv", line, "")
    commit(folder.path)
    return folder


def table(folder: Folder) -> list[str]:
    """Return the lines of the list."""
    return (folder.path / "presences.csv").read_text(encoding="utf-8").splitlines(keepends=True)


def closed(folder: Folder, old: str) -> set[str]:
    """Return the ids of what closed since an earlier list."""
    difference = pipeline.changes(old, None, folder.path, lambda _: None)
    return kinds(difference.changes, "closed")


@pytest.mark.parametrize("revision", ["v1", "HEAD~1", "HEAD^", "@{1}"])
def test_a_revision_is_the_folder_as_it_was(repository: Folder, revision: str) -> None:
    """A tag, an ancestor, or what git remembers; nothing of it stays on the disk."""
    assert closed(repository, revision) == {"uga-country-office"}
    assert closed(repository, "HEAD") == set()


def test_both_sides_may_be_revisions(repository: Folder) -> None:
    """From the later to the earlier, what closed has opened."""
    difference = pipeline.changes("HEAD", "v1", repository.path, lambda _: None)
    assert kinds(difference.changes, "opened") == {"uga-country-office"}


def test_what_git_hands_out_is_cleared_away(repository: Folder) -> None:
    """The folder of a revision lasts as long as it is read."""
    with open_version("v1", repository.path) as source:
        assert (source.folder / "presences.csv").exists()
    assert not source.folder.exists()


def test_a_path_goes_before_a_revision(repository: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is called like a tag is read as the folder."""
    monkeypatch.chdir(repository.path.parent)
    shutil.copytree(repository.path, "v1")
    assert closed(repository, "v1") == set()
    assert closed(repository, "refs/tags/v1") == {"uga-country-office"}


def test_a_hook_of_another_repository_does_not_mislead(
    repository: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where git runs the program, its variables name a repository that is not the data's."""
    monkeypatch.setenv("GIT_DIR", "/nowhere/.git")
    assert closed(repository, "v1") == {"uga-country-office"}


@pytest.mark.parametrize(
    "given", ["", "--output=x", "-h", "nowhere", "HEAD~99", "v1:geodata", "a b"]
)
def test_what_is_none_of_the_three_is_refused(repository: Folder, given: str) -> None:
    """The message names what was given and what it could have been."""
    with pytest.raises(UnknownListError, match="is no file, no folder and no git revision") as told:
        closed(repository, given)
    assert f"'{given}'" in str(told.value)


def test_a_folder_outside_any_repository_is_reported(folder: Folder) -> None:
    """What git says is passed on."""
    with pytest.raises(UnknownListError, match="not a git repository"):
        closed(folder, "HEAD")


def test_without_git_it_is_reported(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without git compares files and folders."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnknownListError, match="git must be installed"):
        closed(folder, "HEAD")
    assert closed(folder, str(folder.path)) == set()


@pytest.mark.parametrize("link", ["/etc/passwd", "../../outside"])
def test_an_archive_stays_in_its_folder(
    repository: Folder, monkeypatch: pytest.MonkeyPatch, link: str
) -> None:
    """A link that leads out of it is refused, and nothing is read."""
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w") as tar:
        member = tarfile.TarInfo("presences.csv")
        member.type, member.linkname = tarfile.SYMTYPE, link
        tar.addfile(member)
    monkeypatch.setattr(versions, "run_git", lambda *_: archive.getvalue())
    with pytest.raises(UnknownListError, match="that can be read"):
        closed(repository, "v1")


def test_a_list_of_an_earlier_form_is_reported_with_its_revision(repository: Folder) -> None:
    """What today's program cannot read is a fault, with the way out, for nobody mends the past."""
    repository.edit("names.csv", "kind,key", "sort,key")
    commit(repository.path)
    repository.edit("names.csv", "sort,key", "kind,key")
    with pytest.raises(DataError) as caught:
        closed(repository, "HEAD")
    faults = [str(fault) for fault in caught.value.faults]
    way_out = "save that list alone (git -C "
    assert all(fault.startswith("HEAD:names.csv:1: ") and way_out in fault for fault in faults)


def test_a_clone_without_its_history_is_named(repository: Folder, tmp_path: Path) -> None:
    """A workflow that fetches the last commit alone is told what to do."""
    git(tmp_path, "clone", "--depth", "1", repository.path.parent.as_uri(), "shallow")
    with pytest.raises(UnknownListError, match="git fetch --unshallow"):
        closed(Folder(tmp_path / "shallow" / repository.path.name), "HEAD~99")
