"""The page needs nothing but itself, and lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from mapping.display_texts import display_texts
from tests.browser.first_paint import FIRST_PAINT, LARGEST_SHIFT, shift
from tests.browser.reader import CANDIDATES, PLACES, READY, SIZES, entries, symbol, symbols

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.reader import Reader

# Of these, a reader sees the first three while the page starts.
SEEN = ["The United Nations", "Cartographic notes", "World", "Legend", "Headquarters",
        "Dotted line", "Region", "The boundaries"]  # fmt: skip
INJECTED = {
    "script": "document.documentElement.title = 'run'",
    "style": "html { outline: 7px solid red }",
}


def policy(page: Page) -> dict[str, set[str]]:
    """Return the page's content policy: what each directive allows."""
    content = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    parts = [part.split() for part in (content or "").split(";")]
    return {name: set(allowed) for name, *allowed in parts}


def hashes(html: str, element: str) -> set[str]:
    """Return the hashes of the inline scripts or styles of a page, as a policy names them."""
    texts = re.findall(rf"<{element}(?: data-[^>]*)?>(.*?)</{element}>", html, re.DOTALL)
    digests = (hashlib.sha256(text.encode()).digest() for text in texts)
    return {f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests}


def test_the_policy_allows_what_is_in_the_page_and_nothing_else(
    untouched: Page, map_file: Path
) -> None:
    """Scripts and styles by hash, pictures within the file; no other source, no inline code."""
    html = map_file.read_text(encoding="utf-8")
    assert policy(untouched) == {
        "default-src": {"'none'"},
        "script-src": hashes(html, "script"),
        "style-src": hashes(html, "style"),
        "img-src": {"data:"},
        "base-uri": {"'none'"},
        "form-action": {"'none'"},
    }
    assert untouched.locator("script[src], link[rel=stylesheet], [style][onload]").count() == 0


def test_the_policy_is_enforced(reader: Reader, map_file: Path) -> None:
    """A script or style that somebody puts into the page does not run, and the browser says so."""
    page = reader.open(map_file)
    for element in INJECTED.items():
        assert reader.complaints == []
        page.evaluate(
            """([name, text]) => {
              const made = document.createElement(name)
              made.textContent = text
              document.head.append(made)
            }""",
            element,
        )
        expect(page.locator("html")).not_to_have_attribute("title", "run")
        expect(page.locator("html")).not_to_have_css("outline-width", "7px")
        assert len(reader.complaints) == 1
        assert "Content Security Policy" in reader.complaints.pop()


def test_the_page_says_when_it_is_ready(english: Page) -> None:
    """The mark of those who measure, and the first presence can be clicked."""
    marks = english.evaluate("performance.getEntriesByName('map-ready').length")
    assert marks == 1
    symbols(english).first.click()
    expect(english.get_by_role("dialog")).to_be_visible()


def test_what_the_first_click_does_not_need_is_laid_out_after_it(english: Page) -> None:
    """Title and headings stand from the first, and the map does not move, however wide it is.

    Nor does anything else, when the filter, the languages and the rest take their places.
    """
    assert shift(english) < LARGEST_SHIFT
    for width, height in SIZES.items():
        english.set_viewport_size({"width": width, "height": height})
        found = english.evaluate(FIRST_PAINT, SEEN)
        assert found["first"] == ["The United Nations", "Cartographic notes"]
        assert found["moved"] == 0, width
    assert len(found["all"]) == len(SEEN), found


def test_the_data_is_in_the_page(untouched: Page, atlas: Atlas) -> None:
    """The island holds every presence, and is valid JSON."""
    island = untouched.locator("script#map-data[type='application/json']")
    found = island.evaluate("one => JSON.stringify(JSON.parse(one.textContent))")
    assert [p.presence.id for p in atlas.places if f'"{p.presence.id}"' not in found] == []


def test_the_map_works_in_a_sandboxed_frame(reader: Reader, map_file: Path, tmp_path: Path) -> None:
    """As another page embeds it: scripts allowed, nothing else."""
    host = tmp_path / "host.html"
    host.write_text(
        "<!doctype html><link rel=icon href=data:,><title>Host</title>"
        "<iframe title=Map sandbox=allow-scripts width=1000 height=640"
        f" src={map_file.as_uri()}?lang=en></iframe>",
        encoding="utf-8",
    )
    page = reader.open(host, map_file, ready=False)
    frame = page.frame_locator("iframe")
    expect(frame.locator(READY)).to_be_attached()
    region = frame.get_by_role("toolbar", name="Map of the presences")
    region.locator('[data-presence="ken-adviser"]').click()
    expect(frame.get_by_role("dialog")).to_contain_text("Kenya")
    expect(frame.get_by_role("group", name="Language")).to_be_hidden()  # it could not be loaded


def test_without_javascript_everything_is_there_to_read(
    reader: Reader, map_file: Path, atlas: Atlas
) -> None:
    """List, footnotes, notes, disclaimer and figures, in Chinese, the source's language."""
    page = reader.open(map_file, ready=False, java_script_enabled=False)
    texts = display_texts(atlas, atlas.dataset.languages["zh"])
    expect(page.locator("html")).to_have_attribute("lang", "zh")
    expect(entries(page)).to_have_count(PLACES)
    shown = ("label.", "footnote.", "note.", "figure.", "disclaimer", "page.scripts_off", "found.")
    said = page.locator("body").inner_text()
    assert [key for key in texts if key.startswith(shown) and texts[key] not in said] == []
    expect(page.get_by_role("button")).to_have_count(0)


def test_candidates_are_apart_in_the_list(english: Page) -> None:
    """Seven entries under a heading of their own, and their symbols can be opened."""
    part = english.get_by_role("region", name="Candidates (not counted)")
    expect(entries(english).and_(part.get_by_role("listitem"))).to_have_count(CANDIDATES)
    symbol(english, "zmb-presence").click()
    expect(english.get_by_role("dialog")).to_contain_text("Candidate only")
