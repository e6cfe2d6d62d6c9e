"""What the page gives to be saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

FORMULA = '=HYPERLINK("x";"y")'


def take(page: Page, what: str) -> tuple[str, str]:
    """Download by the button's name; give the file's name and its text."""
    with page.expect_download() as download:
        page.get_by_role("button", name=what).click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    return download.value.suggested_filename, text
