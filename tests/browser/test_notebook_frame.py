"""A map in a notebook: a frame that needs no network, and can do nothing to what is around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from mapping.notebook import Map
from tests.browser.reader import READY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.reader import Reader

ROWS = [
    {"Name": "Main office", "Country": "Kenya"},
    {"Name": "Bureau", "Country": "FRA"},
    {"Name": '"></iframe><script>alert(1)</script>', "Country": "Peru"},
]


def test_the_map_is_shown_in_place(reader: Reader, tmp_path: Path) -> None:
    """In a frame of its own origin, whatever texts the list has, in the language that was named."""
    cell = tmp_path / "cell.html"
    shown = Map(ROWS, title="Our offices", language="fr")._repr_html_()
    cell.write_text(f"<!doctype html><meta charset=utf-8>{shown}", encoding="utf-8")
    page = reader.open(cell, ready=False)
    frame = page.get_by_title("Our offices").content_frame
    expect(frame.get_by_text("3 lieux", exact=True)).to_be_visible()
    expect(frame.get_by_role("toolbar", name="Carte")).to_be_visible()
    expect(frame.locator(READY)).to_have_count(1)
    expect(page.locator("iframe")).to_have_count(1)
    expect(page.locator("iframe")).not_to_have_attribute("sandbox", "allow-same-origin")
