"""No command writes over a file that no build wrote.

Also of `manifest.py`.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from mapping.files.atomic import LOCK
from tests.support.commands import run
from tests.support.refusing import refused

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.folder import Folder

KINDS = ("map.html", "map.zh.html", "embed.js", "presences.geojson", "presences.csv")


def test_every_foreign_file_is_named(own_data: Folder, tmp_path: Path) -> None:
    """All at once: files of product names that no build wrote, a folder, a dead link."""
    output = tmp_path / "out"
    (output / "map.html").mkdir(parents=True)
    (output / "presences.csv").write_text("id\nmine\n", encoding="utf-8")
    (output / "embed.js").symlink_to(tmp_path / "nowhere")
    (output / "notes.txt").write_text("mine", encoding="utf-8")
    why = refused("build", "--data", own_data.path, "--output", output, kept=tmp_path)
    named = [line.partition(":")[0] for line in why.splitlines()]
    assert named == [str(output / name) for name in ("map.html", "embed.js", "presences.csv")]


@pytest.mark.parametrize("content", ['{"name": "web shop", "products": {"map.html": "1.0"}}', "[]"])
def test_a_build_json_of_another_program_is_not_written_over(
    own_data: Folder, tmp_path: Path, content: str
) -> None:
    """Many programs have a build.json; ours is known by its checksums."""
    output = tmp_path / "out"
    output.mkdir()
    (output / "build.json").write_text(content, encoding="utf-8")
    why = refused("build", "--data", own_data.path, "--output", output, kept=tmp_path)
    assert why.startswith(f"{output / 'build.json'}: no build wrote this")


def test_a_lock_of_somebody_else_is_left_alone(own_data: Folder, tmp_path: Path) -> None:
    """Ours is empty."""
    (tmp_path / LOCK).write_text("17", encoding="utf-8")
    assert LOCK in refused("build", "--data", own_data.path, "--output", tmp_path, kept=tmp_path)


def test_a_product_that_was_edited_is_not_written_over(
    built: Path, folder: Folder, tmp_path: Path
) -> None:
    """Somebody's work is in it, whichever it is; once it is moved away, the build goes on."""
    output = shutil.copytree(built, tmp_path / "out")
    folder.edit("edition.toml", '\nversion = "', '\nversion = "next-')
    words = ("build", "--data", folder.path, "--output", output)
    for name in KINDS:
        ours = (output / name).read_bytes()
        (output / name).write_bytes(ours + b"mine")
        why = refused(*words, kept=tmp_path)
        assert why.startswith(f"{output / name}: the file was changed after a build wrote it")
        (output / name).replace(tmp_path / name)
        (output / name).write_bytes(ours)
    for name in KINDS:
        (output / name).unlink()
    assert run(*words).exit_code == 0
    assert all((tmp_path / name).read_bytes().endswith(b"mine") for name in KINDS)


def test_an_oembed_json_of_somebody_else_stays(folder: Folder, tmp_path: Path) -> None:
    """A build without an address has no business with it; one with an address is refused."""
    output = tmp_path / "out"
    output.mkdir()
    (output / "oembed.json").write_text("{}", encoding="utf-8")
    assert run("build", "--data", folder.path, "--output", output).exit_code == 0
    assert (output / "oembed.json").read_bytes() == b"{}"
    folder.edit("edition.toml", 'address = ""', 'address = "https://maps.example.org/map.html"')
    why = refused("build", "--data", folder.path, "--output", output, kept=tmp_path)
    assert why.startswith(f"{output / 'oembed.json'}: no build wrote this")


def test_a_changes_md_of_somebody_else_is_not_written_over(
    folder: Folder, own_data: Folder, tmp_path: Path
) -> None:
    """A build that would write one is refused."""
    output = tmp_path / "out"
    output.mkdir()
    (output / "changes.md").write_text("mine", encoding="utf-8")
    words = ("build", "--data", folder.path, "--output", output, "--since", own_data.path)
    assert "changes.md" in refused(*words, kept=tmp_path)
