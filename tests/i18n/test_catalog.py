"""The words of the page: one file a language, the same words in each, none missing."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from mapping.errors import FaultLog
from mapping.files.paths import WORDS
from mapping.i18n.catalog import ANY_LIST, read_languages
from mapping.i18n.localized import ENGLISH_NAMES, LANGUAGES, OPEN_GRAPH_LOCALES

if TYPE_CHECKING:
    from pathlib import Path


# What each language calls the entries of a list: this project's, or that of somebody else.
NOUNS = {
    "ar": "مكان|أماكن|وجود",
    "en": "place|presence",
    "es": "lugar|presencia",
    "fr": "lieu|présence",
    "ru": r"\bмест[аоеу]?\b|присутстви",
    "zh": "地点|派驻",
}
PRESENCES = {
    "ar": "وجود|وحد[اة]ت?",
    "en": "presence(?!-map)",
    "es": "presencia",
    "fr": "présence",
    "ru": "присутстви",
    "zh": "派驻",
}
OF_EVIDENCE = r"candidate|^evidence\.|^changes\.listed$|^edit\.(close_needs|choice\.keep)$"
EXPECTED_COUNTS = {"header.count", "list.open"}


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """Return a copy of the words, to be spoiled."""
    return shutil.copytree(WORDS, tmp_path / "words")


def found(words: Path) -> list[str]:
    """Return the faults of a folder of words."""
    faults = FaultLog()
    read_languages(words, faults)
    return [*map(str, faults.faults)]


def test_each_language_is_declared_whole() -> None:
    """With its name in English and its locale; each has a file of words, which has no fault."""
    assert [*ENGLISH_NAMES] == [*OPEN_GRAPH_LOCALES] == [*LANGUAGES]
    assert {path.stem for path in WORDS.glob("*.toml")} == {*LANGUAGES}
    assert found(WORDS) == []


def test_counts_are_grouped_and_years_are_not() -> None:
    """Whole numbers in a sentence as United Nations documents in its language write them."""
    english, spanish, arabic = (
        read_languages(WORDS, FaultLog())[code] for code in ("en", "es", "ar")
    )
    assert english.format_message("header.count", found=1234, total=28000) == (
        "1,234 of 28,000 field presences identified"
    )
    assert english.format_message("header.as_of", year="2022") == "As of 2022"
    assert (spanish.number_text(1234), arabic.number_text(999)) == ("1.234", "999")


@pytest.mark.parametrize("code", LANGUAGES)
def test_only_the_count_calls_the_entries_of_a_list_anything(code: str) -> None:
    """So a word of one's own for them stands there alone, and no grammar needs its other forms."""
    texts = read_languages(WORDS, FaultLog())[code].words
    called = {
        key
        for key, text in texts.items()
        if key.startswith((ANY_LIST, "print.")) and re.search(NOUNS[code], text, re.IGNORECASE)
    }
    count = {f"{ANY_LIST}header.places", f"{ANY_LIST}header.one"}
    assert called == count | {f"{ANY_LIST}kinds.many", f"{ANY_LIST}kinds.one"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_every_list_says_calls_no_entry_a_presence(code: str) -> None:
    """But for evidence, candidates and an expected total, which no list of one's own has."""
    texts = read_languages(WORDS, FaultLog())[code].words
    shared = {key for key in texts if f"{ANY_LIST}{key}" not in texts}
    called = {key for key in shared if re.search(PRESENCES[code], texts[key], re.IGNORECASE)}
    assert {key for key in called if not re.search(OF_EVIDENCE, key)} <= EXPECTED_COUNTS


def test_a_document_may_be_in_any_language(words: Path) -> None:
    """What its edition is called is a word that a new language must have from the start."""
    for path in words.glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        start = text.index("\nru = ", text.index("[editions]"))
        path.write_text(text[:start] + text[text.index("\n", start + 1) :], encoding="utf-8")
    [fault] = found(words)
    assert fault.startswith("words/en.toml:1: word 'editions.ru' is missing; write what a document")


def test_a_word_that_one_language_lacks_is_named(words: Path) -> None:
    """By its id and file, next to one that only it has."""
    path = words / "fr.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("\ndirection = ", "\nway = "), encoding="utf-8"
    )
    assert found(words) == [
        "words/fr.toml:1: word 'direction' is missing; give all files the same words",
        "words/fr.toml:1: word 'way' is unknown to en.toml; give all files the same words",
    ]
