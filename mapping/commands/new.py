"""The command that starts a data folder."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 (typer asks for it when it runs)
from typing import Annotated

import typer

from mapping.commands.console import (
    reporting_faults,
)
from mapping.commands.fault_formats import ReportFormat


def new(folder: Annotated[Path, typer.Argument(help="The folder to make.")]) -> None:
    """Make a data folder for another list, to start from."""
    from mapping.editing.new_folder import create_data_folder  # noqa: PLC0415 (help need not wait for pydantic)

    with reporting_faults(
        ReportFormat.text, folder, kept="remove what was begun of it, then try again"
    ):
        made = create_data_folder(folder)
    for path in made:
        typer.echo(f"wrote {path}")
    typer.echo(f"edit {folder / 'edition.toml'}, then: presence-map build --data {folder}")
