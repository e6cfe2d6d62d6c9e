"""The command that makes the map."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Annotated

import typer

from mapping.commands.console import (
    open_page,
    print_completeness,
    print_faults,
    reporting_faults,
    select_data_folder,
    show_progress,
)
from mapping.commands.fault_formats import ReportFormat
from mapping.commands.options import DataOption, FormatOption, OutputOption


def build(
    *,
    data: DataOption = None,
    output: OutputOption = Path("output"),
    since: Annotated[
        str | None,
        typer.Option(
            help="An earlier list, a data folder, or a git revision: the map lists what changed.",
            metavar="OLD",
        ),
    ] = None,
    report_format: FormatOption = ReportFormat.text,
    open_map: Annotated[bool, typer.Option("--open", help="Open the map in the browser.")] = False,
) -> None:
    """Check the data, and write the map and every other product; with any fault, write nothing."""
    gc.disable()  # a command that ends in a second need not look for garbage: an eighth of its time
    from mapping import pipeline
    from mapping.changes import versions
    from mapping.dataset.totals import totals_by_category
    from mapping.products.manifest import MAP_FILE

    folder = select_data_folder(data)
    with reporting_faults(report_format, folder), show_progress() as progress:
        atlas, products = pipeline.build(folder, output, progress, since)
    sizes = {str(product): product.stat().st_size for product in products}
    totals = totals_by_category(atlas.dataset)
    print_faults(report_format, folder, (), atlas.notices, products=sizes, completeness=totals)
    if report_format is not ReportFormat.json:
        typer.echo(f"read {folder}")
        if since is not None:
            typer.echo(f"compared with {versions.describe_version(since, str(folder))}")
        for product, size in sizes.items():
            typer.echo(f"wrote {product} ({size:,} bytes)")
        print_completeness(atlas)
    if open_map:
        open_page((output / MAP_FILE).resolve().as_uri())
