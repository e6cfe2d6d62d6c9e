"""The panel that says what changed: the same ids in every language, and the presences to go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.atlas import join
from mapping.changes.compare import compare
from mapping.page.changes_panel import build_changes_panel
from tests.support.edits import edited, with_rows

if TYPE_CHECKING:
    from mapping.atlas import Atlas


def without(atlas: Atlas, presence: str) -> Atlas:
    """Return the list without one of its rows."""
    rows = [one for one in atlas.dataset.tables.presences if one.id != presence]
    return join(with_rows(atlas.dataset, rows), rows)


def test_an_entry_leads_to_its_presence_unless_it_closed(atlas: Atlas) -> None:
    """What is no longer on the map has nothing to go to."""
    languages = atlas.dataset.languages
    opened = build_changes_panel(compare(without(atlas, "ken-adviser"), atlas), languages)
    closed = build_changes_panel(compare(atlas, without(atlas, "ken-adviser")), languages)
    assert [entry.presence for entry in opened.entries] == ["ken-adviser"]
    assert [entry.presence for entry in closed.entries] == [""]


def test_every_language_has_the_texts_that_the_panel_names(atlas: Atlas) -> None:
    """Title, numbers and sentences, and no other text."""
    after = edited(atlas, "fji-adviser", category="other")
    panel = build_changes_panel(compare(atlas, after), atlas.dataset.languages)
    named = {"changes.title", *panel.numbers, *(entry.text for entry in panel.entries)}
    assert {code: set(texts) for code, texts in panel.texts.items()} == dict.fromkeys(
        atlas.dataset.languages, named
    )
    assert len({texts["changes.title"] for texts in panel.texts.values()}) == len(panel.texts)


def test_where_nothing_changed_one_sentence_says_so(atlas: Atlas) -> None:
    """It leads nowhere, and has a text."""
    panel = build_changes_panel(compare(atlas, atlas), atlas.dataset.languages)
    [entry] = panel.entries
    assert entry.presence == ""
    assert all(texts[entry.text] for texts in panel.texts.values())
