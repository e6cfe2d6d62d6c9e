"""The standing notes, held against what README says of their only witness."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from mapping.atlas import Atlas

README = (GEODATA / "README.md").read_text(encoding="utf-8")
# Words that stand here otherwise than in the one copy of the notes, by note and language.
MEANT = {
    ("jammu-kashmir", "ar"): "الخط المنقط",
    ("jammu-kashmir", "es"): "todavía",
    ("sudan-south-sudan", "en"): "Republic of the Sudan",
    ("abyei", "es"): "definitivo",
    ("falkland-malvinas", "ar"): "يوجد نزاع",
    ("falkland-malvinas", "fr"): "souveraineté",
    ("falkland-malvinas", "zh"): "大不列颠及北爱尔兰联合王国",
}


@pytest.mark.parametrize(("note", "language"), MEANT)
def test_a_difference_from_the_witness_is_written_down(
    atlas: Atlas, note: str, language: str
) -> None:
    """The text has the word that was decided on, and README tells that it was."""
    [text] = [one.text for one in atlas.dataset.edition.notes if one.key == note]
    word = MEANT[note, language]
    assert word in text[language]
    assert f"| {word}" in README


def test_the_line_of_control_is_said_to_be_what_it_is(atlas: Atlas) -> None:
    """Dots, as it is drawn: in Arabic too, where other lines are broken ones."""
    [text] = [one.text for one in atlas.dataset.edition.notes if one.key == "jammu-kashmir"]
    words = ("المنقط", "Dotted", "puntos", "pointillés", "Пунктирная")
    languages = ("ar", "en", "es", "fr", "ru")
    assert all(word in text[code] for word, code in zip(words, languages, strict=True))
