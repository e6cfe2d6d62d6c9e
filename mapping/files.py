"""Files written whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from filelock import FileLock

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

PARTIAL = ".partial"
LOCK = ".lock"
PATIENCE = 60  # seconds that a build waits for another to leave the folder


class ChangedError(OSError):
    """A file is no longer what it was when it was read."""


def sha256(content: bytes) -> str:
    """Give the SHA-256 of `content` in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def write_all(folder: Path, products: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
    """Write `products` (name to content) into `folder`, each whole, old or new, at any moment.

    Everything is first written beside its place and flushed; only then is each moved over the old
    file, in the order given. What a killed run left behind is swept away first. Of two builds at
    once, one waits for the other, so that the folder never holds some products of each. Products
    of an earlier build that this one does not make are `gone`.

    Raises
    ------
    OSError
        The folder cannot be written to, or another build holds it (`TimeoutError`); the files that
        stood there are whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / LOCK, timeout=PATIENCE):
        for leftover in folder.glob(f".*{PARTIAL}"):
            leftover.unlink(missing_ok=True)
        _replace_all(folder, products)
        for name in gone:
            (folder / name).unlink(missing_ok=True)


def change(path: Path, old: bytes, new: bytes) -> None:
    """Write `new` in the place of a file that holds `old`; at any moment it holds one of the two.

    Raises
    ------
    ChangedError
        The file holds something else by now, and is left as it is.
    OSError
        It cannot be written, and is left as it is.
    """
    path = path.resolve()
    partial, lock = (path.with_name(f".{path.name}{ending}") for ending in (PARTIAL, LOCK))
    with FileLock(lock, timeout=PATIENCE):
        try:
            _flush(partial, new)
            shutil.copymode(path, partial)
            with path.open("r+b") as file:  # a file that must not be written is not replaced either
                if file.read() != old:
                    message = f"{path} was changed by someone else meanwhile"
                    raise ChangedError(message)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
            with suppress(PermissionError):  # Windows removes no file that is open
                lock.unlink(missing_ok=True)


def _replace_all(folder: Path, products: Mapping[str, bytes]) -> None:
    partials = {name: folder / f".{name}{PARTIAL}" for name in products}
    try:
        for name, partial in partials.items():
            _flush(partial, products[name])
        for name, partial in partials.items():
            partial.replace(folder / name)
    finally:
        for partial in partials.values():
            partial.unlink(missing_ok=True)


def _flush(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
