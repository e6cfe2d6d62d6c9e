"""What the report prints, and what the United Nations words officially, stands to the letter.

Also of `labels.py`.
"""

from __future__ import annotations

import csv
import tomllib
from typing import TYPE_CHECKING

import pytest

from mapping.i18n.localized import LANGUAGES
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from mapping.atlas import Atlas

DATA = ROOT / "tests" / "data"
LABELS = list(csv.DictReader((DATA / "report_labels.csv").read_text("utf-8").splitlines()))
OFFICIAL = tomllib.loads((DATA / "official_wordings.toml").read_text("utf-8"))
CARRIERS = {
    "a": {"XKX"},
    "b": {"KOR"},
    "c": {"PSE"},
    "d": {"BFA", "MLI", "MRT", "NER", "TCD"},
    "e": {"BHR", "JAM", "SUR"},
    "f": set(),
    "g": {"BFA"},
    "h": {"SLV"},
    "i": {"PER"},
}


def test_the_report_prints_49_labels() -> None:
    """The fixture is whole, and no label stands twice."""
    assert len({row["label_zh"] for row in LABELS}) == len(LABELS) == 49


@pytest.mark.parametrize("row", LABELS, ids=[row["id"] for row in LABELS])
def test_a_label_of_the_report_is_right_to_the_letter(atlas: Atlas, row: dict[str, str]) -> None:
    """Label and footnote letter are the report's own."""
    place = next(place for place in atlas.places if place.presence.id == row["id"])
    assert place.label.zh == row["label_zh"]
    assert " ".join(place.presence.footnotes) == row["footnote"]


def test_only_what_the_report_names_is_known_from_it(atlas: Atlas) -> None:
    """Evidence is the report for its 49 labels and for no other presence."""
    named = {p.presence.id for p in atlas.places if p.presence.evidence == "report"}
    assert named == {row["id"] for row in LABELS}


def test_every_footnote_has_its_bearers(atlas: Atlas) -> None:
    """Footnotes a to i are defined and borne, but for f, whose label is lost."""
    borne = {
        letter: {p.presence.country for p in atlas.places if letter in p.presence.footnotes}
        for letter in atlas.dataset.edition.footnotes
    }
    assert borne == CARRIERS


def test_lost_footnotes_are_lost_and_no_text_is_invented(atlas: Atlas) -> None:
    """Of a, b and c the text survives; of d to i nothing does, in any language."""
    footnotes = atlas.dataset.edition.footnotes
    assert [letter for letter in footnotes if footnotes[letter].text_is_missing] == list("defghi")
    for letter in "abc":
        assert all(getattr(footnotes[letter], language) for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_disclaimer_is_the_official_one(atlas: Atlas, language: str) -> None:
    """To the letter, in each language."""
    assert atlas.dataset.edition.disclaimer[language] == OFFICIAL["disclaimer"][language]


@pytest.mark.parametrize("key", OFFICIAL["notes"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_standing_note_is_the_official_one(atlas: Atlas, key: str, language: str) -> None:
    """To the letter, in each language."""
    note = next(note for note in atlas.dataset.edition.notes if note.key == key)
    assert note.text[language] == OFFICIAL["notes"][key][language]


def test_there_is_no_other_standing_note(atlas: Atlas) -> None:
    """The map words no note of its own."""
    assert {note.key for note in atlas.dataset.edition.notes} == set(OFFICIAL["notes"])


def test_the_figures_are_the_reports(atlas: Atlas) -> None:
    """47 000 and 13 000 victims, 11 components, 50 advisers."""
    figures = atlas.dataset.edition.figures
    assert [figure.value for figure in figures] == [47000, 13000, 11, 50]
    assert all("558" in figures[2].text[language] for language in LANGUAGES)


def test_the_other_figures_of_the_chapter_are_the_reports(atlas: Atlas) -> None:
    """Resources, treaties, visits, reports, documents, teams, advisers, users: each as printed."""
    figures = {figure.key: figure.value for figure in atlas.dataset.edition.chapter_figures}
    assert figures == {
        "resources": 399_000_000,
        "treaty-actions": 10,
        "visits-received": 38,
        "country-visits": 55,
        "state-party-reports": 99,
        "documents": 3000,
        "emergency-teams": 7,
        "anti-discrimination-advisers": 5,
        "index-users": 50_000,
    }


def test_the_map_calls_itself_unofficial(atlas: Atlas) -> None:
    """Until someone clears it, it says so in the words that were agreed."""
    clearance = atlas.dataset.edition.clearance
    assert not clearance.cleared
    assert clearance.text.en == "Unofficial; not reviewed by United Nations Geospatial."
