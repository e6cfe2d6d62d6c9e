"""The commands; no logic."""

from __future__ import annotations

import gc
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from mapping.console import EXIT_STATUSES, completeness, progress, report, told
from mapping.folders import in_use
from mapping.reports import Format

app = typer.Typer(
    help="Make the map of the United Nations human rights presences.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    epilog=EXIT_STATUSES,
)
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


@app.command(epilog=EXIT_STATUSES)
def build(
    *,
    data: Data = None,
    output: Output = Path("output"),
    form: Form = Format.text,
    show: Annotated[bool, typer.Option("--open", help="Open the map when it is made.")] = False,
) -> None:
    """Check the data, then write every product; where anything is wrong, write nothing."""
    gc.disable()  # a command that ends in a second need not look for garbage: an eighth of its time
    from mapping import pipeline  # noqa: PLC0415 (help need not wait for geopandas)
    from mapping.completeness import counts  # noqa: PLC0415 (likewise)

    folder = in_use(data)
    with told(form, folder), progress() as tell:
        atlas, products = pipeline.build(folder, output, tell)
    wrote = {str(product): product.stat().st_size for product in products}
    report(
        form,
        folder,
        (),
        atlas.notes,
        products=wrote,
        completeness=counts(atlas.lists),
    )
    if form is not Format.json:
        typer.echo(f"read {folder}")
        for product, size in wrote.items():
            typer.echo(f"wrote {product} ({size:,} bytes)")
        completeness(atlas)
    if show:
        webbrowser.open((output / "map.html").resolve().as_uri())


@app.command(epilog=EXIT_STATUSES)
def check(*, data: Data = None, form: Form = Format.text) -> None:
    """Name every fault in the data, and tell how complete the list is; write nothing."""
    from mapping import pipeline  # noqa: PLC0415 (help need not wait for geopandas)
    from mapping.completeness import counts  # noqa: PLC0415 (likewise)

    folder = in_use(data)
    with told(form, folder), progress() as tell:
        atlas = pipeline.check(folder, tell)
    report(form, folder, (), atlas.notes, completeness=counts(atlas.lists))
    if form is not Format.json:
        typer.echo(f"read {folder}: no fault")
        completeness(atlas)


@app.command(epilog=EXIT_STATUSES)
def verify(
    output: Annotated[Path, typer.Argument(help="The folder to verify.")] = Path("output"),
) -> None:
    """Tell whether the products in a folder are whole and of one build."""
    from mapping.verify import verify as verified  # noqa: PLC0415 (help need not wait for pydantic)

    with told(Format.text, output, "this is not one build"):
        made = verified(output)
    version, count = made["data_version"], len(made["products"])
    typer.echo(f"{output}: {count} products, whole and of one build (data version {version})")


@app.command(epilog=EXIT_STATUSES)
def new(folder: Annotated[Path, typer.Argument(help="The folder to make.")]) -> None:
    """Make a data folder for another list, to start from."""
    from mapping.starting import start  # noqa: PLC0415 (help need not wait for pydantic)

    with told(Format.text, folder):
        made = start(folder)
    for path in made:
        typer.echo(f"wrote {path}")
    typer.echo(f"edit {folder / 'edition.toml'}, then: presence-map build --data {folder}")


def main() -> None:
    """Run the command line."""
    app()
