"""axe-core finds nothing: six languages, three widths, both schemes, with what may be open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapping.texts import LANGUAGES
from tests.browser.axe import CONTRAST, choose, unfold, violations
from tests.browser.reader import LOCALES, SIZES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.reader import Reader


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(reader: Reader, map_file: Path, language: str, width: int) -> None:
    """A filter active and the details open over a near view; then the dialog with the code.

    The dark scheme differs in its colours alone.
    """
    page = reader.open(map_file, width=width, locale=LOCALES[language])
    choose(page)
    assert violations(page) == ""
    page.emulate_media(color_scheme="dark")
    assert violations(page, options=CONTRAST) == ""
    page.keyboard.press("Escape")
    page.locator(".offer").click()
    expect(page.get_by_role("dialog").filter(has=page.locator("textarea"))).to_be_visible()
    assert violations(page, "dialog[open]", CONTRAST) == ""
    page.emulate_media(color_scheme="light")
    assert violations(page, "dialog[open]") == ""


@pytest.mark.parametrize("width", SIZES)
def test_axe_finds_nothing_in_the_page_as_it_opens(
    reader: Reader, map_file: Path, width: int
) -> None:
    """With every presence shown, then with none, then in a frame."""
    page = reader.open(map_file, width=width)
    assert violations(page) == ""
    unfold(page)
    page.get_by_role("searchbox").fill("nowhere")
    assert violations(page) == ""
    assert violations(reader.open(map_file, width=width, query="?embed&region=africa")) == ""


def test_axe_finds_nothing_where_a_touch_is_asked(reader: Reader, map_file: Path) -> None:
    """The sheet that names the presences near a touch."""
    page = reader.open(map_file, width=360, has_touch=True, is_mobile=True)
    page.locator('[role=region] [data-presence="ner-country-office"]').tap()
    expect(page.get_by_role("dialog", name="Several presences")).to_be_visible()
    assert violations(page) == ""
