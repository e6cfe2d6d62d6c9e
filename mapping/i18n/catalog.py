"""The words of the page, read from one file a language; a missing word stops the build."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapping.files.cache import cached
from mapping.i18n.localized import LANGUAGES, REFERENCE, placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from mapping.errors import FaultLog
    from mapping.i18n.localized import LocalizedText

ANY_LIST = "any_list."  # words in the place of others, where a list is of anything at all


@dataclass(frozen=True)
class Language:
    """A language: its code, own name, direction of writing, and words by id."""

    code: str
    name: str
    direction: str
    words: Mapping[str, str]

    def format_message(self, word: str, **values: object) -> str:
        """Return the word with its placeholders filled in.

        Whole numbers are counts, and written as such; a year or a page is text.
        """
        written = {name: self.number_text(value) if isinstance(value, int) else value
                   for name, value in values.items()}  # fmt: skip
        return self.words[word].format(**written)

    def number_text(self, number: int) -> str:
        """Return a number as United Nations documents in this language write it."""
        return f"{number:,}".replace(",", self.words["number_group"])

    def with_overrides(self, own: Mapping[str, LocalizedText]) -> Language:
        """Return the language with an edition's own words in the place of the page's.

        A word that the edition has in another language only does not take the place of one.
        """
        words = {
            key: text[self.code] for key, text in own.items() if self.code not in text.borrowed
        }
        return replace(self, words={**self.words, **words})

    def for_any_list(self) -> Language:
        """Return the language with words that are true of whatever places a list has."""
        neutral = {
            word.removeprefix(ANY_LIST): text
            for word, text in self.words.items()
            if word.startswith(ANY_LIST)
        }
        return replace(self, words={**self.words, **neutral})


def read_languages(folder: Path, faults: FaultLog) -> dict[str, Language]:
    """Read the words of every language; report each that one has and another lacks.

    Those of English are the measure: the same ids, the same placeholders.
    """
    words = {code: _read(folder / f"{code}.toml", faults) for code in LANGUAGES}
    for word in map(edition_word, LANGUAGES):
        if words[REFERENCE] and word not in words[REFERENCE]:
            remedy = "write what a document in this language is called"
            faults.add(f"words/{REFERENCE}.toml", 1, f"word '{word}' is missing", remedy)
    for code, texts in words.items():
        if texts and words[REFERENCE]:
            _compare(f"words/{code}.toml", texts, words[REFERENCE], faults)
    return {
        code: Language(code, texts.get("name", ""), texts.get("direction", ""), texts)
        for code, texts in words.items()
    }


def edition_word(code: str) -> str:
    """Return the id of the word for a document's edition in a language."""
    return f"editions.{code}"


def _read(path: Path, faults: FaultLog) -> dict[str, str]:
    try:
        return _words(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        faults.add(
            f"words/{path.name}", 1, f"the words cannot be read ({error})", "correct the file"
        )
        return {}


@cached(2 * len(LANGUAGES))
def _words(text: str) -> dict[str, str]:
    return dict(_flat(tomllib.loads(text)))


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, str(value)


def _compare(file: str, words: dict[str, str], reference: dict[str, str], faults: FaultLog) -> None:
    for word in sorted(reference.keys() ^ words.keys()):
        state = "missing" if word in reference else f"unknown to {REFERENCE}.toml"
        faults.add(file, 1, f"word '{word}' is {state}", "give all files the same words")
    for word in sorted(reference.keys() & words.keys()):
        found = placeholders(words[word])
        if not words[word] or found is None or found != placeholders(reference[word]):
            wrong = f"word '{word}' is empty or has other placeholders than {REFERENCE}.toml"
            faults.add(file, 1, wrong, "write it with the same {placeholders}")
