"""A data folder that is edited, for the tests of this folder."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from mapping.editor.edit_session import EditSession
from mapping.editor.journal import Journal
from mapping.editor.serving import edit
from tests.support.editor_client import Client

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.folder import Folder


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Return a folder for what is not saved."""
    path = tmp_path / "state"
    path.mkdir()
    return path


@pytest.fixture
def session(folder: Folder, state: Path) -> Iterator[EditSession]:
    """Return a copy of the project's data in an edit session."""
    opened = EditSession(folder.path, Journal(state))
    yield opened
    opened.close()


@pytest.fixture(scope="package")
def shared(own_data: Folder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """Return who asks a server that several tests share."""
    home = tmp_path_factory.mktemp("shared")
    data = home / "data"
    shutil.copytree(own_data.path, data, ignore=shutil.ignore_patterns("recipes", "*.print.*"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_STATE_HOME", str(home / "state-home"))
        with edit(data, 0, home / "output") as server:
            yield Client(server, type(own_data)(data))


@pytest.fixture
def client(shared: Client) -> Iterator[Client]:
    """Return who asks the shared server; afterwards, its files are as they were."""
    files = [one for one in shared.folder.path.iterdir() if one.suffix in {".csv", ".toml"}]
    before = {file: file.read_bytes() for file in files}
    revision = shared.state()["revision"]
    yield shared
    for file, content in before.items():
        if file.read_bytes() != content:
            file.write_bytes(content)
    if shared.state()["revision"] != revision:
        shared.ask("discard")


@pytest.fixture
def alone(folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """Return who asks a server that only this test has."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state-home"))
    with edit(folder.path, 0, tmp_path / "output") as server:
        yield Client(server, folder)
