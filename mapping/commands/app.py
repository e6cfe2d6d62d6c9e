"""The command line: one file a command, registered here."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from mapping.commands.add import add
from mapping.commands.build import build
from mapping.commands.changes import changes
from mapping.commands.check import check
from mapping.commands.console import EXIT_STATUSES
from mapping.commands.edit import edit
from mapping.commands.new import new
from mapping.commands.print import print_
from mapping.commands.streams import escape_unencodable, exiting_when_unwritable
from mapping.commands.verify import verify
from mapping.commands.watch import watch
from mapping.files.disk_cache import keep_results

app = typer.Typer(
    help="Make the map of the United Nations human rights presences.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    epilog=EXIT_STATUSES,
)
for command in (build, check, changes, verify, new, add, edit, watch):
    app.command(epilog=EXIT_STATUSES)(command)
app.command("print", epilog=EXIT_STATUSES)(print_)


def _print_version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"presence-map {version('presence-map')}")
        raise typer.Exit


@app.callback()
def program(
    *,
    _: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Show which version this is."
        ),
    ] = False,
) -> None:
    """Take what belongs to no command."""


def main() -> None:
    """Run the command line."""
    escape_unencodable()
    keep_results()
    with exiting_when_unwritable():
        app()
