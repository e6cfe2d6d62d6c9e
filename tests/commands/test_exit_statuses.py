"""How commands end where files or folders are not as they should be.

Also of `verify.py`, `files/system_errors.py`.
"""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mapping.files.atomic import LOCK
from tests.support.commands import run
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from tests.support.folder import Folder


@pytest.mark.parametrize(
    ("words", "told", "status"),
    [
        (("verify", "nowhere"), "nowhere: No such file or directory; look how", 3),
        (("verify", "file"), "file: Not a directory; name a folder", 3),
        (("verify", "empty"), "build.json:1: the record of the build is missing; build", 1),
        (("check", "--data", "nowhere"), "nowhere: No such file or directory; look how", 3),
        (("check", "--data", "file"), "file: Not a directory; name a folder", 3),
        (("check", "--data", "empty"), "edition.toml:1: the file is missing; put it into empty", 1),
        (("watch", "--no-open", "--data", "nowhere"), "nowhere: No such file or directory", 3),
        (("new", "full"), "full: there is something here already; name", 2),
        (("new", "file"), "file: there is something here already; name", 2),
        (("new", "file/list"), "file/list: Not a directory; name a folder", 3),
        (("build", "--output", "file"), "file: Not a directory; name a folder", 3),
        (("build", "--output", "file/out"), "file/out: Not a directory; name a folder", 3),
        (("watch", "--no-open", "--output", "file"), "file: Not a directory; name a folder", 3),
        (("print", "--output", "file"), "file: Not a directory; name a folder", 3),
    ],
)
def test_a_folder_that_is_none_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str, status: int
) -> None:
    """With its documented status, one remedy, and nothing written."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / LOCK).touch()
    before = sorted(tmp_path.rglob("*"))
    data = () if "--data" in words or words[0] in {"verify", "new"} else ("--data", GEODATA)
    result = run(*words, *data)
    assert result.exit_code == status, result.output
    assert result.stderr.startswith(told)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "file", ["presences.csv", "names.csv", "edition.toml", "boundaries.page.topojson"]
)
def test_a_file_without_permission_is_reported(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    """It is not called missing or damaged."""
    opened = Path.open

    def forbidden(self: Path, *args: object, **more: object) -> object:
        if self.name == file:
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *args, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", forbidden)
    result = run("check", "--data", folder.path)
    assert result.exit_code == 3
    assert result.stderr.startswith(f"{folder.path / file}: Permission denied; ask for the")


def test_a_map_that_no_browser_opens_is_there_all_the_same(
    own_data: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it is, is told; nothing went wrong."""
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    result = run("build", "--data", own_data.path, "--output", tmp_path, "--open")
    assert result.exit_code == 0
    address = (tmp_path / "map.html").as_uri()
    assert result.stderr == f"note: there is no browser to open; open {address} yourself\n"
