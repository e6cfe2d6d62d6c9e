"""Type as high as its letters are; a label that touches anything all the same becomes a number.

Also of `drawer.py`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mapping.errors import FaultLog
from mapping.printing import sheet
from mapping.printing.chromium import Chromium
from mapping.printing.papers import A4
from mapping.printing.sheet import SheetPrinter
from mapping.printing.typesetting.measure import Line, MeasureRequest, TextMeasurer
from tests.printing.sheets import bare
from tests.support.crowds import FAR_APART, Crowd, crowded

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from playwright.sync_api import Browser

    from mapping.atlas import Atlas

pytestmark = pytest.mark.browser
TAG = re.compile("<[^>]*>")
WEST, EAST = (Crowd(1, "BRA", name, -10.0, east) for name, east in (("west", -57), ("east", -51)))


class _ShortMeasurer(TextMeasurer):
    """Takes what is based in one city for much shorter than it is."""

    def break_lines(self, requests: Iterable[MeasureRequest]) -> list[list[Line]]:
        """Return lines of which those that name the city are a tenth as wide."""
        return [
            [line._replace(width=line.width / 10) if "West" in line.text else line
             for line in lines]
            for lines in super().break_lines(requests)
        ]  # fmt: skip


def test_a_line_is_as_high_as_its_letters(browser: Browser, atlas: Atlas) -> None:
    """A Latin y of a Chinese font reaches below the room of Chinese, an accent above capitals."""
    languages = atlas.dataset.languages
    chinese = TextMeasurer(Chromium(browser), languages["zh"])
    [[latin], [own]] = chinese.break_lines(map(MeasureRequest, ("Almaty", "阿拉木图")))
    assert latin.down > chinese.metrics.descent >= own.down > 0
    french = TextMeasurer(Chromium(browser), languages["fr"])
    [[high], [low]] = french.break_lines(map(MeasureRequest, ("Égypte", "Egypte")))
    assert high.up > french.metrics.ascent >= low.up > 0


def test_a_label_that_touches_anything_becomes_a_number(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is refused for a label that Chromium draws wider than it was measured."""
    monkeypatch.setattr(sheet, "TextMeasurer", _ShortMeasurer)
    atlas = crowded(tmp_path / "list", WEST, EAST, *FAR_APART).check()
    topology, language = atlas.dataset.boundaries.topology, atlas.dataset.languages["en"]
    printer, faults = SheetPrinter(atlas, topology, language, Chromium(browser)), FaultLog()
    made = printer.map(replace(A4, largest=0), grey=False, faults=faults)
    assert faults.faults == []
    drawing = made["map.en.a4.svg"].decode()
    on_map, index = drawing.split(atlas.dataset.languages["en"].words["print.index"])
    west, east, *_ = (bare(place.label["en"]) for place in atlas.places)
    assert west not in bare(TAG.sub("", on_map))
    assert west in bare(TAG.sub("", index))
    assert east in bare(TAG.sub("", on_map))
