"""A data folder out of a file: read, columns found, questions answered, written and checked."""

from __future__ import annotations

import csv
import io
import re
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mapping import pipeline
from mapping.dataset.cell_parts import is_given
from mapping.errors import DataError, Fault, FaultLog, WrongUseError, quote
from mapping.files.atomic import replace_all
from mapping.files.data_folder import (
    EDITION_FILE,
    LEFT_OUT_FILE,
    PRESENCES_FILE,
    refuse_taken,
)
from mapping.files.paths import WORDS
from mapping.i18n.catalog import read_languages
from mapping.importing.any_file import RawList, read_any_file
from mapping.importing.country_of_all import find_country, read_country_index
from mapping.importing.guess import Guess, Guesser, is_without_header
from mapping.importing.list_choices import (
    ASKED,
    LEFT_OPEN,
    LIKELY,
    PLACE,
    PLACES,
    ListChoices,
    option_of,
)
from mapping.importing.list_language import find_language, note_language
from mapping.importing.projected import find_exchanged, find_projected
from mapping.importing.uncertain import (
    find_uncertain,
    names_several,
    note_taken,
    summarize,
)
from mapping.importing.write_edition import Settings, find_categories, only_category, write_edition
from mapping.products.left_out import format_left_out

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mapping.atlas import Atlas
    from mapping.importing.uncertain import Uncertain

PLACING = {"country", "city", "latitude", "position"}  # one of these columns places a row
SEPARABLE = ("city", "country")
NO_COLUMN = "{file} has no column '{name}'; it has {names}"
NOTHING_PLACED = "no row has a place: neither a country, a city nor a point is recognised"
ALL_LEFT_OUT = "no row has a place: each is left out for what the notes say"
MEND_THEM = "mend that in the file, then try again"
NAME_THEM = (
    f"say which column has countries ({option_of('country_column')}), or see docs/another-list.md"
)


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
    """A data folder that was made: its files, its places and rows left out, what was supposed."""

    files: list[Path]
    atlas: Atlas
    taken: tuple[Fault, ...]


def read_list(path: Path, encoding: str = "", sheet: str = "") -> FoundList:
    """Read a file, and find out which of its columns is which.

    `encoding` is that of a text, `sheet` the one of a workbook; else what is likely is taken.
    """
    raw, countries = read_any_file(path, encoding, sheet), read_country_index()
    if is_without_header(raw, countries):
        numbered = [f"column {number + 1}" for number in range(len(raw.columns))]
        raw = raw._replace(columns=numbered, rows=[raw.columns, *raw.rows])
    return FoundList(path, raw, Guesser(raw, countries).guess())


def find_columns(raw: RawList, name: str) -> FoundList:
    """Return a list that is no file with what its columns are likely to be; `name` is its own."""
    return FoundList(Path(name), raw, Guesser(raw, read_country_index()).guess())


def open_questions(found: FoundList, choices: ListChoices) -> list[ListQuestion]:
    """Return what the file leaves open, each with what may be expected; the first matter most."""
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
    if not choices.several and _names_several(found):
        text = "Several cities in a cell are"
        questions.append(ListQuestion("several", text, PLACES, (PLACES, PLACE)))
    if not choices.uncertain and (open_texts := list_uncertain(found, choices)):
        text = f"Not certain: {summarize(open_texts)}. These are"
        questions.append(ListQuestion("uncertain", text, LIKELY, (LIKELY, ASKED, LEFT_OPEN)))
    return questions


def list_uncertain(found: FoundList, choices: ListChoices) -> list[Uncertain]:
    """Return the countries and cities that the list does not name for certain."""
    columns, country = _columns(found, choices), find_country(choices.within)
    return find_uncertain(found.raw, columns, read_country_index(), country)


def create_list(
    folder: Path, found: FoundList, choices: ListChoices, progress: Callable[[str], None]
) -> NewList:
    """Write a data folder, checked; nothing where anything is wrong, or no row has a place.

    Raises
    ------
    DataError
        No row can be placed, or the folder would have a fault.
    """
    refuse_taken(folder)
    with tempfile.TemporaryDirectory() as scratch:
        made = write_list(Path(scratch), found, choices, progress)
        contents = {path.name: path.read_bytes() for path in made.files}
    folder.mkdir(parents=True, exist_ok=True)
    replace_all(folder, contents)
    return made._replace(files=[folder / name for name in contents])


def write_list(
    folder: Path, found: FoundList, choices: ListChoices, progress: Callable[[str], None]
) -> NewList:
    """Write a data folder into one that is the program's own, and check it there.

    Raises
    ------
    DataError
        No row can be placed, or the folder has a fault.
    WrongUseError
        A column that was named is not in the file.
    """
    answers, taken = _answer(found, choices)
    settings = _settings(found, choices)._replace(answers=answers)
    if not settings.country and not PLACING & set(settings.columns):
        unread = [replace(one, file=found.path.name) for one in find_projected(found.raw)]
        nothing = Fault(found.path.name, 1, NOTHING_PLACED, NAME_THEM)
        raise DataError(unread or [nothing])
    _refuse_exchanged(found, settings)
    made = {
        PRESENCES_FILE: _table([found.raw.columns, *found.raw.rows]),
        EDITION_FILE: write_edition(settings),
    }
    _write(folder, made)
    atlas = pipeline.check(folder, progress)
    if not atlas.places:
        raise DataError([Fault(found.path.name, 1, ALL_LEFT_OUT, MEND_THEM)], atlas.notices)
    left_out = {LEFT_OUT_FILE: format_left_out(atlas)}
    _write(folder, left_out)
    files = [folder / name for name in (made | left_out)]
    named = (
        []
        if choices.language
        else note_language(settings.source, settings.language, found.raw, settings.columns)
    )
    notes = (*_note_sheets(found), *_note_unread(found, settings), *named)
    return NewList(files, atlas, (*notes, *taken))


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _note_sheets(found: FoundList) -> list[Fault]:
    """Return the note that one of several sheets with a table was taken, where none was named."""
    read, *others = map(quote, found.raw.sheets or ("",))
    what = f"the sheet {read} is read, and not {', '.join(others)}"
    return (
        [Fault(found.path.name, 1, what, "name another where that is the list")] if others else []
    )


def _note_unread(found: FoundList, settings: Settings) -> list[Fault]:
    """Return the note on points that are in no degrees, where rows have a place otherwise."""
    if {"latitude", "position"} & set(settings.columns):
        return []
    return [replace(one, file=PRESENCES_FILE) for one in find_projected(found.raw)]


def _refuse_exchanged(found: FoundList, settings: Settings) -> None:
    """Raise a `DataError` where the columns of latitude and longitude are likely exchanged."""
    columns = settings.columns
    if "latitude" in columns:
        faults = find_exchanged(found.raw, columns["latitude"], columns["longitude"])
        if faults:
            raise DataError([replace(one, file=found.path.name) for one in faults])


def _answer(
    found: FoundList, choices: ListChoices
) -> tuple[dict[str, dict[str, str]], list[Fault]]:
    """Return what uncertain texts mean, by table, and a note of each that was only supposed."""
    tables: dict[str, dict[str, str]] = {"countries": {}, "cities": {}}
    taken = []
    for one in list_uncertain(found, choices):
        answer = choices.answers.get((one.column, one.asked))
        supposed = one.likely if answer is None and choices.uncertain != LEFT_OPEN else ""
        if supposed:
            taken.append(note_taken(one, supposed))
        if supposed or answer is not None:
            table = tables["cities" if one.column == "city" else "countries"]
            table[one.asked] = one.meanings.get(supposed or answer or "", "")
    return tables, taken


def _columns(found: FoundList, choices: ListChoices) -> dict[str, str]:
    """Return the columns of a list by what they are, those that were named among them.

    Raises
    ------
    WrongUseError
        A column that was named is not in the list.
    """
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
    return columns


def _settings(found: FoundList, choices: ListChoices) -> Settings:
    columns = _columns(found, choices)
    words = read_languages(WORDS, FaultLog())
    language = choices.language or find_language(found.raw, columns)
    categories = only_category(words)
    if "category" in columns:
        number = found.raw.columns.index(columns["category"])
        values = [row[number] if is_given(row[number]) else "" for row in found.raw.rows]
        categories = find_categories(values, language, words)
    separate = () if choices.several == PLACE or not _names_several(found) else SEPARABLE
    return Settings(
        source=found.path.name,
        title=choices.title or _title(found.path),
        language=language,
        columns=columns,
        separate=tuple(key for key in separate if key in columns),
        country=find_country(choices.within),
        categories=categories,
    )


def _names_several(found: FoundList) -> bool:
    """Whether a row without a point of its own names several cities or countries."""
    return names_several(found.raw, found.guess.columns, read_country_index())


def _title(path: Path) -> str:
    words = re.sub(r"[\s_.-]+", " ", path.stem).strip()
    return words[:1].upper() + words[1:]


def _table(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
