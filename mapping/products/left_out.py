"""The rows of an organisation's own list that are not on the map, in a table next to the list."""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from typing import TYPE_CHECKING

from mapping.dataset.own_list import LEFT_OUT
from mapping.files.data_folder import LEFT_OUT_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.atlas import Atlas
    from mapping.errors import Fault


def format_left_out(atlas: Atlas) -> str:
    """Return the rows that have no place as CSV: the line of each, and why."""
    out = io.StringIO()
    rows = sorted({(one.line, explain_left_out(one)) for one in atlas.dataset.tables.left_out})
    csv.writer(out, lineterminator="\n").writerows([("line", "reason"), *rows])
    return out.getvalue()


def explain_left_out(one: Fault) -> str:
    """Return why a row is not on the map."""
    column = f"{one.column}: " if one.column else ""
    return f"{column}{one.remedy if one.wrong == LEFT_OUT else f'{one.wrong}; {one.remedy}'}"


def find_left_out(atlas: Atlas) -> Path | None:
    """Return the table next to the list, where there is one that says what is so now."""
    text = format_left_out(atlas)
    for file in {path.with_name(LEFT_OUT_FILE) for path in atlas.dataset.inputs}:
        with suppress(OSError, UnicodeDecodeError):
            if file.read_text(encoding="utf-8") == text:
                return file
    return None


def renew_left_out(data: Path, atlas: Atlas) -> list[Path]:
    """Write the table anew where a data folder has one that says something else; return it then.

    A folder that cannot be written to keeps the one it has: the build's notes say the same.
    """
    file, text = data / LEFT_OUT_FILE, format_left_out(atlas)
    with suppress(OSError, UnicodeDecodeError):
        if file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8", newline="\n")
            return [file]
    return []
