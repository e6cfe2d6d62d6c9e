"""A page that is used again is as one that never was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.reader import Reader
from tests.browser.used_again import UsedAgain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

LEFT = """() => [localStorage.length, sessionStorage.length, history.length, innerWidth,
  document.querySelector('p').matches(':hover')]"""


def opened(reader: Reader, tmp_path: Path) -> Page:
    """Open a page that has one paragraph, and nothing else."""
    file = tmp_path / "page.html"
    file.write_text("<!doctype html><p>One paragraph</p>", encoding="utf-8")
    return reader.open(file, ready=False)


def test_nothing_of_a_page_is_left_to_the_next_that_uses_it(
    browser: Browser, tmp_path: Path
) -> None:
    """Neither what is stored, nor a step of the history, nor its size, nor the pointer."""
    used_again = UsedAgain()
    reader = Reader(browser, used_again)
    page = opened(reader, tmp_path)
    fresh = page.evaluate(LEFT)
    page.evaluate("() => { localStorage.a = sessionStorage.b = '1'; location.hash = '#there' }")
    page.set_viewport_size({"width": 360, "height": 740})
    page.locator("p").hover()
    assert page.evaluate(LEFT) != fresh
    reader.leave()
    later = Reader(browser, used_again)
    assert opened(later, tmp_path) is page
    assert page.evaluate(LEFT) == fresh
    page.evaluate("console.log('heard once')")
    later.leave()
    assert (reader.complaints, later.complaints) == ([], ["heard once"])
    page.context.close()


def darken(page: Page) -> None:
    """Ask for dark colours, which outlive what is shown."""
    page.emulate_media(color_scheme="dark")


def put_on_paper(page: Page) -> None:
    """Ask how the page is printed, which its next document would be as soon as more is asked."""
    page.emulate_media(media="print")


def open_another(page: Page) -> None:
    """Open another page, as a link into a new tab does."""
    page.context.new_page()


@pytest.mark.parametrize("spoil", [darken, put_on_paper, open_another])
def test_a_page_that_cannot_be_put_back_is_closed(
    browser: Browser, tmp_path: Path, spoil: Callable[[Page], None]
) -> None:
    """Nobody uses it again."""
    used_again = UsedAgain()
    reader = Reader(browser, used_again)
    page = opened(reader, tmp_path)
    spoil(page)
    reader.leave()
    assert page.is_closed()
    assert used_again.contexts() == []
