"""The files of a data folder that are edited here, as tables; and why some cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapping.dataset.names import Name
from mapping.dataset.own_columns import read_columns
from mapping.dataset.presences import Presence
from mapping.dataset.sources import Source
from mapping.editor.footnotes import read_footnotes
from mapping.editor.table import parse_table
from mapping.errors import BrokenTableError, UndecodableError
from mapping.files.data_folder import EDITION_FILE, NAMES_FILE, PRESENCES_FILE, SOURCES_FILE
from mapping.tables.raw_table import table_path
from mapping.tables.records import columns_of, is_optional

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.edition.edition import Edition
    from mapping.editor.draft import Table, Tables
    from mapping.tables.records import Record

MODELS: dict[str, type[Record]] = {
    PRESENCES_FILE: Presence,
    NAMES_FILE: Name,
    SOURCES_FILE: Source,
}
KEYS = {PRESENCES_FILE: ("id",), NAMES_FILE: ("kind", "key"), SOURCES_FILE: ("id",)}
A_SPREADSHEET = (
    "{file} is a spreadsheet, and only CSV files are written here: edit it in the program that "
    "made it, or save its sheet as {csv} (CSV UTF-8) and move {file} out of the folder"
)
NO_EDITION = "footnotes cannot be changed: there are faults in edition.toml"
MISSING = "{file} is missing"
UNREADABLE = "{file}, line {line}: {wrong}; {remedy}"
BROKEN = "{file}, line {line}: the table breaks off here ({wrong}); correct the file by hand"


class DataFiles(NamedTuple):
    """The files that can be edited, as tables, and a sentence for each that cannot be."""

    tables: Tables
    refusals: dict[str, str]


def read_files(folder: Path, edition: Edition | None) -> DataFiles:
    """Read the files of a folder.

    Raises
    ------
    OSError
        One of them cannot be read.
    """
    found = DataFiles({}, {})
    for name in MODELS:
        file = table_path(folder / name)
        if file.name != name:
            found.refusals[name] = A_SPREADSHEET.format(file=file.name, csv=name)
        elif not file.is_file():
            found.refusals[name] = MISSING.format(file=name)
        else:
            _add(found, name, parse_file(name, file.read_bytes(), edition))
    if edition is not None and not edition.is_own_list:
        raw = (folder / EDITION_FILE).read_bytes()
        _add(found, EDITION_FILE, parse_file(EDITION_FILE, raw, edition))
    return found


def list_names(edition: Edition | None) -> list[str]:
    """Return the names of the columns that the list is known by."""
    if edition is not None and edition.is_own_list:
        return list(read_columns(edition).values())
    return list(columns_of(Presence))


def parse_file(name: str, raw: bytes, edition: Edition | None) -> Table | str:
    """Return the table of a file with this content, or why it cannot be edited."""
    if name == EDITION_FILE:
        return read_footnotes(raw.decode(), edition.metadata.languages) if edition else NO_EDITION
    fields = columns_of(MODELS[name])
    columns, keys = list(fields), KEYS[name]
    optional = [column for column, field in fields.items() if is_optional(field)]
    if name == PRESENCES_FILE and edition is not None and edition.is_own_list:
        columns, optional = list_names(edition), []
        keys = (read_columns(edition).get("id", ""),)
    try:
        return parse_table(raw, columns, optional, keys)
    except UndecodableError as error:
        return UNREADABLE.format(file=name, line=error.line, wrong=error.wrong, remedy=error.remedy)
    except BrokenTableError as error:
        return BROKEN.format(file=name, line=error.line, wrong=error)


def _add(found: DataFiles, name: str, read: Table | str) -> None:
    if isinstance(read, str):
        found.refusals[name] = read
    else:
        found.tables[name] = read
