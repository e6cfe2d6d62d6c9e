"""The draft on the disk: a process that is killed loses no step, and leaves no half of a save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.killed import kill_again_and_again

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.folder import Folder


def test_a_process_that_is_killed_at_random_moments_loses_nothing(
    folder: Folder, state: Path
) -> None:
    """Neither a step nor a save; `tests/bench/killed.py` does it a hundred times."""
    kill_again_and_again(folder.path, state, times=1)
