"""The draft on the disk, step by step: no crash and no closed tab loses it.

It is one file in a folder of the person's own state, not beside the data: first the files as they
were read, then a line for each step. A line that broke off was never done.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from mapping.files.atomic import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

NAME = "draft.jsonl"
Line = dict[str, Any]


class Journal:
    """What is kept of a draft in a folder."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is there."""
        self.folder = folder
        self._path = folder / NAME

    def read(self) -> tuple[dict[str, bytes], list[Line]]:
        """Return the files that the draft started from, and its lines; none where none is kept.

        What broke off at the end goes, for the next line to follow what is whole.
        """
        try:
            content = self._path.read_bytes()
            whole = content[: content.rfind(b"\n") + 1]
            if whole != content:
                write_whole(self._path, whole)
            first, *lines = map(json.loads, whole.splitlines())
            return {name: bytes.fromhex(text) for name, text in first["files"].items()}, lines
        except (OSError, ValueError, KeyError):  # there is none, or no draft
            return {}, []

    def last_written(self) -> str:
        """Return when the last line was written, as ISO 8601 has it, in UTC."""
        return datetime.fromtimestamp(self._path.stat().st_mtime, UTC).isoformat(timespec="seconds")

    def start(self, files: Mapping[str, bytes], lines: Iterable[Line] = ()) -> None:
        """Keep these lines, which start from these files, in the place of what is kept."""
        first = {"files": {name: content.hex() for name, content in files.items()}}
        text = "".join(f"{json.dumps(line)}\n" for line in (first, *lines))
        write_whole(self._path, text.encode())

    def add(self, line: Line) -> None:
        """Keep one line more; it is on the disk when this returns."""
        with self._path.open("ab") as file:
            file.write(json.dumps(line).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def clear(self) -> None:
        """Forget what is kept."""
        self._path.unlink(missing_ok=True)
