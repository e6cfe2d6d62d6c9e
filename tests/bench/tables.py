"""What was measured, as tables for people: the map's figures beside the others', and ratios."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from rich import box
from rich.table import Table

from tests.bench.measure import middle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.bench.measure import Moving, Opening, Process, Work
    from tests.bench.watch import Reload

# The budgets: bytes that the map may have, and how many times as long as the floor it may take.
ON_DISK = 660_000
GZIPPED = 220_000
READY = 1.1
SLOW, LONGEST = 1.2, 1.5
BUILD = 1.5
RELOAD = 0.2  # seconds from a saved row to the page that shows it


class Sizes(NamedTuple):
    """One page: its bytes, its bytes gzipped, and how many files it loads from other hosts."""

    on_disk: int
    gzipped: int
    elsewhere: int


class Grown(NamedTuple):
    """What a list of one length costs: seconds to build, bytes, milliseconds to answer a click."""

    presences: int
    build: float
    on_disk: int
    gzipped: int
    answers: float


def size_table(ours: Sizes, plain: Sizes) -> Table:
    """Compare the map's file with the plain one."""
    table = _table("", "map.html", "plain", "map ÷ plain", "budget", "within")
    lines = [
        ("bytes on disk", ours.on_disk, plain.on_disk, ON_DISK),
        ("bytes gzipped, level 9", ours.gzipped, plain.gzipped, GZIPPED),
        ("scripts and styles of other hosts", ours.elsewhere, plain.elsewhere, 0),
    ]
    for what, mine, other, budget in lines:
        numbers = (f"{mine:,}", f"{other:,}", f"{mine / other:.2f}", f"{budget:,}")
        table.add_row(what, *numbers, _within(mine, budget))
    return table


def ready_table(times: Mapping[str, Sequence[Opening]], ours: str, floor: str) -> Table:
    """Compare the moments at which each page can be used with those of the map."""
    moments = {"mark": "map-ready", "answers": "answers a click", "shown": "first frame"}
    columns = [column for name in moments.values() for column in (f"{name}, ms", "map ÷ it")]
    table = _table("page", *columns, "budget", "within")
    for page, found in times.items():
        ratios = [middle(times[ours], part) / middle(found, part) for part in moments]
        cells = [_spread(found, part, 0) for part in moments]
        held = (f"{READY:g}", _within(max(ratios), READY)) if page == floor else ("", "")
        table.add_row(page, *_beside(cells, ratios), *held)
    return table


def moving_table(times: Mapping[str, Sequence[Moving]], ours: str, floor: str) -> Table:
    """Compare the times between frames while a map is zoomed and panned.

    All but the longest are of the frames of all rides together: one ride has some 160, of which the
    eight slowest are one in twenty, and with one more that is late its 95th percentile doubles.
    """
    rides = {page: _together(found) for page, found in times.items()}
    names = ("median, ms", "map ÷ it", "late, %", "95 %, ms", "map ÷ it", "longest, ms", "map ÷ it")
    table = _table("page", *names, "budgets", "within")
    for page, found in times.items():
        usual = rides[ours].usual / rides[page].usual
        slow = rides[ours].slow / rides[page].slow
        longest = middle(times[ours], "longest") / middle(found, "longest")
        within = "yes" if slow <= SLOW and longest <= LONGEST else "NO"
        held = (f"{SLOW:g}, {LONGEST:g}", within) if page == floor else ("", "")
        table.add_row(
            page,
            *(f"{rides[page].usual:.0f}", f"{usual:.2f}", f"{rides[page].late:.1f}"),
            *(f"{rides[page].slow:.0f} ({_range(found, 'slow', 0)})", f"{slow:.2f}"),
            *(_spread(found, "longest", 0), f"{longest:.2f}"),
            *held,
        )
    return table


def _together(rides: Sequence[Moving]) -> Moving:
    return type(rides[0])(tuple(chain.from_iterable(one.frames for one in rides)))


def work_table(times: Mapping[str, Sequence[Work]], ours: str, floor: str) -> Table:
    """Compare what the processor has to do."""
    parts = {"answers": "answers a click", "slow": "95 % of frames", "longest": "longest frame"}
    table = _table("processor, ms", ours, floor, "ratio", "budget", "within")
    for (part, name), budget in zip(parts.items(), (READY, SLOW, LONGEST), strict=True):
        cells = [_spread(times[page], part, 1) for page in (ours, floor)]
        ratio = middle(times[ours], part) / middle(times[floor], part)
        table.add_row(name, *cells, f"{ratio:.2f}", f"{budget:g}", _within(ratio, budget))
    cells = [_spread(times[page], "total", 0) for page in (ours, floor)]
    table.add_row("the ride in all", *cells, "", "", "")
    return table


def build_table(times: Mapping[str, Sequence[Process]], ours: str, floor: str) -> Table:
    """Compare whole processes with that of the build."""
    columns = ("clock, s", "build ÷ it", "processor, s", "build ÷ it")
    table = _table("process", *columns, "budget", "within")
    for process, found in times.items():
        parts = ("clock", "processor")
        ratios = [middle(times[ours], part) / middle(found, part) for part in parts]
        cells = [_spread(found, part, 2) for part in parts]
        held = (f"{BUILD:g}", _within(ratios[0], BUILD)) if process == floor else ("", "")
        table.add_row(process, *_beside(cells, ratios), *held)
    return table


def watch_table(times: Sequence[Reload]) -> Table:
    """Show how soon a saved row is on the page that is open."""
    table = _table("one changed row", "seconds", "budget", "within")
    table.add_row("to the start of the reload", _spread(times, "begins", 2), "", "")
    held = _within(middle(times, "ready"), RELOAD)
    table.add_row("to the page that is ready", _spread(times, "ready", 2), f"{RELOAD:g}", held)
    return table


def growth_table(lengths: Sequence[Grown]) -> Table:
    """Show what longer lists cost: in all, and by presence added since the shortest."""
    costs = ("build, s", "bytes", "gzipped", "answers, ms")
    added = ("build, ms each more", "bytes each more", "answers, ms each more")
    table = _table("presences", *costs, *added)
    base = lengths[0]
    for one in lengths:
        more = one.presences - base.presences
        cells = [f"{one.build:.2f}", f"{one.on_disk:,}", f"{one.gzipped:,}", f"{one.answers:.0f}"]
        if more:
            cells.append(f"{(one.build - base.build) * 1000 / more:.2f}")
            cells.append(f"{(one.on_disk - base.on_disk) / more:.0f}")
            cells.append(f"{(one.answers - base.answers) / more:.2f}")
        table.add_row(str(one.presences), *cells)
    return table


def _table(first: str, *columns: str) -> Table:
    table = Table(first, box=box.MARKDOWN)
    for column in columns:
        table.add_column(column, justify="right", no_wrap=True)
    return table


def _spread(
    times: Sequence[Process | Opening | Moving | Reload | Work], part: str, digits: int
) -> str:
    return f"{middle(times, part):.{digits}f} ({_range(times, part, digits)})"


def _range(
    times: Sequence[Process | Opening | Moving | Reload | Work], part: str, digits: int
) -> str:
    values = [getattr(one, part) for one in times]
    return f"{min(values):.{digits}f}–{max(values):.{digits}f}"


def _beside(cells: Sequence[str], ratios: Sequence[float]) -> list[str]:
    pairs = zip(cells, ratios, strict=True)
    return [text for cell, ratio in pairs for text in (cell, f"{ratio:.2f}")]


def _within(value: float, budget: float) -> str:
    return "yes" if value <= budget else "NO"
