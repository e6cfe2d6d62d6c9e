"""What counts as a save, however an editor goes about it."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from threading import Event, Timer
from typing import TYPE_CHECKING

import pytest

from mapping.watching.file_events import is_relevant, watch_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def watched(*folders: Path) -> Iterator[Iterator[None]]:
    """Watch folders, in which the first yield has come; give up after a while."""
    stop = Event()
    timer = Timer(30, stop.set)
    timer.start()
    found = watch_files(folders, stop)
    next(found)
    yield found
    stop.set()
    timer.cancel()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Return a table in a folder."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "table.csv").write_text("old", encoding="utf-8")
    return folder / "table.csv"


def test_a_file_written_in_place(table: Path) -> None:
    """As Notepad and spreadsheets do."""
    with watched(table.parent) as found:
        table.write_text("new", encoding="utf-8")
        next(found)


def test_a_file_saved_by_rename(table: Path) -> None:
    """As vim and gedit do, time and again."""
    with watched(table.parent) as found:
        for text in ("new", "newer"):
            beside = table.with_name(".goutputstream-1X2Y3Z")
            beside.write_text(text, encoding="utf-8")
            beside.replace(table)
            next(found)


def test_a_file_moved_away_and_written_anew(table: Path) -> None:
    """As vim with a backup and Excel do."""
    with watched(table.parent) as found:
        table.rename(f"{table}~")
        table.write_text("new", encoding="utf-8")
        next(found)


def test_a_save_between_two_looks_is_not_missed(table: Path) -> None:
    """What changes while one builds is told as soon as that is over."""
    with watched(table.parent) as found:
        table.write_text("new", encoding="utf-8")
        next(found)
        table.write_text("newer", encoding="utf-8")
        assert table.read_text(encoding="utf-8") == "newer"
        next(found)


def test_a_folder_that_is_deleted_and_made_again(table: Path) -> None:
    """Its going and coming are told, and every save in the new one."""
    with watched(table.parent) as found:
        for text in ("new", "newer"):
            shutil.rmtree(table.parent)
            next(found)
            table.parent.mkdir()
            next(found)
            table.write_text(text, encoding="utf-8")
            next(found)


def test_a_folder_put_in_the_place_of_another(table: Path, tmp_path: Path) -> None:
    """As a restored copy or a switch of branches does; the old one is of no interest any more."""
    with watched(table.parent) as found:
        away = tmp_path / "away"
        shutil.copytree(table.parent, tmp_path / "copy")
        table.parent.rename(away)
        (tmp_path / "copy").rename(table.parent)
        next(found)
        table.write_text("new", encoding="utf-8")
        next(found)


def test_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    """It may come later, with all that it lies in."""
    folder = tmp_path / "some" / "where"
    with watched(folder) as found:
        folder.mkdir(parents=True)
        next(found)
        while not folder.is_dir():
            next(found)
        (folder / "table.csv").write_text("new", encoding="utf-8")
        next(found)


def test_the_end(table: Path) -> None:
    """When it is to stop, it stops, without a last word."""
    stop = Event()
    found = watch_files([table.parent], stop)
    next(found)
    stop.set()
    assert list(found) == []


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        ("presences.csv", True),
        ("presences.xlsx", True),
        ("edition.toml", True),
        ("boundaries.page.topojson", True),
        ("presences.csv~", False),
        (".presences.csv.swp", False),
        ("4913", False),
        (".goutputstream-1X2Y3Z", False),
        ("~$presences.xlsx", False),
        (".~lock.presences.csv#", False),
        ("lu1234.tmp", False),
    ],
)
def test_what_editors_leave_next_to_a_file_does_not_count(
    tmp_path: Path, name: str, *, counted: bool
) -> None:
    """Only what the map is made of does, and only in its own folder."""
    assert is_relevant(tmp_path / name, [tmp_path]) is counted
    assert not is_relevant(tmp_path / "recipes" / name, [tmp_path])
