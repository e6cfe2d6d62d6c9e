"""Tools and servers that do not hand the page on as it was built."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.host import Site, map_frame, site
from tests.browser.reader import PLACES, READY, entries, symbols
from tests.support.server_lines import EXAMPLE_HOST, headers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser.reader import Reader

__all__ = ["site"]

FRAME = '<iframe src="{}?embed&amp;lang=fr" width="100%" height="700"></iframe>'
ELEMENT = """<script src="{}" defer></script><presence-map src="{}" lang="ar">
  <a href="{}">The map</a></presence-map>"""


@pytest.fixture
def maps(site: Site) -> Iterator[Site]:
    """Return another origin with the products, whose headers are the documented lines."""
    other = Site(site.folder)
    policy = json.loads((site.folder / "build.json").read_text("utf-8"))["content_policies"]
    lines = headers("nginx")
    own = f"{policy['map.html']}; {lines['Content-Security-Policy']}"
    for name in ("map.html", "embed.js"):
        other.headers[f"/{name}"] = lines | {"Content-Security-Policy": own}
    site.asked.append(other.address)
    yield other
    other.close()


def code(maps: Site) -> str:
    """Return a frame and an element with the map of another origin."""
    page, script = (f"{maps.address}/{name}" for name in ("map.html", "embed.js"))
    return f"<main>{FRAME.format(page)}{ELEMENT.format(script, page, page)}</main>"


def test_a_server_that_names_another_charset_has_the_whole_page(reader: Reader, site: Site) -> None:
    """The byte order mark tells the browser more than the header does."""
    site.headers["/map.html"] = {"Content-Type": "text/html; charset=iso-8859-1"}
    page = site.show(reader, "map.html?lang=ar")
    page.wait_for_selector(READY)
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
    page.wait_for_selector(READY)
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


@pytest.mark.parametrize("numbers", [[0], [1], [4, 5, 6]])
def test_a_server_that_blocks_one_script_leaves_the_list_and_the_notice_too(
    reader: Reader, site: Site, numbers: list[int]
) -> None:
    """As a header with the policy of an earlier build does: no dead button, words as written.

    Of the head's script, Leaflet, and the page's own three, which are of one build.
    """
    policy = json.loads((site.folder / "build.json").read_text("utf-8"))["content_policies"]
    scripts = re.findall(r"'sha256-[^']+'", re.findall(r"script-src [^;]+", policy["map.html"])[0])
    assert len(scripts) == 7
    stale = policy["map.html"]
    for number in numbers:
        stale = stale.replace(scripts[number], "'self'")
    site.headers["/map.html"] = {"Content-Security-Policy": stale}
    page = site.show(reader, "map.html?lang=en")
    if numbers == [0]:  # the head's: the page is then in the language of its file, and whole
        page.wait_for_selector(READY)
    else:
        expect(page.locator(".scripts-off")).to_be_visible()
        expect(entries(page)).to_have_count(PLACES)
        expect(page.get_by_role("button")).to_have_count(0)
    expect(page.locator("html")).to_have_attribute("lang", "zh")
    expect(page.get_by_role("heading", level=1)).to_contain_text("联合国")
    assert any("Content Security Policy" in one for one in reader.complaints)
    reader.complaints.clear()


def test_a_server_that_blocks_the_styles_alone_leaves_the_list_and_the_notice(
    reader: Reader, site: Site
) -> None:
    """As policies do that allow inline scripts but no inline styles: a map would be illegible."""
    policy = "default-src 'self'; script-src 'unsafe-inline'; img-src data:"
    site.headers["/map.html"] = {"Content-Security-Policy": policy}
    page = site.show(reader, "map.html?lang=en")
    expect(page.locator(".scripts-off")).to_be_visible()
    expect(entries(page)).to_have_count(PLACES)
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.locator("html")).to_have_attribute("lang", "zh")
    expect(page.get_by_role("heading", level=1)).to_contain_text("联合国")
    assert any("a policy blocks a style sheet" in one for one in reader.complaints)
    reader.complaints.clear()


def test_where_scripts_run_there_is_no_notice(reader: Reader, site: Site) -> None:
    """And everything that they need to be shown is."""
    page = site.show(reader, "map.html?lang=en")
    page.wait_for_selector(READY)
    expect(page.locator(".scripts-off")).to_be_hidden()
    expect(page.get_by_role("button", name="Zoom in")).to_be_visible()
    expect(page.get_by_role("button", name="Africa", exact=True)).to_be_visible()


def test_the_documented_lines_let_a_host_that_is_named_show_the_map(
    reader: Reader, site: Site, maps: Site
) -> None:
    """With the page's own policy as a header, in a host that is cross-origin isolated."""
    for lines in maps.headers.values():
        own = lines["Content-Security-Policy"]
        lines["Content-Security-Policy"] = own.replace(EXAMPLE_HOST, site.address)
    site.headers["/host.html"] = {
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Content-Security-Policy": f"script-src {maps.address}; frame-src {maps.address}",
    }
    page = site.visit(reader, code(maps))
    assert page.evaluate("window.crossOriginIsolated")
    for number, lang in enumerate(("fr", "ar")):
        frame = map_frame(page, number)
        expect(frame.locator("html")).to_have_attribute("lang", lang)
        expect(frame.locator("[role=toolbar] [data-presence]")).to_have_count(PLACES)
    expect(page.get_by_role("link", name="The map")).to_have_count(0)


def test_a_host_that_is_not_named_has_the_link(reader: Reader, site: Site, maps: Site) -> None:
    """The box is empty, and nothing else would tell where the map is."""
    site.headers["/host.html"] = {}
    page = site.visit(reader, code(maps))
    page.locator("presence-map iframe").scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelectorAll('iframe').length === 2")
    expect(page.get_by_role("link", name="The map")).to_be_visible()
    refused = [one for one in reader.complaints if "frame-ancestors" in one]
    assert reader.complaints == refused
    assert refused
    reader.complaints.clear()
