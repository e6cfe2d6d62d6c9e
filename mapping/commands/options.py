"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mapping.commands.fault_formats import ReportFormat

DEFAULT = "this folder where it holds an edition, else ./geodata, else packaged"
DataOption = Annotated[Path | None, typer.Option(help="The data folder.", show_default=DEFAULT)]
NewFolderArgument = Annotated[Path, typer.Argument(help="The folder to make.")]
OutputOption = Annotated[Path, typer.Option(help="Where the products go.")]
FormatOption = Annotated[
    ReportFormat,
    typer.Option(
        "--format", help="Report for a person, as JSON, or as annotations in GitHub's actions."
    ),
]
