"""Checks of an edition: against itself, the map and the words of the page."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mapping.edition.colours import MIN_DIFFERENCE, colour_difference
from mapping.edition.edition import PLACEHOLDER_COLUMNS, SYMBOLS
from mapping.i18n.localized import placeholders
from mapping.suggestions.name_index import suggest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from mapping.edition.edition import Category, Edition
    from mapping.edition.keys import Finding
    from mapping.i18n.catalog import Language


WORD = "take it out, or write the id of a word that the page has (docs/another-list.md)"
AREA = "write the code of an area of the map (countries.csv)"


def check_edition(
    edition: Edition, areas: Collection[str], language: Language
) -> Iterator[Finding]:
    """Yield where, what is wrong, what to do; `areas` are the map's, `language` has its words."""
    yield from _totals(edition)
    yield from _keys(edition)
    yield from _looks(edition.categories)
    yield from _labels(edition)
    yield from _placeholders(edition)
    yield from _words(edition, (language.for_any_list() if edition.is_own_list else language).words)
    yield from _footnotes(edition)
    yield from _notes(edition, areas)


def _totals(edition: Edition) -> Iterator[Finding]:
    counted = sum(one.expected or 0 for one in edition.categories if one.counted)
    if edition.totals and counted != edition.totals.field:
        wrong = f"the categories expect {counted}, the total is {edition.totals.field}"
        yield ("totals", "field"), wrong, "make the two agree"


def _keys(edition: Edition) -> Iterator[Finding]:
    """Yield keys that are used twice; those of both tables of figures count together."""
    figures = [("figures", number, one.key) for number, one in enumerate(edition.figures)]
    figures += [("chapter_figures", number, one.key)
                for number, one in enumerate(edition.chapter_figures)]  # fmt: skip
    categories = [("categories", number, one.key) for number, one in enumerate(edition.categories)]
    notes = [("notes", number, one.key) for number, one in enumerate(edition.notes)]
    for kind in (categories, notes, figures):
        yield from _twice(kind)


def is_usable(edition: Edition) -> bool:
    """Whether rows can be checked against the edition: each category has its own key."""
    return len({one.key for one in edition.categories}) == len(edition.categories)


def _twice(keys: Iterable[tuple[str, int, str]]) -> Iterator[Finding]:
    seen = set[str]()
    for table, number, key in keys:
        if key in seen:
            yield (table, number, "key"), f"'{key}' is used twice", "give each a key of its own"
        seen.add(key)


def _looks(categories: tuple[Category, ...]) -> Iterator[Finding]:
    """Yield categories that look the same: no reader could distinguish their presences."""
    free = [symbol for symbol in SYMBOLS if symbol not in {one.symbol for one in categories}]
    for number, one in enumerate(categories):
        for other in categories[:number]:
            if one.symbol == other.symbol:
                wrong = f"{one.key} has the symbol of {other.key}, {one.symbol}"
                remedy = f"give it one of its own: {', '.join(free) or 'none is left'}"
                yield ("categories", number, "symbol"), wrong, remedy
                break
        for other in categories[:number]:
            if colour_difference(one.colour, other.colour) < MIN_DIFFERENCE:
                same = one.colour.upper() == other.colour.upper()
                how = f"the colour of {other.key}" if same else f"almost the colour of {other.key}"
                wrong = f"{one.key} has {how}, {other.colour}"
                yield ("categories", number, "colour"), wrong, "give it a colour of its own"
                break


def _labels(edition: Edition) -> Iterator[Finding]:
    """Yield patterns that are missing, each once, at the first category that needs it."""
    wanting: dict[str, list[int]] = defaultdict(list)
    for number, category in enumerate(edition.categories):
        if category.label not in edition.patterns:
            wanting[category.label].append(number)
    for label, numbers in wanting.items():
        keys = ", ".join(edition.categories[number].key for number in numbers)
        whose = f"category {keys} has" if len(numbers) == 1 else f"the categories {keys} have"
        wrong = f"{whose} no pattern '{label}'"
        yield (
            ("categories", numbers[0], "label"),
            wrong,
            suggest(label, list(edition.patterns), "name one of [patterns]"),
        )


def _placeholders(edition: Edition) -> Iterator[Finding]:
    cleared = ("clearance", "cleared_text")
    templates = {cleared: (edition.clearance.cleared_text, {"by", "on"})}
    for key, pattern in edition.patterns.items():
        templates["patterns", key] = (pattern, {*PLACEHOLDER_COLUMNS})
    for place, (text, known) in templates.items():
        for language in edition.metadata.languages:
            found = placeholders(text[language])
            first = edition.metadata.reference
            if found is None or not found <= known or found != placeholders(text[first]):
                wrong = "these are not the placeholders that it may have"
                remedy = f"write those of {first}, out of {', '.join(sorted(known))}"
                yield (*place, language), wrong, remedy


def _words(edition: Edition, words: Mapping[str, str]) -> Iterator[Finding]:
    for word, text in edition.message_overrides.items():
        place = ("words", *word.split("."))
        if word not in words:
            yield place, f"the page has no word '{word}'", suggest(word, words, WORD)
            continue
        known = placeholders(words[word]) or set()
        for language in edition.metadata.languages:
            found = placeholders(text[language])
            if found is None or not found <= known:
                wrong = "these are not the placeholders that it may have"
                remedy = f"write none but {', '.join(sorted(known)) or 'plain text'}"
                yield (*place, language), wrong, remedy


def _footnotes(edition: Edition) -> Iterator[Finding]:
    for letter, footnote in edition.footnotes.items():
        missing = [code for code in edition.metadata.languages if not footnote[code]]
        if missing and not footnote.text_is_missing:
            wrong = f"footnote {letter} has no text in {', '.join(missing)}"
            remedy = "fill in every language, or none if the text is lost"
            yield ("footnotes", letter, missing[0]), wrong, remedy


def _notes(edition: Edition, areas: Collection[str]) -> Iterator[Finding]:
    for number, note in enumerate(edition.notes):
        for code in note.areas:
            if areas and code not in areas:
                wrong = f"note {note.key} names the area '{code}', which the map has not"
                yield ("notes", number, "areas"), wrong, suggest(code, areas, AREA)
