"""A page of which a part has come, and the rest is under way."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from mapping.notebook import Map
from mapping.page import render
from tests.browser.controls import details
from tests.browser.many_places import folded
from tests.browser.reader import PLACES, READY, symbol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

    from mapping.atlas import Atlas
    from tests.browser.reader import Reader

PAINTED = """() => new Promise((resolve) => {
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (name === 'first-contentful-paint') resolve(startTime)
    }
  }).observe({ type: 'paint', buffered: true })
})"""
UNHURRIED_MS = 800  # less than the second that a page waits, by what a timer may be early


# The three seconds in which a page hides what is not complete are over at once.
AT_ONCE = """const later = window.setTimeout
window.setTimeout = (act, ms, ...more) => later(act, ms === 3000 ? 0 : ms, ...more)"""
# The same, and the second that a page waits for its map never ends.
TIMES = """const later = window.setTimeout
window.setTimeout = (act, ms, ...more) =>
  ms === 1000 ? 0 : later(act, ms === 3000 ? 0 : ms, ...more)"""
# When a page is ready: how many seas, symbols and lands it has.
READY_WITH = """const mark = performance.mark.bind(performance)
performance.mark = (name) => {
  window.readyWith = ['path.sea[d]', '[data-presence]', '.opening, canvas'].map((part) =>
    document.querySelectorAll(`[role=toolbar] ${part}`).length)
  return mark(name)
}"""
TWO_PLACES = [{"name": "Lima", "country": "Peru"}, {"name": "Quito", "country": "Ecuador"}]
# What the page says in a status by the map, and that it lacks scripts; as read by a script, for who
# asks for all roles asks what the page does not lay out.
SAID = """() => [...document.querySelectorAll('.stage [role=status] > [lang], .scripts-off')]
  .filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => one.innerText)"""
LIST = "所有派驻机构，按区域和国家排列"
DISCLAIMER = "The boundaries and names shown"
REPORT = "秘书长关于联合国工作的报告2023"
STATUS = "正在绘制地图：2 个地点"


class _Slow(BaseHTTPRequestHandler):
    def __init__(self, content: bytes, at: int, rest: Event, *arguments: Any) -> None:  # noqa: ANN401 (what the server hands over)
        self.content, self.at, self.rest = content, at, rest
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """Send a part, and the rest once it is wanted."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.content[: self.at])
        self.rest.wait()
        self.wfile.write(self.content[self.at :])

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(file: Path, before: bytes) -> Iterator[tuple[str, Event]]:
    """Serve a page: what comes before something in it, and the rest after an event."""
    content, rest = file.read_bytes(), Event()
    handler = partial(_Slow, content, content.index(before), rest)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", rest
    finally:
        rest.set()
        server.shutdown()
        server.server_close()


def test_nothing_is_drawn_before_the_map_but_over_a_slow_connection(
    reader: Reader, map_file: Path
) -> None:
    """Within a second a page is drawn once, with its map; else its title comes first."""
    page = reader.new_page({"locale": "zh-CN"})
    with served(map_file, b"<main") as (address, rest):
        page.goto(address, wait_until="commit")
        assert page.evaluate(PAINTED) > UNHURRIED_MS
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        rest.set()
        page.wait_for_selector(READY)
    assert page.locator(".drawing").count() == 0


def test_the_sea_and_the_symbols_come_before_the_land(reader: Reader, map_file: Path) -> None:
    """In the first frame the symbols stand in the sea; then on land, and there is one sea."""
    page = reader.new_page({})
    page.add_init_script(READY_WITH)
    page.goto(map_file.as_uri())
    page.wait_for_selector(READY)
    assert page.evaluate("window.readyWith") == [1, PLACES, 0]
    page.wait_for_selector("canvas")
    assert page.locator("path.sea:visible").count() == 0


def test_the_frame_of_the_map_stays_however_long_the_rest_takes(
    reader: Reader, map_file: Path
) -> None:
    """After three seconds what has come can be read, and nothing that is there vanishes."""
    page = reader.new_page({"locale": "zh-CN"})
    page.add_init_script(AT_ONCE)
    with served(map_file, b'<script id="map-data"') as (address, rest):
        page.goto(address, wait_until="commit")
        page.evaluate(PAINTED)
        expect(page.get_by_role("heading", level=2, name=LIST)).to_be_visible()
        frame = page.locator(".world")
        expect(frame).to_be_visible()
        expect(page.locator(".scripts-off")).to_be_hidden()
        box = frame.bounding_box()
        rest.set()
        page.wait_for_selector(READY)
    assert frame.bounding_box() == box


def test_a_page_of_very_many_places_says_at_once_that_its_map_is_drawn(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the reader's language, however long it takes, and until then.

    Without scripts nothing is drawn, and nothing says so.
    """
    monkeypatch.setattr(render, "MOST_AT_ONCE", 1)
    file = tmp_path / "map.html"
    Map(TWO_PLACES, title="Many").save(file)
    page = reader.new_page({"locale": "zh-CN"})
    page.add_init_script(TIMES)
    with served(file, b'<script id="map-data"') as (address, rest):
        page.goto(address, wait_until="commit")
        page.evaluate(PAINTED)
        assert page.evaluate(SAID) == [STATUS]
        rest.set()
        page.wait_for_selector(READY)
        assert page.locator(".drawing").count() == 0
    page = reader.open(file, ready=False, java_script_enabled=False)
    expect(page.locator(".scripts-off")).to_be_visible()
    assert "Drawing" not in page.locator("body").inner_text()


def test_the_map_of_many_places_is_there_before_their_list(
    reader: Reader, atlas: Atlas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the reader's language, with its disclaimer; a symbol says what is known of its presence.

    What it rests on stands under the list, and comes with it; so does the way into the list.
    """
    file = folded(atlas, tmp_path / "map.html", monkeypatch)
    page = reader.new_page({"locale": "en-GB"})
    with served(file, b'<section id="list"') as (address, rest):
        page.goto(address, wait_until="commit")
        page.wait_for_selector(READY)
        expect(page.get_by_text(DISCLAIMER)).to_be_visible()
        symbol(page, "ken-adviser").click()
        expect(details(page)).to_contain_text("Nairobi")
        expect(details(page)).not_to_contain_text(REPORT)
        page.get_by_role("button", name="Show in the list").click()
        expect(page.get_by_role("heading", name="主要数字")).to_have_count(0)
        rest.set()
        expect(details(page)).to_contain_text(REPORT)
    expect(page.get_by_role("heading", name="Key figures")).to_be_visible()
    page.get_by_role("button", name="Show in the list").click()
    expect(page.locator("li[data-presence=ken-adviser] .show")).to_be_focused()
