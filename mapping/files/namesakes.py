"""Files with the name of a table but another form, such as .ods, which are not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.files.data_folder import EDITION_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.errors import FaultLog

TABLE, WORKBOOK = ".csv", ".xlsx"  # a table, and the spreadsheet that may take its place
OTHER_WORKBOOKS = (".ods", ".xls", ".xlsm", ".xlsb", ".numbers")
TEXTS = (".txt", ".tsv")


def explain_missing(path: Path) -> tuple[str, str]:
    """Return that a file is missing, and what to do: with a file of a similar name, if any."""
    if path.is_dir():
        return "this is a folder, not a file", f"put the file {path.name} in its place"
    for file in _namesakes(path):
        wrong = f"the file is missing, and {file.name} is not read in its place"
        ending = file.suffix.lower()
        if ending in OTHER_WORKBOOKS:
            return wrong, f"open {file.name} and save it as {path.stem}{WORKBOOK}"
        return wrong, f"rename it to {path.stem}{WORKBOOK if ending == WORKBOOK else path.suffix}"
    start = ", or make a data folder: presence-map new my-list" if path.name == EDITION_FILE else ""
    return "the file is missing", f"put it into {path.parent}{start}"


def check_namesakes(path: Path, faults: FaultLog) -> bool:
    """Return whether it is certain that the table at `path` is the one to be read.

    It is not where a file next to it would be read in its place, here or where capitals
    make no difference to names. A spreadsheet that is never read is noted.
    """
    certain = True
    for file in _namesakes(path) if path.exists() else []:
        if file.name.lower() in _read(path):
            wrong = f"{file.name} is next to it, and one of the two is out of date"
            faults.add(path.name, 1, wrong, f"remove {path.name} or {file.name}")
            certain = False
        elif file.suffix.lower() in OTHER_WORKBOOKS:
            what = f"{path.name} is read, and this spreadsheet is not"
            faults.add_notice(file.name, 1, what, f"save it as {path.name} after each change")
    return certain


def _namesakes(path: Path) -> list[Path]:
    """Return the files of another form, or of other capitals, in the order of their names."""
    others = {path.stem + ending for ending in (*OTHER_WORKBOOKS, *TEXTS)}
    forms = _read(path) | others | {f"{path.name}.txt"}
    found = [
        file
        for file in path.parent.iterdir()
        if file.name.lower() in forms and file.name != path.name and file.is_file()
    ]
    # Where the system passes over capitals, one file has both names.
    return sorted(file for file in found if not (path.exists() and file.samefile(path)))


def _read(path: Path) -> set[str]:
    """Return the names under which the file at `path` could be read."""
    if path.suffix in (TABLE, WORKBOOK):
        return {path.stem + TABLE, path.stem + WORKBOOK}
    return {path.name}
