"""A list of many places: stations all over one country, and hospitals in one city of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.notebook import Map
from mapping.page import render

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from mapping.atlas import Atlas

NAIROBI, IN_ONE_CITY = (-1.2921, 36.8219), 40
STATIONS = 1020
PLACES = STATIONS + IN_ONE_CITY
# How many each circle holds, as `held` adds them up.
CIRCLES = """() => ({ circles: [...document.querySelectorAll('[role=toolbar] [data-holds]')].map(
  (one) => [Number(one.dataset.holds), []]) })"""
# What is shown of which places.
SHOWN = """() => [...document.querySelectorAll('[role=toolbar] :is([data-holds], [data-presence])')]
  .map((one) => one.ariaLabel).sort()"""


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a map of stations all over France, and of hospitals in one place."""
    stations = [
        {"name": f"Station {row}-{column}", "kind": "Station", "country": "France",
         "latitude": 43.5 + row / 10, "longitude": column / 8}
        for row in range(60) for column in range(1, 18)
    ]  # fmt: skip
    latitude, longitude = NAIROBI
    hospitals = [
        {"name": f"Hospital {number}", "kind": "Hospital", "country": "Kenya",
         "latitude": latitude, "longitude": longitude}
        for number in range(IN_ONE_CITY)
    ]  # fmt: skip
    path = tmp_path_factory.mktemp("many") / "map.html"
    Map(stations + hospitals, title="Many", category="kind").save(path)
    return path


def folded(atlas: Atlas, file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the map of an atlas as if its places were many: its list is by country."""
    monkeypatch.setattr(render, "MOST_UNFOLDED", 1)
    file.write_bytes(render.render(render.build_page(atlas)))
    return file


def circles(page: Page) -> Locator:
    """Find the circles of the map, in any language."""
    return page.get_by_role("toolbar").locator("[data-holds]")
