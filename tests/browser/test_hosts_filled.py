"""What is filled are the hosts of what is shown, whatever the filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

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
    """In Africa Brazil is land like any other; without the filter it is a host again.

    Serbia's area is filled for a mission in Kosovo, as it is drawn. Candidates fill no country, nor
    do headquarters.
    """
    before = filled(english, atlas)
    land = before["DZA"]
    assert before["BRA"] == before["TCD"] == before["SRB"] != land
    choice(english, "Region").select_option(label="Africa")
    assert filled(english, atlas) == before | {"BRA": land, "SRB": land}
    reset(english).click()
    assert filled(english, atlas) == before
    choice(english, "Evidence").select_option("candidate")
    assert {*filled(english, atlas).values()} == {land}
    reset(english).click()
    for box in ("Country/", "Regional", "Other", "adviser"):
        category(english, box).uncheck()
    assert filled(english, atlas)["SRB"] != land
    assert filled(english, atlas)["TCD"] == land
    category(english, "peace").uncheck()
    expect(category(english, "Headquarters")).to_be_checked()
    assert {*filled(english, atlas).values()} == {land}


@pytest.mark.parametrize("query", ["?region=africa", "?region=africa&embed"])
def test_a_filter_in_the_address_fills_its_hosts(
    reader: Reader, map_file: Path, atlas: Atlas, query: str
) -> None:
    """From the first drawing on."""
    page = reader.open(map_file, query=query)
    found = filled(page, atlas)
    assert found["BRA"] == found["DZA"] != found["TCD"]
