"""Tools and servers that do not hand the page on as it was built."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.host import site
from tests.browser.reader import PLACES, entries, symbols

if TYPE_CHECKING:
    from tests.browser.host import Site
    from tests.browser.reader import Reader

__all__ = ["site"]


def test_a_server_that_names_another_charset_has_the_whole_page(reader: Reader, site: Site) -> None:
    """The byte order mark tells the browser more than the header does."""
    site.headers["/map.html"] = {"Content-Type": "text/html; charset=iso-8859-1"}
    page = site.show(reader, "map.html?lang=ar")
    page.wait_for_selector("html[data-ready]")
    expect(page.get_by_role("heading", level=1)).to_contain_text("الأمم المتحدة")
    assert page.evaluate("document.characterSet") == "UTF-8"


def test_a_viewer_that_keeps_what_is_inside_html_shows_the_map(reader: Reader, site: Site) -> None:
    """As JupyterLab does: neither the document type nor an attribute of <html> is there."""
    map_file = site.folder / "map.html"
    html = map_file.read_text(encoding="utf-8-sig")
    inside = re.sub(r"^<!doctype html>\s*<html[^>]*>", "", html)
    assert inside != html
    map_file.write_text(f"<html>{inside}", encoding="utf-8")
    page = site.show(reader, "map.html?lang=en")
    page.wait_for_selector("html[data-ready]")
    expect(symbols(page)).to_have_count(PLACES)
    symbols(page).first.focus()


@pytest.mark.parametrize("policy", ["script-src 'self'", "script-src 'self'; style-src 'self'"])
def test_a_server_that_blocks_the_scripts_leaves_a_list_and_a_notice(
    reader: Reader, site: Site, policy: str
) -> None:
    """No button or field that does nothing, no giant symbol, with the style sheet and without."""
    site.headers["/map.html"] = {"Content-Security-Policy": policy}
    page = site.show(reader, "map.html")
    expect(page.locator(".scripts-off")).to_be_visible()
    expect(entries(page)).to_have_count(PLACES)
    for role in ("button", "textbox", "searchbox", "combobox", "checkbox"):
        expect(page.get_by_role(role)).to_have_count(0)
    sizes = page.locator("svg.symbol").evaluate_all("all => all.map((one) => one.clientWidth)")
    assert max(sizes) <= 24
    refused = [one for one in reader.complaints if "Content Security Policy" in one]
    assert reader.complaints == refused
    reader.complaints.clear()


def test_where_scripts_run_there_is_no_notice(reader: Reader, site: Site) -> None:
    """And everything that they need to be shown is."""
    page = site.show(reader, "map.html?lang=en")
    page.wait_for_selector("html[data-ready]")
    expect(page.locator(".scripts-off")).to_be_hidden()
    expect(page.get_by_role("button", name="Zoom in")).to_be_visible()
    expect(page.get_by_role("button", name="Africa", exact=True)).to_be_visible()
