"""The command that edits the list on its map."""

from __future__ import annotations

import gc
import time
from contextlib import suppress
from pathlib import Path

import typer

from mapping.commands.console import open_page, reporting_faults
from mapping.commands.fault_formats import ReportFormat
from mapping.commands.options import DataOption, OpenOption, OutputOption, PortOption
from mapping.errors import NOTHING_WRITTEN
from mapping.files.data_folder import choose_folder, choose_writable_folder

AWAKE_S = 1.0


def edit(
    *,
    data: DataOption = None,
    output: OutputOption = Path("output"),
    port: PortOption = 0,
    open_map: OpenOption = True,
) -> None:
    """Edit the list on its map, in the browser; "Save" writes it, nothing else; Ctrl+C ends."""
    with (
        suppress(KeyboardInterrupt),
        reporting_faults(ReportFormat.text, choose_folder(data), kept=NOTHING_WRITTEN),
    ):
        from mapping.editor import serving

        folder = choose_writable_folder(data)
        next(folder.iterdir(), None)  # raises where there is no such folder
        with serving.edit(folder, port, output) as server:
            typer.echo(f"editing {folder} at {server.address} (Ctrl+C ends)")
            if open_map:
                open_page(server.address)
            gc.freeze()  # what was read first stays, and need not be looked through
            while True:
                time.sleep(AWAKE_S)  # on Windows, Ctrl+C ends no wait for something else
