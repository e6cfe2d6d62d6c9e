"""A page of another list, in two languages, is right in every part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.reader import turn
from tests.support.folder import ROOT, Folder

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader


@pytest.fixture(scope="module")
def operations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the list of peacekeeping operations."""
    data = ROOT / "tests" / "data" / "peacekeeping"
    return Folder(data).build(tmp_path_factory.mktemp("peacekeeping")) / "map.html"


def languages(page: Page) -> list[str]:
    """Return the names on the language switch."""
    return page.get_by_role("group", name="Language").get_by_role("button").all_inner_texts()


def test_the_page_is_the_other_list_s(reader: Reader, operations: Path) -> None:
    """Its title, its count, its categories; nothing of human rights."""
    page = reader.open(operations)
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "United Nations peacekeeping operations"
    )
    expect(page.get_by_text("11 of 12 operations shown")).to_be_visible()
    assert languages(page) == ["English", "Français"]
    text = page.locator("body").inner_text()
    assert "human rights" not in text.lower()
    assert "OHCHR" not in text


def test_it_turns_between_its_own_languages(reader: Reader, operations: Path) -> None:
    """French is spoken throughout; a language that it does not speak is passed over."""
    page = reader.open(operations, query="?lang=ar")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    turn(page, "fr")
    found = page.get_by_role("toolbar", name="Carte des opérations").get_by_role("button")
    expect(found.and_(page.locator("[data-presence]"))).to_have_count(12)
    page.get_by_role("searchbox").fill("finul")
    expect(page.get_by_role("status").first).to_contain_text("1")


def test_a_list_without_a_presence_opens(reader: Reader, tmp_path: Path) -> None:
    """A folder just begun gives a map of the world that says it has nothing to show."""
    from mapping.adding.new_folder import create_data_folder  # noqa: PLC0415 (after the warnings are set)

    create_data_folder(tmp_path / "new")
    page = reader.open(Folder(tmp_path / "new").build(tmp_path / "output") / "map.html")
    expect(page.get_by_role("status").first).to_have_text("0 of 0 shown")
