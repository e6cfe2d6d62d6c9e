"""Reading the edition: what is wrong in it, each with its line."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from mapping.edition import Edition
from mapping.namesakes import missing
from mapping.spelling import suggest
from mapping.texts import LANGUAGES, slots
from mapping.tomllines import key_path, line_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from mapping.errors import Faults

# What a pattern of labels may speak of; labels.py knows what each presence has of it.
SLOTS = {"country", "city", "mission", "acronym", "served", "region"}
WORD = "take it out, or write the id of a word that the page has (docs/another-list.md)"
AREA = "write the code of an area of the map (countries.csv)"
Finding = tuple[tuple[str | int, ...], str, str]  # where, what is wrong, what to do


def read_edition(
    path: Path, areas: Collection[str], words: Mapping[str, str], faults: Faults
) -> Edition | None:
    """Read the edition, or note everything that keeps it from being one and give `None`.

    `areas` are the codes of the map, which the standing notes must name; `words` are the page's
    own, which the edition may put into other words.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        edition = _parse(text)
    except (FileNotFoundError, IsADirectoryError):
        faults.add(path.name, 1, *missing(path))
    except UnicodeDecodeError as error:
        faults.add(path.name, 1, f"the file cannot be read ({error})", "save it as UTF-8 text")
    except tomllib.TOMLDecodeError as error:
        faults.add(path.name, _decode_line(error), f"this is no TOML ({error})", "correct the line")
    except ValidationError as error:
        for detail in error.errors():
            remedy = "correct it as the head of the file describes"
            line = line_of(text, detail["loc"])
            faults.add(path.name, line, detail["msg"], remedy, key_path(detail["loc"]))
    else:
        for keys, wrong, remedy in (*_check(edition, areas), *_words(edition, words)):
            faults.add(path.name, line_of(text, keys), wrong, remedy, key_path(keys))
        return edition
    return None


@lru_cache(maxsize=1)  # a file that did not change is not parsed again
def _parse(text: str) -> Edition:
    raw = tomllib.loads(text)
    return Edition.model_validate(raw, context={"languages": _spoken(raw)})


def _spoken(raw: dict[str, Any]) -> Collection[str]:
    """Give the languages in which every text must stand; whether they are any, the model says."""
    heading = raw.get("edition")
    named = heading.get("languages") if isinstance(heading, dict) else None
    return named if isinstance(named, list) else LANGUAGES


def _decode_line(error: tomllib.TOMLDecodeError) -> int:
    place = str(error).partition("at line ")[2].partition(",")[0]
    return int(place) if place.isdigit() else 1


def _check(edition: Edition, areas: Collection[str]) -> Iterator[Finding]:
    yield from _totals(edition)
    yield from _labels(edition)
    yield from _placeholders(edition)
    yield from _footnotes(edition)
    yield from _notes(edition, areas)


def _totals(edition: Edition) -> Iterator[Finding]:
    counted = sum(category.expected for category in edition.categories if category.counted)
    if counted != edition.totals.field:
        wrong = f"the categories expect {counted}, the total is {edition.totals.field}"
        yield ("totals", "field"), wrong, "make the two agree"


def _labels(edition: Edition) -> Iterator[Finding]:
    for number, category in enumerate(edition.categories):
        if category.label not in edition.patterns:
            wrong = f"category {category.key} has no pattern '{category.label}'"
            yield (
                ("categories", number, "label"),
                wrong,
                suggest(category.label, list(edition.patterns), "name one of [patterns]"),
            )


def _placeholders(edition: Edition) -> Iterator[Finding]:
    cleared = ("clearance", "cleared_text")
    templates = {cleared: (edition.clearance.cleared_text, {"by", "on"})}
    for key, pattern in edition.patterns.items():
        templates["patterns", key] = (pattern, SLOTS)
    for place, (text, known) in templates.items():
        for language in edition.edition.languages:
            found = slots(text[language])
            first = edition.edition.reference
            if found is None or not found <= known or found != slots(text[first]):
                wrong = "the placeholders are others than it may have"
                remedy = f"write those of {first}, out of {', '.join(sorted(known))}"
                yield (*place, language), wrong, remedy


def _words(edition: Edition, words: Mapping[str, str]) -> Iterator[Finding]:
    for word, text in edition.own_words.items():
        place = ("words", *word.split("."))
        if word not in words:
            yield place, f"the page has no word '{word}'", suggest(word, words, WORD)
            continue
        known = slots(words[word]) or set()
        for language in edition.edition.languages:
            found = slots(text[language])
            if found is None or not found <= known:
                wrong = "the placeholders are others than it may have"
                remedy = f"write none but {', '.join(sorted(known)) or 'plain text'}"
                yield (*place, language), wrong, remedy


def _footnotes(edition: Edition) -> Iterator[Finding]:
    for letter, footnote in edition.footnotes.items():
        missing = [code for code in edition.edition.languages if not getattr(footnote, code)]
        if missing and not footnote.lost:
            wrong = f"footnote {letter} has no text in {', '.join(missing)}"
            remedy = "fill in every language, or none if the text is lost"
            yield ("footnotes", letter, missing[0]), wrong, remedy


def _notes(edition: Edition, areas: Collection[str]) -> Iterator[Finding]:
    for number, note in enumerate(edition.notes):
        for code in note.areas:
            if areas and code not in areas:
                wrong = f"note {note.key} names the area '{code}', which the map has not"
                yield ("notes", number, "areas"), wrong, suggest(code, areas, AREA)
