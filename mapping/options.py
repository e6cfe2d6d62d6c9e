"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mapping.reports import Format

Data = Annotated[
    Path | None,
    typer.Option(help="The data folder.", show_default="./geodata where it stands, else packaged"),
]
Output = Annotated[Path, typer.Option(help="Where the products go.")]
Form = Annotated[
    Format,
    typer.Option(
        "--format", help="Report for a person, as JSON, or as annotations in GitHub's actions."
    ),
]
