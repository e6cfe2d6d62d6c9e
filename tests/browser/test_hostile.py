"""Data that means harm is shown as text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.reader import PLACES, entry, symbols, turn
from tests.support.hostile import EVIL, plain, spoil

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from mapping.i18n.localized import LocalizedName
    from tests.browser.reader import Reader
    from tests.support.folder import Folder


@pytest.fixture
def hostile(folder: Folder, tmp_path: Path) -> Path:
    """Build a map of data that is hostile wherever a person can write."""
    spoil(folder, "countries.csv", "ARG", "en", "zh", "note")
    spoil(folder, "names.csv", "beirut", "en", "ar")
    spoil(folder, "sources.csv", "report-2023", "title", "publisher")
    spoil(folder, "presences.csv", "arg-adviser", "note", "report_label_zh")
    quoted = json.dumps(EVIL, ensure_ascii=False)
    folder.edit("edition.toml", 'en = "Human rights adviser"', f"en = {quoted}")
    text = 'en = "Mandated by Human Rights Council resolution 25/25."'
    folder.edit("edition.toml", text, f"en = {quoted}")
    heading = 'en = "The United Nations defends human rights in 103 locations around the world"'
    folder.edit("edition.toml", heading, f"en = {quoted}")
    return folder.build(tmp_path / "output") / "map.html"


def test_hostile_data_is_shown_as_text(reader: Reader, hostile: Path) -> None:
    """Nothing of it runs, nothing is lost, and every symbol is there."""
    page = reader.open(hostile)
    expect(symbols(page)).to_have_count(PLACES)
    assert plain(page.title()) == plain(EVIL)
    expect(page.get_by_role("heading", level=1)).to_have_text(EVIL)
    expect(entry(page, "arg-adviser")).to_contain_text(EVIL)
    assert page.locator("img, [onload], [onerror]").count() == 0


def said(page: Page, presence: str) -> str:
    """Open a presence from the list and give what is told of it."""
    entry(page, presence).get_by_role("button").click()
    return plain(page.get_by_role("dialog").inner_text())


def test_hostile_data_is_text_in_popups_too(reader: Reader, hostile: Path) -> None:
    """Label (once more in the status), category, city, footnote and source, each to the letter."""
    page = reader.open(hostile)
    assert said(page, "arg-adviser").count(plain(EVIL)) == 6
    assert said(page, "syr-country-office").count(plain(EVIL)) >= 2
    assert said(page, "seoul-structure").count(plain(EVIL)) == 1
    assert page.locator("img, [onload], [onerror]").count() == 0


def test_hostile_data_is_text_in_every_language(reader: Reader, hostile: Path) -> None:
    """Where the page is turned, and in tooltips as well."""
    page = reader.open(hostile)
    for language in ("zh", "ar", "en"):
        turn(page, language)
        page.locator('[role=toolbar] [data-presence="arg-adviser"]').hover()
        expect(page.get_by_role("tooltip")).to_be_visible()
    expect(page.get_by_role("tooltip")).to_contain_text(EVIL)
    assert page.locator("img, [onload], [onerror]").count() == 0


def test_a_name_of_the_edition_is_never_a_pattern(folder: Folder) -> None:
    """Braces in a name are braces: they are not filled in a second time."""
    spoil(folder, "countries.csv", "ARG", "en")
    labels: dict[str, LocalizedName] = {p.presence.id: p.label for p in folder.check().places}
    assert labels["arg-adviser"].en == EVIL.strip()
