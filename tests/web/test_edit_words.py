"""The words of the editing page: each that its files ask for exists, no other, none published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.errors import FaultLog
from mapping.files.paths import WEB, WORDS
from mapping.i18n.catalog import read_languages

if TYPE_CHECKING:
    from pathlib import Path

EDIT = WEB / "edit"
SLOT = re.compile(r"\$\{[^}]*\}")


def edit_words() -> set[str]:
    """Return the ids of the words, without what all of them begin with."""
    english = read_languages(WORDS, FaultLog())["en"].words
    return {word.removeprefix("edit.") for word in english if word.startswith("edit.")}


def asked() -> set[str]:
    """Return what scripts and template ask for; any text in the place of a `${slot}`."""
    scripts = "".join(path.read_text(encoding="utf-8") for path in sorted(EDIT.rglob("*.js")))
    page = (EDIT / "edit.html").read_text(encoding="utf-8")
    calls = re.findall(r"\bword(?:Or)?\(\s*(?:[\w?.! ]+\? )?(['`])(.+?)\1", scripts)
    alternatives = re.findall(r"\bword\([^()]*? : '(\w+)'", scripts)
    return {text for _, text in calls} | {*alternatives} | {*re.findall(r"t\(['\"](\w+)", page)}


def fits(word: str, text: str) -> bool:
    """Whether a word is the one that is asked for, or one of them."""
    return re.fullmatch(".+".join(map(re.escape, SLOT.split(text))), word) is not None


def test_every_word_that_is_asked_for_exists() -> None:
    """Where the id is put together, at least one does."""
    words = edit_words()
    assert len(asked()) > 60
    assert {text for text in asked() if not any(fits(word, text) for word in words)} == set()


def test_every_word_is_asked_for() -> None:
    """One that no file of the editing page names is a burden to six translators."""
    texts = asked()
    assert {word for word in edit_words() if not any(fits(word, one) for one in texts)} == set()


def test_the_published_page_has_none_of_it(built: Path) -> None:
    """No word, no script, no style sheet of the editing page is in the map."""
    page = (built / "map.html").read_text(encoding="utf-8")
    english = read_languages(WORDS, FaultLog())["en"].words
    for word in ("edit.choose_help", "edit.step_help.print", "edit.help.category_certain"):
        assert english[word] not in page
        assert word not in page
    assert "X-Edit-Token" not in page
    assert "edit-session" not in page
