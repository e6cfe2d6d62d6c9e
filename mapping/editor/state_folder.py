"""Where the program keeps what is not saved yet, and who edits a data folder now."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from mapping.errors import WrongUseError
from mapping.files.atomic import sha256, write_whole
from mapping.files.user_folders import user_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK, HOLDER = "session.lock", "session.json"
BEING_EDITED = (
    "{folder} is being edited already, at {address} (process {pid}); "
    "go on there, or end that one with Ctrl+C first"
)


def state_folder(data: Path) -> Path:
    """Return the folder of what belongs to the editing of a data folder; made where it is missing.

    Nobody else may look into it.
    """
    real = data.resolve()
    folder = user_folder("state") / f"{real.name}-{sha256(str(real).encode())[:12]}"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


@contextmanager
def hold_folder(data: Path) -> Iterator[Path]:
    """Hold a data folder for editing, and yield the folder of its state.

    The system lets go of the lock when a process ends, however it ends.

    Raises
    ------
    WrongUseError
        Another `edit` holds it.
    """
    folder = state_folder(data)
    try:
        with FileLock(folder / LOCK, timeout=0):
            yield folder
    except Timeout:
        raise WrongUseError(BEING_EDITED.format(folder=data, **_read_holder(folder))) from None


def announce(folder: Path, address: str) -> None:
    """Write down who holds the folder of a state, for another `edit` to tell."""
    write_whole(folder / HOLDER, json.dumps({"pid": os.getpid(), "address": address}).encode())
    (folder / HOLDER).chmod(0o600)


def _read_holder(folder: Path) -> dict[str, object]:
    try:
        found = json.loads((folder / HOLDER).read_bytes())
        return {"pid": found["pid"], "address": found["address"]}
    except (OSError, ValueError, KeyError, TypeError):  # it has only just begun
        return {"pid": "unknown", "address": "an address of this machine"}
