"""The command that builds after every save."""

from __future__ import annotations

import gc
from contextlib import suppress
from pathlib import Path
from threading import Event

import typer

from mapping.commands.console import (
    open_page,
    print_outcome,
    reporting_faults,
    select_data_folder,
)
from mapping.commands.fault_formats import ReportFormat
from mapping.commands.options import DataOption, OpenOption, OutputOption, PortOption


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
        from mapping.watching.server import Server

        next(folder.iterdir(), None)  # raises where there is no such folder
        with Server(port).running() as server:
            outcomes = loop.watch(folder, output, server, Event())
            print_outcome(next(outcomes))
            typer.echo(f"watching {folder}; the map is at {server.address} (Ctrl+C ends)")
            if open_map:
                open_page(server.address)
            gc.freeze()  # what the first build loaded stays, and need not be looked through
            gc.enable()
            for outcome in outcomes:
                print_outcome(outcome)
