"""The command that checks a folder of products."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mapping.commands.console import reporting_faults
from mapping.commands.fault_formats import ReportFormat


def verify(
    output: Annotated[Path, typer.Argument(help="The folder of the products.")] = Path("output"),
) -> None:
    """Check that the products in a folder are whole and of one build; write nothing."""
    from mapping.products.verify import verify as verify_folder

    with reporting_faults(
        ReportFormat.text, output, "this is not one build", kept="nothing was changed"
    ):
        manifest = verify_folder(output)
    version, count = manifest["data_version"], len(manifest["products"])
    typer.echo(f"{output}: {count} products, whole and of one build (data version {version})")
