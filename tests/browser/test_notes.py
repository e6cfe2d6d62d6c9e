"""Standing cartographic notes follow the view; footnotes are always there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.geometry import look_at
from tests.browser.reader import SIZES

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.reader import Reader

VIEWS = {
    "South America": (-40, -60, 2, {"falkland-malvinas", "non-self-governing"}),
    "Kashmir": (35, 76, 4, {"jammu-kashmir"}),
    "Sudan and South Sudan": (10, 29, 3.5, {"sudan-south-sudan", "abyei"}),
    "Western Sahara": (24, -13, 4, {"non-self-governing"}),
    "Mongolia": (47, 104, 3, set[str]()),
}


def shown(page: Page, atlas: Atlas) -> set[str]:
    """Return the keys of the notes that the page shows."""
    return {
        note.key
        for note in atlas.dataset.edition.notes
        if page.get_by_text(note.text.en).filter(visible=True).count()
    }


def test_the_world_shows_every_note(untouched: Page, atlas: Atlas) -> None:
    """Where every place is in view, every note is."""
    assert shown(untouched, atlas) == {note.key for note in atlas.dataset.edition.notes}


def test_a_note_is_shown_while_its_place_is_in_view(english: Page, atlas: Atlas) -> None:
    """And not when it is not; footnotes are whatever the view.

    Nine letters, the lost ones shown as lost, and f's label as lost too. Zoomed out again, the page
    says again what it said; on paper it says all of it.
    """
    for view, (latitude, longitude, nearer, notes) in VIEWS.items():
        look_at(english, latitude, longitude, nearer)
        assert shown(english, atlas) == notes, view
    for letter in "abc":
        text = atlas.dataset.edition.footnotes[letter].en
        expect(english.get_by_role("definition").filter(has_text=text)).to_be_visible()
    lost = english.get_by_role("definition").filter(
        has_text="The text of this footnote is missing from the source document."
    )
    expect(lost.filter(visible=True)).to_have_count(6)
    expect(english.get_by_text("The label that bore this footnote is missing")).to_be_visible()
    english.get_by_role("button", name="Show the whole world").click()
    assert len(shown(english, atlas)) == len(atlas.dataset.edition.notes)
    look_at(english, 47, 104, 3)
    english.emulate_media(media="print")
    assert len(shown(english, atlas)) == len(atlas.dataset.edition.notes)


@pytest.mark.parametrize("width", SIZES)
def test_a_note_is_on_the_screen_with_its_place(
    reader: Reader, map_file: Path, atlas: Atlas, width: int
) -> None:
    """On a laptop, a tablet and a phone: no scrolling from the Line of Control to what it is."""
    page = reader.open(map_file, width=width)
    look_at(page, 35, 76, 4)
    note = next(note for note in atlas.dataset.edition.notes if note.key == "jammu-kashmir")
    expect(page.get_by_text(note.text.en)).to_be_in_viewport()
