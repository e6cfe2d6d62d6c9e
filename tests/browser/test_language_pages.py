"""The page of one language: who opens it has that language, unless they choose another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.host import map_frame, site
from tests.browser.reader import PLACES, READY, entries, turn

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.host import Site
    from tests.browser.reader import Reader

__all__ = ["site"]


@pytest.mark.parametrize("code", ["ar", "en"])
def test_a_page_keeps_its_language_whatever_the_browser_prefers(
    reader: Reader, built: Path, code: str
) -> None:
    """Nor does its browser complain of anything in it."""
    locale = "en-GB" if code != "en" else "fr-FR"
    page = reader.open(built / f"map.{code}.html", locale=locale)
    expect(page.locator("html")).to_have_attribute("lang", code)
    expect(page.locator("html")).to_have_attribute("dir", "rtl" if code == "ar" else "ltr")
    expect(entries(page)).to_have_count(PLACES)


def test_the_address_outdoes_the_language_of_the_page(reader: Reader, built: Path) -> None:
    """What is unknown in it does not."""
    for query, code in (("?lang=ru", "ru"), ("#lang=es", "es"), ("?lang=xx", "ar")):
        page = reader.open(built / "map.ar.html", query=query)
        expect(page.locator("html")).to_have_attribute("lang", code)


def test_a_page_of_one_language_can_be_turned_to_another(reader: Reader, built: Path) -> None:
    """In the state that it has, without another file; and stays turned."""
    page = reader.open(built / "map.ar.html", query="?region=africa")
    turn(page, "zh")
    assert page.url == f"{(built / 'map.ar.html').as_uri()}?region=africa&lang=zh"
    page.reload()
    page.wait_for_selector(READY)
    expect(page.locator("html")).to_have_attribute("lang", "zh")


def test_without_scripts_a_frame_is_in_the_language_of_its_code(reader: Reader, site: Site) -> None:
    """The ready code of the French page, its sandbox emptied by the host."""
    page = site.show(reader, "map.html?lang=fr")
    page.wait_for_selector(READY)
    page.locator(".offer").click()
    code = page.locator("#embed-frame").input_value()
    assert "/map.fr.html?embed" in code
    emptied = code.replace("allow-scripts", "").replace("loading", "data-loading")
    host = site.visit(reader, emptied)
    frame = host.frame_locator("iframe")
    expect(frame.locator("html")).to_have_attribute("lang", "fr")
    expect(frame.locator("#list-title")).to_be_visible()
    reader.complaints[:] = [one for one in reader.complaints if "sandbox" not in one]


def test_the_dialog_names_the_file_that_its_code_needs(reader: Reader, site: Site) -> None:
    """Where it is another than the one that is open; the code of a page's own needs no word."""
    for name, said in (("map.html?lang=en", True), ("map.en.html", False)):
        page = site.show(reader, name)
        page.wait_for_selector(READY)
        page.get_by_role("button", name="Embed this map").click()
        sentence = page.get_by_role("dialog").get_by_text("map.en.html, which was made together")
        expect(sentence).to_have_count(int(said))


def test_a_map_in_a_frame_leads_to_the_full_page_of_its_language(
    reader: Reader, site: Site
) -> None:
    """The same file, without the parameter of the frame."""
    page = site.visit(reader, '<iframe src="map.ru.html?embed" width="700" height="800"></iframe>')
    frame = map_frame(page)
    expect(frame.locator("html")).to_have_attribute("lang", "ru")
    expect(frame.locator(".full-page")).to_have_attribute("href", f"{site.address}/map.ru.html")
