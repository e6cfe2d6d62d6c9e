"""A folder of data under watch, for the tests of the loop and of the page that follows it."""

from __future__ import annotations

from threading import Event, Timer
from typing import TYPE_CHECKING

import pytest

from mapping.products.manifest import MAP_FILE
from mapping.watching.loop import BuildOutcome, watch
from mapping.watching.server import Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.folder import Folder


class Watched:
    """A folder under watch, its output, and what is served."""

    def __init__(self, folder: Folder, output: Path, server: Server, stop: Event) -> None:
        self.folder, self.output, self.server = folder, output, server
        self.outcomes = watch(folder.path, output, server, stop)

    def next(self) -> BuildOutcome:
        """Wait for the next build, and demand that the page is told how it ended."""
        outcome = next(self.outcomes)
        assert self.server.state.updates["faults"] == outcome.faults
        assert self.server.state.updates["summary"] == outcome.summary
        return outcome

    def mended(self) -> None:
        """Wait for a build that is good."""
        while self.next().faults:
            pass

    def failed(self) -> tuple[str, ...]:
        """Wait for a build that is not, and demand that all that was served is served still."""
        before = self.server.state.files
        while not (outcome := self.next()).faults:
            before = self.server.state.files
        assert self.server.state.files == before
        return outcome.faults

    @property
    def page(self) -> bytes:
        """Return the page as it is served."""
        return self.server.state.files[MAP_FILE]


@pytest.fixture
def watched(folder: Folder, tmp_path: Path) -> Iterator[Watched]:
    """Return a copy of the data under watch, not built yet; give up after a minute."""
    stop = Event()
    timer = Timer(60, stop.set)
    timer.start()
    with Server().running() as server:
        yield Watched(folder, tmp_path / "output", server, stop)
    timer.cancel()
