"""A page that may ask for its own file and nothing else, and may not complain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


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


@pytest.fixture
def english(reader: Reader, map_file: Path) -> Page:
    """Open the map on an English reader's laptop."""
    return reader.open(map_file)
