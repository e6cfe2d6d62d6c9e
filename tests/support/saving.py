"""The project's tables as rows, saved again in the forms that spreadsheet programs write."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING, Literal, NamedTuple

from hypothesis import strategies as st
from openpyxl import Workbook

from mapping.dataset.presences import read_presences
from mapping.errors import FaultLog
from mapping.files.data_folder import PRESENCES_FILE
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.dataset.presences import Presence

Rows = list[list[str]]


def own_rows(file: str = PRESENCES_FILE) -> Rows:
    """Return a table of the project's own data, header first."""
    with (GEODATA / file).open(encoding="utf-8", newline="") as text:
        return list(csv.reader(text))


class Dialect(NamedTuple):
    """One way to save a table."""

    delimiter: str = ","
    newline: str = "\n"
    encoding: str = "utf-8"
    mark: bytes = b""
    head: str = ""

    def save(self, rows: Rows) -> bytes:
        """Return the bytes of the file."""
        text = "".join(self._line(row) for row in rows)
        return self.mark + (self.head + text).encode(self.encoding)

    def _line(self, row: list[str]) -> str:
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=self.delimiter, lineterminator="\r\n").writerow(row)
        return out.getvalue().removesuffix("\r\n") + self.newline


def save_sheet(
    path: Path,
    rows: list[list[object]],
    title: str = "presences",
    first: str | None = "Sheet",
    state: Literal["visible", "hidden"] = "visible",
) -> None:
    """Save rows as a sheet of a workbook, behind another one, unless that has no name."""
    book = Workbook()
    if first is None:
        book.remove(book.worksheets[0])
    else:
        book.worksheets[0].title = first
        book.worksheets[0].sheet_state = state
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(row)
    book.active = sheet
    book.save(path)


FORMS = {
    "LibreOffice": Dialect(newline="\r\n"),
    "Google Sheets": Dialect(newline="\r\n"),
    "Numbers": Dialect(delimiter=";", newline="\r\n"),
    "Excel, CSV UTF-8": Dialect(newline="\r\n", mark=codecs.BOM_UTF8),
    "Excel, CSV UTF-8 in Europe": Dialect(delimiter=";", newline="\r\n", mark=codecs.BOM_UTF8),
    "Excel, Unicode text": Dialect("\t", "\r\n", "utf-16-le", codecs.BOM_UTF16_LE),
    "UTF-16, the other way": Dialect("\t", "\r\n", "utf-16-be", codecs.BOM_UTF16_BE),
    "UTF-16 without a mark": Dialect(encoding="utf-16-le"),
    "UTF-16 the other way without a mark": Dialect(encoding="utf-16-be"),
    "Excel for Mac, long ago": Dialect(delimiter=";", newline="\r"),
    "Excel's own first line": Dialect(delimiter=";", newline="\r\n", head="sep=;\r\n"),
}
# What a person types into a cell that is text; spaces at its edges are not kept.
TEXT = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cf", "Z", "Co", "Cn"), exclude_characters="?�")
    | st.sampled_from(' ,;\t"\n\u00a0'),
    max_size=30,
)


def read(folder: Path) -> tuple[list[dict[str, object]], FaultLog]:
    """Read the list of a folder: each row without the line it stands in, and the faults."""
    faults = FaultLog()
    return [values(one) for one in read_presences(folder / PRESENCES_FILE, faults)], faults


def read_bytes(folder: Path, content: bytes) -> tuple[list[dict[str, object]], FaultLog]:
    """Read a list of these bytes."""
    (folder / PRESENCES_FILE).write_bytes(content)
    return read(folder)


def told(faults: FaultLog) -> list[str]:
    """Return the faults, each as its line."""
    return [str(fault) for fault in faults.faults]


def values(presence: Presence) -> dict[str, object]:
    """Return what a row says, wherever it stands."""
    return presence.model_dump(exclude={"file", "line"})
