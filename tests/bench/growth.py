"""Longer lists than there are: every presence several times over, for the measure of growth."""

from __future__ import annotations

import csv
import itertools
import shutil
import sys
from functools import partial
from typing import TYPE_CHECKING

from mapping.files.data_folder import COUNTRIES_FILE, INPUTS, PRESENCES_FILE
from tests.bench import tables
from tests.bench.measure import in_turn, middle, opened, run, sizes
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser
    from rich.table import Table

LENGTHS, ROUNDS = (1, 2, 4, 8), 3


def grow(browser: Browser, folder: Path) -> Table:
    """Build and open longer and longer lists."""
    outputs, counts, builds, openings = {}, {}, {}, {}
    for times in LENGTHS:
        data, outputs[times] = folder / f"data{times}", folder / f"map{times}"
        counts[times] = multiply(GEODATA, data, times)
        words = ("-m", "mapping", "build", "--data", data, "--output", outputs[times])
        builds[str(times)] = partial(run, sys.executable, *words)
        openings[str(times)] = partial(opened, browser, outputs[times] / "map.html")
    built, answered = in_turn(builds, ROUNDS), in_turn(openings, ROUNDS)
    return tables.growth_table(
        [
            tables.Grown(
                counts[times],
                middle(built[str(times)], "clock"),
                *sizes(outputs[times] / "map.html"),
                middle(answered[str(times)], "shown"),
            )
            for times in LENGTHS
        ]
    )


def multiply(data: Path, target: Path, times: int) -> int:
    """Copy a data folder with `times` as many presences; give their number.

    The copies are candidates, which no total counts. They stand where their originals stand, so
    that as many symbols as can be lie on one another; what they serve tells them apart.
    """
    target.mkdir(parents=True)
    for name in INPUTS:
        shutil.copy(data / name, target / name)
    with (data / PRESENCES_FILE).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with (data / COUNTRIES_FILE).open(encoding="utf-8", newline="") as file:
        served = {key for row in rows for key in row["serves"].split()}
        codes = [row["code"] for row in csv.DictReader(file) if row["code"] not in served]
    pairs = itertools.islice(itertools.combinations(codes, 2), times - 1)
    copies = [
        _copy(row, number, " ".join(pair)) for number, pair in enumerate(pairs, 2) for row in rows
    ]
    with (target / PRESENCES_FILE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows + copies)
    return len(rows + copies)


def _copy(row: dict[str, str], number: int, served: str) -> dict[str, str]:
    sources = [*row["sources"].split(), "ohchr-where-we-work"]
    # No report is evidence of a candidate, so that none has its label in one.
    blank = dict.fromkeys([name for name in row if name.startswith("report_label_")], "")
    return row | {
        "id": f"{row['id']}-{number}",
        "serves": f"{row['serves']} {served}".strip(),
        "status": "candidate",
        "evidence": "candidate",
        "sources": " ".join(dict.fromkeys(sources)),
        **blank,
    }
