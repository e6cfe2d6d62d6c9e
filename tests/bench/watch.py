"""One changed row to the reloaded page: ``python -m tests.bench.watch``, or a part of ``run.py``."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from mapping import presences
from mapping.lists import INPUTS
from tests.folder import GEODATA, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from playwright.sync_api import Browser, Page

OLD, NEW = b",adviser,yes,,ARG,", b",adviser,no,,ARG,"  # a cell of one row that the page shows
VIEW = "?lang=fr&presence=ken-adviser&view=2.00/13.00/8.00"
READY = "performance.timeOrigin + (performance.getEntriesByName('map-ready')[0]?.startTime ?? NaN)"


class Reload(NamedTuple):
    """Seconds from the save of a row until the page goes, and until it is ready again."""

    gone: float
    ready: float


@contextmanager
def watching(data: Path, output: Path) -> Iterator[str]:
    """Run `presence-map watch` in a process of its own; give the address of the map."""
    words = ("watch", "--no-open", "--data", data, "--output", output)
    with subprocess.Popen(  # noqa: S603 (our own program)
        [sys.executable, "-m", "mapping", *words], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        [address] = next(
            filter(
                None,
                (
                    [w for w in line.replace(";", "").split() if w.startswith("http")]
                    for line in process.stdout
                ),
            )
        )
        yield address
        process.send_signal(signal.SIGINT)


def reloads(browser: Browser, folder: Path, rounds: int) -> list[Reload]:
    """Change one row time and again, with the map open in a browser."""
    data = folder / "watched"
    data.mkdir()
    for name in INPUTS:
        shutil.copy(GEODATA / name, data / name)
    with watching(data, folder / "live") as address:
        page = browser.new_context(
            viewport={"width": 1280, "height": 800}, locale="en-GB"
        ).new_page()
        page.goto(address + VIEW)
        page.wait_for_selector("html[data-ready]")
        return [once(page, data / presences.FILE) for _ in range(rounds + 2)][2:]


def once(page: Page, table: Path) -> Reload:
    page.evaluate("new Promise((done) => requestIdleCallback(done))")
    content = table.read_bytes()
    version = page.locator("script[data-version]").get_attribute("data-version")
    changed = content.replace(OLD, NEW) if OLD in content else content.replace(NEW, OLD)
    saved = time.time()
    table.write_bytes(changed)
    newer = f'html[data-ready] script[data-version]:not([data-version="{version}"])'
    page.wait_for_selector(newer, state="attached")
    origin, ready = page.evaluate(f"[performance.timeOrigin, {READY}]")
    return Reload(origin / 1000 - saved, ready / 1000 - saved)


if __name__ == "__main__":
    from tests.chromium import chromium
    from pathlib import Path
    import tempfile
    from statistics import median

    with chromium() as b, tempfile.TemporaryDirectory() as f:
        r = reloads(b, Path(f), 15)
        for x in r:
            print([round(v * 1000) for v in x])
        print([round(median(v) * 1000) for v in zip(*r)])
