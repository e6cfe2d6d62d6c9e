"""The settings of a new list: which column is which, categories, and what every map needs."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from mapping.dataset.own_rows import slug
from mapping.edition.edition import SYMBOLS
from mapping.edition.packaged_tables import copy_tables
from mapping.i18n.catalog import ANY_LIST
from mapping.i18n.localized import LANGUAGES
from mapping.suggestions.name_index import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapping.i18n.catalog import Language

# Okabe and Ito's, then others that differ from them and from each other, dark outline or not.
COLOURS = (
    "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#000000",
    "#7F3C8D", "#8C6D46", "#A5D66F", "#FFB3B3",
)  # fmt: skip
PATTERNS = ("country", "city")  # of labels, which a list takes over from the packaged edition
OTHER = "other"
MAX_KEY_CHARS = 60
NUMBER = re.compile(r"(?:^-)?\d+(?:[.,]\d+)?")
SPELLING = "LMN"  # what Unicode calls letters, marks (vowels of many scripts) and numbers
HEAD = """\
# Made by `presence-map new` from {source}. What stands here is in that file, or was answered;
# columns were found by their names and by what is in them. A new file with the same columns may
# take the place of presences.csv at any time. What each table is for: docs/another-list.md.

[edition]
id = "list"
version = "1"
languages = {languages}
default_language = {language}
fallback = true             # what a language lacks is shown in the default one
contact = ""
address = ""

[edition.title]
{language_key} = {title}

# What this program calls a column, and what the file calls it. Any other key shows one more column.
[columns]
{columns}
"""
READING = """
[reading]
{lines}
"""
COUNTRY_OF_ALL = "country = {country}          # of all rows that name none"
SEPARATE = "separate = {separate}       # several of them in a cell are a place each"
ANSWERS = """
# What was answered of {table} that the list does not name for certain; "" where none is meant.
[reading.{table}]
{answers}
"""
CATEGORY = """
[[categories]]
key = {key}
values = {values}           # what the file writes
symbol = {symbol}
colour = {colour}
counted = true
label = "country"
{residual}
[categories.name]
{names}

[categories.short]
{short}
"""


class NewCategory(NamedTuple):
    """A category: its key, what the file writes for it, and its names, one and many."""

    key: str
    values: tuple[str, ...]
    many: Mapping[str, str]
    one: Mapping[str, str]
    residual: bool = False


class Settings(NamedTuple):
    """What is known of a new list; `answers` are texts and what they mean, by table.

    `country` is the code of that which all rows are in that name none, if it was named.
    """

    source: str
    title: str
    language: str
    columns: Mapping[str, str]
    separate: tuple[str, ...]
    country: str
    categories: tuple[NewCategory, ...]
    answers: Mapping[str, Mapping[str, str]] = MappingProxyType({})


def find_categories(
    values: Iterable[str], language: str, words: Mapping[str, Language]
) -> tuple[NewCategory, ...]:
    """Return the categories of a list, those of most rows first, or in the order of their numbers.

    What has no value, and what there are no symbols left for, is one more.
    """
    forms: dict[str, Counter[str]] = {}
    for value in values:
        forms.setdefault(fold(value), Counter())[value] += 1
    unstated = forms.pop("", None)
    listed = sorted(forms.values(), key=lambda one: -one.total())
    room = len(SYMBOLS) if len(listed) <= len(SYMBOLS) and not unstated else len(SYMBOLS) - 1
    keys = set[str]()
    categories = [_new_category(one, language, keys) for one in _in_order(listed[:room])]
    if unstated or len(listed) > room:
        other = {code: one.words[f"{ANY_LIST}kinds.other"] for code, one in words.items()}
        categories.append(NewCategory(OTHER, (), other, other, residual=True))
    return tuple(categories)


def _in_order(listed: list[Counter[str]]) -> list[Counter[str]]:
    """Return values by their numbers where nothing else tells them apart: "Level 1", "Level 2"."""
    texts = [next(iter(forms)) for forms in listed]
    stems = {fold(NUMBER.sub("0", text)) for text in texts}
    if len(stems) != 1 or not NUMBER.search(texts[0]):
        return listed
    return sorted(listed, key=lambda forms: _numbers(next(iter(forms))))


def _numbers(text: str) -> list[float]:
    return [float(number.replace(",", ".")) for number in NUMBER.findall(text)]


def only_category(words: Mapping[str, Language]) -> tuple[NewCategory, ...]:
    """Return the category of a list that has no column of categories."""
    one, many = (
        {code: language.words[f"{ANY_LIST}kinds.{word}"] for code, language in words.items()}
        for word in ("one", "many")
    )
    return (NewCategory("place", (), many, one),)


def _new_category(forms: Counter[str], language: str, keys: set[str]) -> NewCategory:
    """Return a category with a key that is in none of the `keys`, which get it."""
    name = forms.most_common(1)[0][0]
    stem = _readable(name)
    key = stem if stem and stem not in {OTHER, *keys} else f"{stem or 'kind'}-{len(keys) + 1}"
    keys.add(key)
    return NewCategory(key, tuple(sorted(forms)), {language: name}, {language: name})


def _readable(name: str) -> str:
    """Return a name as a key: letters and digits with hyphens between, of whatever script it is.

    Latin letters lose their accents.
    """
    if all(sign.isascii() for sign in fold(name) if sign.isalpha()):
        return slug(name)
    spelt = (sign if unicodedata.category(sign)[0] in SPELLING else " " for sign in name.lower())
    return "-".join("".join(spelt).split())[:MAX_KEY_CHARS].strip("-")


def write_edition(settings: Settings) -> str:
    """Return the text of an ``edition.toml``."""
    head = HEAD.format(
        source=settings.source,
        languages=_value(list(LANGUAGES)),
        language=_value(settings.language),
        language_key=settings.language,
        title=_value(settings.title),
        columns=_lines(settings.columns),
    )
    reading = _reading(settings)
    answers = [
        ANSWERS.format(table=table, answers=_lines({_value(text): key for text, key in of.items()}))
        for table, of in settings.answers.items()
        if of
    ]
    looks = zip(settings.categories, SYMBOLS, COLOURS, strict=False)
    categories = [_category(category, symbol, colour) for category, symbol, colour in looks]
    return "".join(
        [head, reading, *answers, *categories, *(f"\n{table}" for table in copy_tables(PATTERNS))]
    )


def _reading(settings: Settings) -> str:
    lines = []
    if settings.country:
        lines.append(COUNTRY_OF_ALL.format(country=_value(settings.country)))
    if settings.separate:
        lines.append(SEPARATE.format(separate=_value(list(settings.separate))))
    return READING.format(lines="\n".join(lines)) if lines else ""


def _category(category: NewCategory, symbol: str, colour: str) -> str:
    return CATEGORY.format(
        key=_value(category.key),
        values=_value(list(category.values)),
        symbol=_value(symbol),
        colour=_value(colour),
        residual="residual = true             # what is no other\n" if category.residual else "",
        names=_lines(category.many),
        short=_lines(category.one),
    )


def _lines(table: Mapping[str, str]) -> str:
    return "\n".join(f"{key} = {_value(text)}" for key, text in table.items())


def _value(value: str | list[str]) -> str:
    """Return a text or a list of texts as TOML has it, whose escapes are those of JSON."""
    return json.dumps(value, ensure_ascii=False)
