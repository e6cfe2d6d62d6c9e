"""Many presences in one place share a callout: all labelled, one line to their place."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest

from mapping.printing.chromium import Chromium
from mapping.printing.label_placement.callouts import (
    MIN_CROWD,
    Measures,
    group_crowds,
    list_callouts,
    list_cells,
)
from mapping.printing.label_placement.candidates import LabelAnchor, LabelLayout
from mapping.printing.papers import A4, PAPERS, PREVIEW
from mapping.printing.svg import draw, render_svg
from mapping.printing.typesetting.measure import Line, TextMeasurer
from tests.printing.proof import proved
from tests.support.crowds import COMPUTED, FAR_APART, NEAR, SUBURBS, Crowd, crowded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

    from mapping.printing.papers import Paper
    from mapping.printing.svg import Sheet
    from tests.support.folder import Folder

LABELS = [[LabelLayout((Line("label", 4.0 + number),), 8.0 + 2 * number, 2.2, 0.0)]
          for number in range(7)]  # fmt: skip
SPOT = LabelAnchor(50, 50, 0.3, 0, 2.2, 35)


def drawn(browser: Browser, folder: Folder, paper: Paper, language: str) -> Sheet:
    """Draw a list, which the proof must find clean."""
    atlas = folder.check()
    measurer = TextMeasurer(Chromium(browser), atlas.dataset.languages[language])
    sheet = draw(atlas, atlas.dataset.boundaries.topology, paper, measurer)
    presences = [place.presence.id for place in atlas.places]
    drawing = render_svg(sheet).decode()
    assert proved(browser, drawing, presences if paper.label else [], paper) == []
    assert [symbol.id for symbol in sheet.symbol_layer.symbols] == presences
    return sheet


@pytest.fixture(scope="module")
def near(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Paper], Sheet]:
    """Return what draws crowds near each other on a paper, on each once."""
    folder = crowded(tmp_path_factory.mktemp("near") / "list", *NEAR)
    return cache(lambda paper: drawn(browser, folder, paper, "en"))


@pytest.mark.parametrize(("count", "language"), [(12, "zh"), (30, "ar")])
def test_a_crowd_shares_a_callout(
    browser: Browser, tmp_path: Path, count: int, language: str
) -> None:
    """Every presence in it, symbol and label, in the order of the list; one line to one dot."""
    sheet = drawn(browser, crowded(tmp_path / "list", Crowd(count)), A4, language)
    [callout] = sheet.symbol_layer.callouts
    assert callout.ids == tuple(symbol.id for symbol in sheet.symbol_layer.symbols)
    [place] = callout.points
    assert callout.leader
    assert math.dist(place, callout.leader[:2]) < 0.05
    assert not any(label.leader for label in sheet.symbol_layer.labels)


@pytest.mark.parametrize("paper", [*PAPERS.values(), PREVIEW], ids=lambda paper: paper.key)
def test_crowds_near_each_other_have_callouts_of_their_own(
    near: Callable[[Paper], Sheet], paper: Paper
) -> None:
    """On every paper, and in the picture that has no labels."""
    sheet = near(paper)
    sizes = sorted(len(one.ids) for one in sheet.symbol_layer.callouts)
    assert sizes == sorted(crowd.size for crowd in NEAR)
    assert len({one.points for one in sheet.symbol_layer.callouts}) == len(NEAR)


def test_what_the_paper_cannot_separate_is_one_place(browser: Browser, tmp_path: Path) -> None:
    """Suburbs five kilometres apart, and presences without a city in one country."""
    sheet = drawn(browser, crowded(tmp_path / "list", *SUBURBS, *COMPUTED, *FAR_APART), A4, "fr")
    callouts = sheet.symbol_layer.callouts
    assert all(callout.leader for callout in callouts)
    sizes = sorted(len(one.ids) for one in callouts)
    assert min(sizes) == MIN_CROWD
    assert sizes == sorted(sum(crowd.size for crowd in crowds) for crowds in (SUBURBS, COMPUTED))


def test_a_crowd_finds_room_among_a_hundred_others(browser: Browser, tmp_path: Path) -> None:
    """Thirty in a city more than the map has, on the smallest paper, and all are labelled."""
    sheet = drawn(browser, crowded(tmp_path / "list", Crowd(30), others=True), A4, "en")
    assert [len(one.ids) for one in sheet.symbol_layer.callouts] == [31]


def test_what_is_outside_its_callout_is_found(
    browser: Browser, near: Callable[[Paper], Sheet]
) -> None:
    """A symbol that left it, a stranger in it, and a line that does not lead to it."""
    sheet = near(A4)
    drawing = render_svg(sheet).decode()
    one, *_, other = sheet.symbol_layer.symbols
    places = [f"translate({at.x:.2f},{at.y:.2f})" for at in (one, other)]
    swapped = drawing.replace(places[0], "here").replace(places[1], places[0])
    found = proved(browser, swapped.replace("here", places[1]), [], A4)
    callouts = [callout.ids[0] for callout in sheet.symbol_layer.callouts if one.id in callout.ids]
    assert f"the symbol of {one.id} leaves the callout of {callouts[0]}" in found
    assert f"the symbol of {other.id} touches the callout of {callouts[0]}" in found
    line = f'<g data-presence="{callouts[0]}"><path'
    lost = proved(browser, drawing.replace(line, '<g data-presence="nobody"><path', 1), [], A4)
    assert f"the callout of {callouts[0]} has no leader line" in lost


def test_two_of_one_place_need_no_callout() -> None:
    """They stand side by side; three are a crowd, and so are more within reach of each other."""
    points = np.array([(5.0, 5.0), (9.0, 5.0), (5.0, 5.0), (9.05, 5.1), (9.1, 4.95)])
    assert next(iter(group_crowds(points, 2.0))) == [[1, 3, 4]]
    assert len([1, 3, 4]) == MIN_CROWD
    assert next(iter(group_crowds(points[:3], 2.0))) == []


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_callout_is_read_column_by_column(*, mirrored: bool) -> None:
    """From the side where reading begins, each label behind its symbol, all within the frame."""
    for callout in list_callouts(LABELS, SPOT, Measures(2.0, 1.8, mirrored)):
        cells = list(list_cells(callout))
        forwards = -1 if mirrored else 1
        order = sorted(
            cells, key=lambda cell: (forwards * round(cell.symbol[0], 2), cell.symbol[1])
        )
        assert order == cells
        left, top, right, bottom = callout.box
        for (x, y), _, (start, above, end, below) in cells:
            assert (x > end) if mirrored else (x < start)
            assert left < min(start, x - 1)
            assert right > max(end, x + 1)
            assert top < min(above, y - 1)
            assert bottom > max(below, y + 1)


def test_a_callout_may_have_several_shapes() -> None:
    """From one column to some, so that it fits where there is room."""
    by = Measures(2.0, 1.8, mirrored=False)
    shapes = {callout.layout for callout in list_callouts(LABELS, SPOT, by)}
    columns = {len({cell.symbol[0] for cell in shape.cells}) for shape in shapes}
    assert columns >= {1, 2, 4}
