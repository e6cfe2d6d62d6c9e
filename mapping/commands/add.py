"""The command that adds a presence to the list; no logic."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Annotated

import typer

from mapping.commands.console import NOTHING, chosen, facts, progress, report, terminal, told
from mapping.commands.fault_formats import Format
from mapping.commands.options import Data
from mapping.files.data_folder import in_use, to_change

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.editing.add_row import Opened, Tried
    from mapping.editing.row_answers import Cells, Given

STOPPED = 130  # exit status of a command that the person stopped
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
    with told(Format.text, in_use(data), kept=NOTHING):
        folder = chosen(data) if dry_run else to_change(data)
        _add(folder, given, "none" if dry_run else "no question" if yes else "ask")


def _add(folder: Path, options: Given, writing: str) -> None:
    from mapping.editing import add_row  # noqa: PLC0415 (help need not wait for geopandas)
    from mapping.editing.row_answers import COLUMNS  # noqa: PLC0415 (likewise)

    try:
        to = add_row.opened(folder)
        given = {COLUMNS.get(option, option): texts for option, texts in options.items()}
        row = _decided(to, given, writing)
        new = add_row.tried(to, row)
        _show(to, row, new)
        go = writing == "no question" or (writing == "ask" and _agreed(new, to))
    except (KeyboardInterrupt, EOFError):
        typer.echo(f"stopped; {NOTHING}", err=True)
        raise typer.Exit(STOPPED) from None
    if not go:
        why = "dry run; " if writing == "none" else ""
        typer.echo(f"{why}{NOTHING}: {row['id']} would be line {new.line} of {to.path}")
        return
    add_row.write(to, new)
    build = "presence-map build"
    if folder.resolve() != in_use(None).resolve():
        build += f" --data {shlex.quote(str(folder))}"
    typer.echo(f"added {row['id']} as line {new.line} of {to.path}; next: {build}")
    if (folder / "recipes" / "seal.py").is_file():
        seal = folder / "recipes" / "seal.py"
        typer.echo(f"the checksum in {folder / 'datapackage.json'} is renewed by python {seal}")


def _decided(to: Opened, given: Given, writing: str) -> Cells:
    """Ask what no option says, or say what is missing where nobody can be asked."""
    from mapping.editing import row_answers  # noqa: PLC0415 (as above)

    if not terminal():
        missing = [
            one.column for one in row_answers.undecided(given, to.lists, to.spelt) if one.required
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

        while questions := row_answers.undecided(given, to.lists, to.spelt):
            given[questions[0].column] = [prompts.ask(questions[0], to.spelt)]
    row = row_answers.cells(given, to.spelt)
    row["id"] = row["id"] or row_answers.name(row, to.lists)
    return row


def _show(to: Opened, row: Cells, new: Tried) -> None:
    """Show the row, check the folder with it, and show what comes of it."""
    from mapping.editing import add_row  # noqa: PLC0415 (as above)
    from mapping.tables.cells import without_refused  # noqa: PLC0415 (likewise)

    filled = {column: without_refused(text) for column, text in row.items() if text}
    facts(f"line {new.line} of {to.path}", filled)
    with progress() as tell:
        atlas = add_row.checked(to, new, tell)
    place = next(place for place in atlas.places if place.presence.line == new.line)
    notes = [one for one in atlas.notes if (one.file, one.line) == (to.path.name, new.line)]
    report(Format.text, to.folder, (), notes)
    facts("on the map", add_row.effect(to, place, atlas.lists))


def _agreed(new: Tried, to: Opened) -> bool:
    from mapping.commands import prompts  # noqa: PLC0415 (at a terminal alone)

    return prompts.agreed(f"Write it as line {new.line} of {to.path}?")
