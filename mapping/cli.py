"""The commands; no logic."""

from __future__ import annotations

import gc
import webbrowser
from contextlib import suppress
from importlib import resources
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Annotated

import typer

from mapping.console import completeness, progress, told, told_plainly

if TYPE_CHECKING:
    from mapping.server import Server

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


@app.command()
def watch(
    *,
    data: Data = None,
    output: Output = Path("output"),
    port: Annotated[int, typer.Option(help="Serve here; 0: any.", min=0, max=65535)] = 0,
    show: Annotated[bool, typer.Option("--open/--no-open", help="Open the map.")] = True,
) -> None:
    """Build, serve the map to this machine, and build again after every save; Ctrl+C ends it."""
    gc.disable()  # as for build
    with suppress(KeyboardInterrupt), told_plainly():
        from mapping import watch as loop  # noqa: PLC0415 (help need not wait for geopandas)

        folder = data_folder(data)
        with listen(port).running() as server:
            outcomes = loop.watch(folder, output, server, Event())
            told(next(outcomes))
            typer.echo(f"watching {folder}; the map is at {server.address}; Ctrl+C ends")
            if show:
                webbrowser.open(server.address)
            gc.freeze()  # what the first build loaded stays, and need not be looked through
            gc.enable()
            for outcome in outcomes:
                told(outcome)


def listen(port: int) -> Server:
    """Take a port of this machine, or say that it cannot be had."""
    from mapping.server import Server  # noqa: PLC0415 (only one command serves)

    try:
        return Server(port)
    except OSError as error:
        message = f"port {port} cannot be had ({error.strerror}); name another with --port, or none"
        typer.echo(message, err=True)
        raise typer.Exit(1) from None


def data_folder(given: Path | None) -> Path:
    """Choose the data: the folder given, else ./geodata where it stands, else the packaged one."""
    here = Path("geodata")
    packaged = Path(str(resources.files("mapping") / "geodata"))
    beside = Path(__file__).parent.parent / "geodata"
    return given or next(folder for folder in (here, packaged, beside) if folder.is_dir())


def main() -> None:
    """Run the command line."""
    app()
