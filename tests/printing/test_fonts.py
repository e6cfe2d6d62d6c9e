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
