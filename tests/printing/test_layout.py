"""Where the parts of a sheet are: nothing on anything else, nothing off the paper.

Also of `papers.py`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mapping.display_texts import display_texts
from mapping.errors import DoesNotFitError
from mapping.printing.papers import A3, A4, PAPERS, SLIDE
from mapping.printing.typesetting.layout import SIDE_SECTIONS, Layout, arrange, enlarge_text
from mapping.printing.typesetting.sections import Entry, Section, build_sections
from tests.printing.typewriter import typewriter

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from mapping.printing.papers import Paper


def laid_out(atlas: Atlas, paper: Paper, language: str = "en") -> Layout:
    """Return the arrangement of the project's own list."""
    spoken = atlas.dataset.languages[language]
    texts = display_texts(atlas, spoken)
    return arrange(build_sections(atlas, texts), texts, paper, typewriter(spoken))


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_everything_is_on_the_paper_and_apart(atlas: Atlas, paper: Paper) -> None:
    """From the top down: title, map, what is said of it, rule, columns side by side."""
    found = laid_out(atlas, paper)
    frame = found.map_frame
    bottom = frame.top + frame.height
    assert paper.margin <= frame.left
    assert frame.left + frame.width <= paper.width - paper.margin + 0.01
    assert bottom < min(text.y for text in found.foot)
    assert max(text.y for text in found.foot) < found.rules[0]
    if not paper.side:
        assert max(text.y for text in found.head) < frame.top
    below = [one for one in found.columns if one.top > found.rules[0]]
    assert max(one.top + one.column.height for one in below) <= paper.height - paper.margin + 0.01
    ends = [one.left + one.column.width for one in below]
    assert all(end < one.left for end, one in zip(ends, below[1:], strict=False))
    assert ends[-1] <= paper.width - paper.margin + 0.01


def test_a_side_column_takes_its_sections_from_below(atlas: Atlas) -> None:
    """Legend and figures are next to the map there, one below the other, and nowhere else."""
    found = laid_out(atlas, SLIDE)
    side = [one for one in found.columns if one.top < found.rules[0]]
    assert [one.column.name for one in side] == [*SIDE_SECTIONS]
    assert side[0].top + side[0].column.height < side[1].top
    assert found.map_frame.left > SLIDE.margin + SLIDE.side
    names = [one.column.name for one in found.columns]
    assert sorted(names) == sorted({*names})


def test_in_arabic_the_map_is_on_the_other_side(atlas: Atlas) -> None:
    """The column is where reading begins, and the map at its end."""
    assert laid_out(atlas, SLIDE, "ar").map_frame.left < SLIDE.margin + SLIDE.side


@pytest.mark.parametrize("language", ["en", "zh"])
def test_text_is_as_large_as_the_map_allows(atlas: Atlas, language: str) -> None:
    """On A3 and slides no empty band is left under the map, which stays as wide as it was."""
    spoken = atlas.dataset.languages[language]
    texts = display_texts(atlas, spoken)
    sections = build_sections(atlas, texts)
    for paper in PAPERS.values():
        larger = enlarge_text(sections, texts, paper, typewriter(spoken))
        assert paper.text <= larger.text <= paper.largest + 0.01
        assert paper == A4 or larger.text > paper.text
        before, after = (laid_out(atlas, one, language) for one in (paper, larger))
        assert after.map_frame.width >= 0.99 * before.map_frame.width
        assert after.key_room.height >= min(paper.key_height, before.key_room.height)


def test_a_sheet_without_a_key_has_no_empty_band(atlas: Atlas) -> None:
    """Text is larger, and the map in the middle of its room, with an index under it or without."""
    spoken = atlas.dataset.languages["en"]
    texts, measurer = display_texts(atlas, spoken), typewriter(spoken)
    sections = [one for one in build_sections(atlas, texts) if one.name in {"legend", "notes"}]
    index = Section("index", "Numbers", tuple(Entry("Town", str(one)) for one in range(1, 61)))
    for under in (None, index):
        paper = enlarge_text(sections, texts, A3.without_key, measurer, under)
        assert paper.text > A3.text
        found = arrange(sections, texts, paper, measurer, under)
        upper, lower = found.room[1], found.room[3]
        above, below = found.map_frame.top - upper, lower - found.map_frame.box[3]
        assert above == pytest.approx(below)


def test_texts_that_leave_no_room_for_the_map_are_refused(atlas: Atlas) -> None:
    """Nobody gets a map as large as a stamp."""
    with pytest.raises(DoesNotFitError, match="no room for the map"):
        laid_out(atlas, replace(A4, text=12))
