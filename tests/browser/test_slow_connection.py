"""A page of which a part has come, and the rest is under way."""

from __future__ import annotations

from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tests.browser.reader import READY

if TYPE_CHECKING:
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
    def __init__(self, content: bytes, rest: Event, *arguments: Any) -> None:  # noqa: ANN401 (what the server hands over)
        self.content, self.rest = content, rest
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """Send what is above the map, and the rest once it is wanted."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        some = self.content.index(b"<main")
        self.wfile.write(self.content[:some])
        self.rest.wait()
        self.wfile.write(self.content[some:])

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_nothing_is_drawn_before_the_map_but_over_a_slow_connection(
    reader: Reader, map_file: Path
) -> None:
    """Within a second a page is drawn once, with its map; else its title comes first."""
    rest = Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Slow, map_file.read_bytes(), rest))
    Thread(target=server.serve_forever, daemon=True).start()
    page = reader.new_page({"locale": "zh-CN"})
    page.goto(f"http://127.0.0.1:{server.server_port}/", wait_until="commit")
    assert page.evaluate(PAINTED) > UNHURRIED_MS
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    rest.set()
    page.wait_for_selector(READY)
    server.shutdown()
    server.server_close()
