"""The commands; no logic."""

from __future__ import annotations

import gc
import webbrowser
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mapping.atlas import Atlas

app = typer.Typer(
    help="Make the map of the United Nations human rights presences.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
Data = Annotated[
    Path | None,
    typer.Option(help="The data folder.", show_default="./geodata where it stands, else packaged"),
]
Output = Annotated[Path, typer.Option(help="Where the products go.")]


@app.command()
def build(
    *,
    data: Data = None,
    output: Output = Path("output"),
    show: Annotated[bool, typer.Option("--open", help="Open the map when it is made.")] = False,
) -> None:
    """Check the data, then write every product; where anything is wrong, write nothing."""
    gc.disable()  # a command that ends in a second need not look for garbage: an eighth of its time
    from mapping import pipeline  # noqa: PLC0415 (help need not wait for geopandas)

    folder = data_folder(data)
    with told_plainly(), progress() as tell:
        atlas, products = pipeline.build(folder, output, tell)
    typer.echo(f"read {folder}")
    for product in products:
        typer.echo(f"wrote {product} ({product.stat().st_size:,} bytes)")
    completeness(atlas)
    if show:
        webbrowser.open((output / "map.html").resolve().as_uri())


@app.command()
def check(*, data: Data = None) -> None:
    """Name every fault in the data, and tell how complete the list is; write nothing."""
    from mapping import pipeline  # noqa: PLC0415 (help need not wait for geopandas)

    folder = data_folder(data)
    with told_plainly(), progress() as tell:
        atlas = pipeline.check(folder, tell)
    typer.echo(f"read {folder}: no fault")
    completeness(atlas)


def data_folder(given: Path | None) -> Path:
    """Choose the data: the folder given, else ./geodata where it stands, else the packaged one."""
    here = Path("geodata")
    packaged = Path(str(resources.files("mapping") / "geodata"))
    beside = Path(__file__).parent.parent / "geodata"
    return given or next(folder for folder in (here, packaged, beside) if folder.is_dir())


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what went wrong into lines for a person, and exit status 1."""
    from mapping.errors import DataError  # noqa: PLC0415 (as above)

    try:
        yield
    except DataError as error:
        typer.echo(str(error), err=True)
        count = len(error.faults)
        typer.echo(f"{count} fault{'s' if count > 1 else ''}; nothing was written.", err=True)
        raise typer.Exit(1) from None
    except OSError as error:
        typer.echo(f"{error}; the last good output stays.", err=True)
        raise typer.Exit(1) from None


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Show the act under way on a terminal; in a pipe, stay silent."""
    console = Console(stderr=True)
    with console.status("start") as status:
        yield lambda act: status.update(f"{act} …")


def completeness(atlas: Atlas) -> None:
    """Print what the list holds beside what its source document counts."""
    from mapping.completeness import found_and_expected, tally  # noqa: PLC0415 (as above)

    tallies = tally(atlas.lists)
    table = Table("category", "found", "expected", "open places", "candidates")
    for one in tallies:
        gap = str(one.open) if one.category.counted else "not counted"
        numbers = (str(one.found), str(one.category.expected), gap, str(one.candidates))
        table.add_row(one.category.key, *numbers)
    found, expected = found_and_expected(tallies)
    candidates = sum(one.candidates for one in tallies)
    numbers = (str(found), str(expected), str(expected - found), str(candidates))
    table.add_row("field presences", *numbers, style="bold")
    Console().print(table)


def main() -> None:
    """Run the command line."""
    app()
