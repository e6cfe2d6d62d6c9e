"""Longer lists than there are: every presence several times over, for the measure of growth."""

from __future__ import annotations

import csv
import shutil
from typing import TYPE_CHECKING

from mapping import presences
from mapping.lists import INPUTS

if TYPE_CHECKING:
    from pathlib import Path


def multiply(data: Path, target: Path, times: int) -> int:
    """Copy a data folder with `times` as many presences; give their number.

    The copies are candidates, which no total counts. They stand where their originals stand, so
    that as many symbols as can be lie on one another.
    """
    target.mkdir(parents=True)
    for name in INPUTS:
        shutil.copy(data / name, target / name)
    with (data / presences.FILE).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    copies = [_copy(row, number) for number in range(2, times + 1) for row in rows]
    with (target / presences.FILE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows + copies)
    return len(rows + copies)


def _copy(row: dict[str, str], number: int) -> dict[str, str]:
    return row | {"id": f"{row['id']}-{number}", "status": "candidate", "evidence": "candidate"}
