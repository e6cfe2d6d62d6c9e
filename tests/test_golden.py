"""What the map says, in each language, compared to the letter with a text that people review.

Also of `atlas.py`, `display_texts.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.i18n.localized import LANGUAGES
from tests.support.golden import GOLDEN, RENEW, difference

if TYPE_CHECKING:
    from mapping.atlas import Atlas, Place


def line(place: Place, language: str) -> str:
    """Write one presence as one line: what a reader of the map is told of it."""
    presence, anchor = place.presence, place.anchor
    return " | ".join(
        (
            presence.id,
            place.label[language],
            " ".join(presence.footnotes) or "-",
            f"{presence.status} {presence.category}",
            f"{anchor.source} {anchor.longitude:.2f} {anchor.latitude:.2f}",
        )
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_says_what_was_reviewed(
    atlas: Atlas, language: str, request: pytest.FixtureRequest
) -> None:
    """Label, footnotes, category and position of every presence are those of the golden text."""
    path = GOLDEN / f"map.{language}.txt"
    lines = [line(place, language) for place in atlas.places]
    if request.config.getoption("--renew"):
        path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    golden = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    found = difference(golden, lines, path.name)
    assert not found, found


def test_a_difference_is_reported_with_its_line() -> None:
    """Whoever changes a label is told which line, and how to renew."""
    assert difference(["a", "b"], ["a", "b"], "x") == ""
    assert difference(["a", "b"], ["a", "c"], "x") == (f"x:2 differs\n  was: b\n  now: c\n{RENEW}")
    assert difference(["a"], ["a", "c"], "x").startswith("x:2 differs\n  was: (no line)\n  now: c")
