"""Commands that must be refused, with every file as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.commands import run

if TYPE_CHECKING:
    from pathlib import Path


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(*words: str | Path, kept: Path) -> str:
    """Demand that a command is refused, with nothing written below `kept`; give why."""
    before = contents(kept)
    result = run(*words)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    *why, last = result.stderr.splitlines()
    assert last == "nothing was written."
    assert all(line.endswith("name another folder with --output") for line in why)
    assert contents(kept) == before
    return "\n".join(why)
