"""Standing cartographic notes follow the view; footnotes are always there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.geometry import look_at

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from mapping.atlas import Atlas

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
    """And not when it is not."""
    for view, (latitude, longitude, nearer, notes) in VIEWS.items():
        look_at(english, latitude, longitude, nearer)
        assert shown(english, atlas) == notes, view


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (768, 1024), (360, 740)])
def test_a_note_is_on_the_screen_with_its_place(
    english: Page, atlas: Atlas, width: int, height: int
) -> None:
    """On a laptop, a tablet and a phone: no scrolling from the Line of Control to what it is."""
    english.set_viewport_size({"width": width, "height": height})
    english.reload()  # as on a device of that size, where the filters are folded
    english.wait_for_selector("html[data-ready]:not(.starting)")
    look_at(english, 35, 76, 4)
    note = next(note for note in atlas.dataset.edition.notes if note.key == "jammu-kashmir")
    expect(english.get_by_text(note.text.en)).to_be_in_viewport()


def test_notes_come_back_with_the_world(english: Page, atlas: Atlas) -> None:
    """Zoomed out again, the page says again what it said."""
    look_at(english, 47, 104, 3)
    english.get_by_role("button", name="Show the whole world").click()
    assert len(shown(english, atlas)) == len(atlas.dataset.edition.notes)


def test_print_shows_every_note(english: Page, atlas: Atlas) -> None:
    """On paper nothing can be brought into view."""
    look_at(english, 47, 104, 3)
    english.emulate_media(media="print")
    assert len(shown(english, atlas)) == len(atlas.dataset.edition.notes)


def test_footnotes_are_shown_whatever_the_view(english: Page, atlas: Atlas) -> None:
    """Nine letters, the lost ones shown as lost, and f's label as lost too."""
    look_at(english, 47, 104, 3)
    for letter in "abc":
        text = atlas.dataset.edition.footnotes[letter].en
        expect(english.get_by_role("definition").filter(has_text=text)).to_be_visible()
    lost = english.get_by_role("definition").filter(
        has_text="The text of this footnote is missing from the source document."
    )
    expect(lost.filter(visible=True)).to_have_count(6)
    expect(english.get_by_text("The label that bore this footnote is missing")).to_be_visible()
