"""Measure the map beside a plain one and beside the floor: ``python tests/bench/run.py``.

Size, time until the page can be used, cold build, growth: each as a ratio from this one run, for no
time means anything away from the machine it was taken on. Nothing is asserted; nothing is written
but what ``--output FILE`` names.
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
from tests.bench import growth, pages, tables, watch
from tests.bench.measure import in_turn, middle, opened, run, sizes
from tests.chromium import chromium
from tests.folder import GEODATA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from rich.table import Table

OPENINGS, PROCESSES, GROWING, SAVES = 7, 5, 3, 15
LENGTHS = (1, 2, 4, 8)
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
    with chromium() as browser:
        about = f"Median of {OPENINGS} fresh contexts, offline, Chromium {browser.version}."
        yield "Ready", about, ready(browser, folder)
        about = f"Median of {SAVES} (lowest–highest), by presence-map watch."
        yield "Watch", about, tables.watch_table(watch.reloads(browser, folder, SAVES))
        about = f"Copies in the same places; medians of {GROWING}."
        yield "Growth", about, grow(browser, folder)


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


def ready(browser: Browser, folder: Path) -> Table:
    """Time how soon each page can be used."""
    atlas = pipeline.check(GEODATA, lambda _: None)
    made = {
        MAP: (folder / "map" / "map.html").read_text(encoding="utf-8"),
        FLOOR: pages.floor(atlas, pages.LEAFLETS_WAY),
        OWN_DRAWING: pages.floor(atlas, pages.OWN_WAY),
        PLAIN_PAGE: pages.offline((folder / "plain.html").read_text(encoding="utf-8")),
    }
    jobs = {}
    for number, (name, text) in enumerate(made.items()):
        file = folder / f"page{number}.html"
        file.write_text(text, encoding="utf-8", newline="\n")
        jobs[name] = partial(opened, browser, file)
    return tables.ready_table(in_turn(jobs, OPENINGS), MAP, FLOOR)


def grow(browser: Browser, folder: Path) -> Table:
    """Build and open longer and longer lists."""
    outputs, counts, builds, openings = {}, {}, {}, {}
    for times in LENGTHS:
        data, outputs[times] = folder / f"data{times}", folder / f"map{times}"
        counts[times] = growth.multiply(GEODATA, data, times)
        words = ("-m", "mapping", "build", "--data", data, "--output", outputs[times])
        builds[str(times)] = partial(run, sys.executable, *words)
        openings[str(times)] = partial(opened, browser, outputs[times] / "map.html")
    built, answered = in_turn(builds, GROWING), in_turn(openings, GROWING)
    return tables.growth_table(
        [
            tables.Grown(
                counts[times],
                middle(built[str(times)], "clock"),
                *sizes(outputs[times] / "map.html"),
                middle(answered[str(times)], "answers"),
            )
            for times in LENGTHS
        ]
    )


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
