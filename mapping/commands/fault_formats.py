"""Faults and notices as a person reads them, as JSON, and as annotations of GitHub's."""

from __future__ import annotations

import json
import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from mapping.files.paths import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.errors import Fault


class ReportFormat(StrEnum):
    """Who reads the report."""

    text = "text"
    json = "json"
    github = "github"


def format_text(faults: Sequence[Fault], notices: Sequence[Fault]) -> str:
    """Return the notices, then a line a fault: ``file:line: column: what is wrong; what to do``."""
    return "\n".join([*(f"note: {notice}" for notice in notices), *map(str, faults)])


def format_json(
    folder: Path, faults: Sequence[Fault], notices: Sequence[Fault], **more: object
) -> str:
    """Return an object with ``faults`` and ``notes``, each a list, and whatever `more` there is.

    A fault has file (a path from the working folder), line, column, wrong and remedy.
    """
    report = {
        "data": _relative_path(folder),
        "faults": [_fault_fields(folder, fault) for fault in faults],
        "notes": [_fault_fields(folder, notice) for notice in notices],
        **more,
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def format_github(folder: Path, faults: Sequence[Fault], notices: Sequence[Fault]) -> str:
    """Return one workflow command a fault or note, which GitHub shows at its line."""
    commands = [("notice", notice) for notice in notices] + [("error", fault) for fault in faults]
    return "\n".join(
        f"::{kind} file={_escape_property(_locate(folder, one.file))},line={one.line}"
        f",title={_escape_property(one.column or one.file)}::{_escape_data(one.message)}"
        for kind, one in commands
    )


def format_github_refusal(reason: str) -> str:
    """Return the workflow command that shows why a command did nothing."""
    return f"::error::{_escape_data(reason)}"


def _fault_fields(folder: Path, fault: Fault) -> dict[str, object]:
    return {
        "file": _locate(folder, fault.file),
        "line": fault.line,
        "column": fault.column,
        "wrong": fault.wrong,
        "remedy": fault.remedy,
    }


def _locate(folder: Path, file: str) -> str:
    """Return the path of a file of the data folder, or of one that comes with the program."""
    own = PACKAGE / file
    return _relative_path(own if own.exists() and not (folder / file).exists() else folder / file)


def _relative_path(path: Path) -> str:
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive of Windows
        return path.absolute().as_posix()


def _escape_data(text: str) -> str:
    """Escape a message as GitHub's workflow commands want it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
