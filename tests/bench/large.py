"""Measure check and build of long lists: ``python tests/bench/large.py``.

Generated lists of 100 to 100,000 rows. Some are complete, with an edition of their own: an office
of every mission in every country. Others are as organisations keep them: a name, a country, a
city, and points or none. Time and memory of whole processes, and what a row more costs between one
length and the next: where that stays the same, growth is linear. Nothing is asserted.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer
from rich.console import Console
from rich.table import Table

from mapping.adding.new_folder import create_data_folder
from mapping.dataset.gazetteer import read_gazetteer
from mapping.files.data_folder import NAMES_FILE, PRESENCES_FILE, SOURCES_FILE
from mapping.importing.list_choices import ListChoices
from mapping.importing.new_list import create_list, read_list
from tests.support.folder import GEODATA, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LENGTHS = [100, 1_000, 10_000, 100_000]
STEP = 7_919  # cities of the gazetteer that are passed over: a prime, so that all of them come


class Cost(NamedTuple):
    """What a process took: seconds of all processors, and megabytes at its peak."""

    seconds: float
    megabytes: float


# What 100,000 rows may take.
BUDGETS = {"check": Cost(8, 1_200), "build": Cost(15, 1_200)}


def generate(folder: Path, rows: int) -> None:
    """Write a data folder with this many rows, no two of them alike."""
    create_data_folder(folder)
    edition = folder / "edition.toml"
    text = edition.read_text(encoding="utf-8")
    for line in ("field = 1 ", "expected = 1 "):
        text = text.replace(line, f"{line[:-2]}{rows} ")
    edition.write_text(text, encoding="utf-8", newline="\n")
    with (GEODATA / "countries.csv").open(encoding="utf-8", newline="") as file:
        hosts = [row["code"] for row in csv.DictReader(file) if row["names_source"] == "unterm"]
    _append(
        folder / SOURCES_FILE,
        [
            {
                "id": "made-up",
                "title": "Generated list",
                "language": "en",
                "publisher": "This program",
            }
        ],
    )
    missions = range((rows - 1) // len(hosts) + 1)
    _append(
        folder / NAMES_FILE,
        [{"kind": "mission", "key": f"mission-{n}", "en": f"Mission {n}"} for n in missions],
    )
    made = ((hosts[number % len(hosts)], number // len(hosts)) for number in range(rows))
    _append(
        folder / PRESENCES_FILE,
        (
            {
                "id": f"{host.lower()}-office-{mission}",
                "status": "listed",
                "category": "office",
                "category_certain": "yes",
                "country": host,
                "mission": f"mission-{mission}",
                "evidence": "documented",
                "as_of": "2026",
                "sources": "made-up",
            }
            for host, mission in made
        ),
    )


def generate_own(folder: Path, rows: int, *, points: bool) -> None:
    """Write a data folder with this many rows, each near a city of the gazetteer or in it."""
    cities = [*read_gazetteer().by_key.values()]
    chosen = [cities[number * STEP % len(cities)] for number in range(rows)]
    header = ["Name", "Country", "City", "Type", "Website", *(["Lat", "Lon"] if points else [])]
    listed = (
        [f"Office {number} of {city.name}", city.country, city.name, f"kind {number % 4}",
         f"https://example.org/{number}", *([city.latitude, city.longitude] if points else [])]
        for number, city in enumerate(chosen)
    )  # fmt: skip
    file = folder.with_suffix(".csv")
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([header, *listed])
    create_list(folder, read_list(file), ListChoices(), lambda _: None)


def _append(path: Path, rows: Iterable[dict[str, str]]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, columns, lineterminator="\n").writerows(rows)


def cost(*words: str | Path) -> Cost:
    """Run a command of the program as a process of its own, and give what it took."""
    command = [sys.executable, "-m", "mapping", *map(str, words)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)  # noqa: S603 (our own program)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        message = f"{' '.join(command)} failed"
        raise RuntimeError(message)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def table(command: str, kind: str, found: dict[int, Cost]) -> Table:
    """Put the costs side by side, and what a thousand rows more cost since the length before."""
    per_thousand = ("seconds a 1,000 rows more", "MB a 1,000 rows more")
    made = Table("rows", "seconds", "MB", "budget", *per_thousand)
    made.title = f"presence-map {command}, {kind}"
    before: int | None = None
    for rows, now in found.items():
        more = ["", ""]
        if before is not None:
            thousands = (rows - before) / 1_000
            steps = zip(now, found[before], strict=True)
            more = [f"{(after - earlier) / thousands:.3f}" for after, earlier in steps]
        seconds, megabytes = BUDGETS[command]
        budget = f"{seconds:.0f} s, {megabytes:,.0f} MB" if rows == LENGTHS[-1] else ""
        made.add_row(f"{rows:,}", f"{now.seconds:.2f}", f"{now.megabytes:.0f}", budget, *more)
        before = rows
    return made


KINDS: dict[str, Callable[[Path, int], None]] = {
    "a complete list": generate,
    "a list with points": partial(generate_own, points=True),
    "a list with cities": partial(generate_own, points=False),
}


def main(
    longest: Annotated[int, typer.Option(help="Leave longer lists out.")] = LENGTHS[-1],
) -> None:
    """Check and build longer and longer lists."""
    console = Console(width=120)
    for kind, write in KINDS.items():
        checks, builds = dict[int, Cost](), dict[int, Cost]()
        with TemporaryDirectory() as folder:
            for rows in (length for length in LENGTHS if length <= longest):
                data = Path(folder) / str(rows)
                write(data, rows)
                checks[rows] = cost("check", "--data", data)
                builds[rows] = cost("build", "--data", data, "--output", Path(folder) / "map")
        console.print(table("check", kind, checks))
        console.print(table("build", kind, builds))


if __name__ == "__main__":
    typer.run(main)
