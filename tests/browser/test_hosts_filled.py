"""What is filled are the hosts of what is shown, whatever the filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.controls import category, choice, reset
from tests.browser.geometry import fills

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.reader import Reader

# Three hosts, one of them of a mission in Kosovo too, and a country that hosts none.
CODES = ("BRA", "TCD", "SRB", "DZA")


def filled(page: Page, atlas: Atlas) -> dict[str, str | None]:
    """Return the colours of the places by code."""
    anchors = [atlas.dataset.boundaries.anchor(code) for code in CODES]
    return dict(zip(CODES, fills(page, anchors), strict=True))


def test_hosts_follow_the_filter(english: Page, atlas: Atlas) -> None:
    """In Africa Brazil is land like any other; without the filter it is a host again."""
    before = filled(english, atlas)
    assert before["BRA"] == before["TCD"] == before["SRB"] != before["DZA"]
    choice(english, "Region").select_option(label="Africa")
    assert filled(english, atlas) == before | {"BRA": before["DZA"], "SRB": before["DZA"]}
    reset(english).click()
    assert filled(english, atlas) == before


def test_an_area_is_filled_for_all_that_it_hosts(english: Page, atlas: Atlas) -> None:
    """Serbia's for a mission in Kosovo, as its area is drawn."""
    land = filled(english, atlas)["DZA"]
    for box in ("Country/", "Regional", "Other", "adviser"):
        category(english, box).uncheck()
    assert filled(english, atlas)["SRB"] != land
    assert filled(english, atlas)["TCD"] == land


@pytest.mark.parametrize("query", ["?region=africa", "?region=africa&embed"])
def test_a_filter_in_the_address_fills_its_hosts(
    reader: Reader, map_file: Path, atlas: Atlas, query: str
) -> None:
    """From the first drawing on."""
    page = reader.open(map_file, query=query)
    found = filled(page, atlas)
    assert found["BRA"] == found["DZA"] != found["TCD"]


def test_candidates_fill_no_country(reader: Reader, map_file: Path, atlas: Atlas) -> None:
    """Nor do headquarters."""
    page = reader.open(map_file, query="?evidence=candidate")
    assert len(set(filled(page, atlas).values())) == 1
    page = reader.open(map_file, query="?category=headquarters")
    assert len(set(filled(page, atlas).values())) == 1
