"""Measure what a page has the processor do: ``python -m tests.bench.processor``.

The main thread's own time, by Chromium's trace, until the first frame in which a presence can be
clicked and from frame to frame of a ride; beside Leaflet with the same areas alone. Other than the
times of ``run.py``, it hardly depends on what else the machine does; but where that leaves time for
fewer frames, the slowest in twenty have more to do.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from mapping import pipeline
from mapping.printing.chromium import launched
from tests.bench import pages, tables
from tests.bench.frames import RIDE
from tests.bench.measure import MOMENTS, Work, in_turn, laptop, run
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

CATEGORIES = ["blink.user_timing", "cc", "disabled-by-default-devtools.timeline", "toplevel"]
MAP, FLOOR = "map.html", "floor: Leaflet, the same areas"
Event = dict[str, Any]


def work(browser: Browser, file: Path) -> Work:
    """Open a file with no network, and ride over its map."""
    with laptop(browser, 1) as page:
        opening = traced(browser, page, partial(_open, page, file))
        shown = next(event for event in opening if event["name"] == "shown")
        before = [one for one in tasks(opening, shown) if one["ts"] <= shown["ts"]]
        riding = traced(browser, page, partial(page.evaluate, RIDE))
        found = list(frames(riding, tasks(riding, shown)))
    opened = sum(one["tdur"] for one in before) / 1000
    return Work(opened, quantiles(found, n=20)[-1], max(found), sum(found))


def _open(page: Page, file: Path) -> None:
    page.goto(file.as_uri())
    page.evaluate(MOMENTS)


def traced(browser: Browser, page: Page, act: Callable[[], object]) -> list[Event]:
    """Act, and return the events of the page's trace."""
    browser.start_tracing(page=page, categories=CATEGORIES)
    act()
    events: list[Event] = json.loads(browser.stop_tracing())["traceEvents"]
    return events


def tasks(events: list[Event], witness: Event) -> list[Event]:
    """Return what the thread of an event did, in order."""
    thread = (witness["pid"], witness["tid"])
    found = [
        one
        for one in events
        if one["name"] == "RunTask" and (one["pid"], one["tid"]) == thread and "tdur" in one
    ]
    return sorted(found, key=lambda one: float(one["ts"]))


def frames(events: list[Event], done: list[Event]) -> Iterator[float]:
    """Yield the milliseconds of work for each frame: all tasks since the one before."""
    begun = [one["ts"] for one in events if one["name"] == "ProxyMain::BeginMainFrame"]
    spent = 0.0
    for one in done:
        spent += one["tdur"] / 1000
        if any(one["ts"] <= start < one["ts"] + one["dur"] for start in begun):
            yield spent
            spent = 0.0


def main(
    rounds: Annotated[int, typer.Option(help="How often each page is opened.")] = 5,
) -> None:
    """Measure the map beside the floor."""
    with TemporaryDirectory() as scratch, launched() as browser:
        folder = Path(scratch)
        run(sys.executable, "-m", "mapping", "build", "--data", GEODATA, "--output", folder / "map")
        floor = folder / "floor.html"
        atlas = pipeline.check(GEODATA, lambda _: None)
        floor.write_text(pages.floor(atlas, pages.LEAFLETS_WAY), encoding="utf-8", newline="\n")
        files = {MAP: folder / "map" / "map.html", FLOOR: floor}
        jobs = {name: partial(work, browser, file) for name, file in files.items()}
        console = Console(width=160)
        console.print(tables.work_table(in_turn(jobs, rounds), MAP, FLOOR))


if __name__ == "__main__":
    typer.run(main)
