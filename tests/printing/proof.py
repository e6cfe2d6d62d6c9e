"""The proof of a finished sheet, asked in Chromium."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import shapely

from mapping.printing.chromium import Chromium
from mapping.printing.collisions import find_collisions
from mapping.printing.papers import A3
from mapping.web import bundle

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from mapping.printing.papers import Paper

# Coasts and boundaries, which the proof never looks at, and which are nine tenths of a drawing.
LAND = re.compile(r' d="[^"]{1000,}"')


def proved(browser: Browser, drawing: str, presences: list[str], paper: Paper = A3) -> list[str]:
    """Open a drawing in Chromium, without its land, and tell what the proof finds."""
    tab = Chromium(browser).tab(LAND.sub("", drawing), bundle.join("sheet/sheet.js"))
    sheet = shapely.box(0, 0, paper.width, paper.height)
    findings = find_collisions(tab.call("measureSheet"), presences, sheet)
    tab.close()
    return [one.what for one in findings]
