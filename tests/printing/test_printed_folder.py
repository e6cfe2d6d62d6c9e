"""The folder of printed maps: of one data only, and of the same as the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.errors import DataError
from mapping.printing import job
from mapping.products.verify import verify

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.folder import Folder

ENGLISH, FRENCH = {"map.en.svg": b"english"}, {"map.fr.svg": b"french"}


def names(folder: Path) -> set[str]:
    """Return the names of the printed maps in an output folder."""
    return {path.name for path in (folder / "print").glob("*.svg")}


def test_prints_of_the_same_data_stay(folder: Folder, tmp_path: Path) -> None:
    """One language after another may be printed; all are in one record."""
    output = folder.build(tmp_path / "output")
    atlas = folder.check()
    for products in (ENGLISH, FRENCH):
        job.write(output / "print", atlas, products)
    assert names(output) == {"map.en.svg", "map.fr.svg"}
    assert verify(output)["data_version"]


def test_prints_of_other_data_go(folder: Folder, tmp_path: Path) -> None:
    """No printed map says what the list no longer says."""
    output = tmp_path / "output"
    job.write(output / "print", folder.check(), ENGLISH | FRENCH)
    folder.edit("edition.toml", '\nversion = "', '\nversion = "next-')
    job.write(output / "print", folder.check(), FRENCH)
    assert names(folder.build(output)) == {"map.fr.svg"}
    assert verify(output)["data_version"].startswith("next-")


def test_a_print_of_other_data_than_the_page_is_reported(folder: Folder, tmp_path: Path) -> None:
    """Whoever changed the list and built is told to print again."""
    output = tmp_path / "output"
    job.write(output / "print", folder.check(), ENGLISH)
    folder.edit("edition.toml", '\nversion = "', '\nversion = "next-')
    folder.build(output)
    told = "print/build.json:1: the printed maps are of other data than the rest; print again"
    with pytest.raises(DataError, match=told):
        verify(output)


def test_a_spoilt_print_is_reported(folder: Folder, tmp_path: Path) -> None:
    """A missing one, a changed one, and what a killed run left, all at once."""
    output = folder.build(tmp_path / "output")
    job.write(output / "print", folder.check(), ENGLISH | FRENCH)
    (output / "print" / "map.en.svg").unlink()
    (output / "print" / "map.fr.svg").write_bytes(b"other")
    (output / "print" / ".map.ar.svg.partial").write_bytes(b"half")
    with pytest.raises(DataError) as caught:
        verify(output)
    found = [fault.file for fault in caught.value.faults]
    assert found == ["print/.map.ar.svg.partial", "print/map.en.svg", "print/map.fr.svg"]
