"""The command that adds a presence to the list."""

from __future__ import annotations

import shlex
from enum import Enum, auto
from typing import TYPE_CHECKING, Annotated

import typer

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

    from mapping.editing.add_row import EditableList, PendingRow
    from mapping.editing.row_answers import Answers, Cells, Question

OptionalText = str | None
OptionalTexts = list[str] | None


class Confirmation(Enum):
    """Whether a row may be written."""

    ASK = auto()
    GIVEN = auto()
    REFUSED = auto()


def add(  # noqa: PLR0913 (a column each)
    *,
    data: DataOption = None,
    country: Annotated[
        OptionalText, typer.Option(help="The host country: its code, or a name in any language.")
    ] = None,
    category: Annotated[OptionalText, typer.Option(help="The category: its key or a name.")] = None,
    mission: Annotated[
        OptionalText, typer.Option(help="The mission it belongs to: its key or a name.")
    ] = None,
    serves: Annotated[
        OptionalTexts,
        typer.Option(help="A country or region that it serves, not its host; may be repeated."),
    ] = None,
    city: Annotated[
        OptionalTexts,
        typer.Option(
            help="A city of the list, or another, whose point is taken from GeoNames; may be "
            "repeated: the symbol is at the first."
        ),
    ] = None,
    latitude: Annotated[
        OptionalText, typer.Option(help="Degrees north, where it is in no city of the list.")
    ] = None,
    longitude: Annotated[
        OptionalText, typer.Option(help="Degrees east, where it is in no city of the list.")
    ] = None,
    position_confirmed: Annotated[
        OptionalText,
        typer.Option(help="yes, where the point is right though outside its area as drawn."),
    ] = None,
    evidence: Annotated[
        OptionalText, typer.Option(help="What it rests on: report, documented or candidate.")
    ] = None,
    report_label: Annotated[
        OptionalText, typer.Option(help="The label as the report prints it.")
    ] = None,
    as_of: Annotated[
        OptionalText, typer.Option(help="The year or month of the evidence: 2022 or 2022-06.")
    ] = None,
    source: Annotated[
        OptionalTexts, typer.Option(help="A document: its id in sources.csv; may be repeated.")
    ] = None,
    status: Annotated[
        OptionalText, typer.Option(help="listed, or candidate where it is not confirmed.")
    ] = None,
    category_certain: Annotated[
        OptionalText, typer.Option(help="no, where the category is inferred.")
    ] = None,
    label: Annotated[
        OptionalText, typer.Option(help="A pattern of the label, where not the category's own.")
    ] = None,
    footnotes: Annotated[
        OptionalTexts, typer.Option(help="The letter of a footnote; may be repeated.")
    ] = None,
    note: Annotated[OptionalText, typer.Option(help="A remark for who keeps the list.")] = None,
    key: Annotated[
        OptionalText, typer.Option("--id", help="The id, where not the one that is made.")
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Write without asking for confirmation.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the row and check it; write nothing.")
    ] = False,
) -> None:
    """Add a presence to the list, in its place; ask at the terminal for what no option says."""
    single = {
        "country": country,
        "category": category,
        "mission": mission,
        "latitude": latitude,
        "longitude": longitude,
        "position_confirmed": position_confirmed,
        "evidence": evidence,
        "report_label": report_label,
        "as_of": as_of,
        "status": status,
        "category_certain": category_certain,
        "label": label,
        "note": note,
        "id": key,
    }
    multiple = {"serves": serves, "city": city, "footnotes": footnotes, "source": source}
    answers = {option: [text] for option, text in single.items() if text is not None}
    answers |= {option: texts for option, texts in multiple.items() if texts}
    with reporting_faults(ReportFormat.text, choose_folder(data), kept=NOTHING_WRITTEN):
        folder = select_data_folder(data) if dry_run else choose_writable_folder(data)
        _add_row(folder, answers, _confirmation(yes=yes, dry_run=dry_run))


def _confirmation(*, yes: bool, dry_run: bool) -> Confirmation:
    if dry_run:
        return Confirmation.REFUSED
    return Confirmation.GIVEN if yes else Confirmation.ASK


def _add_row(folder: Path, options: Answers, confirmation: Confirmation) -> None:
    from mapping.editing import add_row
    from mapping.editing.row_answers import COLUMNS

    with reporting_a_stop():
        editable = add_row.open_list(folder)
        answers = {COLUMNS.get(option, option): texts for option, texts in options.items()}
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
    from mapping.editing import row_answers

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
    from mapping.editing.city_points import take_points

    taken, notes = take_points(answers, editable.vocabulary)
    for note in notes:
        typer.echo(note, err=True)
    return taken


def _refuse_incomplete(missing: list[str], confirmation: Confirmation) -> None:
    """Raise `BadParameter` where options are missing for these columns, or for writing."""
    from mapping.editing.row_answers import COLUMNS

    names = {column: option.replace("_", "-") for option, column in COLUMNS.items()}
    options = [f"--{names.get(column, column)}" for column in missing]
    if confirmation is Confirmation.ASK:
        options.append("--yes or --dry-run")
    if options:
        message = f"there is no terminal to ask at, and these are missing: {', '.join(options)}"
        raise typer.BadParameter(message)


def _preview(editable: EditableList, row: Cells, pending: PendingRow) -> None:
    """Print the row, check the folder with it, and print its effect."""
    from mapping.editing import add_row
    from mapping.tables.cells import remove_forbidden

    filled = {column: remove_forbidden(text) for column, text in row.items() if text}
    print_fields(f"line {pending.line} of {editable.path}", filled)
    with show_progress() as progress:
        atlas = add_row.check_with_row(editable, pending, progress)
    place = next(place for place in atlas.places if place.presence.line == pending.line)
    notes = [
        note
        for note in atlas.notices
        if (note.file, note.line) == (editable.path.name, pending.line)
    ]
    print_faults(ReportFormat.text, editable.folder, (), notes)
    print_fields("on the map", add_row.preview_effect(editable, place, atlas.dataset))


def _confirm(pending: PendingRow, editable: EditableList) -> bool:
    from mapping.commands import prompts

    return prompts.confirm(f"Write it as line {pending.line} of {editable.path}?")
