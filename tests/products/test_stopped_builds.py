"""Builds that were stopped, and products of earlier ones: what is ours, and goes on being ours."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mapping.errors import WrongUseError
from mapping.files.atomic import PARTIAL
from mapping.printing import job
from mapping.products.verify import verify
from tests.support.commands import PRODUCTS
from tests.support.refusing import refused

if TYPE_CHECKING:
    from tests.support.folder import Folder


@pytest.mark.parametrize("stopped_at", [1, 2, len(PRODUCTS) // 2, len(PRODUCTS)])
def test_a_build_that_was_stopped_among_its_products_is_finished(
    built: Path,
    folder: Folder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    stopped_at: int,
) -> None:
    """At the first, second, middle or last: none is anybody else's; nor after a second stop."""
    output = shutil.copytree(built, tmp_path / "out")
    replace = Path.replace
    moves = []

    def stopping(self: Path, target: Path) -> Path:
        moves.append(target)
        if len(moves) == stopped_at:
            raise KeyboardInterrupt
        return replace(self, target)

    for version in ("next-", "third-"):
        folder.edit("edition.toml", '\nversion = "', f'\nversion = "{version}')
        moves.clear()
        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", stopping)
            with pytest.raises(KeyboardInterrupt):
                folder.build(output)
    assert verify(folder.build(output))["data_version"].startswith("third-next-")
    assert not list(output.glob(f".*{PARTIAL}"))


def test_a_file_put_among_the_products_of_a_stopped_build_stays(
    built: Path, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is ready is not moved over it either."""
    output = shutil.copytree(built, tmp_path / "out")
    folder.edit("edition.toml", '\nversion = "', '\nversion = "next-')

    def held(*_: Path) -> Path:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        with pytest.raises(PermissionError):
            folder.build(output)
    (output / "presences.csv").write_text("id\nmine\n", encoding="utf-8")
    refused("build", "--data", folder.path, "--output", output, kept=tmp_path)


def test_a_printed_map_that_was_edited_is_not_written_over(
    own_data: Folder, folder: Folder, tmp_path: Path
) -> None:
    """Labels are moved by hand in a drawing program; neither the same data nor others take them."""
    prints = tmp_path / "out" / "print"
    job.write(prints, folder.check(), {"map.en.svg": b"english", "map.fr.svg": b"french"})
    (prints / "map.en.svg").write_bytes(b"edited")
    with pytest.raises(WrongUseError, match=r"map\.en\.svg: the file was changed"):
        job.write(prints, folder.check(), {"map.en.svg": b"anew"})
    words = ("print", "--data", own_data.path, "--output", prints.parent, "--lang", "en")
    refused(*words, kept=tmp_path)
    folder.edit("edition.toml", '\nversion = "', '\nversion = "next-')
    job.write(prints, folder.check(), {"map.fr.svg": b"anew"})
    assert (prints / "map.en.svg").read_bytes() == b"edited"


def test_a_record_cannot_name_files_elsewhere(folder: Folder, tmp_path: Path) -> None:
    """No build.json makes a print remove a file of another folder."""
    prints, mine = tmp_path / "out" / "print", tmp_path / "mine.txt"
    job.write(prints, folder.check(), {"map.en.svg": b"english"})
    mine.write_text("mine", encoding="utf-8")
    record = json.loads((prints / "build.json").read_text(encoding="utf-8"))
    record |= {"inputs": {}, "products": {"../../mine.txt": "0" * 64}}
    (prints / "build.json").write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(WrongUseError, match=r"build\.json: no build wrote this"):
        job.write(prints, folder.check(), {"map.fr.svg": b"french"})
    assert mine.exists()


def test_an_oembed_json_of_ours_goes_with_the_address(folder: Folder, tmp_path: Path) -> None:
    """It would name an address that the edition no longer has; one that was edited stays."""
    folder.edit("edition.toml", 'address = ""', 'address = "https://maps.example.org/map.html"')
    output, other = folder.build(tmp_path / "out"), folder.build(tmp_path / "other")
    (other / "oembed.json").write_text("{}", encoding="utf-8")
    folder.edit("edition.toml", 'address = "https://maps.example.org/map.html"', 'address = ""')
    assert not (folder.build(output) / "oembed.json").exists()
    assert (folder.build(other) / "oembed.json").read_bytes() == b"{}"
