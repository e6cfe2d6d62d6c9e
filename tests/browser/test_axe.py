"""axe-core finds nothing: six languages, three widths, both schemes, with what may be open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.axe import BUT_CONTRAST, CONTRAST, OPTIONS, choose, unfold, violations
from tests.browser.reader import LOCALES, SIZES

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader


def open_dialog(page: Page) -> None:
    """Open the dialog with the code for other pages."""
    page.locator(".offer").click()
    expect(page.get_by_role("dialog").filter(has=page.locator("textarea"))).to_be_visible()


@pytest.mark.parametrize(("language", "dark"), [("ar", 1280), ("en", 768)])
def test_axe_finds_nothing(reader: Reader, map_file: Path, language: str, dark: int) -> None:
    """A filter active and the details open over a near view; then the dialog with the code.

    At each width from left to right and from right to left; and at some of them in the dark scheme,
    which differs in its colours alone.
    """
    page = reader.open(map_file, locale=LOCALES[language])
    for width, height in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        choose(page)
        contrast = language == "en" or width == dark  # colours have no direction
        assert violations(page, options=OPTIONS if contrast else BUT_CONTRAST) == "", width
        if width in {dark, 360}:
            page.emulate_media(color_scheme="dark")
            assert violations(page, options=CONTRAST) == "", width
        page.keyboard.press("Escape")
        open_dialog(page)
        if width == dark:
            assert violations(page, "dialog[open]", CONTRAST) == ""
        page.emulate_media(color_scheme="light")
        assert violations(page, "dialog[open]") == "", width
        page.keyboard.press("Escape")


@pytest.mark.parametrize(
    ("language", "width"), [("es", 360), ("fr", 1280), ("ru", 768), ("zh", 360)]
)
def test_axe_finds_nothing_in_other_words(
    reader: Reader, map_file: Path, language: str, width: int
) -> None:
    """Of the same, in languages that differ in their words alone, and so in no contrast."""
    page = reader.open(map_file, locale=LOCALES[language], width=width)
    choose(page)
    assert violations(page, options=BUT_CONTRAST) == ""
    page.keyboard.press("Escape")
    open_dialog(page)
    assert violations(page, "dialog[open]", BUT_CONTRAST) == ""


@pytest.mark.parametrize("width", SIZES)
def test_axe_finds_nothing_in_the_page_as_it_opens(
    reader: Reader, map_file: Path, width: int
) -> None:
    """With every presence shown, then with none, then in a frame.

    What the latter two have besides is of the same colours at every width.
    """
    page = reader.open(map_file, width=width, settled=True)
    assert violations(page) == ""
    unfold(page)
    options = OPTIONS if width == max(SIZES) else BUT_CONTRAST
    page.get_by_role("searchbox").fill("nowhere")
    assert violations(page, options=options) == ""
    frame = reader.open(map_file, width=width, query="?embed&region=africa")
    assert violations(frame, options=options) == ""


def test_axe_finds_nothing_where_a_touch_is_asked(reader: Reader, map_file: Path) -> None:
    """The sheet that names the presences near a touch."""
    page = reader.open(map_file, width=360, has_touch=True, is_mobile=True)
    page.get_by_role("button", name="Show the whole world").tap()
    page.locator('[role=toolbar] [data-presence="slv-adviser"]').tap()
    expect(page.get_by_role("dialog", name="Several presences")).to_be_visible()
    assert violations(page) == ""


def test_axe_would_find_text_that_is_hard_to_read(english: Page) -> None:
    """On the page, over the map, and in the dialog, which lies over all else."""
    fade = "all => all.forEach(({ style }) => { style.color = '#777'; style.background = '#888' })"
    choose(english)
    english.get_by_role("dialog").locator("dd").evaluate_all(fade)
    assert "color-contrast" in violations(english, ".details", CONTRAST)
    english.keyboard.press("Escape")
    open_dialog(english)
    english.locator("dialog label").evaluate_all(fade)
    assert "color-contrast" in violations(english, "dialog[open]", CONTRAST)
