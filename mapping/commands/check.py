"""The command that reports every fault."""

from __future__ import annotations

import gc

import typer

from mapping.commands.console import (
    print_completeness,
    print_faults,
    reporting_faults,
    select_data_folder,
    show_progress,
)
from mapping.commands.fault_formats import ReportFormat
from mapping.commands.options import DataOption, FormatOption
from mapping.errors import NOTHING_WRITTEN


def check(*, data: DataOption = None, report_format: FormatOption = ReportFormat.text) -> None:
    """Report every fault in the data, and how complete the list is; write nothing."""
    gc.disable()  # as in `build`
    from mapping import pipeline
    from mapping.dataset.totals import totals_by_category

    folder = select_data_folder(data)
    with reporting_faults(report_format, folder, kept=NOTHING_WRITTEN), show_progress() as progress:
        atlas = pipeline.check(folder, progress)
    print_faults(
        report_format, folder, (), atlas.notices, completeness=totals_by_category(atlas.dataset)
    )
    if report_format is not ReportFormat.json:
        typer.echo(f"read {folder}: no fault")
        print_completeness(atlas)
