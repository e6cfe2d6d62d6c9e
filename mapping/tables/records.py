"""From the rows of a table to records: its columns, and what is wrong with their cells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError

from mapping.errors import FaultLog, quote
from mapping.files.cache import cached
from mapping.files.row_memory import recall
from mapping.i18n.localized import LANGUAGES
from mapping.tables.cells import REPEATED, is_null_position, looks_swapped
from mapping.tables.raw_table import TABLES_KEPT, read_raw_table
from mapping.tables.rows import ONE_CELL, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from pydantic.fields import FieldInfo

    from mapping.files.row_memory import RowMemory
    from mapping.tables.raw_table import RawTable
    from mapping.tables.rows import Row

LOCATION_FIELDS = ("file", "line")
KEPT_ROWS = 5_000  # of a longer table the records are its own


class Contradiction(NamedTuple):
    """Cells that do not go together: the column to look at, what is wrong, what to do."""

    column: str
    wrong: str
    remedy: str


class Record(BaseModel):
    """A row that has been understood; `file` and `line` say where it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str
    line: int

    @classmethod
    def contradictions(cls, cells: Mapping[str, str]) -> Iterator[Contradiction]:
        """Yield where the cells of a row do not go together, each valid in itself or not."""
        latitude, longitude = cells.get("latitude", ""), cells.get("longitude", "")
        if looks_swapped(latitude, longitude):
            remedy = f"write latitude {longitude} and longitude {latitude}, or correct the latitude"
            yield Contradiction("latitude", "latitude and longitude look swapped", remedy)
        if is_null_position(latitude, longitude) and not cells.get("position_confirmed"):
            remedy = "write the degrees, or leave latitude and longitude empty"
            yield Contradiction("latitude", "0, 0 is an empty position", remedy)


RecordT = TypeVar("RecordT", bound=Record)
KeyT = TypeVar("KeyT")


def columns_of(model: type[Record]) -> dict[str, FieldInfo]:
    """Return the columns of a table by name, each as pydantic describes it.

    Fields that are excluded are no columns: whoever reads the table fills them in.
    """
    return {
        name: field
        for name, field in model.model_fields.items()
        if name not in LOCATION_FIELDS and not field.exclude
    }


def remedy_of(field: FieldInfo) -> str:
    """Return what to write into a column, as its model says it."""
    extra = field.json_schema_extra
    return str(extra.get("remedy", "correct it")) if isinstance(extra, dict) else "correct it"


def column_words(model: type[Record], kind: str) -> dict[str, str]:
    """Return what the columns say under one of the keys that a model gives them, by column."""
    extras = {name: field.json_schema_extra for name, field in columns_of(model).items()}
    return {
        name: str(extra[kind])
        for name, extra in extras.items()
        if isinstance(extra, dict) and kind in extra
    }


def holds_several(field: FieldInfo) -> bool:
    """Whether a cell of a column holds several keys."""
    return get_origin(field.annotation) is tuple


def is_optional(field: FieldInfo) -> bool:
    """Whether a table may be without the column, as if it were empty."""
    extra = field.json_schema_extra
    return isinstance(extra, dict) and extra.get("optional") is True


def is_packaged(field: FieldInfo) -> bool:
    """Whether the project's own tables have a column that another list may be without."""
    extra = field.json_schema_extra
    return isinstance(extra, dict) and extra.get("packaged") is True


def read_records(
    path: Path,
    model: type[RecordT],
    faults: FaultLog,
    languages: Collection[str] = LANGUAGES,
    memory: RowMemory | None = None,
) -> list[RecordT]:
    """Read a table into records, noting every row that does not fit.

    Parameters
    ----------
    path
        A CSV file whose columns are the fields of `model`, in any order; or, where it does not
        exist, the name of one whose place a spreadsheet takes.
    model
        What a row must be. The ``remedy`` of a field is part of its faults.
    faults
        Receives one fault for each unreadable file, column or cell.
    languages
        Those that every name must have; the columns of others may be missing.
    memory
        What was made of the rows when they were read before, where that is kept.

    Returns
    -------
    list
        The rows that fit, in the order of the file.
    """
    grid = read_raw_table(path, [*columns_of(model)], faults)
    if grid is None:
        faults.unreadable_tables.add(path.name)
        return []
    spoken = frozenset(languages)
    if memory is None and len(grid.rows) <= KEPT_ROWS:
        records, found = _read_once(grid, path.name, model, spoken)
        _add(found, faults)
        return [*cast("Sequence[RecordT]", records)]
    rows = _rows_for(model, grid, path.name, spoken, faults)
    del grid  # of a long list it is as large as all the rest
    return _read(rows, path.name, model, spoken, faults, memory=memory)


@cached(TABLES_KEPT)
def _read_once(
    grid: RawTable, table: str, model: type[Record], languages: frozenset[str]
) -> tuple[Sequence[Record], FaultLog]:
    """Return the records of a table, and what is wrong with the others of its rows."""
    found = FaultLog()
    rows = _rows_for(model, grid, table, languages, found)
    return _read(rows, table, model, languages, found), found


def _rows_for(
    model: type[Record], grid: RawTable, table: str, languages: frozenset[str], faults: FaultLog
) -> list[Row]:
    columns = columns_of(model)
    optional = {
        *set(LANGUAGES) - languages,
        *filter(lambda name: is_optional(columns[name]), columns),
    }
    return rows_of(grid, table, list(columns), optional, faults)


def _read(  # noqa: PLR0913 (of rows what `read_records` takes of a file)
    rows: list[Row],
    table: str,
    model: type[RecordT],
    languages: frozenset[str],
    faults: FaultLog,
    *,
    memory: RowMemory | None = None,
) -> list[RecordT]:
    def read(new: list[Row]) -> Iterator[RecordT | FaultLog]:
        return (_record_or_faults(row, model, languages) for row in new)

    stage = table, *(rows[0].cells if rows else ())
    records = []
    found: list[RecordT | FaultLog] = recall(memory, stage, rows, read, _all_of, put=_put)
    for row, made in zip(rows, found, strict=True):
        if isinstance(made, FaultLog):
            faults.doubt(table, row.cells.values())
            faults.faults += made.faults
        else:
            records.append(made)
    return records


def _all_of(row: Row) -> tuple[object, ...]:
    """Return all that a row of a table says, wherever it is; `_read` knows the columns."""
    return row.ragged, row.lost, *row.cells.values()


def _put(made: RecordT | FaultLog, row: Row) -> RecordT | FaultLog:
    """Return what was made of a row, on the line on which it is now."""
    if isinstance(made, FaultLog):
        return FaultLog([replace(fault, line=row.line) for fault in made.faults])
    return made if made.line == row.line else like(made, line=row.line)


def _record_or_faults(
    row: Row, model: type[RecordT], languages: frozenset[str]
) -> RecordT | FaultLog:
    found = FaultLog()
    record = read_record(row, model, languages, found)
    if record and not found.faults and not row.lost:
        return record
    if row.ragged:
        found = FaultLog()
        found.add(row.file, row.line, row.ragged, ONE_CELL)
    return found


def _add(found: FaultLog, faults: FaultLog) -> None:
    """Add to `faults` all that was found; what is kept is not changed."""
    faults.faults += found.faults
    faults.notices += found.notices
    faults.unreadable_tables |= found.unreadable_tables
    for file, words in found.unverified_cells.items():
        faults.unverified_cells[file] |= words


def read_record(
    row: Row, model: type[RecordT], languages: Collection[str], found: FaultLog
) -> RecordT | None:
    """Return a row as a record, or note what keeps it from being one."""
    for column, wrong, remedy in () if row.lost else model.contradictions(row.cells):
        found.add(row.file, row.line, wrong, remedy, column, cause=wrong)
    try:
        cells = {"file": row.file, "line": row.line} | row.cells
        return model.model_validate(cells, context={"languages": languages})
    except ValidationError as error:
        _note(row, model, error, found)
        return None


def like(record: RecordT, **values: object) -> RecordT:
    """Return a record like another but for some values, which are valid already.

    A long list has very many rows of which only a few cells differ: nothing is checked again.
    """
    made = type(record).__new__(type(record))
    made.__setstate__({**record.__getstate__(), "__dict__": {**record.__dict__, **values}})
    return made


def index_by(
    records: Iterable[RecordT], key: Callable[[RecordT], KeyT], faults: FaultLog
) -> dict[KeyT, RecordT]:
    """Return the records by their key, noting every key that is used twice."""
    by_key: dict[KeyT, RecordT] = {}
    for record in records:
        of = key(record)
        earlier = by_key.setdefault(of, record)
        if earlier is not record:
            named = " ".join(of) if isinstance(of, tuple) else str(of)
            wrong = f"'{named}' is already used in line {earlier.line}"
            remedy = "give each row a key of its own"
            faults.add(record.file, record.line, wrong, remedy, cause="used twice")
    return by_key


def _note(row: Row, model: type[Record], error: ValidationError, faults: FaultLog) -> None:
    for detail in error.errors():
        column = str(detail["loc"][0])
        if column in row.lost:
            continue
        cell = row.cells[column]
        wrong = f"{quote(cell)} is not allowed" if cell else "the cell is empty"
        remedy = remedy_of(model.model_fields[column])
        if detail["type"] == REPEATED.type:
            wrong, remedy = f"{quote(cell)} has a key twice", "write each once"
        faults.add(
            row.file, row.line, wrong, remedy, column, cause="is not allowed" if cell else ""
        )
