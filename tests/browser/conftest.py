"""A page that may ask for its own file and nothing else, and may not complain."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.drivers import need, started
from tests.browser.listeners import InChromium, InFirefox, whole, whole_in
from tests.browser.onlooker import Onlooker
from tests.browser.reader import BUSY, PATIENCE_MS, Reader
from tests.browser.used_again import UsedAgain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.listeners import Listener
    from tests.browser.trees import Node
    from tests.browser.webdriver import Browser as OtherBrowser


@pytest.fixture(scope="session", autouse=True)
def unhurried() -> None:
    """Wait longer for what is to be seen than Playwright does by itself."""
    expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def used_again() -> UsedAgain:
    """Return who keeps pages for the next test."""
    return UsedAgain()


@pytest.fixture
def reader(browser: Browser, used_again: UsedAgain) -> Iterator[Reader]:
    """Return a reader; fail where the page complained or asked for anything."""
    reader = Reader(browser, used_again)
    before = browser.contexts
    yield reader
    reader.leave()
    for context in browser.contexts:
        if context not in [*before, *used_again.contexts()]:
            context.close()
    assert reader.complaints == []


@pytest.fixture(scope="session")
def map_file(built: Path) -> Path:
    """Return the map as built from the project's own data."""
    return built / "map.html"


@pytest.fixture
def english(reader: Reader, map_file: Path) -> Page:
    """Open the map on an English reader's laptop."""
    return reader.open(map_file)


@pytest.fixture(scope="session")
def looking(browser: Browser, map_file: Path) -> Onlooker:
    """Return who opens the map for all tests that only look."""
    return Onlooker(browser, map_file)


@pytest.fixture
def onlooker(looking: Onlooker) -> Iterator[Onlooker]:
    """Open the map for a test that only looks; fail where it did more, or the page complained."""
    yield looking
    assert looking.leave() == []


@pytest.fixture
def untouched(onlooker: Onlooker) -> Page:
    """Return the map on an English reader's laptop, which many tests look at."""
    return onlooker.open()


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OtherBrowser]:
    """Start Firefox once for all that is asked of it, and of its tree."""
    need("firefox")
    with started("firefox", tmp_path_factory.mktemp("firefox")) as other:
        yield other


@pytest.fixture(scope="session")
def chromium_with_tree(browser: Browser) -> Iterator[Page]:
    """Open a page of Chromium once for all that is asked of its tree."""
    page = browser.new_page(
        viewport={"width": 1280, "height": 800},
        reduced_motion="reduce",
        permissions=["clipboard-write"],
    )
    page.add_init_script(BUSY)
    yield page
    page.close()


@contextmanager
def listening(request: pytest.FixtureRequest) -> Iterator[Listener]:
    """Yield a reader who has the keyboard and the accessibility tree alone, in a browser."""
    address = request.getfixturevalue("map_file").as_uri()
    if request.param == "firefox":
        yield InFirefox(request.getfixturevalue("firefox"), address)
        return
    yield InChromium(request.getfixturevalue("chromium_with_tree"), address)


@pytest.fixture(params=["chromium", "firefox"])
def listener(request: pytest.FixtureRequest) -> Iterator[Listener]:
    """Return such a reader, in each browser."""
    with listening(request) as listener:
        yield listener


@pytest.fixture(scope="session", params=["chromium", "firefox"])
def trees(request: pytest.FixtureRequest) -> Callable[[str], Node]:
    """Return what gives all that such a reader is told in a language, asked once a browser."""

    @cache
    def told(language: str) -> Node:
        with listening(request) as listener:
            return whole(listener) if language == "en" else whole_in(listener, language)

    return told


@pytest.fixture(scope="session")
def tree(trees: Callable[[str], Node]) -> Node:
    """Return what such a reader is told of the whole English page, in each browser."""
    return trees("en")
