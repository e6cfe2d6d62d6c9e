"""Faults and notes as a person reads them, as JSON, and as annotations of GitHub's."""

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


def as_text(faults: Sequence[Fault], notes: Sequence[Fault]) -> str:
    """Return the notes, then a line a fault: ``file:line: column: what is wrong; what to do``."""
    return "\n".join([*(f"note: {note}" for note in notes), *map(str, faults)])


def as_json(folder: Path, faults: Sequence[Fault], notes: Sequence[Fault], **more: object) -> str:
    """Return an object with ``faults`` and ``notes``, each a list, and whatever `more` there is.

    A fault has file (a path from the working folder), line, column, wrong and remedy.
    """
    report = {
        "data": _from_here(folder),
        "faults": [_record(folder, fault) for fault in faults],
        "notes": [_record(folder, note) for note in notes],
        **more,
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def as_github(folder: Path, faults: Sequence[Fault], notes: Sequence[Fault]) -> str:
    """Return one workflow command a fault or note, which GitHub shows beside its line."""
    commands = [("notice", note) for note in notes] + [("error", fault) for fault in faults]
    return "\n".join(
        f"::{kind} file={_property(_located(folder, one.file))},line={one.line}"
        f",title={_property(one.column or one.file)}::{_data(one.message)}"
        for kind, one in commands
    )


def _record(folder: Path, fault: Fault) -> dict[str, object]:
    return {
        "file": _located(folder, fault.file),
        "line": fault.line,
        "column": fault.column,
        "wrong": fault.wrong,
        "remedy": fault.remedy,
    }


def _located(folder: Path, file: str) -> str:
    """Return the path of a file of the data folder, or of one that comes with the program."""
    own = PACKAGE / file
    return _from_here(own if own.exists() and not (folder / file).exists() else folder / file)


def _from_here(path: Path) -> str:
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive of Windows
        return path.absolute().as_posix()


def _data(text: str) -> str:
    """Escape a message as GitHub's workflow commands want it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
