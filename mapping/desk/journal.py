"""The draft on the disk, step by step: no crash and no closed tab loses it.

It lies in a folder of the person's own state, not beside the data: the files as they were read, and
a line for each step. A line that broke off was never done.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from mapping.files.atomic import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

LINES, FILES = "draft.jsonl", "draft-files.json"


class Journal:
    """What is kept of a draft in a folder."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is there."""
        self.folder = folder

    def read(self) -> tuple[dict[str, bytes], list[dict[str, Any]]]:
        """Return the files that the draft started from, and its lines; none where none is kept."""
        try:
            kept = json.loads((self.folder / FILES).read_bytes())
            files = {name: bytes.fromhex(text) for name, text in kept.items()}
            return files, list(self._read_lines())
        except (OSError, ValueError, AttributeError):  # there is none, or it was never whole
            return {}, []

    def start(self, files: Mapping[str, bytes]) -> None:
        """Forget what is kept; what follows starts from these files."""
        (self.folder / LINES).unlink(missing_ok=True)
        made = {name: content.hex() for name, content in files.items()}
        write_whole(self.folder / FILES, json.dumps(made).encode())

    def add(self, line: Mapping[str, Any]) -> None:
        """Keep one line more; it is on the disk when this returns."""
        with (self.folder / LINES).open("ab") as file:
            file.write(json.dumps(line).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def _read_lines(self) -> Iterator[dict[str, Any]]:
        """Yield the lines that are whole; what broke off goes, for the next line to follow them."""
        path = self.folder / LINES
        content = path.read_bytes() if path.exists() else b""
        whole = content[: content.rfind(b"\n") + 1]
        if whole != content:
            write_whole(path, whole)
        yield from map(json.loads, whole.splitlines())
