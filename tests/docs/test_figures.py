"""Figures that documents repeat from the program or its products, and would else grow old."""

from __future__ import annotations

import csv
import gzip
import lzma
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from mapping.dataset import countries_at
from mapping.printing.label_placement import candidates
from mapping.printing.layers import groups
from mapping.printing.typesetting import key
from mapping.printing.view import LARGEST_SCALE
from mapping.web import assets
from mapping.web.leaflet_parts import without_unused_parts
from tests.support.documents import Document
from tests.support.folder import GEODATA, ROOT

if TYPE_CHECKING:
    from pathlib import Path

DOCS, README = ROOT / "docs", Document(GEODATA / "README.md")
OCEANS = {"pacific", "atlantic", "indian", "arctic"}
# What a document says, in whose words `{}` is the figure.
SAID = [
    ("boundaries.md", "not within {} kilometres of a line", countries_at.NEAR_KM),
    ("print.md", "a leader line is longer than {} mm", candidates.LONGEST_MM),
    ("print.md", "{} points at the least", key.SMALLEST),
    ("print.md", "at 1 to {} at the largest", f"{round(1 / LARGEST_SCALE):,}"),
    ("print.md", "Above {} places", groups.MOST_SINGLE),
]


@pytest.mark.parametrize(("document", "words", "figure"), SAID)
def test_a_limit_is_that_of_the_program(document: str, words: str, figure: object) -> None:
    """Whoever changes the one is led to the other."""
    assert words.format(figure) in Document(DOCS / document).text


def test_the_seas_are_counted() -> None:
    """Oceans, and all other waters that have a name on the map."""
    with (GEODATA / "seas.csv").open(encoding="utf-8", newline="") as table:
        keys = {row["key"] for row in csv.DictReader(table)}
    assert keys > OCEANS
    said = f"Four oceans and {len(keys - OCEANS)} seas, gulfs and bays"
    assert said in Document(DOCS / "clearance.md").text


def test_the_rows_of_the_tables_are_counted() -> None:
    """Of each table of the list, as its description says."""
    said = re.findall(r"^\| `([\w.-]+\.csv(?:\.xz)?)` \| ([\d,]+) \|", README.text, re.MULTILINE)
    assert len(said) == 8
    for name, rows in said:
        path = GEODATA / name
        opened = lzma.open if path.suffix == ".xz" else open
        with opened(path, "rt", encoding="utf-8", newline="") as table:
            assert (name, f"{sum(1 for _ in csv.DictReader(table)):,}") == (name, rows)


def test_the_names_are_counted_by_kind() -> None:
    """In the same table."""
    with (GEODATA / "names.csv").open(encoding="utf-8", newline="") as table:
        kinds = Counter(row["kind"] for row in csv.DictReader(table))
    said = (
        "{city} cities, {mission} missions, units and centres, {acronym} of their short forms, "
        "{region} regions served (kind `region`), OHCHR's {group} regions (kind `group`;"
    )
    assert said.format(**kinds) in README.text


def test_it_is_said_how_much_of_leaflet_is_used() -> None:
    """Of its script, in kilobytes."""
    whole = assets.read_leaflet("leaflet.js")
    used, every = (round(len(text.encode()) / 1000)
                   for text in (without_unused_parts(whole), whole))  # fmt: skip
    said = f"what it uses, to the letter: {used} of {every} KB"
    assert said in Document(DOCS / "how-it-is-made.md").text


def test_the_pages_of_the_languages_weigh_what_is_said(built: Path) -> None:
    """On disk and gzipped, in megabytes: those of one language each, not the one of all."""
    pages = [path.read_bytes() for path in built.glob("map.*.html")]
    on_disk = f"{sum(map(len, pages)) / 1e6:.1f} MB"
    packed = f"{sum(len(gzip.compress(page, 9, mtime=0)) for page in pages) / 1e6:.1f} MB"
    said = f"cost: {on_disk} on disk, {packed} as a server sends them gzipped"
    assert said in Document(DOCS / "publish.md").text
    assert f"{on_disk} to the folder" in Document(DOCS / "measured.md").text
