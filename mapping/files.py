"""Files written whole or not at all."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

PARTIAL = ".partial"


def sha256(content: bytes) -> str:
    """Give the SHA-256 of `content` in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def write_all(folder: Path, products: Mapping[str, bytes], outdated: Collection[str] = ()) -> None:
    """Write `products` (name to content) into `folder`, each whole, old or new, at any moment.

    Everything is first written beside its place and flushed; only then is each moved over the old
    file. What a killed run left behind is swept away first. `outdated` are files of an earlier run
    that would belie the new ones: they go before these come.

    Raises
    ------
    OSError
        The folder cannot be written to; the files that stood there are untouched.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for leftover in folder.glob(f".*{PARTIAL}"):
        leftover.unlink(missing_ok=True)
    partials = {name: folder / f".{name}{PARTIAL}" for name in products}
    try:
        for name, partial in partials.items():
            _flush(partial, products[name])
        for name in outdated:
            (folder / name).unlink(missing_ok=True)
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
