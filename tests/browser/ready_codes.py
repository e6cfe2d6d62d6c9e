"""The ready codes that the page gives to other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.host import Site
from tests.browser.reader import READY, Reader

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Frame, Page

CODES = ("a frame of fixed height", "a frame that sets its own height")


def codes(page: Page | Frame) -> list[str]:
    """Ask an English page for its ready codes."""
    page.get_by_role("button", name="Embed this map").click()
    fields = [page.get_by_role("textbox", name=name) for name in CODES]
    return [field.input_value() for field in fields]


@pytest.fixture(scope="module")
def given(built: Path, browser: Browser) -> tuple[str, list[str]]:
    """Return the address of a server, and the codes of its page that shows Africa."""
    reader, server = Reader(browser), Site(built)
    page = server.show(reader, "map.html?lang=en&region=africa")
    page.wait_for_selector(READY)
    found = codes(page)
    page.context.close()
    server.close()
    assert reader.complaints == []
    return server.address, found


@pytest.fixture
def pasted(given: tuple[str, list[str]], site: Site) -> list[str]:
    """Return these codes as the site of this test would have given them."""
    address, found = given
    assert all(address in code for code in found)
    return [code.replace(address, site.address) for code in found]
