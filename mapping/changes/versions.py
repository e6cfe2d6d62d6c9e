"""Versions of a list: found as a file, a folder or a git revision, and read to be compared."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mapping.atlas import join
from mapping.checks.references import check_for_comparison, check_joined
from mapping.dataset import presences
from mapping.dataset.reading import Dataset, read_dataset
from mapping.errors import FaultLog, UnknownListError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.atlas import Atlas
    from mapping.errors import Fault

# Set where git itself runs the program, as in a hook: they would name another repository.
GIT_VARIABLES = {
    "GIT_COMMON_DIR", "GIT_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX",
    "GIT_WORK_TREE",
}  # fmt: skip


@dataclass(frozen=True)
class ListVersion:
    """A list to read."""

    name: str
    """What a message writes before the name of a file: ``past/`` or ``v1.0:``."""
    folder: Path
    """Where the tables lie."""
    listing: Path | None = None
    """The list of presences, where it is another than the folder's own."""
    remedy: str = ""
    """What to do about a fault that nobody can mend where it is."""

    def locate(self, fault: Fault) -> Fault:
        """Name the file of a fault so that a person finds it, and what can be done about it."""
        own = self.listing and fault.file in {self.listing.name, presences.FILE}
        file = str(self.listing) if own else f"{self.name}{fault.file}"
        return replace(fault, file=file, remedy=self.remedy or fault.remedy)


@contextmanager
def open_version(
    given: str | None, data: Path, beside: Path | None = None
) -> Iterator[ListVersion]:
    """Find the list that `given` names; what git hands out lasts as long as the context.

    Parameters
    ----------
    given
        A path that exists, else a git revision of the repository in which `data` stands; or
        `None` for `data` itself.
    data
        The data folder in use.
    beside
        The folder whose tables complete a single file; `data` where not given.

    Raises
    ------
    UnknownListError
        It is neither.
    """
    path = data if given is None else Path(given)
    if given is None or (given and path.is_dir()):
        yield ListVersion(f"{path}{os.sep}", path)
    elif given and path.exists():
        folder = beside or data
        yield ListVersion(f"{folder}{os.sep}", folder, path)
    else:
        with tempfile.TemporaryDirectory(prefix="presence-map-") as scratch:
            _extract(given, data, Path(scratch))
            alone = f"git -C {data} show {given}:./{presences.FILE}"
            remedy = f"save that list alone ({alone}) and compare the file"
            yield ListVersion(f"{given}:", Path(scratch), remedy=remedy)


def describe_version(given: str, tables: str) -> str:
    """Say what `given` was taken for; `tables` are those beside which a single file is read."""
    path = Path(given)
    if path.is_dir():
        return given
    return f"{given} (beside the tables of {tables})" if path.exists() else f"git revision {given}"


def _extract(revision: str, data: Path, folder: Path) -> None:
    """Write the data folder as it was at a revision into `folder`, and nothing beside it."""
    tried = f"'{revision}' is no file, no folder and no git revision"
    if not revision or revision.startswith("-"):
        raise UnknownListError(tried)
    named = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    try:
        commit = _git(data, "rev-parse", *named).decode().strip()
        archive = _git(data, "archive", "--format=tar", commit)  # of the folder it runs in
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(folder, filter="data")
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode(errors="replace").strip()
        told = f"{tried} of the repository of {data}" + (f" ({reason})" if reason else "")
        raise UnknownListError(told) from None
    except (OSError, tarfile.TarError) as error:
        told = f"{tried} that can be read ({error})"
        raise UnknownListError(told) from None


def _git(folder: Path, *words: str) -> bytes:
    """Run git in a folder and give what it says; no shell, no question to anybody."""
    variables = {key: text for key, text in os.environ.items() if key not in GIT_VARIABLES}
    done = subprocess.run(  # noqa: S603 (words of our own, and a revision that cannot be an option)
        ["git", *words],  # noqa: S607 (the git of whoever runs this)
        cwd=folder,
        env={**variables, "GIT_TERMINAL_PROMPT": "0"},
        check=True,
        capture_output=True,
        stdin=subprocess.DEVNULL,
    )
    return done.stdout


def read_version(source: ListVersion, faults: FaultLog) -> Atlas | None:
    """Read a list whose every row can be named and placed; totals, footnotes and sources may err.

    Where a row cannot be, or a table not be read, note every fault, each with its folder or
    revision, and return None.
    """
    found = FaultLog()
    dataset = read_dataset(source.folder, found, source.listing)
    listing = (source.listing or Path(presences.FILE)).stem
    if isinstance(dataset, Dataset):
        sound = check_for_comparison(dataset, found)
        unread = any(Path(fault.file).stem == listing for fault in found.faults)
        if len(sound) == len(dataset.presences) and not unread:
            return join(dataset, sound)
        check_joined(dataset, sound, found)
    faults.faults += [source.locate(fault) for fault in found.faults]
    faults.notices += [source.locate(notice) for notice in found.notices]
    return None
