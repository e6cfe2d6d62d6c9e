"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mapping.commands.fault_formats import ReportFormat
from mapping.i18n.localized import LanguageCode

DEFAULT = "this folder if it holds an edition.toml, else ./geodata, else the packaged list"
DataOption = Annotated[
    Path | None,
    typer.Option(help="The folder of the list, its tables and edition.toml.", show_default=DEFAULT),
]
NewFolderArgument = Annotated[
    Path, typer.Argument(help="The folder to make; a new or an empty one.")
]
ListFileOption = Annotated[
    Path | None,
    typer.Option(
        "--from", help="A list as you keep it: CSV, xlsx, xls, ods, GeoJSON, GeoPackage, shapefile."
    ),
]
LanguageOption = Annotated[
    LanguageCode | None,
    typer.Option(
        help="The language of the file's texts.", show_default="that of its names, else en"
    ),
]
MapFolderOption = Annotated[
    Path | None, typer.Option("--output", help="Where the map goes.", show_default="FOLDER-map")
]
OutputOption = Annotated[Path, typer.Option(help="The folder to write into.")]
PortOption = Annotated[
    int, typer.Option(help="Port of this machine; 0: any free one.", min=0, max=65535)
]
OpenOption = Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")]
FormatOption = Annotated[
    ReportFormat,
    typer.Option(
        "--format", help="Report faults as text, as JSON, or as annotations of GitHub Actions."
    ),
]
