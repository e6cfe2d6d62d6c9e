"""The map where its address is pasted into WordPress, which makes a frame of the oEmbed answer."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapping.page.oembed import build_answers
from tests.browser.host import map_frame, site
from tests.browser.reader import READY, turn

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.host import Site
    from tests.browser.reader import Reader

__all__ = ["site"]

HOST_SCRIPT = Path(__file__).parent / "wordpress-host.js"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; frame-src 'self'; "
    "img-src data:; base-uri 'none'"
)
SECRET = "aB3dE5gH7j"  # noqa: S105 (as WordPress makes one for each frame; nothing is secret here)
KEPT = ("src", "width", "height", "frameborder", "title")
LATE = '<iframe class="wp-embedded-content" sandbox="allow-scripts" src="{}" height="500"></iframe>'
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def filtered(html: str, fragment: str = "") -> str:
    """Return what WordPress leaves of an answer from a site that it does not know.

    A quotation with a link, a frame with a few attributes; both get a secret, and the frame is
    hidden.
    """
    found = re.search(r"(<blockquote>.*?</blockquote>).*<iframe(.*?)></iframe>", html, re.DOTALL)
    assert found
    quotation, frame = found.groups()
    attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', frame))
    attributes["src"] += f"{fragment}#?secret={SECRET}"
    kept = " ".join(f'{name}="{attributes[name]}"' for name in KEPT)
    mark = f'data-secret="{SECRET}"'
    return (
        quotation.replace("<blockquote", f'<blockquote class="wp-embedded-content" {mark}')
        + '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" '
        + f'style="position: absolute; visibility: hidden;" {kept} {mark}></iframe>'
    )


@pytest.fixture
def answers(site: Site, atlas: Atlas) -> dict[str, str]:
    """Return the frames of the answers of a map that this site publishes, by file."""
    shutil.copy(HOST_SCRIPT, site.folder)
    site.headers["/host.html"] = {"Content-Security-Policy": POLICY}
    address = f"{site.address}/map.html"
    edition = atlas.dataset.edition.metadata.model_copy(update={"address": address})
    return {name: json.loads(text)["html"] for name, text in build_answers(edition).items()}


def visit(site: Site, reader: Reader, body: str, width: int = 700) -> Page:
    """Open a post with this body, and wait until its frame is shown."""
    script = f'<script src="{HOST_SCRIPT.name}"></script>'
    page = site.visit(reader, f"{script}{body}", width=width)
    expect(page.locator("iframe")).to_be_visible()
    return page


def needed(page: Page) -> int:
    """Return the height of the map in the first frame."""
    height: int = map_frame(page).evaluate(
        "Math.ceil(document.documentElement.getBoundingClientRect().height)"
    )
    return height


@pytest.mark.parametrize("width", [390, 700])
def test_the_frame_is_shown_as_wide_as_its_column_and_as_high_as_the_map(
    reader: Reader, site: Site, answers: dict[str, str], width: int
) -> None:
    """In the place of the quotation; up to the height that WordPress allows."""
    page = visit(site, reader, filtered(answers["oembed.en.json"]), width)
    frame = map_frame(page)
    expect(page.locator("blockquote")).to_be_hidden()
    assert page.evaluate(OVERFLOW) == 0
    assert frame.evaluate(OVERFLOW) <= 0
    expect(frame.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("iframe")).to_have_attribute("height", str(min(1000, needed(page))))
    frame.locator(".legend summary").click()
    frame.locator("#list summary").first.click()
    expect(page.locator("iframe")).to_have_attribute("height", "1000")


def test_the_full_page_opens_in_the_place_of_the_post(
    reader: Reader, site: Site, answers: dict[str, str]
) -> None:
    """WordPress opens it, for the frame may not; without a word of the secret."""
    page = visit(site, reader, filtered(answers["oembed.fr.json"]))
    frame = map_frame(page)
    turn(frame, "es")
    frame.locator(".full-page").click()
    page.wait_for_selector(READY)
    assert page.url == f"{site.address}/map.fr.html?lang=es"


def test_what_the_frame_may_not_do_is_not_offered(
    reader: Reader, site: Site, answers: dict[str, str]
) -> None:
    """No file can be saved from it; the text can be copied."""
    frame = map_frame(visit(site, reader, filtered(answers["oembed.en.json"])))
    frame.locator("#list summary").first.click()
    expect(frame.get_by_role("button", name="Download CSV")).to_be_hidden()
    expect(frame.get_by_role("button", name="Download GeoJSON")).to_be_hidden()
    expect(frame.get_by_role("button", name="Copy as text")).to_be_visible()


def test_a_frame_that_is_turned_is_still_known(
    reader: Reader, site: Site, answers: dict[str, str]
) -> None:
    """Loaded anew in another language, it tells its height and has no download."""
    page = visit(site, reader, filtered(answers["oembed.json"]))
    turn(map_frame(page), "ru")
    page.set_viewport_size({"width": 600, "height": 800})
    map_frame(page).locator(".legend summary").click()
    expect(page.locator("iframe")).to_have_attribute("height", str(min(1000, needed(page))))
    assert f"#?secret={SECRET}" in map_frame(page).url
    expect(map_frame(page).locator('[data-share="csv"]')).to_be_hidden()


def test_state_and_secret_are_in_one_fragment(
    reader: Reader, site: Site, answers: dict[str, str]
) -> None:
    """WordPress adds its own after whatever is there."""
    html = answers["oembed.json"].replace("?embed", "")
    body = filtered(html, "#embed&amp;lang=fr&amp;region=africa")
    page = visit(site, reader, body)
    frame = map_frame(page)
    expect(frame.locator("html")).to_have_attribute("lang", "fr")
    expect(frame.locator("html")).to_have_class("embed")
    expect(frame.locator('[role=toolbar] [data-presence="arg-adviser"]')).to_be_hidden()
    frame.locator(".full-page").click()
    page.wait_for_selector(f"{READY}:not(.embed)")
    assert page.url == f"{site.address}/map.html?lang=fr&region=africa"


def test_a_secret_that_comes_later_is_heeded(
    reader: Reader, site: Site, answers: dict[str, str]
) -> None:
    """Where the frame was in the post already, WordPress's script makes one when it runs."""
    assert answers
    page = visit(site, reader, LATE.format(f"{site.address}/map.en.html?embed"))
    expect(page.locator("iframe")).not_to_have_attribute("height", "500")
    assert page.locator("iframe").get_attribute("height") == str(min(1000, needed(page)))
    expect(map_frame(page).locator('[data-share="csv"]')).to_be_hidden()


def test_other_hosts_get_no_such_message(reader: Reader, site: Site) -> None:
    """And in their frames the list can be downloaded."""
    (site.folder / "hear.js").write_text(
        "window.heard = []; addEventListener('message', ({ data }) => window.heard.push(data))",
        encoding="utf-8",
    )
    frame = '<iframe src="map.en.html?embed" width="700" height="900"></iframe>'
    page = site.visit(reader, f'<script src="hear.js"></script>{frame}')
    inside = map_frame(page)
    page.wait_for_function("() => window.heard.length > 0")
    assert {one["type"] for one in page.evaluate("window.heard")} == {"presence-map"}
    inside.locator("#list summary").first.click()
    expect(inside.get_by_role("button", name="Download CSV")).to_be_visible()
