"""A page as a browser saves it, and opens it again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader

# The policy refuses what a saved page says of the places of symbols; they are put there anew.
REFUSED = re.compile(r"inline style violates")


def save(page: Page, file: Path) -> Path:
    """Write the living document to a file, as a browser's "Save page as, complete" does."""
    file.write_text(page.content(), encoding="utf-8")
    return file


def reopen(
    reader: Reader, file: Path, query: str = "", width: int = 1280, locale: str = "en-GB"
) -> Page:
    """Open a saved page; the policy refuses its inline styles, and nothing else may go wrong."""
    page = reader.open(file, query=query, width=width, locale=locale)
    expect(page.locator(".offer")).to_be_visible()
    forgive(reader)
    return page


def forgive(reader: Reader) -> None:
    """Forget what the policy refused when a saved page was loaded."""
    reader.complaints[:] = [one for one in reader.complaints if not REFUSED.search(one)]
