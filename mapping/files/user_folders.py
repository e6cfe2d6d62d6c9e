"""Where a user's own files of the program are, as the system has it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

PROGRAM = "presence-map"
# XDG Base Directory Specification; Windows and macOS have places of their own.
XDG = {"state": ("XDG_STATE_HOME", ".local/state"), "cache": ("XDG_CACHE_HOME", ".cache")}
MACOS = {"state": "Application Support", "cache": "Caches"}


def user_folder(kind: Literal["state", "cache"]) -> Path:
    """Return the folder of the program's own files of a kind; it need not exist.

    What is in a `cache` may go at any time.

    Raises
    ------
    RuntimeError
        The user has no home.
    """
    variable, usual = XDG[kind]
    named = os.environ.get(variable, "")
    if named and Path(named).is_absolute():
        return Path(named) / PROGRAM
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
        return Path(local) / PROGRAM / ("Cache" if kind == "cache" else "")
    if sys.platform == "darwin":
        return Path.home() / "Library" / MACOS[kind] / PROGRAM
    return Path.home() / usual / PROGRAM
