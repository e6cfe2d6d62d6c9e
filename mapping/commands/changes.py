"""The command that reports what changed between two lists."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from mapping.commands.console import (
    reporting_faults,
    select_data_folder,
    show_progress,
)
from mapping.commands.fault_formats import ReportFormat
from mapping.commands.options import DataOption
from mapping.errors import NOTHING_WRITTEN


class ChangesFormat(StrEnum):
    """How changes are written."""

    text = "text"
    markdown = "markdown"
    json = "json"


def changes(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="A list, a data folder, or a git revision.")
    ],
    new: Annotated[
        str | None,
        typer.Argument(
            metavar="[NEW]",
            help="A list, a data folder, or a git revision.",
            show_default="the data folder",
        ),
    ] = None,
    *,
    data: DataOption = None,
    lang: Annotated[str, typer.Option(help="The language of the report: a code.")] = "en",
    changes_format: Annotated[
        ChangesFormat, typer.Option("--format", help="How to write the report.")
    ] = ChangesFormat.text,
) -> None:
    """Report what changed from one list to another; write nothing."""
    from mapping import pipeline
    from mapping.changes import formats, versions

    folder = select_data_folder(data)
    with (
        reporting_faults(ReportFormat.text, folder, kept=NOTHING_WRITTEN),
        show_progress() as progress,
    ):
        difference = pipeline.changes(old, new, folder, progress)
    languages = difference.after.dataset.languages
    if lang not in languages:
        message = f"'{lang}' is none of {', '.join(languages)}"
        raise typer.BadParameter(message, param_hint="--lang")
    later = versions.describe_version(new or str(folder), str(folder))
    typer.echo(f"compared {versions.describe_version(old, later)} with {later}", err=True)
    typer.echo(
        formats.format_changes(difference, languages[lang], changes_format.value).encode(), nl=False
    )
