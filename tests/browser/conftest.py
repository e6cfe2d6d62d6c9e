"""A page that may ask for its own file and nothing else, and may not complain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from conftest import SIZES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


class Reader:
    """Opens the map as a reader does, and collects whatever goes wrong meanwhile."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.complaints: list[str] = []

    def open(
        self, file: Path, width: int = 1280, query: str = "", *, ready: bool = True, **options: Any
    ) -> Page:
        """Open a file; wait until the first presence can be clicked, unless told not to."""
        size: Any = {"width": width, "height": SIZES[width]}
        settings = {"locale": "en-GB", "viewport": size, "offline": True, **options}
        page = self.browser.new_context(**settings).new_page()
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.note_request(request.url, file))
        page.goto(file.as_uri() + query)
        if ready:
            page.wait_for_selector("html[data-ready]")
        return page

    def note_request(self, url: str, file: Path) -> None:
        """Hold every request against the page but that for its own file."""
        if url.partition("?")[0].partition("#")[0] != file.as_uri():
            self.complaints.append(f"request to {url}")


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    """Give a reader; fail where the page complained or asked for anything."""
    reader = Reader(browser)
    yield reader
    for context in browser.contexts:
        context.close()
    assert reader.complaints == []


@pytest.fixture
def map_file(built: Path) -> Path:
    """Give the map as built from the project's own data."""
    return built / "map.html"
