"""Tables as people save them: CSV in UTF-8 or UTF-16, with commas, semicolons or tabs."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from mapping.texts import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from pathlib import Path

    from mapping.errors import Faults

DELIMITERS = (",", ";", "\t")
SAVE_AS = "save it as CSV, UTF-8, with the columns that geodata/README.md lists"


# Cells are text: an empty one is no number, and a cell may list several keys.
Keys = Annotated[tuple[str, ...], BeforeValidator(lambda cell: tuple(str(cell).split()))]
Degrees = Annotated[float | None, BeforeValidator(lambda cell: cell or None)]


class Row(NamedTuple):
    """One row of a table: the line it starts on and its cells by column, stripped."""

    line: int
    cells: dict[str, str]


class Record(BaseModel):
    """A row that has been understood; `line` is where it stands in its file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    line: int


Kind = TypeVar("Kind", bound=Record)
Key = TypeVar("Key")


def read_records(
    path: Path, model: type[Kind], faults: Faults, languages: Collection[str] = LANGUAGES
) -> list[Kind]:
    """Read a table into records, noting every row that does not fit.

    Parameters
    ----------
    path
        A CSV file whose columns are the fields of `model`, in any order.
    model
        What a row must be. A field's description is the remedy in its faults.
    faults
        Receives one fault for each unreadable file, column or cell.
    languages
        Those in which every name must stand; the columns of others may be missing.

    Returns
    -------
    list
        The rows that fit, in the order of the file.
    """
    columns = [name for name in model.model_fields if name != "line"]
    unspoken = set(LANGUAGES) - set(languages)
    context = {"languages": languages}
    records = []
    for row in read_rows(path, columns, unspoken, faults):
        try:
            records.append(model.model_validate({"line": row.line, **row.cells}, context=context))
        except ValidationError as error:
            _note(path.name, row.line, model, error, faults)
    return records


def index(
    file: str, records: Iterable[Kind], key: Callable[[Kind], Key], faults: Faults
) -> dict[Key, Kind]:
    """Give the records by their key, noting every key that stands twice."""
    by_key: dict[Key, Kind] = {}
    for record in records:
        earlier = by_key.setdefault(key(record), record)
        if earlier is not record:
            wrong = f"'{key(record)}' stands in line {earlier.line} too"
            faults.add(file, record.line, wrong, "give each row a key of its own")
    return by_key


def read_rows(
    path: Path, columns: list[str], optional: Collection[str], faults: Faults
) -> list[Row]:
    """Read a table whose header must hold `columns`, but for the `optional` ones among them.

    Blank rows are passed over.
    """
    text = _decode(path, faults)
    if text is None:
        return []
    header = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(DELIMITERS, key=header.count), strict=True)
    lines, start = [], 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                lines.append((start, cells))
            start = reader.line_num + 1
    except csv.Error as error:
        faults.add(path.name, reader.line_num, f"the table breaks off here ({error})", SAVE_AS)
        return []
    if not lines:
        faults.add(path.name, 1, "the table is empty", SAVE_AS)
        return []
    names = [name.strip() for name in lines[0][1]]
    if not _header_fits(path.name, names, columns, optional, faults):
        return []
    return list(_cells(path.name, names, lines[1:], faults))


def _decode(path: Path, faults: Faults) -> str | None:
    try:
        raw = path.read_bytes()
    except OSError:
        wrong = "the file is missing or cannot be read"
        faults.add(path.name, 1, wrong, f"put it into {path.parent}")
        return None
    utf16 = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return raw.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        faults.add(path.name, line, "the text is neither UTF-8 nor UTF-16", SAVE_AS)
        return None


def _header_fits(
    file: str, names: list[str], columns: list[str], optional: Collection[str], faults: Faults
) -> bool:
    before = len(faults.found)
    for name in sorted(set(columns) - set(names) - set(optional)):
        faults.add(file, 1, f"column '{name}' is missing", "add it to the header")
    for name in sorted(set(names) - set(columns)):
        faults.add(file, 1, f"column '{name}' is unknown", f"keep to: {', '.join(columns)}")
    if len(set(names)) < len(names):
        faults.add(file, 1, "a column stands twice", "keep one of the two")
    return len(faults.found) == before


def _cells(
    file: str, names: list[str], lines: list[tuple[int, list[str]]], faults: Faults
) -> Iterator[Row]:
    for line, cells in lines:
        if len(cells) == len(names):
            yield Row(line, {name: cell.strip() for name, cell in zip(names, cells, strict=True)})
        else:
            wrong = f"the row has {len(cells)} cells, the header {len(names)}"
            faults.add(file, line, wrong, "put text that holds a comma between double quotes")


def _note(
    file: str, line: int, model: type[Record], error: ValidationError, faults: Faults
) -> None:
    for detail in error.errors():
        name = str(detail["loc"][0]) if detail["loc"] else "row"
        value = detail["input"] if isinstance(detail["input"], str) else ""
        field = model.model_fields.get(name)
        wrong = f"{name} '{value}' cannot be" if value else f"{name} is wrong ({detail['msg']})"
        faults.add(file, line, wrong, (field and field.description) or "correct the row")
