"""Numbers at the symbols where labels find no places, and the index that explains them.

Also of `layers/arrangement.py`, `typesetting/flow.py`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import shapely

from mapping.errors import DoesNotFitError
from mapping.printing.label_placement.candidates import LabelLayout
from mapping.printing.label_placement.numbers import NumberBeside
from mapping.printing.layers.arrangement import MarkLimits, arrange_marks
from mapping.printing.papers import A3, A4
from mapping.printing.svg import draw
from mapping.printing.typesetting.flow import ListSetter
from mapping.printing.typesetting.sections import Entry, Section
from tests.printing.typewriter import typewriter
from tests.support.crowds import FAR_APART, Crowd, crowded

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.atlas import Atlas

import numpy as np

LIST = Section("index", "Numbers on the map", tuple(
    Entry(f"A place, the {number}th of all", str(number)) for number in range(1, 201)
))  # fmt: skip
CITIES = [
    Crowd(1, "BRA", f"city-{north}-{east}", -18 + 2 * north, -56 + 2 * east)
    for north in range(5)
    for east in range(5)
]


def set_list(atlas: Atlas, section: Section = LIST, language: str = "en") -> ListSetter:
    """Return what sets a list on A4."""
    return ListSetter(section, A4, typewriter(atlas.dataset.languages[language]))


def test_where_names_have_no_room_numbers_stand_and_an_index_names_them(tmp_path: Path) -> None:
    """From right to left too: each presence has its label, or a number that the index explains."""
    atlas = crowded(tmp_path / "list", *CITIES, *FAR_APART).check()
    topology = atlas.dataset.boundaries.topology
    sheet = draw(atlas, topology, A3, typewriter(atlas.dataset.languages["ar"]))
    labels = {one.id: one for one in sheet.symbol_layer.labels}
    places = {place.presence.id: place for place in atlas.places}
    assert [*labels] == [*places]
    numbers = {labels[key].lines[0].text: key for key in sheet.symbol_layer.numbered}
    assert len(numbers) > 10
    assert all([*places][int(number) - 1] == key for number, key in numbers.items())
    columns = sheet.pages[0].columns if sheet.pages else sheet.columns
    index = [one for placed in columns if placed.column.name == "index"
             for one in placed.column.paragraphs]  # fmt: skip
    explained = {lead.text: " ".join(line.text for line in lines)
                 for lead, *lines in (one.texts for one in index)}  # fmt: skip
    assert explained.keys() == numbers.keys()
    countries = atlas.dataset.tables.countries
    for number, key in numbers.items():
        assert explained[number].startswith(places[key].label["ar"])
        assert countries[places[key].presence.country]["ar"] in explained[number]


def test_an_index_is_as_low_as_it_can_be(atlas: Atlas) -> None:
    """Columns side by side within the margins, in the order of the numbers, under one heading."""
    placed, height = set_list(atlas).band()
    heading, *columns = placed
    assert heading.column.heading
    assert not heading.column.paragraphs
    found = [text.text for one in columns for p in one.column.paragraphs for text in p.texts[:1]]
    assert found == [entry.marker for entry in LIST.entries]
    assert len({round(one.top, 6) for one in columns}) == 1
    ends = [one.left + one.column.width for one in columns]
    assert all(end < one.left for end, one in zip(ends, columns[1:], strict=False))
    assert ends[-1] <= A4.width - A4.margin
    heights = [one.column.height for one in columns]
    assert max(heights) - min(heights[:-1]) < 5
    assert heading.column.height + max(heights) <= height + 0.01


def test_a_list_takes_as_many_pages_as_it_needs(atlas: Atlas) -> None:
    """Each within the margins, with a heading; nothing twice, nothing lost; the last is low."""
    long = LIST._replace(entries=LIST.entries * 8)
    pages = set_list(atlas, long).pages("A map")
    assert len(pages) > 1
    found = []
    for heading, *columns in (page.columns for page in pages):
        assert heading.column.heading
        for placed in columns:
            assert placed.top + placed.column.height <= A4.height - A4.margin + 0.01
            found += [one.texts[0].text for one in placed.column.paragraphs]
    assert found == [entry.marker for entry in long.entries]
    heights = [[one.column.height for one in page.columns[1:]] for page in pages]
    assert len(heights[-1]) == len(heights[0])
    assert max(heights[-1]) - min(heights[-1][:-1]) < 5
    assert max(heights[-1]) < max(heights[0]) - 5


def test_further_pages_bear_the_title_and_their_number(atlas: Atlas) -> None:
    """A page that is torn off says what it belongs to; the map itself is page 1."""
    long = LIST._replace(entries=LIST.entries * 8)
    pages = set_list(atlas, long, "fr").pages("Une carte " * 20)
    for number, page in enumerate(pages, 2):
        *title, which = page.head
        assert " ".join(line.text for line in title) == ("Une carte " * 20).strip()
        assert which.text == f"Page {number} sur {len(pages) + 1}"
        assert which.end == pytest.approx(A4.width - A4.margin)
        assert max(line.end for line in title) < which.x
        assert max(line.y for line in title) < page.rule < page.columns[0].top


def test_an_entry_that_no_page_holds_is_refused(atlas: Atlas) -> None:
    """Nothing is cut."""
    endless = LIST._replace(entries=(Entry("much " * 90_000, "1"),))
    with pytest.raises(DoesNotFitError, match="longer than a page"):
        set_list(atlas, endless).pages("A map")


def test_a_number_moves_with_its_symbol() -> None:
    """Marks wider than high are moved apart within the frame, and lines lead to their points."""
    points = np.array([(50.0, 50.0), (50.5, 50.2), (51.0, 50.1), (99.0, 50.0)])
    reaches = np.full((4, 4), (1.5, 1.5, 5.5, 1.5))
    room = MarkLimits(0.3, (0, 0, 100, 100), 3.0)
    marks = arrange_marks(points, reaches, np.empty((0, 2)), room)
    boxes = [shapely.box(*one.box) for one in marks]
    assert not any(boxes[i].intersects(boxes[j]) for i in range(4) for j in range(i))
    assert boxes[3].bounds[2] <= 100.01
    for mark, point in zip(marks, points.tolist(), strict=True):
        left, top, right, bottom = mark.box
        assert np.allclose((mark.at[0] - left, right - mark.at[0]), (1.5, 5.5))
        assert bottom - top == pytest.approx(3)
        if mark.line:
            assert shapely.LineString([mark.line[:2], mark.line[2:]]).distance(
                shapely.Point(point)
            ) <= np.hypot(*np.subtract(mark.at, point))


def test_a_title_that_leaves_no_room_is_still_refused(atlas: Atlas) -> None:
    """The paper must hold the map."""
    with pytest.raises(DoesNotFitError, match="no room for the map"):
        draw(
            atlas,
            atlas.dataset.boundaries.topology,
            replace(A4, title=200),
            typewriter(atlas.dataset.languages["en"]),
        )


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_a_number_has_room_behind_it(*, is_mirrored: bool) -> None:
    """On both sides of reading: lines keep off it though type runs wider than it was measured."""
    beside = NumberBeside(LabelLayout((), 4.0, 2.0, 0), 1.5, 0.4, is_mirrored)
    left, _, right, _ = beside.reaches
    start, _, end, _ = beside.box(0, 0)
    assert (start + left, right - end)[0 if is_mirrored else 1] > 0.1
    assert (-1.5 - end, start - 1.5)[0 if is_mirrored else 1] == pytest.approx(0.4)
