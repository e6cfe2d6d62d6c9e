"""The command that adds a presence to the list; no logic."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Annotated

import typer

from mapping.commands.console import (
    chosen,
    is_interactive,
    print_faults,
    print_fields,
    reporting_faults,
    show_progress,
)
from mapping.commands.fault_formats import ReportFormat
from mapping.commands.options import Data
from mapping.errors import NOTHING_WRITTEN
from mapping.files.data_folder import choose_folder, choose_writable_folder

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.editing.add_row import EditableList, PendingRow
    from mapping.editing.row_answers import Answers, Cells

EXIT_INTERRUPTED = 130  # exit status of a command that the person stopped
One = str | None
Several = list[str] | None


def add(  # noqa: PLR0913 (a column each)
    *,
    data: Data = None,
    country: Annotated[
        One, typer.Option(help="The host: a code, or a name in any language.")
    ] = None,
    category: Annotated[One, typer.Option(help="A category: its key or a name.")] = None,
    mission: Annotated[One, typer.Option(help="A mission: its key or a name.")] = None,
    serves: Annotated[Several, typer.Option(help="What it serves beside its host.")] = None,
    city: Annotated[Several, typer.Option(help="A city; the point stands in the first.")] = None,
    latitude: Annotated[One, typer.Option(help="Degrees north, in no city.")] = None,
    longitude: Annotated[One, typer.Option(help="Degrees east, in no city.")] = None,
    position_confirmed: Annotated[
        One, typer.Option(help="yes: the point is right, though off its area as drawn.")
    ] = None,
    evidence: Annotated[One, typer.Option(help="report, documented or candidate.")] = None,
    report_label: Annotated[One, typer.Option(help="The label that the report prints.")] = None,
    as_of: Annotated[One, typer.Option(help="Year or month that the evidence speaks of.")] = None,
    source: Annotated[Several, typer.Option(help="A document of sources.csv.")] = None,
    status: Annotated[One, typer.Option(help="listed or candidate.")] = None,
    category_certain: Annotated[One, typer.Option(help="no: the category is inferred.")] = None,
    label: Annotated[One, typer.Option(help="A pattern, not the category's own.")] = None,
    footnotes: Annotated[Several, typer.Option(help="A letter of the footnotes.")] = None,
    note: Annotated[One, typer.Option(help="A remark.")] = None,
    key: Annotated[One, typer.Option("--id", help="The id, where not the usual one.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Write without a last question.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show and check; write nothing.")
    ] = False,
) -> None:
    """Add a presence to the list, in its place; what no option says is asked at a terminal."""
    one = {
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
    several = {"serves": serves, "city": city, "footnotes": footnotes, "source": source}
    given = {option: [text] for option, text in one.items() if text is not None}
    given |= {option: texts for option, texts in several.items() if texts}
    with reporting_faults(ReportFormat.text, choose_folder(data), kept=NOTHING_WRITTEN):
        folder = chosen(data) if dry_run else choose_writable_folder(data)
        _add(folder, given, "none" if dry_run else "no question" if yes else "ask")


def _add(folder: Path, options: Answers, writing: str) -> None:
    from mapping.editing import add_row  # noqa: PLC0415 (help need not wait for geopandas)
    from mapping.editing.row_answers import COLUMNS  # noqa: PLC0415 (likewise)

    try:
        to = add_row.open_list(folder)
        given = {COLUMNS.get(option, option): texts for option, texts in options.items()}
        row = _complete_row(to, given, writing)
        new = add_row.insert_row(to, row)
        _show(to, row, new)
        go = writing == "no question" or (writing == "ask" and _agreed(new, to))
    except (KeyboardInterrupt, EOFError):
        typer.echo(f"stopped; {NOTHING_WRITTEN}", err=True)
        raise typer.Exit(EXIT_INTERRUPTED) from None
    if not go:
        why = "dry run; " if writing == "none" else ""
        typer.echo(f"{why}{NOTHING_WRITTEN}: {row['id']} would be line {new.line} of {to.path}")
        return
    add_row.write(to, new)
    build = "presence-map build"
    if folder.resolve() != choose_folder(None).resolve():
        build += f" --data {shlex.quote(str(folder))}"
    typer.echo(f"added {row['id']} as line {new.line} of {to.path}; next: {build}")
    if (folder / "recipes" / "seal.py").is_file():
        seal = folder / "recipes" / "seal.py"
        typer.echo(f"the checksum in {folder / 'datapackage.json'} is renewed by python {seal}")


def _complete_row(to: EditableList, given: Answers, writing: str) -> Cells:
    """Ask what no option says, or say what is missing where nobody can be asked."""
    from mapping.editing import row_answers  # noqa: PLC0415 (as above)

    if not is_interactive():
        missing = [
            one.column
            for one in row_answers.open_questions(given, to.dataset, to.vocabulary)
            if one.required
        ]
        names = {column: option.replace("_", "-") for option, column in row_answers.COLUMNS.items()}
        options = [f"--{names.get(column, column)}" for column in missing]
        if writing == "ask":
            options.append("--yes or --dry-run")
        if options:
            message = f"there is no terminal to ask at, and these are missing: {', '.join(options)}"
            raise typer.BadParameter(message)
    else:
        from mapping.commands import prompts  # noqa: PLC0415 (at a terminal alone)

        while questions := row_answers.open_questions(given, to.dataset, to.vocabulary):
            given[questions[0].column] = [prompts.ask(questions[0], to.vocabulary)]
    row = row_answers.cells(given, to.vocabulary)
    row["id"] = row["id"] or row_answers.make_id(row, to.dataset)
    return row


def _show(to: EditableList, row: Cells, new: PendingRow) -> None:
    """Show the row, check the folder with it, and show what comes of it."""
    from mapping.editing import add_row  # noqa: PLC0415 (as above)
    from mapping.tables.cells import remove_forbidden  # noqa: PLC0415 (likewise)

    filled = {column: remove_forbidden(text) for column, text in row.items() if text}
    print_fields(f"line {new.line} of {to.path}", filled)
    with show_progress() as tell:
        atlas = add_row.check_with_row(to, new, tell)
    place = next(place for place in atlas.places if place.presence.line == new.line)
    notes = [one for one in atlas.notices if (one.file, one.line) == (to.path.name, new.line)]
    print_faults(ReportFormat.text, to.folder, (), notes)
    print_fields("on the map", add_row.preview_effect(to, place, atlas.dataset))


def _agreed(new: PendingRow, to: EditableList) -> bool:
    from mapping.commands import prompts  # noqa: PLC0415 (at a terminal alone)

    return prompts.confirm(f"Write it as line {new.line} of {to.path}?")
