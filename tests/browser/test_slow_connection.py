"""A page of which a part has come, and the rest is under way."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tests.browser.controls import details
from tests.browser.reader import READY, entries, symbol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser.reader import Reader

PAINTED = """() => new Promise((resolve) => {
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (name === 'first-contentful-paint') resolve(startTime)
    }
  }).observe({ type: 'paint', buffered: true })
})"""
UNHURRIED_MS = 800  # less than the second that a page waits, by what a timer may be early


class _Slow(BaseHTTPRequestHandler):
    def __init__(self, content: bytes, some: int, rest: Event, *arguments: Any) -> None:  # noqa: ANN401 (what the server hands over)
        self.content, self.some, self.rest = content, some, rest
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """Send so many bytes, and the rest once it is wanted."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.content[: self.some])
        self.rest.wait()
        self.wfile.write(self.content[self.some :])

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def slowly(file: Path, before: bytes) -> Iterator[tuple[str, Event]]:
    """Serve a file up to some words; give its address, and what sends the rest."""
    content, rest = file.read_bytes(), Event()
    answer = partial(_Slow, content, content.index(before), rest)
    server = ThreadingHTTPServer(("127.0.0.1", 0), answer)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", rest
    rest.set()
    server.shutdown()
    server.server_close()


def test_nothing_is_drawn_before_the_map_but_over_a_slow_connection(
    reader: Reader, map_file: Path
) -> None:
    """Within a second a page is drawn once, with its map; else its title comes first."""
    page = reader.new_page({"locale": "zh-CN"})
    with slowly(map_file, b"<main") as (address, rest):
        page.goto(address, wait_until="commit")
        assert page.evaluate(PAINTED) > UNHURRIED_MS
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        rest.set()
        page.wait_for_selector(READY)


def test_a_presence_can_be_chosen_before_the_list_has_come(reader: Reader, map_file: Path) -> None:
    """Its sources follow with the list, which is in the reader's language as all else is."""
    page = reader.new_page({"locale": "en-GB"})
    with slowly(map_file, b'<section id="list"') as (address, rest):
        page.goto(address, wait_until="commit")
        symbol(page, "ken-adviser").click()
        expect(details(page)).to_contain_text("Kenya")
        details(page).get_by_role("button", name="Show in the list").click()  # which has not come
        expect(details(page).get_by_role("listitem")).to_have_count(0)
        rest.set()
        page.wait_for_selector(READY)
        expect(details(page).get_by_role("listitem").first).to_be_visible()
        expect(page.get_by_role("region", name="All presences")).to_be_attached()
        expect(entries(page).filter(has_text="Kenya").first).to_be_attached()
