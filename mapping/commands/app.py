"""The commands; no logic."""

from __future__ import annotations

import gc
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from mapping.commands.add import add
from mapping.commands.console import (
    EXIT_STATUSES,
    NOTHING,
    chosen,
    open_page,
    print_completeness,
    print_faults,
    reporting_faults,
    show_progress,
)
from mapping.commands.fault_formats import ReportFormat
from mapping.commands.options import Data, Form, Output
from mapping.commands.print import print_
from mapping.commands.streams import ending_unheard, print_any_letter
from mapping.commands.watch import watch

app = typer.Typer(
    help="Make the map of the United Nations human rights presences.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    epilog=EXIT_STATUSES,
)


class ChangesFormat(StrEnum):
    """How changes are written."""

    text = "text"
    markdown = "markdown"
    json = "json"


@app.command(epilog=EXIT_STATUSES)
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

    folder = chosen(data)
    with reporting_faults(form, folder), show_progress() as tell:
        atlas, products = pipeline.build(folder, output, tell, since)
    wrote = {str(product): product.stat().st_size for product in products}
    print_faults(
        form,
        folder,
        (),
        atlas.notices,
        products=wrote,
        completeness=totals_by_category(atlas.dataset),
    )
    if form is not ReportFormat.json:
        typer.echo(f"read {folder}")
        if since is not None:
            typer.echo(f"compared with {versions.describe_version(since, str(folder))}")
        for product, size in wrote.items():
            typer.echo(f"wrote {product} ({size:,} bytes)")
        print_completeness(atlas)
    if show:
        open_page((output / "map.html").resolve().as_uri())


@app.command(epilog=EXIT_STATUSES)
def check(*, data: Data = None, form: Form = ReportFormat.text) -> None:
    """Name every fault in the data, and tell how complete the list is; write nothing."""
    from mapping import pipeline  # noqa: PLC0415 (help need not wait for geopandas)
    from mapping.dataset.totals import totals_by_category  # noqa: PLC0415 (likewise)

    folder = chosen(data)
    with reporting_faults(form, folder, kept=NOTHING), show_progress() as tell:
        atlas = pipeline.check(folder, tell)
    print_faults(form, folder, (), atlas.notices, completeness=totals_by_category(atlas.dataset))
    if form is not ReportFormat.json:
        typer.echo(f"read {folder}: no fault")
        print_completeness(atlas)


@app.command(epilog=EXIT_STATUSES)
def changes(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="A list, a data folder, or a git revision.")
    ],
    new: Annotated[
        str | None,
        typer.Argument(metavar="[NEW]", help="Likewise.", show_default="the data folder"),
    ] = None,
    *,
    data: Data = None,
    lang: Annotated[str, typer.Option(help="The language of the sentences.")] = "en",
    form: Annotated[
        ChangesFormat, typer.Option("--format", help="How to write them.")
    ] = ChangesFormat.text,
) -> None:
    """Tell what changed from one list to another; write nothing."""
    from mapping import pipeline  # noqa: PLC0415 (help need not wait for geopandas)
    from mapping.changes import formats, versions  # noqa: PLC0415 (help need not wait for geopandas)

    folder = chosen(data)
    with reporting_faults(ReportFormat.text, folder, kept=NOTHING), show_progress() as tell:
        difference = pipeline.changes(old, new, folder, tell)
    languages = difference.after.dataset.languages
    if lang not in languages:
        message = f"'{lang}' is none of {', '.join(languages)}"
        raise typer.BadParameter(message, param_hint="--lang")
    later = versions.describe_version(new or str(folder), str(folder))
    typer.echo(f"compared {versions.describe_version(old, later)} with {later}", err=True)
    typer.echo(formats.format_changes(difference, languages[lang], form.value).encode(), nl=False)


@app.command(epilog=EXIT_STATUSES)
def verify(
    output: Annotated[Path, typer.Argument(help="The folder to verify.")] = Path("output"),
) -> None:
    """Tell whether the products in a folder are whole and of one build."""
    from mapping.products.verify import verify as verified  # noqa: PLC0415 (help need not wait for pydantic)

    with reporting_faults(
        ReportFormat.text, output, "this is not one build", kept="nothing was changed"
    ):
        made = verified(output)
    version, count = made["data_version"], len(made["products"])
    typer.echo(f"{output}: {count} products, whole and of one build (data version {version})")


@app.command(epilog=EXIT_STATUSES)
def new(folder: Annotated[Path, typer.Argument(help="The folder to make.")]) -> None:
    """Make a data folder for another list, to start from."""
    from mapping.editing.new_folder import create_data_folder  # noqa: PLC0415 (help need not wait for pydantic)

    with reporting_faults(
        ReportFormat.text, folder, kept="remove what was begun of it, then try again"
    ):
        made = create_data_folder(folder)
    for path in made:
        typer.echo(f"wrote {path}")
    typer.echo(f"edit {folder / 'edition.toml'}, then: presence-map build --data {folder}")


app.command(epilog=EXIT_STATUSES)(add)
app.command(epilog=EXIT_STATUSES)(watch)
app.command("print", epilog=EXIT_STATUSES)(print_)


def main() -> None:
    """Run the command line."""
    print_any_letter()
    with ending_unheard():
        app()
