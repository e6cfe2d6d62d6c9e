"""The command that starts a data folder."""

from __future__ import annotations

import typer

from mapping.commands.console import reporting_faults
from mapping.commands.fault_formats import ReportFormat
from mapping.commands.options import NewFolderArgument
from mapping.files.data_folder import EDITION_FILE


def new(folder: NewFolderArgument) -> None:
    """Make a data folder for another list, to start from."""
    from mapping.editing.new_folder import create_data_folder

    with reporting_faults(
        ReportFormat.text, folder, kept="remove what was begun of it, then try again"
    ):
        written = create_data_folder(folder)
    for path in written:
        typer.echo(f"wrote {path}")
    typer.echo(f"edit {folder / EDITION_FILE}, then: presence-map build --data {folder}")
