"""Products are written whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from mapping.files import atomic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

OLD = {"a": b"old a", "b": b"old b"}
NEW = {"a": b"new a", "b": b"new b"}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Return a folder in which an earlier run wrote two products."""
    write(tmp_path / "output", OLD)
    return tmp_path / "output"


def write(folder: Path, products: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
    """Write products as a build does: while no other build holds the folder."""
    with atomic.locked(folder):
        atomic.replace_all(folder, products, gone)


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by name, the lock apart."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != atomic.LOCK}


def test_products_replace_older_ones(output: Path) -> None:
    """After a good run the new products stand, and nothing beside them."""
    write(output, NEW)
    assert contents(output) == NEW


def test_a_write_that_fails_leaves_the_old_products(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk at the second file changes neither the first nor the second."""
    written: list[Path] = []
    flush = atomic.flush

    def full(path: Path, content: bytes) -> None:
        written.append(path)
        flush(path, content[:2])
        if len(written) == len(NEW):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic, "flush", full)
    with pytest.raises(OSError, match="No space left"):
        write(output, NEW)
    assert contents(output) == OLD


def test_a_move_that_fails_leaves_every_product_whole(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each product is the old one or the new one; what is ready waits beside for the next run."""
    replace = Path.replace

    def stopped(self: Path, target: Path) -> Path:
        if target.name == "b":
            raise OSError(5, "Input/output error")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(OSError, match="Input/output"):
        write(output, NEW)
    assert contents(output) == {"a": b"new a", "b": b"old b", ".b.partial": b"new b"}


def test_what_a_killed_run_left_is_swept_away(output: Path) -> None:
    """The next run clears partial files, and touches no file of anybody else's."""
    (output / ".map.html.partial").write_bytes(b"half")
    (output / "notes.txt").write_bytes(b"mine")
    write(output, NEW)
    assert contents(output) == {**NEW, "notes.txt": b"mine"}


def test_a_product_of_an_earlier_build_alone_goes(output: Path) -> None:
    """What this build does not make must not lie beside what it makes."""
    write(output, {"a": b"new a"}, gone=["b", "c"])
    assert contents(output) == {"a": b"new a"}


def test_the_last_product_is_moved_when_all_else_is_done(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It speaks for the others: where it is new, they are, and what was to go is gone."""
    (output / "c").write_bytes(b"old c")
    replace = Path.replace
    seen: list[dict[str, bytes]] = []

    def watched(self: Path, target: Path) -> Path:
        seen.append(contents(output))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", watched)
    write(output, NEW, gone=["c"])
    assert seen[-1] == {"a": b"new a", "b": b"old b", ".b.partial": b"new b"}


def test_a_folder_that_another_build_holds_is_left_alone(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits too long is told which lock it is, and has written nothing."""
    monkeypatch.setattr(atomic, "LOCK_TIMEOUT_S", 0.01)
    with FileLock(output / atomic.LOCK), pytest.raises(TimeoutError, match="lock"):
        write(output, NEW)
    assert contents(output) == OLD


def test_a_product_stays_what_it_was_until_the_new_one_is_whole(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever reads the folder while it is written finds the old products."""
    seen: list[dict[str, bytes]] = []
    flush = atomic.flush

    def watched(path: Path, content: bytes) -> None:
        flush(path, content)
        seen.append({name: (output / name).read_bytes() for name in OLD})

    monkeypatch.setattr(atomic, "flush", watched)
    write(output, NEW)
    assert seen == [OLD, OLD]


def test_a_file_that_somebody_has_open_for_a_moment_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows has it; for longer, both stay as they were."""
    monkeypatch.setattr(atomic, "PAUSES_S", (0, 0))
    replace, refusals = Path.replace, [PermissionError(), PermissionError()]

    def refuse_first(self: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse_first)
    file = tmp_path / "list"
    file.write_bytes(b"old")
    atomic.write_whole(file, b"new")
    assert file.read_bytes() == b"new"
    refusals.extend(PermissionError() for _ in range(3))
    with pytest.raises(PermissionError):
        atomic.write_whole(file, b"newer")
    assert file.read_bytes() == b"new"
