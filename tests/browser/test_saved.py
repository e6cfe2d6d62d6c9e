"""A page that a browser saved, with all that the scripts had made of it, opens as one page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.controls import agreed, category, details, reset, search
from tests.browser.geometry import coloured
from tests.browser.many_places import folded
from tests.browser.reader import PLACES, entries, entry, symbol, symbols, turn, world
from tests.browser.saved import forgive, reopen, save
from tests.browser.state import centre, compose, seen

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.reader import Reader

SAHEL = {"bfa-g5-sahel", "mli-g5-sahel", "mrt-g5-sahel", "ner-g5-sahel", "tcd-g5-sahel"}
# How Chromium writes a link to a part of the page.
ABSOLUTE = "file:///elsewhere/map.html?lang=ar#"


def test_a_saved_page_opens_with_one_map(
    reader: Reader, english: Page, map_file: Path, tmp_path: Path
) -> None:
    """One frame of the world, one symbol and one entry a presence; it can be clicked.

    Its policy is that of the page, word for word; there is no script more, and no style. Skip links
    lead into it, though Chromium wrote into them where the page was saved from.
    """
    file = save(english, tmp_path / "saved.html")
    saved = file.read_text(encoding="utf-8")
    built = map_file.read_text(encoding="utf-8").replace("&#39;", "'")
    for part in (r"Content-Security-Policy.*", r"</script>", r"</style>"):
        assert re.findall(part, saved) == re.findall(part, built)
    text = saved.replace('"skip" href="#', f'"skip" href="{ABSOLUTE}')
    assert text.count(ABSOLUTE) == 2
    file.write_text(text, encoding="utf-8")
    page = reopen(reader, file)
    for link, to in (("Skip to the map", "#map"), ("Skip to the list of presences", "#list")):
        expect(page.get_by_role("link", name=link)).to_have_attribute("href", to)
    expect(symbols(page)).to_have_count(PLACES)
    expect(page.locator(".leaflet-map-pane")).to_have_count(1)
    expect(entries(page)).to_have_count(PLACES)
    assert len(agreed(page)) == PLACES
    assert coloured(page) == coloured(english)
    symbol(page, "ken-adviser").click()
    expect(details(page)).to_contain_text("Nairobi")
    page.keyboard.press("Escape")
    expect(details(page)).to_be_hidden()


def test_it_opens_in_the_state_it_had(reader: Reader, english: Page, tmp_path: Path) -> None:
    """Language, filters, order, selection and view, for another reader; and saved once more."""
    compose(english)
    page = reopen(reader, save(english, tmp_path / "once.html"), locale="ru-RU")
    assert seen(page) == seen(english)
    again = reopen(reader, save(page, tmp_path / "twice.html"), locale="zh-CN")
    assert seen(again) == seen(english)
    assert centre(again) == pytest.approx(centre(english), abs=0.1)  # a pixel or less


def test_the_language_of_the_reader_who_saved_stays(
    reader: Reader, map_file: Path, tmp_path: Path
) -> None:
    """Nobody chose Arabic: the browser's own language did. The saved page stays Arabic."""
    page = reader.open(map_file, locale="ar-EG", color_scheme="dark")
    saved = reopen(reader, save(page, tmp_path / "saved.html"), locale="fr-FR")
    expect(saved.locator("html")).to_have_attribute("lang", "ar")
    expect(saved.locator("html")).to_have_attribute("dir", "rtl")
    assert saved.title() == page.title()


def test_what_was_filtered_is_in_the_saved_page_too(
    reader: Reader, english: Page, tmp_path: Path
) -> None:
    """The filter cleared, all presences are there, in the language of the page."""
    search(english).fill("sahel")
    page = reopen(reader, save(english, tmp_path / "saved.html"))
    assert agreed(page) == SAHEL
    turn(page, "fr")
    forgive(reader)
    page.locator("[type=reset]").click()
    assert len(agreed(page)) == PLACES
    expect(entry(page, "ken-adviser")).to_contain_text("Conseiller")


def test_an_address_outdoes_what_was_saved(reader: Reader, english: Page, tmp_path: Path) -> None:
    """A link into a saved page shows what the link says; and Back returns to what was saved."""
    category(english, "adviser").uncheck()
    file = save(english, tmp_path / "saved.html")
    assert agreed(reopen(reader, file, query="?q=sahel")) == SAHEL
    page = reopen(reader, file)
    before = agreed(page)
    reset(page).click()
    assert len(agreed(page)) == PLACES
    page.go_back()
    expect(reset(page)).to_be_visible()
    assert agreed(page) == before


def test_what_stood_open_for_a_moment_is_closed(
    reader: Reader, map_file: Path, tmp_path: Path
) -> None:
    """The dialog, the hint, the sheet of a touch, what was announced: none of it is stuck."""
    page = reader.open(map_file, width=360, has_touch=True)
    page.get_by_role("button", name="Copy as text").click()
    page.get_by_role("button", name="Embed this map").click()
    world(page).dispatch_event("wheel")
    expect(page.locator(".hint.shown")).to_have_count(1)
    saved = reopen(reader, save(page, tmp_path / "saved.html"), width=360)
    expect(saved.get_by_role("dialog")).to_have_count(0)
    expect(saved.locator(".hint.shown")).to_have_count(0)
    expect(saved.locator(".list-tools output")).to_be_empty()
    saved.get_by_role("button", name="Embed this map").click()
    expect(saved.get_by_role("dialog")).to_be_visible()


def test_a_saved_frame_opens_as_the_whole_page(
    reader: Reader, map_file: Path, tmp_path: Path
) -> None:
    """What was embedded, opened by itself, has its dialog and no link to itself."""
    frame = reader.open(map_file, query="?embed&q=sahel")
    page = reopen(reader, save(frame, tmp_path / "saved.html"))
    assert agreed(page) == SAHEL
    expect(page.get_by_role("link", name="Open the full page")).to_be_hidden()
    expect(page.get_by_role("button", name="Embed this map")).to_be_visible()


def test_a_saved_page_of_many_places_has_its_list_as_built(
    reader: Reader, atlas: Atlas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands under the map is read after the map is drawn, and made anew then."""
    page = reader.open(folded(atlas, tmp_path / "map.html", monkeypatch))
    page.get_by_role("button", name="Sources", exact=True).click()
    page.get_by_role("button", name="Embed this map").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_label("For any page").evaluate("(one) => { one.style.height = '9em' }")
    again = reopen(reader, save(page, tmp_path / "saved.html"))
    expect(again.locator("textarea[style]")).to_have_count(0)
    expect(again.get_by_role("dialog")).to_be_hidden()
    sources = again.get_by_role("button", name="Sources", exact=True)
    expect(sources).to_have_attribute("aria-pressed", "false")
    symbol(again, "ken-adviser").click()
    again.get_by_role("button", name="Show in the list").click()
    expect(again.locator("li[data-presence=ken-adviser] .show")).to_be_focused()
    expect(again.get_by_role("heading", name="About this map")).to_have_count(1)
