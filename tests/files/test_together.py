"""Files that are written together: all of them or none, wherever the process is killed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.errors import ChangedError
from mapping.files import together
from mapping.files.together import Replacement, finish, write_together

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


OLD = {"names.csv": b"old names", "presences.csv": b"old list"}
NEW = {"names.csv": b"new names", "presences.csv": b"new list"}
FILES = {name: Replacement(OLD[name], NEW[name]) for name in OLD}


class KilledError(BaseException):
    """The process ends here."""


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    """Return a folder of two files, and one for what is written in passing."""
    folder, kept = tmp_path / "data", tmp_path / "kept"
    folder.mkdir()
    kept.mkdir()
    for name, content in OLD.items():
        (folder / name).write_bytes(content)
    return folder, kept


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder, its locks left out."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".lock"}


@pytest.mark.parametrize("step", range(1, 12))
def test_a_save_that_stops_at_any_step_is_whole_or_was_never_begun(
    places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Stopped before the writing of any of its files, or after it, and taken up again."""
    folder, kept = places
    steps = iter(range(1, 100))

    def stopping(act: Callable[..., None]) -> Callable[..., None]:
        def stopped(*given: object) -> None:
            if next(steps) == step:
                raise KilledError
            act(*given)

        return stopped

    with monkeypatch.context() as patched:
        for name in ("flush", "write_whole"):
            patched.setattr(together, name, stopping(getattr(together, name)))
        patched.setattr("pathlib.Path.replace", stopping(type(folder).replace))
        try:
            write_together(folder, FILES, kept)
        except KilledError:
            assert set(contents(folder).values()) & {*OLD.values(), *NEW.values()}
    finished = finish(folder, kept)
    assert contents(folder) == (NEW if finished or next(steps) <= step else OLD)
    assert finish(folder, kept) == []


def test_a_file_that_somebody_wrote_since_is_left_alone(places: tuple[Path, Path]) -> None:
    """Whether before the save, where nothing is written, or after it was stopped."""
    folder, kept = places
    (folder / "names.csv").write_bytes(b"theirs")
    with pytest.raises(ChangedError):
        write_together(folder, FILES, kept)
    assert contents(folder) == {"names.csv": b"theirs", "presences.csv": b"old list"}
    assert finish(folder, kept) == []


def test_the_former_files_are_kept(places: tuple[Path, Path]) -> None:
    """Until the next save."""
    folder, kept = places
    write_together(folder, FILES, kept)
    assert contents(folder) == NEW
    assert contents(kept / "former") == OLD
