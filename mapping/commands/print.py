"""The command that prints the map."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from mapping.commands.console import (
    print_faults,
    reporting_faults,
    select_data_folder,
    show_progress,
)
from mapping.commands.fault_formats import ReportFormat
from mapping.commands.options import DataOption, OutputOption
from mapping.commands.streams import EXIT_UNREADABLE
from mapping.errors import UnknownLanguageError

NO_PACKAGES = (
    "printing needs packages that are not installed ({name}); "
    "install them with: pip install 'presence-map[print]'"
)


class PaperName(StrEnum):
    """The formats that the map is printed on."""

    a3 = "a3"
    a4 = "a4"
    wide = "16x9"


def print_(
    *,
    data: DataOption = None,
    output: OutputOption = Path("output"),
    papers: Annotated[
        list[PaperName] | None,
        typer.Option(
            "--format",
            help="The paper, in landscape; may be repeated. 16x9 is for slides.",
            show_default=PaperName.a3.value,
        ),
    ] = None,
    languages: Annotated[
        list[str] | None,
        typer.Option("--lang", help="A language: its code; may be repeated.", show_default="all"),
    ] = None,
    grey: Annotated[bool, typer.Option("--grey", help="Print in shades of grey as well.")] = False,
) -> None:
    """Check the data, then print the map as SVG, PDF and PNG; needs Chromium."""
    try:
        from mapping.printing import job
    except ImportError as error:
        typer.echo(NO_PACKAGES.format(name=error.name), err=True)
        raise typer.Exit(EXIT_UNREADABLE) from None
    from mapping.printing.papers import PAPERS

    folder = select_data_folder(data)
    wanted = job.PrintJob(
        [PAPERS[paper] for paper in papers or [PaperName.a3]], languages or (), grey
    )
    with reporting_faults(ReportFormat.text, folder), show_progress() as progress:
        try:
            atlas, products = job.print_maps(folder, output, wanted, progress)
        except UnknownLanguageError as error:
            raise typer.BadParameter(str(error), param_hint="--lang") from None
    print_faults(ReportFormat.text, folder, (), atlas.notices)
    typer.echo(f"read {folder}")
    for product in products:
        typer.echo(f"wrote {product} ({product.stat().st_size:,} bytes)")
