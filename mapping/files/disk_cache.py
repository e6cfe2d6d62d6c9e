"""Results that are kept on the disk from one run of the program to the next: their only owner.

A result is used again only while all that it was made of is the same: the program's own code, the
packages that are installed, and what it was made from. There is one file a result, replaced when
something changed; any may be deleted at any time. Where none can be kept, all is made anew, and is
the same to the byte. Nothing of a list of presences is in them.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from mapping.files.cache import cached
from mapping.files.paths import PACKAGE
from mapping.files.user_folders import user_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[[str], str]

Made = TypeVar("Made")
INSTALLED = {".dist-info", ".egg-info"}  # suffixes of names that say a package and its version
WRITABLE_BY_OTHERS = 0o022


class DiskCache:
    """The results in one folder; without a folder, none is kept."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the folder, which need not exist."""
        self.folder = folder

    def load(self, name: str, key: str) -> bytes | None:
        """Return the result of this name if it is of this key, and whole."""
        if self.folder is None:
            return None
        try:
            head, _, content = _file(self.folder, name).read_bytes().partition(b"\n")
        except OSError:
            return None
        return content if head == _head(key, content) else None

    def save(self, name: str, key: str, content: bytes) -> None:
        """Keep a result of all that `key` says, or nothing where it cannot be written."""
        if self.folder is None:
            return
        file = _file(self.folder, name)
        partial = file.with_name(f".{file.name}.{os.getpid()}")  # two processes may write it
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                partial.write_bytes(_head(key, content) + b"\n" + content)
                partial.replace(file)
            finally:
                partial.unlink(missing_ok=True)

    def get_or_make(self, name: str, key: str, make: Callable[[], Made]) -> Made:
        """Return what `make` makes of all that `key` says, of types that JSON has."""
        if (found := self.load(name, key)) is not None:
            return cast("Made", json.loads(found))
        made = make()
        self.save(name, key, json.dumps(made).encode())
        return made

    def get_or_make_of_texts(self, name: str, read: Read, make: Callable[[Read], str]) -> str:
        """Return what `make` makes of texts, made anew where one of them changed.

        It reads them by the function that it is called with, which reads as `read` does, and by
        nothing else.
        """
        if (found := self.load(name, "")) is not None:
            known: dict[str, Any] = json.loads(found)
            if _are_unchanged(known["digests"], read):
                return str(known["made"])
        digests: dict[str, str] = {}

        def recording(text_name: str) -> str:
            text = read(text_name)
            digests[text_name] = _digest(text)
            return text

        made = make(recording)
        self.save(name, "", json.dumps({"digests": digests, "made": made}).encode())
        return made


RESULTS = DiskCache()
"""Those of this process: kept nowhere, but for the command line."""


def keep_results() -> None:
    """Keep results in the user's own folder from now on; nowhere, if others may write into it."""
    with suppress(RuntimeError, OSError):  # a user without a home
        folder = user_folder("cache")
        RESULTS.folder = folder if not folder.exists() or _is_users_own(folder) else None


def _is_users_own(folder: Path) -> bool:
    """Return whether nobody else can put a file there, which would be run as the program's."""
    if sys.platform == "win32":
        return True
    status = folder.stat()
    return status.st_uid == os.getuid() and not status.st_mode & WRITABLE_BY_OTHERS


def _file(folder: Path, name: str) -> Path:
    return folder / name.replace("/", "-")


def _are_unchanged(digests: dict[str, str], read: Read) -> bool:
    try:
        return all(_digest(read(name)) == digest for name, digest in digests.items())
    except (OSError, ValueError):  # one is gone, or no text any more: whoever makes it anew says so
        return False


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _head(key: str, content: bytes) -> bytes:
    """Return the line before a result: a digest of what it was made of, and of itself."""
    return sha256(f"{_program()} {key}\n".encode() + content).hexdigest().encode()


@cached(1)
def _program() -> str:
    """Return a digest of the program: its code, Python, and every package that is installed."""
    found = sha256(f"{sys.version} {sys.platform} {sys.flags}".encode())
    for file in sorted(PACKAGE.rglob("*.py")):
        found.update(f"{file.relative_to(PACKAGE)} {_digest_of(file)}\n".encode())
    for folder in filter(Path.is_dir, map(Path, sys.path)):
        # However the program was called: a folder without packages, such as its own, says nothing.
        for name in sorted(one.name for one in folder.iterdir() if one.suffix in INSTALLED):
            found.update(f"{name}\n".encode())
    return found.hexdigest()


def _digest_of(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()
