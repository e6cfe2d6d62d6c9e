"""Versions of a list: found as a file, a folder or a git revision, and read to be compared."""

from __future__ import annotations

import io
import os
import tarfile
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mapping.atlas import join
from mapping.changes.git import run_git
from mapping.checks.references import check_for_comparison, check_joined
from mapping.dataset.reading import read_dataset
from mapping.errors import FaultLog, GitError, UnknownListError
from mapping.files.data_folder import PRESENCES_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.atlas import Atlas
    from mapping.errors import Fault


@dataclass(frozen=True)
class ListVersion:
    """A list to read."""

    name: str
    """What a message writes before the name of a file: ``past/`` or ``v1.0:``."""
    folder: Path
    """The folder of the tables."""
    listing: Path | None = None
    """The list of presences, where it is another than the folder's own."""
    remedy: str = ""
    """What to do about a fault in a file that cannot be edited."""

    def locate(self, fault: Fault) -> Fault:
        """Return a fault whose file is named so that a person finds it, with what can be done."""
        is_listing = self.listing and fault.file in {self.listing.name, PRESENCES_FILE}
        file = str(self.listing) if is_listing else f"{self.name}{fault.file}"
        return replace(fault, file=file, remedy=self.remedy or fault.remedy)


@contextmanager
def open_version(
    name: str | None, data: Path, tables_folder: Path | None = None
) -> Iterator[ListVersion]:
    """Yield the list that `name` names; what git hands out lasts as long as the context.

    Parameters
    ----------
    name
        A path that exists, else a git revision of the repository that `data` is in; or
        `None` for `data` itself.
    data
        The data folder in use.
    tables_folder
        The folder whose tables complete a single file; `data` where not given.

    Raises
    ------
    UnknownListError
        It is neither.
    """
    path = data if name is None else Path(name)
    if name is None or (name and path.is_dir()):
        yield ListVersion(f"{path}{os.sep}", path)
    elif name and path.exists():
        folder = tables_folder or data
        yield ListVersion(f"{folder}{os.sep}", folder, path)
    else:
        with tempfile.TemporaryDirectory(prefix="presence-map-") as scratch:
            _extract(name, data, Path(scratch))
            alone = f"git -C {data} show {name}:./{PRESENCES_FILE}"
            remedy = f"save that list alone ({alone}) and compare the file"
            yield ListVersion(f"{name}:", Path(scratch), remedy=remedy)


def describe_version(name: str, tables: str) -> str:
    """Return what `name` was taken for; a single file is read with the tables of `tables`."""
    path = Path(name)
    if path.is_dir():
        return name
    return f"{name} (with the tables of {tables})" if path.exists() else f"git revision {name}"


def _extract(revision: str, data: Path, folder: Path) -> None:
    """Write the data folder as it was at a revision into `folder`, and nothing else."""
    attempt = f"'{revision}' is no file, no folder and no git revision"
    if not revision or revision.startswith("-"):
        raise UnknownListError(attempt)
    named = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    try:
        commit = run_git(data, "rev-parse", *named).decode().strip()
        archive = run_git(data, "archive", "--format=tar", commit)  # of the folder it runs in
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(folder, filter="data")
    except GitError as error:
        reason = str(error) or _why_unknown(data)
        message = f"{attempt} of the repository of {data}" + (f" ({reason})" if reason else "")
        raise UnknownListError(message) from None
    except FileNotFoundError:
        message = f"'{revision}' is no file and no folder; for a revision git must be installed"
        raise UnknownListError(message) from None
    except (OSError, tarfile.TarError) as error:
        message = f"{attempt} that can be read ({error})"
        raise UnknownListError(message) from None


def _why_unknown(data: Path) -> str:
    """Return why a revision may be missing where git has no reason of its own."""
    try:
        shallow = run_git(data, "rev-parse", "--is-shallow-repository").strip() == b"true"
    except GitError:
        return ""
    return "the clone lacks its history: git fetch --unshallow" if shallow else ""


def read_version(version: ListVersion, faults: FaultLog) -> Atlas | None:
    """Read a list whose every row can be named and placed; other faults do not matter.

    Where a row cannot be, or a table not be read, add every fault, each with its folder or
    revision, and return `None`.
    """
    version_faults = FaultLog()
    read = read_dataset(version.folder, version_faults, version.listing)
    listing = (version.listing or Path(PRESENCES_FILE)).stem
    if read.dataset:
        valid = check_for_comparison(read, version_faults)
        unread = any(Path(fault.file).stem == listing for fault in version_faults.faults)
        if len(valid) == len(read.tables.presences) and not unread:
            return join(read.dataset, valid)
        check_joined(read.tables, valid, version_faults)
    faults.faults += [version.locate(fault) for fault in version_faults.faults]
    faults.notices += [version.locate(notice) for notice in version_faults.notices]
    return None
