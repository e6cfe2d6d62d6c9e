"""The command that builds after every save; no logic."""

from __future__ import annotations

import gc
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Annotated

import typer

from mapping.commands.console import WRONG_USE, chosen, open_page, print_outcome, reporting_faults
from mapping.commands.fault_formats import ReportFormat
from mapping.commands.options import Data, Output

if TYPE_CHECKING:
    from mapping.watching.server import Server


def watch(
    *,
    data: Data = None,
    output: Output = Path("output"),
    port: Annotated[int, typer.Option(help="Serve here; 0: any.", min=0, max=65535)] = 0,
    show: Annotated[bool, typer.Option("--open/--no-open", help="Open the map.")] = True,
) -> None:
    """Build, serve the map to this machine, and build again after every save; Ctrl+C ends it."""
    gc.disable()  # as for build
    folder = chosen(data)
    with suppress(KeyboardInterrupt), reporting_faults(ReportFormat.text, folder):
        from mapping.watching import loop  # noqa: PLC0415 (help need not wait for geopandas)

        next(folder.iterdir(), None)  # a folder that is not there may be one that is misspelt
        with listen(port).running() as server:
            outcomes = loop.watch(folder, output, server, Event())
            print_outcome(next(outcomes))
            typer.echo(f"watching {folder}; the map is at {server.address}; Ctrl+C ends")
            if show:
                open_page(server.address)
            gc.freeze()  # what the first build loaded stays, and need not be looked through
            gc.enable()
            for outcome in outcomes:
                print_outcome(outcome)


def listen(port: int) -> Server:
    """Take a port of this machine, or say that it cannot be had."""
    from mapping.watching.server import Server  # noqa: PLC0415 (only one command serves)

    try:
        return Server(port)
    except OSError as error:
        message = f"port {port} cannot be had ({error.strerror}); name another with --port, or none"
        typer.echo(message, err=True)
        raise typer.Exit(WRONG_USE) from None
