"""The proof of a finished sheet, asked in Chromium."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

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


def measured(browser: Browser, drawing: str) -> dict[str, Any]:
    """Open a drawing in Chromium, without its land, and tell where everything is."""
    tab = Chromium(browser).tab(LAND.sub("", drawing), bundle.join("sheet/sheet.js"))
    found: dict[str, Any] = tab.call("measureSheet")
    tab.close()
    return found


def proved(browser: Browser, drawing: str, presences: list[str], paper: Paper = A3) -> list[str]:
    """Open a drawing in Chromium, without its land, and tell what the proof finds."""
    sheet = shapely.box(0, 0, paper.width, paper.height)
    findings = find_collisions(measured(browser, drawing), presences, sheet)
    return [one.what for one in findings]
