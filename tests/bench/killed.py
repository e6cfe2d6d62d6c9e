"""Kill a process that edits and saves a hundred times: ``python -m tests.bench.killed [TIMES]``."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from tests.support.folder import GEODATA
from tests.support.killed import kill_again_and_again


def main() -> None:
    """Print how often it was killed, and when; fail where anything was lost or half written."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as scratch:
        folder, state = Path(scratch) / "geodata", Path(scratch) / "state"
        shutil.copytree(GEODATA, folder, ignore=shutil.ignore_patterns("recipes", "*.print.*"))
        state.mkdir()
        found = kill_again_and_again(folder, state, times)
    sys.stdout.write(f"killed {times} times, nothing lost: {found}\n")


if __name__ == "__main__":
    main()
