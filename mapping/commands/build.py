"""The command that makes the map."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Annotated

import typer

from mapping.commands.console import (
    chosen,
    open_page,
    print_completeness,
    print_faults,
    reporting_faults,
    show_progress,
)
from mapping.commands.fault_formats import ReportFormat
from mapping.commands.options import Data, Form, Output


def build(
    *,
    data: Data = None,
    output: Output = Path("output"),
    since: Annotated[
        str | None,
        typer.Option(help="An earlier list: the map tells what changed.", metavar="OLD"),
    ] = None,
    form: Form = ReportFormat.text,
    show: Annotated[bool, typer.Option("--open", help="Open the map when it is made.")] = False,
) -> None:
    """Check the data, then write every product; where anything is wrong, write nothing."""
    gc.disable()  # a command that ends in a second need not look for garbage: an eighth of its time
    from mapping import pipeline  # noqa: PLC0415 (help need not wait for geopandas)
    from mapping.changes import versions  # noqa: PLC0415 (help need not wait for geopandas)
    from mapping.dataset.totals import totals_by_category  # noqa: PLC0415 (likewise)
    from mapping.products.manifest import MAP_FILE  # noqa: PLC0415 (likewise)

    folder = chosen(data)
    with reporting_faults(form, folder), show_progress() as tell:
        atlas, products = pipeline.build(folder, output, tell, since)
    wrote = {str(product): product.stat().st_size for product in products}
    totals = totals_by_category(atlas.dataset)
    print_faults(form, folder, (), atlas.notices, products=wrote, completeness=totals)
    if form is not ReportFormat.json:
        typer.echo(f"read {folder}")
        if since is not None:
            typer.echo(f"compared with {versions.describe_version(since, str(folder))}")
        for product, size in wrote.items():
            typer.echo(f"wrote {product} ({size:,} bytes)")
        print_completeness(atlas)
    if show:
        open_page((output / MAP_FILE).resolve().as_uri())
