"""Products are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from filelock import FileLock

from mapping import files

OLD = {"a": b"old a", "b": b"old b"}
NEW = {"a": b"new a", "b": b"new b"}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Give a folder in which an earlier run wrote two products."""
    files.write_all(tmp_path / "output", OLD)
    return tmp_path / "output"


def contents(folder: Path) -> dict[str, bytes]:
    """Give the files of a folder by name, the lock apart."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != files.LOCK}


def test_products_replace_older_ones(output: Path) -> None:
    """After a good run the new products stand, and nothing beside them."""
    files.write_all(output, NEW)
    assert contents(output) == NEW


def test_a_write_that_fails_leaves_the_old_products(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk at the second file changes neither the first nor the second."""
    written: list[Path] = []
    flush = files._flush  # noqa: SLF001 (where the disk is met)

    def full(path: Path, content: bytes) -> None:
        written.append(path)
        flush(path, content[:2])
        if len(written) == len(NEW):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "_flush", full)
    with pytest.raises(OSError, match="No space left"):
        files.write_all(output, NEW)
    assert contents(output) == OLD


def test_a_move_that_fails_leaves_every_product_whole(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each product is the old one or the new one, never a part, and nothing lies beside."""
    replace = Path.replace

    def stopped(self: Path, target: Path) -> Path:
        if target.name == "b":
            raise OSError(5, "Input/output error")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(OSError, match="Input/output"):
        files.write_all(output, NEW)
    assert contents(output) == {"a": b"new a", "b": b"old b"}


def test_what_a_killed_run_left_is_swept_away(output: Path) -> None:
    """The next run clears partial files, and touches no file of anybody else's."""
    (output / ".map.html.partial").write_bytes(b"half")
    (output / "notes.txt").write_bytes(b"mine")
    files.write_all(output, NEW)
    assert contents(output) == {**NEW, "notes.txt": b"mine"}


def test_a_product_of_an_earlier_build_alone_goes(output: Path) -> None:
    """What this build does not make must not lie beside what it makes."""
    files.write_all(output, {"a": b"new a"}, gone=["b", "c"])
    assert contents(output) == {"a": b"new a"}


def test_a_folder_that_another_build_holds_is_left_alone(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits too long is told which lock it is, and has written nothing."""
    monkeypatch.setattr(files, "PATIENCE", 0.01)
    with FileLock(output / files.LOCK), pytest.raises(TimeoutError, match="lock"):
        files.write_all(output, NEW)
    assert contents(output) == OLD


def test_a_product_stays_what_it_was_until_the_new_one_is_whole(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever reads the folder while it is written finds the old products."""
    seen: list[dict[str, bytes]] = []
    flush = files._flush  # noqa: SLF001 (where the disk is met)

    def watched(path: Path, content: bytes) -> None:
        flush(path, content)
        seen.append({name: (output / name).read_bytes() for name in OLD})

    monkeypatch.setattr(files, "_flush", watched)
    files.write_all(output, NEW)
    assert seen == [OLD, OLD]
