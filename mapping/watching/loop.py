"""Build, serve, and build again whenever a file is saved."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping import pipeline
from mapping.errors import DataError, WrongUseError, count_faults
from mapping.files.cache import clear_caches
from mapping.files.paths import WEB, WORDS, is_checkout, packaged_folder
from mapping.files.system_errors import explain
from mapping.products.left_out import renew_left_out
from mapping.products.manifest import MAP_FILE
from mapping.watching.file_events import watch_files
from mapping.watching.served_page import add_follower, placeholder_page

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from pathlib import Path
    from threading import Event

    from mapping.watching.server import Server

AGAIN = "; then save again"


@dataclass(frozen=True)
class BuildOutcome:
    """How one build ended: its faults and notices, if any, and how long it took, in seconds."""

    faults: tuple[str, ...]
    notices: tuple[str, ...]
    seconds: float

    @property
    def summary(self) -> str:
        """Return it in one line."""
        if self.faults:
            return count_faults(len(self.faults))
        return f"built in {self.seconds:.2f} s"


def watch(
    data: Path, output: Path, server: Server, stop: Event
) -> Generator[BuildOutcome, None, None]:
    """Build and serve at once, and again after each save, until `stop` is set or Ctrl+C.

    Each outcome is yielded when it is served and written already. Faults are listed over the last
    map that could be made; that on the disk is whole, whatever happens.

    Raises
    ------
    WrongUseError
        The output folder is no place for products; nothing is served or written.
    DataError
        The script that follows the builds cannot be read or joined.
    OSError
        The folders cannot be watched.
    """
    pipeline.refuse(data, output)
    session = _Session(data, output, server)
    try:
        for _ in watch_files(list_folders(data), stop):
            yield session.build()
    finally:
        clear_caches()


class _Session:
    """Builds and serves: what is served is the last map that could be made."""

    def __init__(self, data: Path, output: Path, server: Server) -> None:
        self._data, self._output, self._server = data, output, server
        self._page = placeholder_page()
        self._files = {MAP_FILE: self._page.content}

    def build(self) -> BuildOutcome:
        """Build, serve and write; return how it ended."""
        start = time.perf_counter()
        try:
            drawn = pipeline.draw(self._data, lambda _: None)
            self._page = add_follower(drawn.page)
            self._files = self._files | {MAP_FILE: self._page.content}
            outcome = self._end(start, [], drawn.atlas.notices)
            # What is not looked at now comes later; the disk may take longer than all the rest.
            products = pipeline.make_products(drawn)
            self._files = {**products, MAP_FILE: self._page.content}
            self._publish(outcome)
            pipeline.write(self._output, products)
            renew_left_out(self._data, drawn.atlas)
        except DataError as error:
            outcome = self._end(start, error.faults, error.notices)
        except WrongUseError as error:
            outcome = self._end(start, [f"{reason}{AGAIN}" for reason in error.reasons])
        except OSError as error:
            outcome = self._end(start, [f"{explain(error)}{AGAIN}"])
        return outcome

    def _end(
        self, start: float, faults: Iterable[object], notices: Iterable[object] = ()
    ) -> BuildOutcome:
        """Serve the files, and report how the build that began at `start` ended."""
        seconds = time.perf_counter() - start
        outcome = BuildOutcome((*map(str, faults),), (*map(str, notices),), seconds)
        self._publish(outcome)
        return outcome

    def _publish(self, outcome: BuildOutcome) -> None:
        updates = {
            "version": self._page.version,
            "summary": outcome.summary,
            "faults": outcome.faults,
        }
        self._server.publish(self._files, updates)


def list_folders(data: Path) -> list[Path]:
    """Return the folders of the data, the shared data and, in a checkout, of words and page."""
    watched = [*{data.resolve(), packaged_folder().resolve()}]
    if is_checkout():
        watched += [WORDS, WEB, *sorted(one for one in WEB.rglob("*") if one.is_dir())]
    return watched
