"""Fonts: the ones that were asked for, or a word on where to get them.

Also of `chromium.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.errors import FaultLog, MissingToolError
from mapping.i18n.localized import LANGUAGES
from mapping.printing import fonts
from mapping.printing.chromium import Chromium
from mapping.printing.papers import PREVIEW
from mapping.printing.sheet import SheetPrinter
from mapping.web import bundle

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from mapping.atlas import Atlas


def test_every_language_has_its_fonts() -> None:
    """None is set in another's by default; each font can be had."""
    assert {*fonts.METRICS} == {*LANGUAGES}
    assert {font for one in fonts.METRICS.values() for font in one.fonts} == {*fonts.PACKAGES}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_without_a_font_its_package_is_named(
    language: str, browser: Browser, atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No other font stands in for it, and no boxes: neither for all letters nor for some."""
    metrics = fonts.font_metrics(language)
    lacking = metrics._replace(fonts=("No Such Sans", *metrics.fonts[1:]))
    monkeypatch.setattr("mapping.printing.typesetting.measure.font_metrics", lambda _: lacking)
    monkeypatch.setitem(fonts.PACKAGES, "No Such Sans", "fonts-no-such")
    dataset = atlas.dataset
    printer = SheetPrinter(
        atlas, dataset.boundaries.topology, dataset.languages[language], Chromium(browser)
    )
    told = "needs the font No Such Sans; install it .Debian: apt-get install fonts-no-such"
    with pytest.raises(MissingToolError, match=told):
        printer.preview(FaultLog())
    assert PREVIEW.label == 0


@pytest.mark.browser
def test_of_a_long_list_few_texts_are_asked_and_no_letter_is_missed(browser: Browser) -> None:
    """A single Arabic letter at its end, or a bold one, tells of its font."""
    text = '<g><text y="9" font-family="Noto Sans">{}</text></g>'
    texts = [*map(text.format, ("anon", "nano") * 300), text.format("naan")]
    tab = Chromium(browser).tab(f"<svg>{''.join(texts)}</svg>", bundle.join("sheet/sheet.js"))
    assert tab.call("markSample") == 1
    tab.call("unmarkSample")
    assert tab.fonts() == {"Noto Sans"}
    tab.close()
    for other in (text.format("na\u0634"), text.format("<tspan font-weight='700'>a\u0634</tspan>")):
        drawing = f"<svg>{''.join(texts)}{other}</svg>"
        tab = Chromium(browser).tab(drawing, bundle.join("sheet/sheet.js"))
        assert tab.call("markSample") == 1 + 1
        tab.call("unmarkSample")
        assert len(tab.fonts()) == 1 + 1
        tab.close()
