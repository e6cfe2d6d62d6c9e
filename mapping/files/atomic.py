"""Files written whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from filelock import FileLock

from mapping.errors import ChangedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

PARTIAL = ".partial"
LOCK = ".lock"
PAUSES_S = (0.05, 0.1, 0.2, 0.4)
LOCK_TIMEOUT_S = 60  # seconds that a build waits for another to leave the folder


def sha256(content: bytes) -> str:
    """Return the SHA-256 of `content` in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold an output folder, made where it is missing: of two builds at once, one waits.

    Raises
    ------
    OSError
        The folder cannot be made, or another build holds it (`TimeoutError`).
    """
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / LOCK, timeout=LOCK_TIMEOUT_S):
        yield


def partial_of(path: Path) -> Path:
    """Return the file in which the new content of `path` waits until all of its kind is ready."""
    return path.with_name(f".{path.name}{PARTIAL}")


def replace_all(folder: Path, products: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
    """Write `products` (name to content) into a locked folder, each whole, old or new, at any time.

    Everything is first written next to its place and flushed; only then is each moved over the old
    file, in the order given: the last, which speaks for the others, when all else is done, the
    removal of what is `gone` included. What cannot be moved stays next to its place, ready.

    Raises
    ------
    OSError
        The folder cannot be written to; the files that were there are whole.
    """
    for leftover in folder.glob(f".*{PARTIAL}"):
        leftover.unlink(missing_ok=True)
    try:
        for name, content in products.items():
            flush(partial_of(folder / name), content)
    except BaseException:
        for name in products:
            partial_of(folder / name).unlink(missing_ok=True)
        raise
    *others, last = products
    for name in others:
        put_in_place(partial_of(folder / name), folder / name)
    for name in gone:
        (folder / name).unlink(missing_ok=True)
    put_in_place(partial_of(folder / last), folder / last)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file of the program's own; at any moment it is the old one or the new.

    Raises
    ------
    OSError
        It cannot be written, and is left as it is.
    """
    flush(partial_of(path), content)
    put_in_place(partial_of(path), path)


def put_in_place(partial: Path, path: Path) -> None:
    """Move a file over another.

    Windows moves none over one that somebody has open, as a search for viruses has for a moment:
    it is tried again.

    Raises
    ------
    OSError
        It cannot be moved, and both are as they were.
    """
    for pause in PAUSES_S:
        with suppress(PermissionError):
            partial.replace(path)
            return
        time.sleep(pause)
    partial.replace(path)


def replace_if_unchanged(path: Path, old: bytes, new: bytes) -> None:
    """Write `new` in the place of a file that holds `old`; at any moment it holds one of the two.

    Raises
    ------
    ChangedError
        The file holds something else by now, and is left as it is.
    OSError
        It cannot be written, and is left as it is.
    """
    path = path.resolve()
    partial, lock = partial_of(path), path.with_name(f".{path.name}{LOCK}")
    with FileLock(lock, timeout=LOCK_TIMEOUT_S):
        try:
            flush(partial, new)
            shutil.copymode(path, partial)
            with path.open("r+b") as file:  # a file that must not be written is not replaced either
                if file.read() != old:
                    message = f"{path} was changed by someone else meanwhile"
                    raise ChangedError(message)
            put_in_place(partial, path)
        finally:
            partial.unlink(missing_ok=True)
            with suppress(PermissionError):  # Windows removes no file that is open
                lock.unlink(missing_ok=True)


def flush(path: Path, content: bytes) -> None:
    """Write a file, and return when it is on the disk."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
