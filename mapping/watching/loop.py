"""Build, serve, and build again whenever a file is saved."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping import pipeline
from mapping.errors import DataError, WrongUseError, count_faults
from mapping.files.paths import WEB, WORDS, is_checkout, packaged_folder
from mapping.files.system_errors import explain
from mapping.products.manifest import MAP_FILE
from mapping.watching.file_events import watch_files
from mapping.watching.reload import add_follower, placeholder_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from threading import Event

    from mapping.watching.server import Server


@dataclass(frozen=True)
class BuildOutcome:
    """How one build ended: its faults and notices, if any, and how long it took, in seconds."""

    faults: tuple[str, ...]
    notes: tuple[str, ...]
    seconds: float

    @property
    def summary(self) -> str:
        """Return it in one line."""
        if self.faults:
            return count_faults(len(self.faults))
        return f"built in {self.seconds:.2f} s"


def watch(data: Path, output: Path, server: Server, stop: Event) -> Iterator[BuildOutcome]:
    """Build and serve at once, and again after each save, until `stop` is set or Ctrl+C.

    Each outcome is yielded when it is served and written already. Faults are listed over the last
    map that could be made; that on the disk is whole, whatever happens. `WrongUseError` is raised
    at the start where the output folder is no place for products.
    """
    pipeline.refuse(data, output)
    page = placeholder_page()
    files = {MAP_FILE: page.content}

    def show(faults: Iterable[object], notes: Iterable[object] = ()) -> BuildOutcome:
        seconds = time.perf_counter() - start
        outcome = BuildOutcome((*map(str, faults),), (*map(str, notes),), seconds)
        updates = {"version": page.version, "summary": outcome.summary, "faults": outcome.faults}
        server.publish(files, updates)
        return outcome

    for _ in watch_files(folders(data), stop):
        start = time.perf_counter()
        try:
            built = pipeline.build_products(data, lambda _: None)
            page = add_follower(built.page, built.products[MAP_FILE])
            files = {**built.products, MAP_FILE: page.content}
            outcome = show([], built.atlas.notices)
            pipeline.write(output, built.products)  # last: the disk may take longer than the rest
        except DataError as error:
            outcome = show(error.faults, error.notices)
        except (OSError, WrongUseError) as error:
            outcome = show([f"{one}; then save again" for one in explain(error).split("\n")])
        yield outcome


def folders(data: Path) -> list[Path]:
    """Return the folders of the data, the shared data and, in a checkout, of words and page."""
    watched = [*{data.resolve(), packaged_folder().resolve()}]
    if is_checkout():
        watched += [WORDS, WEB, *sorted(one for one in WEB.rglob("*") if one.is_dir())]
    return watched
