"""What a file has otherwise than before, line by line."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def lines_changed(before: bytes, path: Path) -> list[str]:
    """Return the lines that are others than before, as a diff marks them."""
    old, new = (content.decode().splitlines() for content in (before, path.read_bytes()))
    return [line for line in difflib.unified_diff(old, new, n=0, lineterm="")
            if not line.startswith(("---", "+++", "@@"))]  # fmt: skip
