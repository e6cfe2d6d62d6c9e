"""The command that adds a presence to the list."""

from __future__ import annotations

import shlex
from enum import Enum, auto
from typing import TYPE_CHECKING, Annotated

import typer

from mapping.commands.column_options import option_name, with_column_options
from mapping.commands.console import (
    is_interactive,
    print_faults,
    print_fields,
    reporting_a_stop,
    reporting_faults,
    select_data_folder,
    show_progress,
)
from mapping.commands.fault_formats import ReportFormat
from mapping.commands.options import DataOption
from mapping.errors import NOTHING_WRITTEN
from mapping.files.data_folder import choose_folder, choose_writable_folder

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.adding.add_row import EditableList, PendingRow
    from mapping.adding.row_answers import Answers, Cells, Question


class Confirmation(Enum):
    """Whether a row may be written."""

    ASK = auto()
    GIVEN = auto()
    REFUSED = auto()


@with_column_options
def add(
    *,
    data: DataOption = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Write without asking for confirmation.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the row and check it; write nothing.")
    ] = False,
    **cells: str | list[str] | None,
) -> None:
    """Add a presence to the list, in its place; ask at the terminal for what no option says."""
    answers = {column: [given] if isinstance(given, str) else given
               for column, given in cells.items() if given not in (None, [])}  # fmt: skip
    with reporting_faults(ReportFormat.text, choose_folder(data), kept=NOTHING_WRITTEN):
        folder = select_data_folder(data) if dry_run else choose_writable_folder(data)
        _add_row(folder, answers, _confirmation(yes=yes, dry_run=dry_run))


def _confirmation(*, yes: bool, dry_run: bool) -> Confirmation:
    if dry_run:
        return Confirmation.REFUSED
    return Confirmation.GIVEN if yes else Confirmation.ASK


def _add_row(folder: Path, answers: Answers, confirmation: Confirmation) -> None:
    from mapping.adding import add_row

    with reporting_a_stop():
        editable = add_row.open_list(folder)
        answers = _take_points(answers, editable)
        row = _complete_row(editable, answers, confirmation)
        pending = add_row.insert_row(editable, row)
        _preview(editable, row, pending)
        is_confirmed = confirmation is Confirmation.GIVEN or (
            confirmation is Confirmation.ASK and _confirm(pending, editable)
        )
    if not is_confirmed:
        reason = "dry run; " if confirmation is Confirmation.REFUSED else ""
        place = f"line {pending.line} of {editable.path}"
        typer.echo(f"{reason}{NOTHING_WRITTEN}: {row['id']} would be {place}")
        return
    add_row.write(editable, pending)
    _print_next_steps(folder, f"added {row['id']} as line {pending.line} of {editable.path}")


def _print_next_steps(folder: Path, outcome: str) -> None:
    """Print what was done, and the commands that follow from it."""
    build = "presence-map build"
    if folder.resolve() != choose_folder(None).resolve():
        build += f" --data {shlex.quote(str(folder))}"
    typer.echo(f"{outcome}; next: {build}")
    seal = folder / "recipes" / "seal.py"
    if seal.is_file():
        typer.echo(f"the checksum in {folder / 'datapackage.json'} is renewed by python {seal}")


def _complete_row(editable: EditableList, answers: Answers, confirmation: Confirmation) -> Cells:
    """Return the whole row: ask what no option says.

    Raises
    ------
    BadParameter
        Something is missing, and there is no terminal to ask at.
    """
    from mapping.adding import row_answers

    def questions() -> list[Question]:
        return row_answers.open_questions(answers, editable.dataset, editable.vocabulary)

    if is_interactive():
        from mapping.commands import prompts

        while left := questions():
            answers[left[0].column] = [prompts.ask(left[0], editable.vocabulary)]
            answers = _take_points(answers, editable)
    else:
        missing = [question.column for question in questions() if question.required]
        _refuse_incomplete(missing, confirmation)
    row = row_answers.fill_row(answers, editable.vocabulary)
    row["id"] = row["id"] or row_answers.make_id(row, editable.dataset)
    return row


def _take_points(answers: Answers, editable: EditableList) -> Answers:
    """Return answers with the point of a city that the list does not name; say what was taken."""
    from mapping.adding.city_points import take_points

    taken, notices = take_points(answers, editable.vocabulary)
    for notice in notices:
        typer.echo(notice, err=True)
    return taken


def _refuse_incomplete(missing: list[str], confirmation: Confirmation) -> None:
    """Raise `BadParameter` where options are missing for these columns, or for writing."""
    options = [option_name(column) for column in missing]
    if confirmation is Confirmation.ASK:
        options.append("--yes or --dry-run")
    if options:
        message = f"there is no terminal to ask at, and these are missing: {', '.join(options)}"
        raise typer.BadParameter(message)


def _preview(editable: EditableList, row: Cells, pending: PendingRow) -> None:
    """Print the row, check the folder with it, and print its effect."""
    from mapping.adding import add_row
    from mapping.tables.cells import remove_forbidden

    filled = {column: remove_forbidden(text) for column, text in row.items() if text}
    print_fields(f"line {pending.line} of {editable.path}", filled)
    with show_progress() as progress:
        atlas = add_row.check_with_row(editable, pending, progress)
    place = next(place for place in atlas.places if place.presence.line == pending.line)
    notices = [
        notice
        for notice in atlas.notices
        if (notice.file, notice.line) == (editable.path.name, pending.line)
    ]
    print_faults(ReportFormat.text, editable.folder, (), notices)
    print_fields("on the map", add_row.preview_effect(editable, place, atlas.dataset))


def _confirm(pending: PendingRow, editable: EditableList) -> bool:
    from mapping.commands import prompts

    return prompts.confirm(f"Write it as line {pending.line} of {editable.path}?")
