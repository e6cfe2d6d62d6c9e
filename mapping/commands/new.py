"""The command that starts a data folder, out of a file where one is named."""

from __future__ import annotations

import gc
import shlex
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mapping.commands.console import (
    is_interactive,
    print_completeness,
    print_faults,
    reporting_a_stop,
    reporting_faults,
    show_progress,
)
from mapping.commands.fault_formats import ReportFormat
from mapping.commands.options import (
    LanguageOption,
    ListFileOption,
    MapFolderOption,
    NewFolderArgument,
)
from mapping.errors import NOTHING_WRITTEN
from mapping.files.data_folder import EDITION_FILE, LEFT_OUT_FILE, refuse_taken

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.importing.list_choices import ListChoices
    from mapping.importing.new_list import FoundList, NewList

MOST_QUESTIONS = 3
UNFINISHED = "remove what was begun of it, then try again"


def new(  # noqa: PLR0913 (an option each)
    folder: NewFolderArgument,
    *,
    file: ListFileOption = None,
    title: Annotated[str, typer.Option(help="Title of the map.")] = "",
    name_column: Annotated[str, typer.Option(help="The column of the places' names.")] = "",
    category_column: Annotated[str, typer.Option(help="The column of their categories.")] = "",
    country_column: Annotated[str, typer.Option(help="The column of their countries.")] = "",
    within: Annotated[
        str, typer.Option(help="The country of all rows that name none.", metavar="COUNTRY")
    ] = "",
    several: Annotated[
        str,
        typer.Option(
            help="Several cities in a cell are several places, or one.", metavar="places|place"
        ),
    ] = "",
    uncertain: Annotated[
        str,
        typer.Option(
            help="Namesakes, and countries that are not known for certain, are taken for what is "
            "likely, asked one by one, or left open.",
            metavar="likely|asked|open",
        ),
    ] = "",
    sheet: Annotated[str, typer.Option(help="The sheet or layer that holds the list.")] = "",
    encoding: Annotated[
        str,
        typer.Option(help="The encoding of a text that is not UTF-8, such as windows-1252."),
    ] = "",
    lang: LanguageOption = None,
    output: MapFolderOption = None,
    yes: Annotated[bool, typer.Option("--yes", help="Take what is likely; ask nothing.")] = False,
    no_build: Annotated[bool, typer.Option("--no-build", help="Make the folder alone.")] = False,
) -> None:
    """Make a data folder for another list: out of a file, and its map; or empty, to start from."""
    gc.disable()  # as in `build`
    if file is None:
        _start_empty(folder)
        return
    from mapping.importing.list_choices import ListChoices
    from mapping.importing.new_list import create_list, read_list

    with reporting_faults(ReportFormat.text, folder, kept=NOTHING_WRITTEN), reporting_a_stop():
        choices = ListChoices(
            title, name_column, category_column, country_column, several, uncertain, lang, within
        )
        refuse_taken(folder)
        encoding = encoding or _ask_encoding(file, yes=yes)
        found, most = read_list(file, encoding, sheet), MOST_QUESTIONS
        if len(found.raw.sheets) > 1 and not yes:
            found, most = read_list(file, encoding, _ask_sheet(found.raw.sheets)), most - 1
        choices = choices if yes else _ask(found, choices, most)
        choices = _ask_one_by_one(found, choices)
        with show_progress() as progress:
            made = create_list(folder, found, choices, progress)
    _print_outcome(folder, found, made, encoding)
    if no_build:
        _say_how_to_go_on(folder)
    else:
        _build(folder, output or folder.with_name(f"{folder.name}-map"))


def _print_outcome(folder: Path, found: FoundList, made: NewList, encoding: str) -> None:
    """Print what was noted and written, and how many rows have a place."""
    print_faults(ReportFormat.text, folder, (), [*made.taken, *made.atlas.notices])
    for path in made.files:
        typer.echo(f"wrote {path}")
    if encoding:
        columns = ", ".join(found.raw.columns)
        typer.echo(f"read as {encoding}: {columns}; where these are wrong, give --encoding")
    rows, left = len(found.raw.rows), len(made.atlas.dataset.tables.left_out)
    each = f": {folder / LEFT_OUT_FILE} has each" if left else ""
    typer.echo(f"{rows} rows: {len(made.atlas.places)} places on the map, {left} left out{each}")


def _ask_encoding(file: Path, *, yes: bool) -> str:
    """Return the encoding of a text that is likely and, at a terminal, confirmed.

    There is none where it needs no guess, or several are as likely and nobody can be asked.
    """
    from mapping.importing.any_file import find_encodings, refuse_encoding

    likely = find_encodings(file)
    if likely and not yes and is_interactive():
        from mapping.commands import prompts

        text = f"The text is not UTF-8 but likely {' or '.join(likely)}. Its encoding is"
        return prompts.ask_text(text, likely[0], partial(refuse_encoding, file))
    return likely[0] if yes and len(likely) == 1 else ""


def _ask_sheet(sheets: tuple[str, ...]) -> str:
    """Return the sheet that holds the list; the first is likely.

    Raises
    ------
    BadParameter
        There is no terminal to ask at.
    """
    if not is_interactive():
        names = " or ".join(f"--sheet {shlex.quote(name)}" for name in sheets)
        message = f"there is no terminal to ask at: give {names}, or --yes for the first"
        raise typer.BadParameter(message)
    from mapping.commands import prompts

    return prompts.ask_choice("Which sheet holds the list", sheets[0], sheets)


def _start_empty(folder: Path) -> None:
    from mapping.adding.new_folder import create_data_folder

    with reporting_faults(ReportFormat.text, folder, kept=UNFINISHED):
        written = create_data_folder(folder)
    for path in written:
        typer.echo(f"wrote {path}")
    typer.echo(f"edit {folder / EDITION_FILE}, then: presence-map build --data {folder}")


def _ask(found: FoundList, choices: ListChoices, most: int) -> ListChoices:
    """Return the choices with what had to be asked; print what is open beyond the `most` of it.

    Raises
    ------
    BadParameter
        Something is to be asked, and there is no terminal to ask at.
    """
    from mapping.importing.list_choices import option_of
    from mapping.importing.new_list import open_questions

    every = open_questions(found, choices)
    questions, others = every[:most], every[most:]
    if questions and not is_interactive():
        options = ", ".join(option_of(one.field) for one in questions)
        message = f"there is no terminal to ask at: give {options}, or --yes for what is likely"
        raise typer.BadParameter(message)
    from mapping.commands import prompts

    answers: dict[str, Any] = {
        one.field: prompts.ask_choice(one.text, one.default, one.choices)
        if one.choices
        else prompts.ask_text(one.text, one.default)
        for one in questions
    }
    for one in others:
        option = f"{option_of(one.field)} {' or '.join(one.choices)}"
        typer.echo(f"not asked: {one.text}: {one.default} is taken; {option} says otherwise")
    return replace(choices, **answers)


def _ask_one_by_one(found: FoundList, choices: ListChoices) -> ListChoices:
    """Return the choices with what each uncertain text means, asked once a text if so chosen.

    Raises
    ------
    BadParameter
        There is no terminal to ask at.
    """
    from mapping.importing.list_choices import ASKED
    from mapping.importing.new_list import list_uncertain
    from mapping.importing.uncertain import NONE

    if choices.uncertain != ASKED:
        return choices
    if not is_interactive():
        message = "there is no terminal to ask at: give --uncertain likely or open"
        raise typer.BadParameter(message)
    from mapping.commands import prompts

    answers = {}
    for one in list_uncertain(found, choices):
        text = f"{one.column.capitalize()} {one.where} is"
        given = prompts.ask_choice(text, one.likely or NONE, [*one.meanings, NONE])
        answers[one.column, one.asked] = "" if given == NONE else given
    return replace(choices, answers=answers)


def _build(folder: Path, output: Path) -> None:
    from mapping import pipeline
    from mapping.products.manifest import MAP_FILE

    with reporting_faults(ReportFormat.text, folder), show_progress() as progress:
        atlas, _ = pipeline.build(folder, output, progress)
    typer.echo(f"wrote {output / MAP_FILE}")
    print_completeness(atlas)
    _say_how_to_go_on(folder, output)


def _say_how_to_go_on(folder: Path, output: Path | None = None) -> None:
    where = f" --output {shlex.quote(str(output))}" if output else ""
    typer.echo(
        f"to go on: edit {folder / EDITION_FILE}, then: "
        f"presence-map build --data {shlex.quote(str(folder))}{where}"
    )
