"""From the rows of a table to records: its columns, its cells, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from mapping.cells import swapped
from mapping.errors import Faults, shown
from mapping.grids import SAVE_AS, read_grid
from mapping.headers import read_header
from mapping.texts import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from pydantic.fields import FieldInfo

    from mapping.grids import Grid
    from mapping.headers import Header

PLACE = ("file", "line")
ONE_CELL = "put text that holds a comma between double quotes"


class Row(NamedTuple):
    """One row of a table: where it stands, and its cells by column, cleaned.

    `ragged` says that it has more or fewer cells than the header; they were blank, or are taken
    for blank, as Excel leaves them out. A row that does not fit is likely shifted by one.
    """

    file: str
    line: int
    cells: dict[str, str]
    ragged: str


class Contradiction(NamedTuple):
    """Cells that do not go together: the column to look at, what is wrong, what to do."""

    column: str
    wrong: str
    remedy: str


class Record(BaseModel):
    """A row that has been understood; `file` and `line` are where it stands."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str
    line: int

    @classmethod
    def contradictions(cls, cells: Mapping[str, str]) -> Iterator[Contradiction]:
        """Say where the cells of a row do not go together, each fit in itself or not."""
        latitude, longitude = cells.get("latitude", ""), cells.get("longitude", "")
        if swapped(latitude, longitude):
            remedy = f"write latitude {longitude} and longitude {latitude}"
            yield Contradiction("latitude", "latitude and longitude look swapped", remedy)


Kind = TypeVar("Kind", bound=Record)
Key = TypeVar("Key")


def columns_of(model: type[Record]) -> dict[str, FieldInfo]:
    """Give the columns of a table by name, each as pydantic describes it."""
    return {name: field for name, field in model.model_fields.items() if name not in PLACE}


def remedy_of(field: FieldInfo) -> str:
    """Give what to write into a column, as its model says it."""
    extra = field.json_schema_extra
    return str(extra.get("remedy", "correct it")) if isinstance(extra, dict) else "correct it"


def read_records(
    path: Path, model: type[Kind], faults: Faults, languages: Collection[str] = LANGUAGES
) -> list[Kind]:
    """Read a table into records, noting every row that does not fit.

    Parameters
    ----------
    path
        A CSV file whose columns are the fields of `model`, in any order; or, where it does not
        exist, the name of one in whose place a spreadsheet stands.
    model
        What a row must be. The ``remedy`` of a field stands in its faults.
    faults
        Receives one fault for each unreadable file, column or cell.
    languages
        Those in which every name must stand; the columns of others may be missing.

    Returns
    -------
    list
        The rows that fit, in the order of the file.
    """
    records = []
    optional = set(LANGUAGES) - set(languages)
    context = {"languages": languages}
    for row in read_rows(path, list(columns_of(model)), optional, faults):
        found = Faults()
        for column, wrong, remedy in model.contradictions(row.cells):
            found.add(row.file, row.line, wrong, remedy, column)
        try:
            cells = {"file": row.file, "line": row.line} | row.cells
            record = model.model_validate(cells, context=context)
        except ValidationError as error:
            _note(row, model, error, found)
        if found.found:
            faults.doubtful[path.name].update(row.cells.values())
            if row.ragged:
                found = Faults()
                found.add(row.file, row.line, row.ragged, ONE_CELL)
            faults.found += found.found
        else:
            records.append(record)
    return records


def index(records: Iterable[Kind], key: Callable[[Kind], Key], faults: Faults) -> dict[Key, Kind]:
    """Give the records by their key, noting every key that stands twice."""
    by_key: dict[Key, Kind] = {}
    for record in records:
        of = key(record)
        earlier = by_key.setdefault(of, record)
        if earlier is not record:
            named = " ".join(of) if isinstance(of, tuple) else str(of)
            wrong = f"'{named}' stands in line {earlier.line} too"
            faults.add(record.file, record.line, wrong, "give each row a key of its own")
    return by_key


def read_rows(
    path: Path, columns: list[str], optional: Collection[str], faults: Faults
) -> list[Row]:
    """Read a table whose header must hold `columns`, but for the `optional` ones among them.

    Blank rows are passed over. Other columns are left out, and noted. A table that cannot be read
    has no rows, and its name is among what is `unread`.
    """
    grid = read_grid(path, columns, faults)
    header = None
    if grid and not grid.rows:
        faults.add(grid.file, 1, "the table is empty", SAVE_AS)
    elif grid:
        header = read_header(grid, columns, optional, faults)
    if grid is None or header is None:
        faults.unread.add(path.name)
        return []
    for one in grid.bad:
        faults.add(grid.file, one.line, one.wrong, one.remedy, header.name(one.column))
    return list(_rows(grid, header, faults))


def _rows(grid: Grid, header: Header, faults: Faults) -> Iterator[Row]:
    width, whole = len(header.names), len(grid.rows[0][1])
    for line, cells in grid.rows[1:]:
        count = len(cells)
        ragged = f"the row has {count} cells, the header {width}" if count != whole else ""
        if any(cells[width:]):
            faults.add(grid.file, line, ragged or "a cell has no column", ONE_CELL)
            continue
        padded = cells + [""] * (width - count)
        named = {name: padded[place] for name, place in header.places.items()}
        yield Row(grid.file, line, named, ragged)


def _note(row: Row, model: type[Record], error: ValidationError, faults: Faults) -> None:
    for detail in error.errors():
        column = str(detail["loc"][0])
        cell = row.cells[column]
        wrong = f"{shown(cell)} cannot be" if cell else "the cell is empty"
        faults.add(row.file, row.line, wrong, remedy_of(model.model_fields[column]), column)
