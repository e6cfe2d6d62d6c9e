"""How the work grows with the list: by the number of calls, which no other load on a machine hides.

The seconds and megabytes of 100,000 rows are measured by ``tests/bench/large.py``.
"""

from __future__ import annotations

import cProfile
from typing import TYPE_CHECKING

import pytest

from mapping import pipeline
from mapping.files.data_folder import PRESENCES_FILE
from tests.bench.growth import multiply
from tests.bench.large import generate_own
from tests.support.folder import GEODATA, Folder

if TYPE_CHECKING:
    from pathlib import Path

LENGTHS = (520, 620, 820)  # all with a folded list
MOST_TO_CHECK, MOST_TO_DRAW = 290, 240  # calls for a row more, those of built-in functions too


def count_calls(folder: Path) -> tuple[int, int]:
    """Return how many calls it takes to check a list, and to make its products."""
    checking, drawing = cProfile.Profile(), cProfile.Profile()
    atlas = checking.runcall(pipeline.check, folder, lambda _: None)
    drawing.runcall(lambda: pipeline.make_products(pipeline.draw_atlas(atlas)))
    checks, draws = (sum(one.callcount for one in each.getstats()) for each in (checking, drawing))
    return checks, draws


def test_a_row_more_costs_the_same_in_a_long_list(tmp_path: Path) -> None:
    """Check and products grow in a line: twice the rows are twice the calls, and these are few."""
    generate_own(tmp_path / "list", 1 + LENGTHS[-1], points=True)
    table = tmp_path / "list" / PRESENCES_FILE
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    counts = list[tuple[int, int]]()
    # After the first, what is kept for later builds is there; no list is one that was read before.
    for rows in (510, *LENGTHS):
        table.write_text("".join(lines[: 1 + rows]), encoding="utf-8")
        counts.append(count_calls(tmp_path / "list"))
    for few, some, many, most in zip(*counts[1:], (MOST_TO_CHECK, MOST_TO_DRAW), strict=True):
        first, second = (some - few) / 100, (many - some) / 200
        assert second == pytest.approx(first, rel=0.1)
        assert second <= most


def test_a_list_that_is_lengthened_has_no_fault(tmp_path: Path) -> None:
    """The bench that measures growth builds lists that the check lets pass, of all the rows."""
    rows = multiply(GEODATA, tmp_path / "list", 2)
    assert len(Folder(tmp_path / "list").check().places) == rows
