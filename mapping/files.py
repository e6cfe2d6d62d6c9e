"""Files written whole or not at all."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from filelock import FileLock

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

PARTIAL = ".partial"
LOCK = ".lock"
PATIENCE = 60  # seconds that a build waits for another to leave the folder


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
