"""No command writes into a folder that it reads from."""

from __future__ import annotations

import os
import shutil
from contextlib import chdir
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mapping.files.paths import packaged_folder
from tests.support.commands import run
from tests.support.folder import GEODATA
from tests.support.refusing import refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.folder import Folder


def linked(folder: Path) -> Path:
    """Return another name of a folder."""
    link = folder.with_name("link")
    link.symlink_to(folder, target_is_directory=True)
    return link


SPELLINGS: dict[str, Callable[[Path], str | Path]] = {
    "the same": lambda folder: folder,
    "relative": os.path.relpath,
    "roundabout": lambda folder: f"{folder}/../{folder.name}/.",
    "a link": linked,
}


@pytest.mark.parametrize("command", [("build",), ("watch", "--no-open"), ("print",)])
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_data_folder_is_no_output_folder(
    folder: Folder, tmp_path: Path, command: tuple[str, ...], spelling: str
) -> None:
    """However it is spelt: the list stays, and the person is told why."""
    output = SPELLINGS[spelling](folder.path)
    why = refused(*command, "--data", folder.path, "--output", output, kept=tmp_path)
    assert why.startswith(f"{Path(output)}: the data are read from this folder")


def test_the_folder_that_one_works_in_is_no_output_folder(folder: Folder, tmp_path: Path) -> None:
    """A dot is a spelling too."""
    with chdir(folder.path):
        refused("build", "--data", folder.path, "--output", ".", kept=tmp_path)


def test_a_folder_in_another_case_is_the_same_where_the_system_says_so(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system is asked whether two names are one folder: on some, LIST is list."""
    upper = folder.path.with_name("GEODATA")
    upper.mkdir()
    monkeypatch.setattr(Path, "samefile", lambda one, other: one.name.lower() == other.name.lower())
    refused("build", "--data", folder.path, "--output", upper, kept=tmp_path)


def test_a_list_that_is_a_spreadsheet_gets_no_table_next_to_it(
    folder: Folder, tmp_path: Path
) -> None:
    """It is the folder that counts: a presences.csv beside the spreadsheet would be in its way."""
    (folder.path / "presences.csv").rename(folder.path / "presences.xlsx")
    refused("build", "--data", folder.path, "--output", folder.path, kept=tmp_path)


def test_a_folder_that_the_list_is_linked_from_is_no_output_folder(
    folder: Folder, tmp_path: Path
) -> None:
    """The file itself lies there, whatever link it is read through."""
    (folder.path / "own").mkdir()
    (folder.path / "presences.csv").rename(folder.path / "own" / "presences.csv")
    (folder.path / "presences.csv").symlink_to(folder.path / "own" / "presences.csv")
    assert run("check", "--data", folder.path).exit_code == 0
    refused("build", "--data", folder.path, "--output", folder.path / "own", kept=tmp_path)


def test_the_packaged_folder_is_no_output_folder(folder: Folder) -> None:
    """The boundaries of every list are read from it."""
    refused("build", "--data", folder.path, "--output", packaged_folder(), kept=GEODATA)


def test_a_print_folder_that_is_the_data_folder_is_refused(folder: Folder, tmp_path: Path) -> None:
    """Printed maps go into a folder within; that one may be read from as well."""
    inner = folder.path.rename(tmp_path / "print")
    refused("print", "--data", inner, "--output", tmp_path, kept=tmp_path)


def test_a_folder_within_the_data_folder_is_a_good_output_folder(folder: Folder) -> None:
    """As is the folder above: nothing is read from either."""
    assert run("build", "--data", folder.path, "--output", folder.path / "my-map").exit_code == 0
    assert run("build", "--data", folder.path, "--output", folder.path.parent).exit_code == 0
    assert run("check", "--data", folder.path).exit_code == 0


@pytest.mark.parametrize("file", ["presences.csv", "presences.xlsx", "before.csv"])
def test_an_earlier_list_in_the_output_folder_is_not_written_over(
    own_data: Folder, tmp_path: Path, file: str
) -> None:
    """Whatever it is called, it is named; and the same through a link to it."""
    output, link = tmp_path / "out", tmp_path / "before"
    output.mkdir()
    old = output / file
    shutil.copy(GEODATA / "presences.csv", old)
    link.symlink_to(old)
    for since in (old, link):
        words = ("build", "--data", own_data.path, "--output", output, "--since", since)
        assert f"{since} is read from this folder" in refused(*words, kept=tmp_path)


def test_an_earlier_folder_is_no_output_folder(
    own_data: Folder, folder: Folder, tmp_path: Path
) -> None:
    """As for the data folder itself."""
    words = ("build", "--data", own_data.path, "--output", folder.path, "--since", folder.path)
    refused(*words, kept=tmp_path)
