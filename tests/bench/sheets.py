"""How long each printed sheet takes to draw, all its labels placed, and how they came to stand.

Seconds are those of the processor, so that others on the machine do not count; Chromium's, which
measures the type, are not in them.

From the checkout: ``PYTHONPATH=. python tests/bench/sheets.py``
"""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

import numpy as np
from rich.console import Console
from rich.table import Table

from mapping.printing import job
from mapping.printing.chromium import chromium
from mapping.printing.layers.basemap import own_areas
from mapping.printing.papers import PAPERS
from mapping.printing.svg import draw
from mapping.printing.typesetting.measure import TextMeasurer
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.printing.svg import Sheet

FOREIGN = 0.3  # of a label: from there on it stands on the land of another country


def leaders(sheet: Sheet) -> tuple[int, float]:
    """Count the leader lines of a sheet, and give the length of the longest in millimetres."""
    ends = [one.leader for one in sheet.symbol_layer.labels if one.leader]
    lengths = [((x - left) ** 2 + (y - top) ** 2) ** 0.5 for left, top, x, y in ends]
    return len(lengths), max(lengths, default=0.0)


def on_land_of_others(sheet: Sheet, own: Mapping[str, set[str]]) -> tuple[int, int]:
    """Count the labels of which more than `FOREIGN` is on the land of another country.

    And of these those at the end of a leader line, which seem most to name that land. `own` are the
    areas of the presences' hosts and of the countries they serve, by their ids.
    """
    raster = sheet.basemap.area_raster
    found = [
        one
        for one in sheet.symbol_layer.labels
        if raster.foreign_share(np.array([one.box]), *own[one.id]).item() > FOREIGN
    ]
    return len(found), sum(one.leader is not None for one in found)


def main() -> None:
    """Draw every sheet, and print the table."""
    atlas, topology = job.read(GEODATA, lambda _: None)
    own = {place.presence.id: own_areas(place, atlas) for place in atlas.places}
    head = ("seconds", "leader lines", "longest, mm", "on land of others", "at a line")
    table = Table("language", "paper", *head)
    every = []
    with chromium() as browser:
        for language in atlas.dataset.languages.values():
            measurer = TextMeasurer(browser, language)
            for paper in PAPERS.values():
                start = time.process_time()
                sheet = draw(atlas, topology, paper, measurer)
                every.append(time.process_time() - start)
                count, longest = leaders(sheet)
                foreign = map(str, on_land_of_others(sheet, own))
                cells = (f"{every[-1]:.1f}", str(count), f"{longest:.0f}", *foreign)
                table.add_row(language.code, paper.key, *cells)
    Console().print(table)
    Console().print(f"median {statistics.median(every):.1f} s, longest {max(every):.1f} s")


if __name__ == "__main__":
    main()
