"""The map beside the form of the editing page: what is chosen on it, and moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.desk_officer import (
    expect_new_map,
    field,
    find,
    leave_no_draft,
    map_shown,
    opened,
    patient,
    watch_map,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from tests.browser.desk_officer import Opened

__all__ = ["opened", "patient"]

# How far the middle of a symbol is from that of the ring by which it is moved, in pixels.
OFF = """(symbol) => {
  const middle = (box) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  const ring = symbol.ownerDocument.querySelector('[aria-label^="Move the symbol"]')
  const [[x, y], [x2, y2]] = [symbol, ring].map((one) => middle(one.getBoundingClientRect()))
  return Math.hypot(x - x2, y - y2)
}"""


@pytest.fixture
def page(opened: Opened) -> Iterator[Page]:
    """Return the page; discard what a test leaves."""
    yield opened.page
    leave_no_draft(opened.page)


def test_the_map_of_the_draft_is_followed(page: Page) -> None:
    """What is chosen on it is in the form; a handle is at its symbol; typing keeps the focus."""
    frame = map_shown(page)
    frame.get_by_role("button", name="Show the whole world").click()
    frame.locator('.world [data-presence="tcd-country-office"]').click()
    expect(page.get_by_role("heading", name="Chad", level=2)).to_be_visible()
    handle = frame.get_by_role("button", name="Move the symbol")
    expect(handle).to_be_visible()
    watch_map(page)
    note = field(page, "Editor’s note")
    note.fill("typed")
    expect(page.get_by_role("button", name="Undo: Changed: Chad")).to_be_visible()
    expect_new_map(page)
    expect(note).to_be_focused()


def test_a_symbol_follows_its_ring_whatever_was_filtered_meanwhile(page: Page) -> None:
    """On the map, while its row is open: by what leaves the symbol, and by what takes it away."""
    find(page, "Chad")
    frame = map_shown(page)
    symbol = frame.locator('.world [data-presence="tcd-country-office"]')
    ring = frame.get_by_role("button", name="Move the symbol")
    offices = frame.locator("input[data-category=country-office]")
    frame.locator("input[data-category=adviser]").uncheck()
    expect(symbol.locator(".symbol")).to_have_count(1)  # drawn for itself, to be moved
    offices.uncheck()
    expect(symbol).to_have_count(0)
    offices.check()
    expect(symbol.locator(".symbol")).to_have_count(1)
    ring.press("ArrowLeft")
    assert symbol.evaluate(OFF) < 1
