"""Sections in columns of one height, and paragraphs behind their letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.printing.typesetting.columns import INDENT, Columns
from mapping.printing.typesetting.sections import Entry, LegendKey, Section
from tests.printing.typewriter import typewriter

if TYPE_CHECKING:
    from mapping.atlas import Atlas

SIZE, GAP = 2.0, 5.0
WORDS = "the quick brown fox jumps over the lazy dog"
SECTIONS = [
    Section("footnotes", "Footnotes", tuple(Entry(f"{WORDS} {n}", "abc"[n]) for n in range(3))),
    Section("notes", "Notes", (Entry(WORDS),)),
    Section("about", "About this map", tuple(Entry(f"{WORDS}; {WORDS}") for _ in range(4))),
]


@pytest.fixture
def columns(atlas: Atlas) -> Columns:
    """Return what sets sections, letters all of one width."""
    return Columns(typewriter(atlas.dataset.languages["en"]), SIZE)


@pytest.mark.parametrize("width", [120, 200, 400])
def test_columns_fit_side_by_side(columns: Columns, width: float) -> None:
    """In the order of reading, with gaps between them, each paragraph in its own."""
    found = columns.fit(SECTIONS, width, GAP)
    assert [one.name for one in found] == [one.name for one in SECTIONS]
    assert sum(one.width for one in found) + GAP * (len(found) - 1) <= width
    for column, section in zip(found, SECTIONS, strict=True):
        assert len(column.paragraphs) == len(section.entries)
        assert all(text.y < column.height for one in column.paragraphs for text in one.texts)


def test_more_width_makes_lower_columns(columns: Columns) -> None:
    """The height is that of the highest, and no more than is needed."""
    heights = [max(one.height for one in columns.fit(SECTIONS, width, GAP))
               for width in (120, 200, 400)]  # fmt: skip
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > heights[-1]


def test_short_sections_are_set_in_parts_rather_than_far_apart(columns: Columns) -> None:
    """One below the other they would be narrow; in parts they fill the width, and are lower."""
    names = Section("legend", "Legend", tuple(Entry(f"Kind {n}") for n in range(12)))
    found = columns.fit([names, SECTIONS[2]], 120, GAP)
    between = 120 - sum(one.width for one in found)
    legend = found[0]
    starts = {one.texts[0].x for one in legend.paragraphs}
    assert len(starts) > 1
    assert between <= 2 * GAP
    assert legend.height < columns.set(names, 200).height
    places = [(one.texts[0].x, one.texts[0].y) for one in legend.paragraphs]
    assert places == sorted(places)
    assert all(text.end <= legend.width for one in legend.paragraphs for text in one.texts)
    assert all(heading.y < y for heading in legend.heading for _, y in places)


def test_a_letter_comes_before_its_paragraph(columns: Columns) -> None:
    """On the first line, at the edge; all lines are indented, and follow one below the other."""
    letter, *lines = columns.set(SECTIONS[0], 30).paragraphs[0].texts
    assert (letter.text, letter.kind, letter.x) == ("a", "letter", 0)
    assert {line.x for line in lines} == {INDENT["letter"] * SIZE}
    assert letter.y == lines[0].y
    assert [line.y for line in lines] == sorted({line.y for line in lines})
    assert " ".join(line.text for line in lines) == f"{WORDS} 0"


def test_a_key_has_its_room_and_a_figure_is_large(columns: Columns) -> None:
    """The key is in the middle of the first line; the number is above its text, not before it."""
    key = LegendKey("area", "host")
    [paragraph] = columns.set(Section("legend", "Legend", (Entry("Host", key=key),)), 60).paragraphs
    assert paragraph.placed_key
    assert paragraph.placed_key.key == key
    assert paragraph.texts[0].x == INDENT["key"] * SIZE
    [figure] = columns.set(Section("figures", "Figures", (Entry("staff", "1,234"),)), 60).paragraphs
    number, text = figure.texts
    assert (number.text, number.x, text.x) == ("1,234", 0, 0)
    assert number.size > 2 * text.size
    assert number.y < text.y


def test_a_line_ends_where_its_width_says(columns: Columns) -> None:
    """Widths are in sizes of type."""
    [paragraph] = columns.set(SECTIONS[1], 400).paragraphs
    assert paragraph.texts[0].end == pytest.approx(len(WORDS) * 0.5 * SIZE)
