"""The command that builds after every save."""

from __future__ import annotations

import gc
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import typer

from mapping.commands.console import (
    EXIT_WRONG_USE,
    open_page,
    print_outcome,
    reporting_faults,
    select_data_folder,
)
from mapping.commands.fault_formats import ReportFormat
from mapping.commands.options import DataOption, OpenOption, OutputOption, PortOption

if TYPE_CHECKING:
    from mapping.watching.server import Server


def watch(
    *,
    data: DataOption = None,
    output: OutputOption = Path("output"),
    port: PortOption = 0,
    open_map: OpenOption = True,
) -> None:
    """Build, serve the map to this machine, and build again after every save; Ctrl+C ends it."""
    gc.disable()  # as for build
    folder = select_data_folder(data)
    with suppress(KeyboardInterrupt), reporting_faults(ReportFormat.text, folder):
        from mapping.watching import loop

        next(folder.iterdir(), None)  # raises where there is no such folder
        with start_server(port).running() as server:
            outcomes = loop.watch(folder, output, server, Event())
            print_outcome(next(outcomes))
            typer.echo(f"watching {folder}; the map is at {server.address}; Ctrl+C ends")
            if open_map:
                open_page(server.address)
            gc.freeze()  # what the first build loaded stays, and need not be looked through
            gc.enable()
            for outcome in outcomes:
                print_outcome(outcome)


def start_server(port: int) -> Server:
    """Return a server on a port, not yet answering; exit where the port cannot be used."""
    from mapping.watching.server import Server

    try:
        return Server(port)
    except OSError as error:
        message = (
            f"port {port} cannot be used ({error.strerror}); name another with --port, or none"
        )
        typer.echo(message, err=True)
        raise typer.Exit(EXIT_WRONG_USE) from None
