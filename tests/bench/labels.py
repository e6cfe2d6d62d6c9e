"""How many presences the world view labels: ``python -m tests.bench.labels MAP.html``.

Counted in each language and on several screens, once the page has found places for all that it can:
the labels; those at the end of a line that stand on the land of others, near their symbols and
farther; lines of over 120 pixels; offices and missions without a label near which lesser ones have.
"""

from __future__ import annotations

import sys
from math import hypot
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from mapping import pipeline
from mapping.i18n.localized import LANGUAGES
from mapping.printing.chromium import launched
from tests.browser.led_labels import MOSTLY, led_labels
from tests.browser.places import drawn, middle
from tests.browser.reader import SETTLED
from tests.support.areas import table_of_areas
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    import geopandas as gpd
    from playwright.sync_api import Browser, Page

    from mapping.atlas import Atlas

SCREENS = {(1280, 800): 72, (1920, 1080): 98, (768, 1024): 0}
LONG, NEARBY = 120, 60  # pixels
LESSER = ("adviser", "other")


def unlabelled_beside_lesser(page: Page, atlas: Atlas, language: str) -> int:
    """Return how many offices and missions have no label near one of a lesser that has."""
    found = drawn(page, atlas)
    written = {text for text, _ in found["labels"]}
    at = {id_: middle(box) for id_, box in found["symbols"].items()}
    lesser: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
    for p in atlas.places:
        text = p.label[language] + " ".join(p.presence.footnotes)
        is_lesser = p.presence.category in LESSER
        if (text in written) == is_lesser:
            lesser[is_lesser].append(at[p.presence.id])
    return sum(
        any(hypot(x - x2, y - y2) < NEARBY for x2, y2 in lesser[True]) for x, y in lesser[False]
    )


def count(
    browser: Browser,
    file: Path,
    language: str,
    size: tuple[int, int],
    world: tuple[Atlas, gpd.GeoDataFrame],
) -> str:
    """Return the numbers of one language on one screen."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(f"{file.resolve().as_uri()}?lang={language}")
    page.wait_for_selector(SETTLED, state="attached")
    labels = page.locator(".label").count()
    led = led_labels(page, *world, language)
    ashore = sum(one.ashore > MOSTLY and not one.misleads for one in led)
    misleading = sum(one.misleads for one in led)
    long = sum(one.length > LONG for one in led)
    beside = unlabelled_beside_lesser(page, world[0], language)
    page.close()
    return f"{labels}: {ashore}, {misleading}; {long}; {beside}"


def main(file: Path) -> None:
    """Print the table of the counts; the last column is what is wanted of the first of each."""
    table = Table("screen", *LANGUAGES, "wanted")
    atlas = pipeline.check(GEODATA, lambda _: None)
    world = atlas, table_of_areas(atlas.dataset.boundaries)
    with launched() as browser:
        for size, wanted in SCREENS.items():
            counts = [count(browser, file, language, size, world) for language in LANGUAGES]
            table.add_row(" × ".join(map(str, size)), *counts, str(wanted or "-"))
    Console(width=140).print(table)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
