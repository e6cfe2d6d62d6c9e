"""The record of the boundaries counts what the files hold: every line, segment and area."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from pyproj import Geod

from tests.support.documents import Document
from tests.support.folder import GEODATA, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Document(ROOT / "docs" / "boundaries.md")
LEVELS = ("page", "print")
CLASSES = ("international", "special", "armistice", "separation", "autonomous")
STATUSES = ("area", "territory", "undetermined")
SPHEROID = Geod(ellps="WGS84")
RENEW = "if the files are right: python -m pytest tests/docs/test_boundaries.py --renew"
Count = tuple[int, int, float]  # lines, straight segments, kilometres


def rows(file: str) -> list[dict[str, str]]:
    """Read a table of the data folder."""
    with (GEODATA / file).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def counted(level: str) -> Iterator[tuple[dict[str, Any], Count]]:
    """Count each feature of the lines: how many pieces, how many straight segments, how long."""
    text = (GEODATA / f"boundaries.{level}.topojson").read_text(encoding="utf-8")
    topology = json.loads(text)
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [np.cumsum(arc, axis=0) * scale + shift for arc in topology["arcs"]]
    for feature in topology["objects"]["lines"]["geometries"]:
        used = [arcs[arc if arc >= 0 else ~arc] for line in feature["arcs"] for arc in line]
        length = sum(SPHEROID.line_length(*arc.T) for arc in used) / 1000
        segments = sum(len(arc) - 1 for arc in used)
        yield feature["properties"], (len(feature["arcs"]), segments, length)


def total(counts: list[Count]) -> Count:
    """Add counts up."""
    return sum(c[0] for c in counts), sum(c[1] for c in counts), sum(c[2] for c in counts)


def cells(counts: list[Count]) -> str:
    """Write counts as cells: lines, segments, kilometres, each as page / print."""
    if not any(lines for lines, _, _ in counts):
        return "none | none | none"
    return " | ".join(" / ".join(f"{one[part]:,.0f}" for one in counts) for part in range(3))


def line_classes() -> str:
    """Make the table of classes."""
    found = [list(counted(level)) for level in LEVELS]
    lines = ["| class | lines | segments | kilometres |", "|---|---|---|---|"]
    for kind in CLASSES:
        each = [total([c for what, c in level if what["class"] == kind]) for level in found]
        lines.append(f"| `{kind}` | {cells(each)} |")
    whole = [total([count for _, count in level]) for level in found]
    return "\n".join([*lines, f"| all | {cells(whole)} |"])


def line_pairs() -> str:
    """Make the table of every line that is not international, in the order of the list."""
    found = [{what.get("between"): count for what, count in counted(level)} for level in LEVELS]
    lines = [
        "| line | class | lines | segments | kilometres | reason |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows("line-classes.csv"):
        counts = [level.get(row["between"], (0, 0, 0.0)) for level in found]
        about = f"| {row['name']} (`{row['between']}`) | {row['class']} "
        lines.append(f"{about}| {cells(counts)} | {row['reason']} |")
    return "\n".join(lines)


def area_statuses() -> str:
    """Make the table of areas: how many have each status, and which, where they are few."""
    text = (GEODATA / "boundaries.page.topojson").read_text(encoding="utf-8")
    areas = [one["properties"] for one in json.loads(text)["objects"]["areas"]["geometries"]]
    lines = ["| status | areas | which |", "|---|---|---|"]
    for status in STATUSES:
        codes = sorted(one["code"] for one in areas if one["status"] == status)
        few = " ".join(codes) if len(codes) < 20 else "all others"
        lines.append(f"| `{status}` | {len(codes)} | {few} |")
    coloured = [(one["code"], one["colour_as"]) for one in areas if "colour_as" in one]
    pairs = ", ".join(f"{code} as {other}" for code, other in sorted(coloured))
    return "\n".join([*lines, f"| with another's colour | {len(coloured)} | {pairs} |"])


TABLES = {
    "classes of line": line_classes,
    "every line that is not international": line_pairs,
    "statuses of areas": area_statuses,
}


@pytest.mark.parametrize("name", TABLES)
def test_the_record_counts_what_the_files_hold(name: str, request: pytest.FixtureRequest) -> None:
    """Each table of the page is what the boundary files and their lists give."""
    table, mark = TABLES[name](), f"<!-- {name}: counted by a test -->\n\n"
    assert PAGE.text.count(mark) == 1
    before, _, rest = PAGE.text.partition(mark)
    written, end, after = rest.partition("\n\n")
    if request.config.getoption("--renew"):
        text = before + mark + table + end + after
        PAGE.path.write_text(text, encoding="utf-8", newline="\n")
        return
    assert written == table, RENEW


def test_every_class_and_status_is_explained() -> None:
    """The page says how each is drawn, and names no other."""
    explained = re.findall(r"^- \*\*`(\w+)`\*\*", PAGE.text, re.MULTILINE)
    assert explained == [*STATUSES, *CLASSES]


def test_the_levels_have_the_same_lines_and_areas() -> None:
    """What is drawn on the page is drawn in print, in the same class, and nothing else."""
    page, print_ = ([what for what, _ in counted(level)] for level in LEVELS)
    assert page == print_
