"""The command that names every fault."""

from __future__ import annotations

import typer

from mapping.commands.console import (
    chosen,
    print_completeness,
    print_faults,
    reporting_faults,
    show_progress,
)
from mapping.commands.fault_formats import ReportFormat
from mapping.commands.options import Data, Form
from mapping.errors import NOTHING_WRITTEN


def check(*, data: Data = None, form: Form = ReportFormat.text) -> None:
    """Name every fault in the data, and tell how complete the list is; write nothing."""
    from mapping import pipeline  # noqa: PLC0415 (help need not wait for geopandas)
    from mapping.dataset.totals import totals_by_category  # noqa: PLC0415 (likewise)

    folder = chosen(data)
    with reporting_faults(form, folder, kept=NOTHING_WRITTEN), show_progress() as tell:
        atlas = pipeline.check(folder, tell)
    print_faults(form, folder, (), atlas.notices, completeness=totals_by_category(atlas.dataset))
    if form is not ReportFormat.json:
        typer.echo(f"read {folder}: no fault")
        print_completeness(atlas)
