"""What a person at a terminal sees: progress, faults, tables; the only import of rich."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from mapping.commands import fault_formats
from mapping.commands.fault_formats import ReportFormat
from mapping.commands.streams import EXIT_UNREADABLE
from mapping.errors import NOTHING_WRITTEN, DataError, UnknownListError, WrongUseError, count_faults
from mapping.files.data_folder import LEFT_OUT_FILE, choose_folder, find_own_folder
from mapping.files.paths import packaged_folder
from mapping.files.system_errors import explain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from mapping.atlas import Atlas
    from mapping.errors import Fault
    from mapping.watching.loop import BuildOutcome

EXIT_FAULTS, EXIT_WRONG_USE = 1, 2  # exit statuses
EXIT_STOPPED = 130  # exit status of a command that the person stopped
MAX_TABLE_CHARS = 1000  # characters of any table
PACKAGED_LIST_NOTE = (
    "note: this is the packaged list, {folder}, for there is neither an edition.toml in this "
    "folder nor a folder geodata; name another with --data"
)
FILLED_BY_A_BUILD = f"a build writes each into {LEFT_OUT_FILE}, where the folder has one"
EXIT_STATUSES = (
    "Exit status: 0 all is well; 1 there are faults in the data; 2 the command was used wrongly; "
    "3 something could not be read or written."
)


@contextmanager
def reporting_faults(
    report_format: ReportFormat,
    folder: Path,
    outcome: str = NOTHING_WRITTEN,
    kept: str = "the last good output stays",
) -> Iterator[None]:
    """Report what goes wrong in the block, in the format that was chosen, and exit.

    `outcome` is what came of it where there are faults, `kept` where a file could not be read.
    """
    try:
        yield
    except DataError as error:
        print_faults(report_format, folder, error.faults, error.notices)
        if report_format is not ReportFormat.json:
            typer.echo(count_faults(len(error.faults), outcome), err=True)
        raise typer.Exit(EXIT_FAULTS) from None
    except UnknownListError as error:
        raise typer.BadParameter(str(error)) from None
    except WrongUseError as error:
        print_refusal(report_format, folder, f"{error}\n{NOTHING_WRITTEN}.")
        raise typer.Exit(EXIT_WRONG_USE) from None
    except OSError as error:
        if isinstance(error, BrokenPipeError):  # the reader of the pipe has gone
            raise
        print_refusal(report_format, folder, f"{explain(error)}; {kept}.")
        raise typer.Exit(EXIT_UNREADABLE) from None


@contextmanager
def reporting_a_stop() -> Iterator[None]:
    """Report that the person stopped the block (Ctrl+C, Ctrl+D), which wrote nothing, and exit."""
    try:
        yield
    except (KeyboardInterrupt, EOFError):
        typer.echo(f"stopped; {NOTHING_WRITTEN}", err=True)
        raise typer.Exit(EXIT_STOPPED) from None


def print_faults(
    report_format: ReportFormat,
    folder: Path,
    faults: Sequence[Fault],
    notices: Sequence[Fault],
    **more: object,
) -> None:
    """Print faults and notices: for programs on standard output, for a person on standard error."""
    if report_format is ReportFormat.json:
        typer.echo(fault_formats.format_json(folder, faults, notices, **more))
    elif faults or notices:
        if report_format is ReportFormat.github:
            typer.echo(fault_formats.format_github(folder, faults, notices))
        typer.echo(fault_formats.format_text(faults, notices), err=True)


def print_refusal(report_format: ReportFormat, folder: Path, reason: str) -> None:
    """Print why a command did nothing, where no row is at fault: for a program and a person."""
    if report_format is ReportFormat.json:
        typer.echo(fault_formats.format_json(folder, (), (), refused=reason))
    elif report_format is ReportFormat.github:
        typer.echo(fault_formats.format_github_refusal(reason))
    typer.echo(reason, err=True)


def print_outcome(outcome: BuildOutcome) -> None:
    """Print how a build of `watch` ended."""
    for notice in outcome.notices:
        typer.echo(f"note: {notice}", err=True)
    for line in (*outcome.faults, outcome.summary):
        typer.echo(line, err=bool(outcome.faults))


@contextmanager
def show_progress() -> Iterator[Callable[[str], None]]:
    """Yield a function that shows the act under way on a terminal; in a pipe, it is silent."""
    console = Console(stderr=True)
    with console.status("start") as status:
        yield lambda act: status.update(f"{act} …")


def open_page(address: str) -> None:
    """Open a page in the browser, or print that there is none."""
    import webbrowser

    if not webbrowser.open(address):
        typer.echo(f"note: there is no browser to open; open {address} yourself", err=True)


def select_data_folder(given: Path | None) -> Path:
    """Return the data folder; where that is the packaged one, print so before all else."""
    if find_own_folder(given) is None:
        typer.echo(PACKAGED_LIST_NOTE.format(folder=packaged_folder()), err=True)
    return choose_folder(given)


def is_interactive() -> bool:
    """Return whether a person can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def print_fields(title: str, fields: Mapping[str, str]) -> None:
    """Print one thing as a table of names and texts; none of them is read as markup."""
    table = Table(title=title, title_justify="left", show_header=False)
    for _ in ("name", "text"):
        table.add_column(overflow="fold")
    for name, text in fields.items():
        table.add_row(name, Text(text))
    Console().print(table)


def print_completeness(atlas: Atlas) -> None:
    """Print how many presences the list has, and how many its source document counts, if any."""
    from mapping.dataset.totals import tally_categories, total_counts

    tallies = tally_categories(atlas.dataset)
    found, expected = total_counts(tallies)
    if expected is None:
        places = [(one.category.key, str(one.found)) for one in tallies]
        _print_table(("category", "places"), [*places, ("all", str(found))])
        _print_lacks(atlas)
        return
    rows: list[tuple[str, ...]] = []
    for tally in tallies:
        gap = str(tally.open) if tally.category.counted else "not counted"
        numbers = (str(tally.found), str(tally.category.expected), gap, str(tally.candidates))
        rows.append((tally.category.key, *numbers))
    candidates = sum(tally.candidates for tally in tallies)
    rows.append(("counted", str(found), str(expected), str(expected - found), str(candidates)))
    _print_table(("category", "found", "expected", "not identified", "candidates"), rows)


def _print_lacks(atlas: Atlas) -> None:
    """Print how many rows are not on the map, and how many texts are those of another language."""
    from mapping.display_texts import count_borrowed
    from mapping.products.left_out import find_left_out

    left_out = {one.line for one in atlas.dataset.tables.left_out}
    if left_out:
        rows = "row is" if len(left_out) == 1 else "rows are"
        file = find_left_out(atlas)
        each = f"{file} has each" if file else FILLED_BY_A_BUILD
        typer.echo(f"{len(left_out)} {rows} left out: the notes above say why; {each}")
    if borrowed := count_borrowed(atlas):
        default = atlas.dataset.edition.metadata.default_language
        counts = ", ".join(f"{code} {count:,}" for code, count in borrowed.items())
        typer.echo(f"texts that are shown in {default} for want of their own: {counts}")


def _print_table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Print a table whose last row is a sum; as lines, where the terminal would cut its words."""
    console, table = Console(), Table(*header)
    for row in rows:
        table.add_row(*map(escape, row), style="bold" if row is rows[-1] else "")
    options = console.options.update(max_width=MAX_TABLE_CHARS)
    if table.__rich_measure__(console, options).maximum <= console.width:
        console.print(table)
        return
    for name, *cells in rows:
        numbers = (f"{column} {cell}" for column, cell in zip(header[1:], cells, strict=True))
        typer.echo(f"{name}: {', '.join(numbers)}")
