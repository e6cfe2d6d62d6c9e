"""Measure the map beside a plain one and beside the floor: ``python tests/bench/run.py``.

Size, time until the page can be used, frames while it moves, cold build, growth: each as a ratio
from this one run, for no time means anything away from the machine it was taken on. Nothing is
asserted; nothing is written but what ``--output FILE`` names.
"""

from __future__ import annotations

import sys
from functools import partial
from importlib.metadata import version
from os import cpu_count
from pathlib import Path
from platform import python_version
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from mapping import pipeline
from mapping.printing.chromium import launched
from tests.bench import growth, pages, tables, watch
from tests.bench.frames import moving
from tests.bench.measure import in_turn, opened, run, sizes
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from rich.table import Table

OPENINGS, PROCESSES, RIDES, SAVES = 7, 5, 11, 15
SLOWDOWNS = (1, 6)
PLAIN = Path(__file__).with_name("plain.py")
MAP, FLOOR = "map.html", "floor: Leaflet, the same areas"
OWN_DRAWING, PLAIN_PAGE = "our own drawing alone", "plain, Leaflet inlined"
BUILD, IMPORTS, SCRIPT = "presence-map build", "import geopandas, folium", "plain script"
Section = tuple[str, str, "Table"]


def measure(folder: Path) -> Iterator[Section]:
    """Make everything in `folder`, measure it, and give each table as it is done."""
    processes = build(folder)
    ours, plain = folder / "map" / "map.html", folder / "plain.html"
    found = [
        tables.Sizes(*sizes(file), pages.elsewhere(file.read_text(encoding="utf-8")))
        for file in (ours, plain)
    ]
    yield (
        "Size",
        "Plain: as folium saves it; what it loads is not counted.",
        tables.size_table(*found),
    )
    yield "Cold build", f"Median of {PROCESSES} (lowest–highest).", processes
    with launched() as browser:
        files = beside(folder)
        yield from in_browser(browser, files)
        about = f"Median of {SAVES} (lowest–highest), by presence-map watch."
        yield "Watch", about, tables.watch_table(watch.reloads(browser, folder, SAVES))
        about = f"Copies in the same places; medians of {growth.ROUNDS}."
        yield "Growth", about, growth.grow(browser, folder)


def build(folder: Path) -> Table:
    """Time whole processes; leaves both maps in `folder`."""
    python = sys.executable
    ours = (python, "-m", "mapping", "build", "--data", GEODATA, "--output", folder / "map")
    jobs = {
        BUILD: partial(run, *ours),
        IMPORTS: partial(run, python, "-c", "import geopandas, folium"),
        SCRIPT: partial(run, python, PLAIN, GEODATA, folder / "plain.html"),
    }
    return tables.build_table(in_turn(jobs, PROCESSES), BUILD, IMPORTS)


def beside(folder: Path) -> dict[str, Path]:
    """Write the pages that stand beside one another, with the map among them."""
    atlas = pipeline.check(GEODATA, lambda _: None)
    made = {
        MAP: (folder / "map" / "map.html").read_text(encoding="utf-8"),
        FLOOR: pages.floor(atlas, pages.LEAFLETS_WAY),
        OWN_DRAWING: pages.floor(atlas, pages.OWN_WAY),
        PLAIN_PAGE: pages.offline((folder / "plain.html").read_text(encoding="utf-8")),
    }
    files = {name: folder / f"page{number}.html" for number, name in enumerate(made)}
    for name, file in files.items():
        file.write_text(made[name], encoding="utf-8", newline="\n")
    return files


def in_browser(browser: Browser, files: dict[str, Path]) -> Iterator[Section]:
    """Time the pages on this machine's processor, and on one that is as slow as a telephone's."""
    opening = f"Median of {OPENINGS} fresh contexts, offline, Chromium {browser.version}."
    riding = f"Between frames, three steps nearer, once round, and back, {RIDES} times."
    for slowdown in SLOWDOWNS:
        slowly = f", processor {slowdown} times slower" if slowdown > 1 else ""
        yield f"Ready{slowly}", opening, ready(browser, files, slowdown)
        yield f"Moving{slowly}", riding, move(browser, files, slowdown)


def ready(browser: Browser, files: dict[str, Path], slowdown: int = 1) -> Table:
    """Time how soon each page can be used."""
    jobs = {name: partial(opened, browser, file, slowdown) for name, file in files.items()}
    return tables.ready_table(in_turn(jobs, OPENINGS), MAP, FLOOR)


def move(browser: Browser, files: dict[str, Path], slowdown: int = 1) -> Table:
    """Time the frames of the map and of the floor while they move."""
    jobs = {name: partial(moving, browser, files[name], slowdown) for name in (MAP, FLOOR)}
    return tables.moving_table(in_turn(jobs, RIDES), MAP, FLOOR)


def main(
    output: Annotated[Path | None, typer.Option(help="Write the tables here as well.")] = None,
) -> None:
    """Measure the map beside a plain geopandas and folium map, and beside the floor."""
    console = Console(record=True, width=160)
    machine = f"Python {python_version()}, geopandas {version('geopandas')}, "
    machine += f"folium {version('folium')}, {cpu_count()} processors."
    console.print(machine, highlight=False)
    with TemporaryDirectory() as folder:
        for title, about, table in measure(Path(folder)):
            console.print(f"\n### {title}\n\n{about}", highlight=False, markup=False)
            console.print(table)
    if output:
        lines = [line.rstrip() for line in console.export_text().splitlines()]
        output.write_text("\n".join(lines).strip() + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    typer.run(main)
