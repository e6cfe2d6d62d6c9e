"""A data folder out of a file: read, columns found, questions answered, written and checked."""

from __future__ import annotations

import csv
import io
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mapping import pipeline
from mapping.dataset.countries import read_countries
from mapping.dataset.country_names import read_country_names
from mapping.dataset.own_list import LEFT_OUT
from mapping.dataset.place_finder import is_given
from mapping.dataset.vocabulary import index_countries
from mapping.errors import DataError, Fault, FaultLog, WrongUseError
from mapping.files.data_folder import (
    COUNTRIES_FILE,
    COUNTRY_NAMES_FILE,
    EDITION_FILE,
    PRESENCES_FILE,
    refuse_taken,
)
from mapping.files.paths import WORDS, packaged_folder
from mapping.i18n.catalog import read_languages
from mapping.i18n.localized import REFERENCE
from mapping.importing.any_file import RawList, read_any_file
from mapping.importing.guess import Guess, Guesser, several
from mapping.importing.write_edition import Settings, find_kinds, only_kind, write_edition

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapping.atlas import Atlas
    from mapping.dataset.country_index import CountryIndex

LEFT_OUT_FILE = "left-out.csv"
PLACING = {"country", "city", "latitude", "position"}  # one of these columns places a row
SEPARABLE = ("city", "country")
PLACES, PLACE = "places", "place"
NO_COLUMN = "{file} has no column '{name}'; it has {names}"
NOTHING_PLACED = "no row has a place: neither a country, a city nor a point is recognised"
NAME_THEM = "say which column has countries (--country-column), or see docs/another-list.md"


@dataclass(frozen=True)
class ListChoices:
    """What somebody decided of a new list; empty where nothing was said."""

    title: str = ""
    name_column: str = ""
    category_column: str = ""
    country_column: str = ""
    several: str = ""
    language: str = REFERENCE


class ListQuestion(NamedTuple):
    """Something that the file does not say for certain: a field of `ListChoices`."""

    field: str
    text: str
    default: str
    choices: tuple[str, ...] = ()


class FoundList(NamedTuple):
    """A file as it was read, and what its columns are likely to be."""

    path: Path
    raw: RawList
    guess: Guess


class NewList(NamedTuple):
    """A data folder that was made: its files, and the places and rows left out of it."""

    files: list[Path]
    atlas: Atlas


def read_list(path: Path) -> FoundList:
    """Read a file, and find out which of its columns is which.

    Raises
    ------
    DataError
        The file cannot be read as what it says it is, or holds no rows.
    OSError
        There is no such file.
    WrongUseError
        It is of a kind that no list is read out of.
    """
    raw, countries = read_any_file(path), _countries()
    if any(len(countries.keys_named(name)) == 1 for name in raw.columns):
        numbered = [f"column {number + 1}" for number in range(len(raw.columns))]
        raw = RawList(numbered, [raw.columns, *raw.rows])  # the first row is one of the list
    return FoundList(path, raw, Guesser(raw, countries).guess())


def find_columns(raw: RawList, name: str) -> FoundList:
    """Return a list that is no file with what its columns are likely to be; `name` is its own."""
    return FoundList(Path(name), raw, Guesser(raw, _countries()).guess())


def open_questions(found: FoundList, choices: ListChoices) -> list[ListQuestion]:
    """Return what is still to be asked, each with what may be expected: three at the most."""
    guess = found.guess
    questions = []
    if not choices.title:
        questions.append(ListQuestion("title", "Title of the map", _title(found.path)))
    if not choices.category_column and len(guess.categories) > 1:
        text = "Which column is the category"
        questions.append(
            ListQuestion("category_column", text, guess.categories[0], guess.categories)
        )
    if not choices.name_column and len(guess.names) > 1:
        text = "Which column is the name of a place"
        questions.append(ListQuestion("name_column", text, guess.names[0], guess.names))
    elif not choices.several and _names_several(found):
        text = "Several cities in a cell are"
        questions.append(ListQuestion("several", text, PLACES, (PLACES, PLACE)))
    return questions


def create_list(
    folder: Path, found: FoundList, choices: ListChoices, progress: Callable[[str], None]
) -> NewList:
    """Write a data folder, checked; nothing where anything is wrong, or no row has a place.

    Raises
    ------
    DataError
        No row can be placed, or the folder would have a fault.
    WrongUseError
        There is something in the folder already, or a column that was named is not in the file.
    """
    refuse_taken(folder)
    settings = _settings(found, choices)
    if not PLACING & set(settings.columns):
        raise DataError([Fault(found.path.name, 1, NOTHING_PLACED, NAME_THEM)])
    made = {PRESENCES_FILE: _table([found.raw.columns, *found.raw.rows])}
    made[EDITION_FILE] = write_edition(settings)
    with tempfile.TemporaryDirectory() as scratch:
        for name, text in made.items():
            (Path(scratch) / name).write_text(text, encoding="utf-8", newline="\n")
        atlas = pipeline.check(Path(scratch), progress)
    if not atlas.places:
        raise DataError([Fault(found.path.name, 1, NOTHING_PLACED, NAME_THEM)], atlas.notices)
    left_out = [(str(one.line), explain_left_out(one)) for one in atlas.dataset.tables.left_out]
    made[LEFT_OUT_FILE] = _table([["line", "reason"], *map(list, sorted(left_out, key=_line))])
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return NewList([folder / name for name in made], atlas)


def _settings(found: FoundList, choices: ListChoices) -> Settings:
    columns = dict(found.guess.columns)
    for key, name in (
        ("name", choices.name_column),
        ("category", choices.category_column),
        ("country", choices.country_column),
    ):
        if name and name not in found.raw.columns:
            names = ", ".join(found.raw.columns)
            raise WrongUseError(NO_COLUMN.format(file=found.path, name=name, names=names))
        columns |= {key: name} if name else {}
    words = read_languages(WORDS, FaultLog())
    kinds = only_kind(words)
    if "category" in columns:
        number = found.raw.columns.index(columns["category"])
        values = [row[number] if is_given(row[number]) else "" for row in found.raw.rows]
        kinds = find_kinds(values, choices.language, words)
    separate = () if choices.several == PLACE or not _names_several(found) else SEPARABLE
    return Settings(
        source=found.path.name,
        title=choices.title or _title(found.path),
        language=choices.language,
        columns=columns,
        separate=tuple(key for key in separate if key in columns),
        kinds=kinds,
    )


def _names_several(found: FoundList) -> bool:
    """Whether a cell of the columns of cities or countries may name several."""
    numbers = [
        found.raw.columns.index(found.guess.columns[key])
        for key in SEPARABLE
        if key in found.guess.columns
    ]
    return any(several(row[number] for row in found.raw.rows) for number in numbers)


def _countries() -> CountryIndex:
    """Return what people write for a country."""
    folder, faults = packaged_folder(), FaultLog()
    listed = read_countries(folder / COUNTRIES_FILE, faults)
    others = read_country_names(folder / COUNTRY_NAMES_FILE, faults)
    return index_countries(listed, others, REFERENCE)


def _title(path: Path) -> str:
    words = re.sub(r"[\s_.-]+", " ", path.stem).strip()
    return words[:1].upper() + words[1:]


def explain_left_out(one: Fault) -> str:
    """Return why a row is not on the map."""
    column = f"{one.column}: " if one.column else ""
    return f"{column}{one.remedy if one.wrong == LEFT_OUT else f'{one.wrong}; {one.remedy}'}"


def _line(row: tuple[str, str]) -> int:
    return int(row[0])


def _table(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
