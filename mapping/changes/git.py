"""Git, asked in a folder; the only import of subprocess."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from mapping.errors import GitError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# Set where git itself runs the program, as in a hook: they would name another repository.
GIT_VARIABLES = {
    "GIT_COMMON_DIR", "GIT_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX",
    "GIT_WORK_TREE",
}  # fmt: skip


def run_git(folder: Path, *words: str) -> bytes:
    """Run git in a folder and return what it writes; no shell, no question to anybody.

    Raises
    ------
    GitError
        It cannot do what is asked for, and says why.
    OSError
        There is no git, or no such folder.
    """
    variables = {key: text for key, text in os.environ.items() if key not in GIT_VARIABLES}
    try:
        done = subprocess.run(  # noqa: S603 (callers give words of their own, no shell reads them)
            [shutil.which("git") or "git", *words],
            cwd=folder,
            env={**variables, "GIT_TERMINAL_PROMPT": "0"},
            check=True,
            capture_output=True,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.CalledProcessError as error:
        said = (error.stderr or error.stdout).decode(errors="replace").strip()
        raise GitError(said) from None
    return done.stdout


def has_commit_of(folder: Path, names: Iterable[str]) -> bool:
    """Return whether a folder lies in git, and the last commit has one of these files of it."""
    try:
        return bool(run_git(folder, "ls-tree", "HEAD", "--", *names))
    except OSError:
        return False
