"""The loop of `watch`: what is served after each save, and that nothing ends it but the reader."""

from __future__ import annotations

import errno
import os
import shutil
from typing import TYPE_CHECKING

from mapping.products.manifest import MAP_FILE
from tests.support.folder import GEODATA
from tests.support.watched import watched

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.support.watched import Watched

__all__ = ["watched"]  # a fixture

FOLLOWS = b"new EventSource"


def test_the_file_on_disk_follows_nothing(watched: Watched, built: Path) -> None:
    """The served copy has a script and a policy more; the products are those of a plain build."""
    watched.mended()
    for path in built.glob("[!.]*"):
        assert (watched.output / path.name).read_bytes() == path.read_bytes()
        if path.name != MAP_FILE:
            assert watched.server.state.files[path.name] == path.read_bytes()
    assert FOLLOWS in watched.page
    assert FOLLOWS not in (built / MAP_FILE).read_bytes()
    assert b"connect-src" in watched.page
    assert b"connect-src" not in (built / MAP_FILE).read_bytes()


def test_a_save_is_built_and_served(watched: Watched) -> None:
    """On the disk and in the browser, under another version."""
    watched.mended()
    before, version = watched.page, watched.server.state.updates["version"]
    watched.folder.edit("names.csv", "Beirut", "Beyrouth-Test")
    watched.mended()
    assert b"Beyrouth-Test" in watched.page
    assert b"Beyrouth-Test" not in before
    assert watched.server.state.updates["version"] != version
    assert "Beyrouth-Test" in (watched.output / MAP_FILE).read_text(encoding="utf-8")


def test_a_save_that_changes_nothing_is_no_new_version(watched: Watched) -> None:
    """The open page need not be loaded again for it."""
    watched.mended()
    version = watched.server.state.updates["version"]
    watched.folder.append("presences.csv", "")
    watched.mended()
    assert watched.server.state.updates["version"] == version


def test_a_file_that_is_written_in_two_steps(watched: Watched) -> None:
    """The first half is a fault, over the last good map; the rest mends it."""
    watched.mended()
    table = watched.folder.path / "presences.csv"
    content = table.read_bytes()
    with table.open("wb") as file:
        file.write(content[: len(content) // 2])
        file.flush()
        assert watched.failed()
        file.write(content[len(content) // 2 :])
    watched.mended()
    assert FOLLOWS in watched.page


def test_a_first_build_that_fails(watched: Watched) -> None:
    """There is a page all the same, which will hear of the map; nothing is written."""
    watched.folder.edit("presences.csv", ",ARG,", ",ARX,")
    [fault] = watched.next().faults
    assert "country: 'ARX' is unknown" in fault
    assert FOLLOWS in watched.page
    assert [*watched.server.state.files] == [MAP_FILE]
    assert not watched.output.exists()
    watched.folder.edit("presences.csv", ",ARX,", ",ARG,")
    watched.mended()
    assert b"map-data" in watched.page


def test_a_data_folder_that_goes_and_comes(watched: Watched) -> None:
    """It is a fault until it is back, whole."""
    watched.mended()
    shutil.rmtree(watched.folder.path)
    assert watched.failed()
    shutil.copytree(GEODATA, watched.folder.path)
    watched.folder.edit("names.csv", "Beirut", "Beyrouth-Test")
    watched.mended()
    while b"Beyrouth-Test" not in watched.page:
        watched.mended()


def test_an_output_folder_that_goes(watched: Watched) -> None:
    """The browser keeps the map, and the next save writes every product again."""
    watched.mended()
    files = {path.name for path in watched.output.iterdir()}
    shutil.rmtree(watched.output)
    assert b"map-data" in watched.page
    watched.folder.edit("names.csv", "Beirut", "Beyrouth-Test")
    watched.mended()
    assert {path.name for path in watched.output.iterdir()} == files


def test_a_full_disk(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told as it is; the map on it stays whole, and the next save with room is written."""
    watched.mended()
    before = (watched.output / MAP_FILE).read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("mapping.files.atomic.os.fsync", full)
        watched.folder.edit("names.csv", "Beirut", "Beyrouth-Test")
        assert "No space left on device" in watched.next().faults[0]
    assert (watched.output / MAP_FILE).read_bytes() == before
    watched.folder.edit("names.csv", "Beyrouth-Test", "Beyrouth")
    watched.mended()
    assert (watched.output / MAP_FILE).read_bytes() != before


def test_products_that_somebody_changed(watched: Watched) -> None:
    """Each is a fault of its own, with what to do; none is written over."""
    watched.mended()
    for name in ("presences.csv", "presences.geojson"):
        (watched.output / name).write_text("edited\n", encoding="utf-8")
    watched.folder.edit("names.csv", "Beirut", "Beyrouth-Test")
    faults = watched.next().faults
    assert [fault.partition(": the file was changed")[0] for fault in faults] == [
        str(watched.output / "presences.geojson"),
        str(watched.output / "presences.csv"),
    ]
    assert all(fault.endswith("; then save again") for fault in faults)
    assert (watched.output / "presences.csv").read_text(encoding="utf-8") == "edited\n"
