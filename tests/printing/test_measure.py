"""Texts broken into lines: asked once, and for all widths that give the same lines.

Also of `label_placement/line_breaks.py`, `label_placement/marks.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from mapping.display_texts import display_texts
from mapping.printing.chromium import Chromium
from mapping.printing.label_placement.line_breaks import Lettering, break_labels
from mapping.printing.label_placement.marks import make_lettering
from mapping.printing.label_placement.name_forms import NameForms
from mapping.printing.typesetting.measure import Line, MeasureRequest, TextMeasurer

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from mapping.atlas import Atlas

WIDTHS = [4.0 + step * 0.37 for step in range(90)]  # in sizes of type
NARROW = 9.0
EN_SPACE = "\u2002"  # as is between the entries of the key


class Tab:
    """A page that counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def tab(self, *_: str) -> Tab:
        """Be the page and the browser."""
        return self

    def call(self, function: str, argument: Any) -> Any:  # noqa: ANN401 (as the script takes it)
        """Break nothing; note what was to be measured."""
        if function != "breakLines":
            return None
        self.asked += [one["text"] for one in argument]
        return [[[one["text"], float(len(one["text"]))]] for one in argument]


def test_the_same_text_is_measured_once(atlas: Atlas) -> None:
    """In one request or in two, or in a width that has room for it; the order is kept."""
    tab = Tab()
    measurer = TextMeasurer(cast("Chromium", tab), atlas.dataset.languages["en"])
    a, b, wide = MeasureRequest("a"), MeasureRequest("bb"), MeasureRequest("a", 3)
    assert measurer.break_lines([b, a, b]) == [[Line("bb", 2)], [Line("a", 1)], [Line("bb", 2)]]
    assert measurer.break_lines([a, wide]) == [[Line("a", 1)], [Line("a", 1)]]
    assert tab.asked == ["bb", "a"]
    measurer.break_lines([MeasureRequest("a", 0.5), MeasureRequest("a", weight=700)])
    assert tab.asked == ["bb", "a", "a", "a"]


@pytest.mark.browser
def test_many_texts_are_measured_in_their_order(browser: Browser, atlas: Atlas) -> None:
    """However many are asked at once, each has its own lines."""
    measurer = TextMeasurer(Chromium(browser), atlas.dataset.languages["en"])
    texts = ["n" * (1 + number % 7) + str(number) for number in range(1200)]
    lines = measurer.break_lines([MeasureRequest(one) for one in texts])
    assert [one.text for [one] in lines] == texts
    assert lines[6][0].width > lines[0][0].width


@pytest.mark.browser
@pytest.mark.parametrize("language", ["ar", "ru", "zh"])
def test_a_text_has_the_same_lines_whichever_width_was_asked_first(
    browser: Browser, atlas: Atlas, language: str
) -> None:
    """Between two widths that break it alike, it is broken so; whether balanced, whole, or not.

    From the narrowest on, each width is asked of Chromium itself; from the widest, few are.
    """
    known = atlas.dataset.languages[language]
    text = display_texts(atlas, known)["disclaimer"]
    spaced = text.replace(" ", EN_SPACE)
    for kind in ((text,), (text, 400, True), (text, 700, False, True), (spaced, 400, False, True)):
        requests = [MeasureRequest(kind[0], width, *kind[1:]) for width in WIDTHS]
        one, other = (TextMeasurer(Chromium(browser), known) for _ in range(2))
        other.break_narrower(requests[-1:], NARROW)
        assert other.break_lines(requests) == one.break_lines(requests), kind


@pytest.mark.browser
def test_no_word_of_a_label_is_broken(atlas: Atlas, browser: Browser) -> None:
    """However long its words are, as those of Russian labels."""
    russian = atlas.dataset.languages["ru"]
    letterings = [make_lettering(place, russian) for place in atlas.places]
    ways = break_labels(letterings, TextMeasurer(Chromium(browser), russian), 2.4)
    assert max(map(len, ways)) > 2
    for lettering, layouts in zip(letterings, ways, strict=True):
        written = [" ".join(line.text for line in one.lines) for one in layouts]
        assert {one.replace("- ", "-") for one in written} == {lettering.label}


@pytest.mark.browser
@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru"])
def test_no_label_is_a_column_of_single_words(
    atlas: Atlas, browser: Browser, language: str
) -> None:
    """None has more than seven lines, and each more beyond the fourth is worse than the one before.

    The best of a long label is wider than high.
    """
    spoken = atlas.dataset.languages[language]
    letterings = [make_lettering(place, spoken) for place in atlas.places]
    every = break_labels(letterings, TextMeasurer(Chromium(browser), spoken), 2.4)
    assert max(len(one.lines) for layouts in every for one in layouts) in {5, 6, 7}
    for layouts in every:
        best = min(layouts, key=lambda one: one.cost)
        assert best.width > best.height or len(best.lines) == 1
        costs = {len(one.lines): one.cost for one in layouts}
        assert all(costs[more] > cost + 1.5 for few, cost in costs.items()
                   for more in costs if more > max(few, 4))  # fmt: skip


@pytest.mark.browser
def test_no_chinese_word_of_a_label_or_name_is_broken(atlas: Atlas, browser: Browser) -> None:
    """Nor a foreign name, which is no word and falls into single letters; "and" ends a line."""
    chinese = atlas.dataset.languages["zh"]
    measurer = TextMeasurer(Chromium(browser), chinese)
    centre = "联合国西南亚和阿拉伯区域人权培训和文献中心 (多哈)"
    assert centre in {place.label["zh"] for place in atlas.places}
    [layouts] = break_labels([Lettering(centre, "")], measurer, 2.4)
    words = ["联合国", "西南亚和", "阿拉伯", "区域", "人权", "培训和", "文献", "中心", "(多哈)"]
    ends = {len("".join(words[:count])) for count in range(1, len(words) + 1)}
    written = [[line.text.replace(" ", "") for line in one.lines] for one in layouts]
    assert max(map(len, written)) > 2
    for lines in written:
        assert "".join(lines) == "".join(words)
        assert {len("".join(lines[:count])) for count in range(1, len(lines) + 1)} <= ends
    names = ["斯瓦尔巴群岛和扬马延岛", "巴布亚新几内亚", "福克兰群岛(马尔维纳斯)"]
    forms = NameForms(measurer, "country").of(names, [2.0])
    assert [sorted({tuple(line.text for line in one.layout.lines) for one in ways})
            for ways in forms] == [
        [("斯瓦尔巴群岛和", "扬马延岛"), (names[0],)],
        [(names[1],)],
        [("福克兰群岛", "(马尔维纳斯)"), (names[2],)],
    ]  # fmt: skip
