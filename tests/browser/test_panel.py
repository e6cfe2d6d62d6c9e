"""The panel that tells what changed: it selects, turns with the page, and prints."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.controls import details, search
from tests.browser.reader import LOCALES, symbol, turn
from tests.browser.since import OPENED, build_since, entry, panel, past
from tests.support.folder import GEODATA
from tests.support.hostile import EVIL, plain, spoil

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.reader import Reader


@pytest.fixture(scope="module")
def changed_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the project's own map since an older list."""
    folder = tmp_path_factory.mktemp("since")
    return build_since(past(folder / "old"), GEODATA, folder / "output")


def test_an_entry_selects_its_presence(reader: Reader, changed_map: Path) -> None:
    """The map goes there, what is known opens, and the address says so; focus comes back.

    What closed is text only, for it is no longer on the map. A filter is not in the way: what it
    hides is shown, and the filter cleared.
    """
    page = reader.open(changed_map)
    closed = entry(page, "Closed: Fiji (Human rights adviser)")
    expect(closed).to_be_visible()
    expect(closed.get_by_role("button")).to_have_count(0)
    expect(panel(page).get_by_role("button")).to_have_count(2)
    button = entry(page, "Moved: Eswatini").get_by_role("button", name="Show on the map")
    button.click()
    expect(details(page)).to_contain_text("Eswatini")
    expect(symbol(page, "swz-adviser")).to_be_in_viewport()
    assert "presence=swz-adviser" in page.url
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    search(page).fill("kenya")
    entry(page, "Opened: Uganda").get_by_role("button").click()
    expect(details(page)).to_contain_text("Uganda")
    expect(search(page)).to_have_value("")


def test_the_panel_turns_with_the_page(reader: Reader, changed_map: Path) -> None:
    """In the reader's own language, then in each by the switch; totals too."""
    before, *others = ("ar", "en", "zh")
    page = reader.open(changed_map, locale=LOCALES[before])
    expect(panel(page, before)).to_contain_text(OPENED[before])
    for language in [*others, before]:
        turn(page, language)
        expect(panel(page, language)).to_contain_text(OPENED[language])
        expect(panel(page, language)).to_have_css("direction", "rtl" if language == "ar" else "ltr")
        expect(panel(page, before)).to_have_count(0)
        before = language


def test_without_javascript_it_is_there_to_read(reader: Reader, changed_map: Path) -> None:
    """In Chinese, the source's language, and without a button that would do nothing."""
    page = reader.open(changed_map, ready=False, java_script_enabled=False)
    expect(panel(page, "zh")).to_contain_text(OPENED["zh"])
    expect(panel(page, "zh").get_by_role("listitem")).to_have_count(3)
    expect(page.get_by_role("button")).to_have_count(0)


def test_it_is_printed_and_not_embedded(reader: Reader, changed_map: Path) -> None:
    """On paper without its buttons; in another page's frame not at all."""
    page = reader.open(changed_map)
    page.emulate_media(media="print")
    expect(entry(page, "Opened: Uganda")).to_be_visible()
    expect(panel(page).get_by_role("button")).to_have_count(0)
    embedded = reader.open(changed_map, query="?embed&lang=en")
    expect(panel(embedded)).to_have_count(0)


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("ar", 360)])
def test_axe_finds_nothing_in_it(
    reader: Reader, changed_map: Path, language: str, width: int
) -> None:
    """Nor does it hang over the page's side."""
    page = reader.open(changed_map, width=width, locale=LOCALES[language])
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_names_are_text(reader: Reader, atlas: Atlas, tmp_path: Path) -> None:
    """Old names and new ones; nothing of them runs, nothing is lost."""
    old = past(tmp_path / "old")
    spoil(old, "countries.csv", "ARG", "en", "zh")
    quoted = json.dumps(EVIL, ensure_ascii=False)
    version = json.dumps(atlas.dataset.edition.metadata.version)
    old.edit("edition.toml", f"version = {version}", f"version = {quoted}")
    page = reader.open(build_since(old, GEODATA, tmp_path / "output"))
    said = plain(panel(page).inner_text())
    assert said.count(plain(EVIL)) == 2
    assert page.title() != "run"
    assert page.locator("img, [onload], [onerror]").count() == 0


def test_the_usual_page_has_no_panel(untouched: Page) -> None:
    """Only a build that was told since when has one."""
    expect(panel(untouched)).to_have_count(0)
