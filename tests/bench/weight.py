"""Where the bytes of the page are: ``python tests/bench/weight.py [FOLDER]``.

Each part as it stands in the file, and gzipped alone at the highest level: together they come to a
little more than the file, whose parts learn from one another.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from mapping import pipeline
from mapping.products.manifest import MAP_FILE
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE = re.compile(r"<(script|style)([^>]*)>(.*?)</\1>", re.DOTALL)
LEAFLET = re.compile(r"required styles|Leaflet 1\.9\.4")


def parts(page: str) -> Iterator[tuple[str, str]]:
    """Yield what the page is made of, by name."""
    for element, attributes, text in CODE.findall(page):
        if "-data" in attributes:
            for name, part in json.loads(text).items():
                yield f"data: {name}", json.dumps(part, ensure_ascii=False, separators=(",", ":"))
        else:
            yield f"{'Leaflet' if LEAFLET.search(text[:300]) else 'own'} {element}", text
    yield "HTML with the list", CODE.sub("", page)


def weigh(text: str) -> tuple[int, int]:
    """Return the bytes of a text in UTF-8, as it is and gzipped."""
    content = text.encode()
    return len(content), len(gzip.compress(content, 9, mtime=0))


def tabulate(page: str) -> Table:
    """Return the table of the parts, the heaviest first, and the whole."""
    table = Table("part", "bytes", "gzipped")
    weights = [(name, *weigh(text)) for name, text in parts(page)]
    for name, size, zipped in sorted(weights, key=lambda row: -row[2]):
        table.add_row(name, f"{size:,}", f"{zipped:,}")
    table.add_row("the page", *(f"{number:,}" for number in weigh(page)))
    return table


def main(folder: Path) -> None:
    """Build the page of a data folder, and print what it weighs."""
    with TemporaryDirectory() as output:
        pipeline.build(folder, Path(output), lambda _: None)
        page = Path(output, MAP_FILE).read_text(encoding="utf-8")
    Console(width=100).print(tabulate(page))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else GEODATA)
