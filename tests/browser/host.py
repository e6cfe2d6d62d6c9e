"""Pages of other people that show the map, served from this machine to this machine."""

from __future__ import annotations

import shutil
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.reader import READY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Frame, Page

    from tests.browser.reader import Reader

STRICT = "default-src 'none'; script-src 'self'; frame-src 'self'; base-uri 'none'"
# Give a frame another width and height.
RESIZED = "(one, [width, height]) => { Object.assign(one, { width, height }) }"
HOST = """<!doctype html><html lang="{lang}" dir="{direction}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<title>Host</title><p><a href="#before">before</a></p>{body}
<p><a href="#after">after</a></p><pre>{lines}</pre></html>"""


class Site:
    """A folder on the loopback address, with pages of a strict policy of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.headers: dict[str, dict[str, str]] = {}
        """What the server says of a file, by its path: headers that replace its own."""
        self.asked = ["blob:", "data:"]
        """How addresses begin that its pages may ask for."""
        handler = partial(_Quiet, self.headers, directory=str(folder))
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        self.asked.append(self.address)
        Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Stop serving."""
        self.server.shutdown()
        self.server.server_close()

    def visit(
        self, reader: Reader, body: str, *, lang: str = "en", width: int = 1280, lines: int = 80
    ) -> Page:
        """Open a host page with this body; whatever it asks of others is a complaint."""
        direction = "rtl" if lang == "ar" else "ltr"
        html = HOST.format(lang=lang, direction=direction, body=body, lines="line\n" * lines)
        (self.folder / "host.html").write_text(html, encoding="utf-8")
        return self.show(reader, "host.html", width=width)

    def show(self, reader: Reader, path: str, *, width: int = 1280, **options: object) -> Page:
        """Open a file of the site; whatever it asks of others is a complaint."""
        page = reader.used_page({"viewport": {"width": width, "height": 800}} | options)
        reader.heed(page, "request", lambda request: self.note(request.url, reader))
        page.goto(f"{self.address}/{path}")
        return page

    def note(self, url: str, reader: Reader) -> None:
        """Hold a request against the page where it leaves this site."""
        if not url.startswith(tuple(self.asked)):
            reader.complaints.append(f"request to {url}")


class _Quiet(SimpleHTTPRequestHandler):
    def __init__(
        self,
        headers: dict[str, dict[str, str]],
        *request: Any,  # noqa: ANN401 (what the server hands over)
        directory: str,
    ) -> None:
        self.own = {"/host.html": {"Content-Security-Policy": STRICT + "; img-src data:"}} | headers
        super().__init__(*request, directory=directory)

    def send_header(self, keyword: str, value: str) -> None:
        """Send a header; one of the site's own replaces the server's."""
        if keyword not in self._said():
            super().send_header(keyword, value)

    def end_headers(self) -> None:
        """Send the site's own headers after the server's."""
        for keyword, value in self._said().items():
            super().send_header(keyword, value)
        super().end_headers()

    def _said(self) -> dict[str, str]:
        return self.own.get(self.path.partition("?")[0], {})

    def log_message(self, *_: object) -> None:
        """Say nothing: a test's output is its own."""


def map_frame(page: Page, number: int = 0) -> Frame:
    """Return a map's frame, once the map in it is ready."""
    frames = page.locator("iframe")
    frames.nth(number).scroll_into_view_if_needed()
    handle = frames.nth(number).element_handle()
    frame = handle.content_frame()
    assert frame
    frame.wait_for_selector(READY)
    return frame


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Iterator[Site]:
    """Serve the products beside the host's own page."""
    folder = shutil.copytree(built, tmp_path / "site")
    site = Site(folder)
    yield site
    site.close()
