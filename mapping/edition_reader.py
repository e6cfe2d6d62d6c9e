"""Reading the edition: what is wrong in it, each with its line."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING

from pydantic import ValidationError

from mapping.edition import Edition
from mapping.errors import suggest
from mapping.texts import LANGUAGES, slots
from mapping.tomllines import line_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from mapping.errors import Faults

# What a pattern of labels may speak of; labels.py knows what each presence has of it.
SLOTS = {"country", "city", "mission", "acronym", "served", "region"}
Finding = tuple[tuple[str | int, ...], str, str]  # where, what is wrong, what to do


def read_edition(path: Path, areas: Collection[str], faults: Faults) -> Edition | None:
    """Read the edition, or note everything that keeps it from being one and give `None`.

    `areas` are the codes of the map, which the standing notes must name.
    """
    try:
        text = path.read_text(encoding="utf-8")
        edition = _parse(text)
    except (OSError, UnicodeDecodeError) as error:
        faults.add(path.name, 1, f"the file cannot be read ({error})", "save it as UTF-8 text")
    except tomllib.TOMLDecodeError as error:
        faults.add(path.name, _decode_line(error), f"this is no TOML ({error})", "correct the line")
    except ValidationError as error:
        for detail in error.errors():
            wrong = f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}"
            line = line_of(text, detail["loc"])
            faults.add(path.name, line, wrong, "correct it as the head of the file describes")
    else:
        _check(path.name, text, edition, areas, faults)
        return edition
    return None


@lru_cache(maxsize=1)  # a file that did not change is not parsed again
def _parse(text: str) -> Edition:
    return Edition.model_validate(tomllib.loads(text))


def _decode_line(error: tomllib.TOMLDecodeError) -> int:
    place = str(error).partition("at line ")[2].partition(",")[0]
    return int(place) if place.isdigit() else 1


def _check(file: str, text: str, edition: Edition, areas: Collection[str], faults: Faults) -> None:
    for keys, wrong, remedy in (
        *_totals(edition),
        *_labels(edition),
        *_placeholders(edition),
        *_footnotes(edition),
        *_notes(edition, areas),
    ):
        faults.add(file, line_of(text, keys), wrong, remedy)


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
                suggest(category.label, list(edition.patterns)),
            )


def _placeholders(edition: Edition) -> Iterator[Finding]:
    cleared = ("clearance", "cleared_text")
    templates = {cleared: (edition.clearance.cleared_text, {"by", "on"})}
    for key, pattern in edition.patterns.items():
        templates["patterns", key] = (pattern, SLOTS)
    for place, (text, known) in templates.items():
        for language in LANGUAGES:
            found = slots(text[language])
            if found is None or not found <= known or found != slots(text.en):
                wrong = f"{'.'.join(place)}.{language} has other placeholders"
                remedy = f"write those of en, out of {', '.join(sorted(known))}"
                yield (*place, language), wrong, remedy


def _footnotes(edition: Edition) -> Iterator[Finding]:
    for letter, footnote in edition.footnotes.items():
        missing = [language for language in LANGUAGES if not getattr(footnote, language)]
        if missing and not footnote.lost:
            wrong = f"footnote {letter} has no text in {', '.join(missing)}"
            remedy = "fill in all six languages, or none if the text is lost"
            yield ("footnotes", letter, missing[0]), wrong, remedy


def _notes(edition: Edition, areas: Collection[str]) -> Iterator[Finding]:
    for number, note in enumerate(edition.notes):
        for code in note.areas:
            if areas and code not in areas:
                wrong = f"note {note.key} names the area '{code}', which the map has not"
                yield ("notes", number, "areas"), wrong, suggest(code, areas)
