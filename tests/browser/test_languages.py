"""The page speaks six languages, each of them wholly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapping.display_texts import display_texts
from mapping.i18n.localized import LANGUAGES
from tests.browser.reader import LOCALES, NEXT_FRAME, SIZES, entry, turn

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.onlooker import Onlooker
    from tests.browser.reader import Reader

SHOWN = ("header", "legend", "list.title", "figure", "footnote", "note", "category.", "found")
NAMES = {"ar": "العربية", "en": "English", "es": "Español", "fr": "Français", "ru": "Русский",
         "zh": "中文"}  # fmt: skip


def direction(language: str) -> str:
    """Return the direction in which a language is written."""
    return "rtl" if language == "ar" else "ltr"


def check(page: Page, atlas: Atlas, language: str) -> None:
    """Demand that the page says everything in one language, and turns with it."""
    texts = display_texts(atlas, atlas.dataset.languages[language])
    html = page.locator("html")
    expect(html).to_have_attribute("lang", language)
    expect(html).to_have_attribute("dir", direction(language))
    expect(page).to_have_title(texts["title"])
    expect(page.get_by_role("heading", level=1)).to_have_text(texts["title"])
    expect(page.get_by_role("toolbar", name=texts["map.name"], exact=True)).to_have_attribute(
        "dir", "ltr"
    )
    said = page.locator("body").inner_text()
    keys = [key for key in texts if key.startswith(SHOWN) and "{" not in texts[key]]
    assert len(keys) > 40
    assert [key for key in keys if texts[key] not in said] == []


def check_details(page: Page, atlas: Atlas, language: str) -> None:
    """Demand that the details of a presence are in one language."""
    texts = display_texts(atlas, atlas.dataset.languages[language])
    entry(page, "syr-country-office").get_by_role("button").click()
    popup = page.get_by_role("dialog", name=texts["label.syr-country-office"])
    for key in ("popup.serves", "country.SYR", "country.LBN", "city.beirut", "evidence.report"):
        expect(popup).to_contain_text(texts[key].replace("{year}", "2022"))
    expect(popup).to_have_css("direction", direction(language))


def check_disclaimer(page: Page, atlas: Atlas, language: str) -> None:
    """Demand that it is on the first screen, in full, and nothing hangs over the page's side."""
    edition = atlas.dataset.edition
    for width, height in reversed(SIZES.items()):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(NEXT_FRAME)
        for text in (edition.disclaimer, edition.clearance.text):
            box = page.get_by_text(text[language], exact=True).bounding_box()
            assert box
            assert min(box["x"], box["y"], box["width"], box["height"]) >= 0, language
            assert box["x"] + box["width"] <= width, language
            assert box["y"] + box["height"] <= height, language
        assert page.evaluate("document.documentElement.scrollWidth") <= width, language


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reader_meets_the_own_language(onlooker: Onlooker, atlas: Atlas, language: str) -> None:
    """Whoever's browser asks for one of the six gets it, throughout."""
    page = onlooker.open(locale=LOCALES[language])
    check(page, atlas, language)


def test_the_switch_turns_the_whole_page(reader: Reader, map_file: Path, atlas: Atlas) -> None:
    """One button a language, in its own name; the address it leads to decides, not the reader's.

    The disclaimer is in view at every width. Details are in the page's language too: label, names
    and words; they run the way it is written.
    """
    page = reader.open(map_file)
    for language in LANGUAGES:
        button = page.get_by_role("button", name=NAMES[language], exact=True)
        expect(button).to_have_attribute("aria-pressed", "false")
        turn(page, language)
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(button).to_be_focused()
        check(page, atlas, language)
        expect(page).to_have_url(f"{map_file.as_uri()}?lang={language}")
        check_disclaimer(page, atlas, language)
        check_details(page, atlas, language)
        page.go_back()
        expect(page).to_have_url(f"{map_file.as_uri()}?lang={language}")


@pytest.mark.parametrize(
    ("locale", "query", "language"),
    [
        ("fr-CA", "?lang=ar-EG", "ar"),
        ("fr-CA", "?lang=constructor", "fr"),
        ("sv-SE", "?lang=sv", "zh"),
        ("en-GB", "?other=ru", "en"),
    ],
)
def test_an_unknown_language_is_passed_over(
    reader: Reader, map_file: Path, locale: str, query: str, language: str
) -> None:
    """First the address, then the reader's own, then Chinese, the source's.

    Which of several tags is chosen is held by ``tests/scripts/language.test.js``.
    """
    page = reader.open(map_file, locale=locale, query=query)
    expect(page.locator("html")).to_have_attribute("lang", language)
