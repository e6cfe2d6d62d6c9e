"""What a person at a terminal sees: progress, faults, tables; the only import of rich."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mapping.atlas import Atlas
    from mapping.watch import Outcome


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what went wrong into lines for a person, and exit status 1."""
    from mapping.errors import DataError  # noqa: PLC0415 (help need not wait for pydantic and geopandas)

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


def told(outcome: Outcome) -> None:
    """Print how a build of `watch` ended."""
    for line in (*outcome.faults, outcome.summary):
        typer.echo(line, err=bool(outcome.faults))


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
