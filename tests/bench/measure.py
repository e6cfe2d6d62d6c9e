"""How long and how large: processes, pages in a browser, files; each in turn, so drift cancels."""

from __future__ import annotations

import gzip
import os
import subprocess
import time
from contextlib import contextmanager
from statistics import median, quantiles
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tests.support.folder import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.bench.watch import Reload

Times = TypeVar("Times", bound="Process | Opening | Moving | Reload | Work")

# When the page calls itself ready, note two moments more: its script has ended and a click would be
# answered; the first frame after that is rendered.
IN_TIME = 20
"""Milliseconds; the next frame of a usual screen comes after 17 or after 33."""

WATCH = """
const mark = performance.mark.bind(performance)
const soon = (name) => {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => mark(name)
  port2.postMessage(null)
}
performance.mark = (name, options) => {
  if (name === 'map-ready') {
    soon('answers')
    requestAnimationFrame(() => soon('shown'))
  }
  return mark(name, options)
}
"""
MOMENTS = """
new Promise((resolve, reject) => {
  const names = ['map-ready', 'answers', 'shown']
  const look = () => {
    const found = names.flatMap((name) => performance.getEntriesByName(name).slice(0, 1))
    if (found.length === names.length) resolve(found.map((one) => one.startTime))
    else if (performance.now() > 60000) reject(new Error('not ready after a minute'))
    else setTimeout(look, 10)
  }
  look()
})
"""


class Process(NamedTuple):
    """What a whole process took, in seconds: on the clock, and of all processors."""

    clock: float
    processor: float


class Opening(NamedTuple):
    """Milliseconds from the start of navigation until the page does what the names say."""

    mark: float
    answers: float
    shown: float


class Moving(NamedTuple):
    """Milliseconds from frame to frame in one ride over a map, or in several."""

    frames: tuple[float, ...]

    @property
    def usual(self) -> float:
        """The median."""
        return median(self.frames)

    @property
    def slow(self) -> float:
        """What one in twenty takes longer than."""
        return quantiles(self.frames, n=20)[-1]

    @property
    def late(self) -> float:
        """How many of a hundred do not come in time."""
        return 100 * sum(one > IN_TIME for one in self.frames) / len(self.frames)

    @property
    def longest(self) -> float:
        """The longest."""
        return max(self.frames)


class Work(NamedTuple):
    """Milliseconds of a page's main thread: until it answers; of its frames in one ride; in all."""

    answers: float
    slow: float
    longest: float
    total: float


def in_turn(jobs: Mapping[str, Callable[[], Times]], rounds: int) -> dict[str, Sequence[Times]]:
    """Do every job once a round, each round starting with another; the first round is discarded."""
    names, found = list(jobs), {name: list[Times]() for name in jobs}
    for turn in range(rounds + 1):
        first = turn % len(names)
        for name in names[first:] + names[:first]:
            found[name].append(jobs[name]())
    return {name: times[1:] for name, times in found.items()}


def middle(times: Sequence[Times], part: str) -> float:
    """Return the median of one part of several measurements."""
    values: list[float] = [getattr(one, part) for one in times]
    return median(values)


def run(*words: str | Path) -> Process:
    """Run a program in the project's folder; stop where it fails."""
    before, start = os.times(), time.perf_counter()
    env = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}  # an installed program has its byte code
    subprocess.run(  # noqa: S603 (our own words)
        words, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, env=env
    )
    clock, after = time.perf_counter() - start, os.times()
    user = after.children_user - before.children_user
    return Process(clock, user + after.children_system - before.children_system)


def opened(browser: Browser, file: Path, slowdown: int = 1) -> Opening:
    """Open a file with no network, on a laptop's screen, its processor slowed down."""
    with laptop(browser, slowdown) as page:
        page.goto(file.as_uri())
        return Opening(*page.evaluate(MOMENTS))


@contextmanager
def laptop(browser: Browser, slowdown: int) -> Iterator[Page]:
    """Give a page of a fresh context, its processor so many times slower; no script may fail."""
    context = browser.new_context(
        offline=True,
        viewport={"width": 1280, "height": 800},
        locale="en-GB",
        reduced_motion="no-preference",
    )
    context.add_init_script(WATCH)
    errors: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    yield page
    context.close()
    if errors:
        message = f"{page.url} fails: {errors[0]}"
        raise RuntimeError(message)


def sizes(file: Path) -> tuple[int, int]:
    """Return the bytes of a file, as it lies on disk and gzipped at the highest level."""
    content = file.read_bytes()
    return len(content), len(gzip.compress(content, 9, mtime=0))
