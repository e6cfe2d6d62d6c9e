"""What a frame leaves to its host: Back, the colours, the address; and what opens unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.controls import category, details
from tests.browser.host import map_frame, site
from tests.browser.reader import PLACES, READY, entries, symbol

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Page

    from tests.browser.host import Site
    from tests.browser.reader import Reader

__all__ = ["site"]

FRAME = '<iframe src="map.html?embed&amp;{}" width="100%" height="700"></iframe>'
PAPER = "getComputedStyle(document.documentElement).backgroundColor"
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(16, 24, 31)"
GO = """address => {
  history.replaceState(history.state, '', address)
  dispatchEvent(new PopStateEvent('popstate'))
}"""
SHOWN = "window.map_world.getZoom() - window.map_world.getMinZoom()"


def test_nothing_done_in_a_frame_is_a_step_of_the_host_s_history(
    reader: Reader, site: Site
) -> None:
    """Details, languages, categories: Back leaves the host's page."""
    page = site.visit(reader, FRAME.format("lang=en"))
    frame = map_frame(page)
    before = page.evaluate("history.length")
    for presence in ("ken-adviser", "arg-adviser"):
        frame.locator(f'[role=toolbar] [data-presence="{presence}"]').press("Enter")
    category(frame, "adviser").uncheck()
    frame.get_by_role("button", name="Français").click()
    assert page.evaluate("history.length") == before


def test_a_frame_that_follows_an_address_takes_no_focus_from_its_host(
    reader: Reader, site: Site
) -> None:
    """Nor scrolls it: details that open or close, symbols that change, leave who types alone."""
    page = site.visit(reader, "<input aria-label=Search>" + FRAME.format("lang=en"), lines=200)
    frame = map_frame(page)
    frame.locator('[role=toolbar] [data-presence="ken-adviser"]').press("Enter")
    expect(details(frame).get_by_role("heading", name="Kenya")).to_be_focused()
    search = page.get_by_role("textbox", name="Search")
    for state in ("", "&presence=arg-adviser", "&region=africa", "&view=4/1/37"):
        search.focus()
        page.evaluate("scrollTo(0, 0)")
        frame.evaluate(GO, f"?embed&lang=en{state}")
        expect(details(frame)).to_be_visible(visible="presence" in state)
        page.keyboard.type("x")
    expect(search).to_have_value("xxxx")
    assert page.evaluate("scrollY") == 0


def test_a_frame_that_cannot_be_turned_offers_no_languages(
    reader: Reader, site: Site, map_file: Path, tmp_path: Path
) -> None:
    """A file in a frame of another may not be loaded anew; a page of the web may."""
    host = tmp_path / "host.html"
    frame = FRAME.replace("map.html", map_file.as_uri()).format("lang=en")
    host.write_text(f"<!doctype html><title>Host</title>{frame}", encoding="utf-8")
    page = reader.open(host, map_file, ready=False)
    expect(map_frame(page).get_by_role("toolbar")).to_be_visible()
    expect(map_frame(page).get_by_role("group", name="Language")).to_be_hidden()
    page = site.visit(reader, FRAME.format("lang=en"))
    expect(map_frame(page).get_by_role("group", name="Language")).to_be_visible()


def test_details_are_one_step_however_many_are_read(english: Page) -> None:
    """On the page itself: to the next and the next; and Back closes them."""
    before = english.evaluate("history.length")
    symbol(english, "ken-adviser").click()
    for _ in range(3):
        details(english).get_by_role("button", name="Next presence").click()
    assert english.evaluate("history.length") == before + 1
    english.go_back()
    expect(details(english)).to_be_hidden()
    english.go_forward()
    expect(details(english)).to_be_visible()


def test_closed_details_leave_no_step_behind(english: Page) -> None:
    """What was changed meanwhile stays; details that are opened at once are a step again."""
    english.evaluate("location.hash = 'list'")
    symbol(english, "ken-adviser").click()
    english.get_by_role("button", name="Zoom in").click()
    english.wait_for_function("() => location.search.includes('view=')")
    english.keyboard.press("Escape")
    english.wait_for_function("() => !history.state.details")
    assert english.evaluate(SHOWN) > 0
    assert "view=" in english.url
    for _ in range(2):
        symbol(english, "ken-adviser").press("Enter")
        english.keyboard.press("Escape")
    symbol(english, "ken-adviser").press("Enter")
    english.wait_for_function("() => history.state.details")
    english.go_back()
    expect(details(english)).to_be_hidden()
    english.go_back()
    assert "#list" not in english.url


def test_details_that_a_link_opened_close_where_they_are(reader: Reader, map_file: Path) -> None:
    """There is nothing before them to go back to."""
    page = reader.open(map_file, query="?presence=ken-adviser")
    before = page.evaluate("history.length")
    page.keyboard.press("Escape")
    expect(details(page)).to_be_hidden()
    assert page.evaluate("history.length") == before
    assert page.url == map_file.as_uri()


@pytest.mark.parametrize(
    ("system", "papers"),
    [("light", {"dark": DARK, "auto": LIGHT}), ("dark", {"light": LIGHT, "x": DARK})],
)
def test_the_host_says_in_which_colours_the_map_is(
    reader: Reader, map_file: Path, system: str, papers: dict[str, str]
) -> None:
    """By a parameter, whatever the reader's system prefers; `auto` and others leave it to that."""
    for scheme, paper in papers.items():
        query = f"?embed&scheme={scheme}"
        page = reader.open(map_file, query=query, color_scheme=system)
        assert page.evaluate(PAPER) == paper, scheme
        page.emulate_media(media="print")
        assert page.evaluate(PAPER) == LIGHT


def test_the_element_hands_the_colours_on(reader: Reader, site: Site) -> None:
    """As an attribute, which may change."""
    element = '<presence-map src="map.html" lang="en" scheme="dark"></presence-map>'
    page = site.visit(reader, f'<script src="embed.js" defer></script>{element}')
    assert map_frame(page).evaluate(PAPER) == DARK
    page.locator("presence-map").evaluate("one => one.setAttribute('scheme', 'light')")
    page.wait_for_function("() => document.querySelector('iframe').src.includes('light')")
    assert map_frame(page).evaluate(PAPER) == LIGHT


def test_the_fragment_holds_a_state_too(reader: Reader, site: Site) -> None:
    """Where a redirect drops the query, the fragment arrives."""
    page = site.visit(
        reader, '<iframe src="map.html#embed&amp;lang=fr&amp;region=africa"></iframe>'
    )
    frame = map_frame(page)
    expect(frame.locator("html")).to_have_attribute("lang", "fr")
    expect(frame.locator("html")).to_have_class("embed")
    expect(entries(frame).filter(visible=True)).to_have_count(0)
    expect(frame.locator('[role=toolbar] [data-presence="arg-adviser"]')).to_be_hidden()


def test_a_state_in_the_fragment_can_be_left(reader: Reader, map_file: Path) -> None:
    """What is chosen later is written into the query, and the fragment goes."""
    page = reader.open(map_file, query="#lang=en&region=africa")
    page.get_by_role("button", name="Clear the filters").click()
    page.reload()
    page.wait_for_selector(READY)
    expect(entries(page)).to_have_count(PLACES)
    assert "#" not in page.url


def test_a_frame_that_opens_in_a_hidden_tab_is_complete(reader: Reader, site: Site) -> None:
    """Once its tab is shown: the whole world, the legend, every symbol."""
    hidden = FRAME.replace("<iframe", '<iframe hidden loading="eager"').format("lang=en")
    page = site.visit(reader, hidden)
    frame = _hidden_frame(page)
    frame.wait_for_selector("html[data-ready]", state="attached")
    page.locator("iframe").evaluate("one => { one.hidden = false }")
    open_ = map_frame(site.visit(reader, FRAME.format("lang=en")))
    frame.wait_for_function(f"() => {SHOWN} < 0.01")
    for one in (frame, open_):
        one.wait_for_function("() => document.querySelectorAll('.label').length > 5")
    frame.locator('[role=toolbar] [data-presence="ken-adviser"]').click()
    expect(details(frame)).to_be_visible()
    assert _shape(frame) == pytest.approx(_shape(open_), abs=0.2)


def _hidden_frame(page: Page) -> Frame:
    frame = page.locator("iframe").element_handle().content_frame()
    assert frame
    return frame


def _shape(frame: Frame) -> list[float]:
    found: list[float] = frame.evaluate(
        """() => [Number(document.querySelector('.legend').open), map_world.getMinZoom(),
          map_world.getCenter().lat, map_world.getCenter().lng]"""
    )
    return found
