"""The browser in which tests and measures open the page."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium: the one that CHROMIUM names, the system's, else Playwright's own."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program or None, args=quiet)
        yield browser
        browser.close()
