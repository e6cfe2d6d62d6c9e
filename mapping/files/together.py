"""Several files written together: all of them, whatever happens, or none."""

from __future__ import annotations

import json
import shutil
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, NamedTuple

from filelock import FileLock

from mapping.errors import ChangedError
from mapping.files.atomic import (
    LOCK,
    LOCK_TIMEOUT_S,
    flush,
    partial_of,
    put_in_place,
    sha256,
    write_whole,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PLAN, FORMER, NEW = "saving.json", "former", "new"


class Replacement(NamedTuple):
    """What a file holds, as it was read, and what it is to hold."""

    old: bytes
    new: bytes


def write_together(folder: Path, files: Mapping[str, Replacement], kept: Path) -> None:
    """Write files of a folder in the place of those that were read, in the order given.

    `kept` is a folder for what is written in passing: the former files, which stay there until the
    next time, and the plan. From the moment when the plan is there, all files are written: if this
    is stopped, `finish` does it.

    Raises
    ------
    ChangedError
        One of the files holds something else by now; nothing is written.
    OSError
        Something cannot be written. If it is before the plan is there, nothing is.
    """
    with ExitStack() as locks:
        for name in sorted(files):
            locks.enter_context(_lock_file((folder / name).resolve()))
        for name, (old, _) in files.items():
            with (folder / name).open("r+b") as file:  # what must not be written, is not
                if file.read() != old:
                    message = f"{folder / name} was changed by someone else meanwhile"
                    raise ChangedError(message)
        for part in (FORMER, NEW):
            shutil.rmtree(kept / part, ignore_errors=True)
            (kept / part).mkdir(parents=True)
        for name, (old, new) in files.items():
            flush(kept / FORMER / name, old)
            flush(kept / NEW / name, new)
        plan = {name: [sha256(old), sha256(new)] for name, (old, new) in files.items()}
        write_whole(kept / PLAN, json.dumps(plan).encode())
        _carry_out(folder, kept, plan)


def finish(folder: Path, kept: Path) -> list[str]:
    """Write what a save that was stopped had still to write; return the names of its files.

    A file that is neither as it was nor as it was to be is left alone: somebody else wrote it.
    """
    try:
        plan = json.loads((kept / PLAN).read_bytes())
    except (OSError, ValueError):
        return []
    with ExitStack() as locks:
        for name in sorted(plan):
            locks.enter_context(_lock_file((folder / name).resolve()))
        _carry_out(folder, kept, plan)
    return list(plan)


def _carry_out(folder: Path, kept: Path, plan: Mapping[str, list[str]]) -> None:
    for name, (old, _) in plan.items():
        path = (folder / name).resolve()
        if path.is_file() and sha256(path.read_bytes()) == old:
            flush(partial_of(path), (kept / NEW / name).read_bytes())
            shutil.copymode(path, partial_of(path))
            put_in_place(partial_of(path), path)
        partial_of(path).unlink(missing_ok=True)
    (kept / PLAN).unlink()


def _lock_file(path: Path) -> ExitStack:
    """Return a context in which no other program of ours writes a file."""
    lock = path.with_name(f".{path.name}{LOCK}")
    stack = ExitStack()
    stack.callback(_remove, lock)
    stack.enter_context(FileLock(lock, timeout=LOCK_TIMEOUT_S))
    return stack


def _remove(lock: Path) -> None:
    with suppress(PermissionError):  # Windows removes no file that is open
        lock.unlink(missing_ok=True)
