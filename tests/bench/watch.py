"""One changed row to the reloaded page: `presence-map watch`, and the map open in a browser."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from mapping.files.data_folder import INPUTS, PRESENCES_FILE
from tests.support.folder import GEODATA, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

STATE = "?lang=fr&presence=arg-adviser&view=2.00/-20.00/-60.00"
ROW = (b"arg-adviser,listed,adviser,yes", b"arg-adviser,listed,adviser,no")  # in turn
AT_REST = "new Promise((done) => requestIdleCallback(done))"
# Both clocks are this machine's: seconds since 1970.
MOMENTS = """
[0, performance.getEntriesByName('map-ready')[0].startTime]
  .map((time) => (performance.timeOrigin + time) / 1000)
"""


class Reload(NamedTuple):
    """Seconds from a saved row until the browser begins to load the page, and until it is ready."""

    begins: float
    ready: float


def reloads(browser: Browser, folder: Path, rounds: int) -> list[Reload]:
    """Save a changed row time and again while the map is open; the first two are discarded."""
    data = folder / "watched"
    data.mkdir()
    for name in INPUTS:
        shutil.copy(GEODATA / name, data / name)
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
    page = context.new_page()
    with watching(data, folder / "live") as address:
        page.goto(address + STATE)
        page.wait_for_selector("html[data-ready]")
        found = [reload(page, data / PRESENCES_FILE) for _ in range(rounds + 2)]
    context.close()
    return found[2:]


def reload(page: Page, table: Path) -> Reload:
    """Save a changed row once the page is at rest, and ask the page that comes when it was ready.

    Nothing is asked of it before: whatever looks for an element from outside holds the page up.
    """
    page.evaluate(AT_REST)
    content = table.read_bytes()
    old, new = ROW if ROW[0] in content else reversed(ROW)
    with page.expect_navigation(wait_until="load"):
        saved = time.time()
        table.write_bytes(content.replace(old, new))
    begins, ready = page.evaluate(MOMENTS)
    return Reload(begins - saved, ready - saved)


@contextmanager
def watching(data: Path, output: Path) -> Iterator[str]:
    """Run `presence-map watch` in a process of its own; give the address of the map."""
    words = ("watch", "--no-open", "--data", data, "--output", output)
    program = (sys.executable, "-m", "mapping", *words)
    with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as process:  # noqa: S603 (our own)
        assert process.stdout
        try:
            said = next(line for line in process.stdout if "http://" in line)
            yield next(word for word in said.replace(";", " ").split() if word.startswith("http"))
        finally:
            process.send_signal(signal.SIGINT)
