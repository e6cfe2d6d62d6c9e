"""How many presences the world view labels: ``python tests/bench/labels.py MAP.html``.

Counted in each language and on several screens, once the page has found places for all that it can.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from mapping.i18n.localized import LANGUAGES
from mapping.printing.chromium import launched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SCREENS = {(1280, 800): 72, (1920, 1080): 98, (768, 1024): 0}
SETTLED_MS = 5000
COUNT = "document.querySelectorAll('.label').length"


def count(browser: Browser, file: Path, language: str, size: tuple[int, int]) -> int:
    """Return the number of labels in one language on one screen."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(f"{file.resolve().as_uri()}?lang={language}")
    page.wait_for_selector("html[data-ready]")
    page.wait_for_timeout(SETTLED_MS)
    found: int = page.evaluate(COUNT)
    page.close()
    return found


def main(file: Path) -> None:
    """Print the table of the counts; the last column is what is wanted of each."""
    table = Table("screen", *LANGUAGES, "wanted")
    with launched() as browser:
        for size, wanted in SCREENS.items():
            counts = [str(count(browser, file, language, size)) for language in LANGUAGES]
            table.add_row(" × ".join(map(str, size)), *counts, str(wanted or "-"))
    Console(width=100).print(table)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
