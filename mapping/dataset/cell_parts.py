"""The parts of a cell that names several things, or one with what is around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.errors import quote
from mapping.tables.cells import strip_invisible
from mapping.tables.records import Contradiction, remedy_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mapping.tables.records import Record

SEPARATORS = re.compile(r"\s*[;,/|\r\n،、，；]+\s*|\s+(?:and|et|y|и|و|&|\+)\s+")
SIGNS = re.compile(r"\s*[;,/|\r\n،、，；]+\s*")  # between things, whatever words are within them
FIRM_SEPARATORS = re.compile(r"\s*[;|\r\n；]+\s*|\s+/\s+")  # between things, and never within one
# Between a city, its province and its country.
ADDRESS = re.compile(r"\s*[,،，(（]\s*|\s+[-–—]\s+")
# At the end of a text the code of a province or country: "Torino (TO)", "São Paulo - SP", "Boston
# MA", "Bogotá, D.C."; in a text in capitals two letters after a space may be a word: "SANTA FE".
CODE = re.compile(
    r"(?:\s*[,،，(（/]\s*|\s+[-–—]\s+|(?<=[a-zß-ÿ.])\s+)([A-Z]{2}|(?:[A-Z]\.\s?){2,})[)）]?$"
)
# Before or after a city: "1000 Brussels", "D-22301 Hamburg", "1012 AB Amsterdam", "Nairobi 00100",
# "Paris Cedex 14", "London SW1A 1AA".
POST_CODE = re.compile(
    r"^(?:[A-Z]{1,3}-)?\d{3,6}(?:\s?[A-Z]{2})?\s+(?=\D)"
    r"|\s+(?:\d{4,6}|(?i:cedex)(?:\s\d+)?|[A-Z]{1,2}\d[A-Z\d]?(?:\s\d[A-Z]{2})?)$"
)
DISTRICT = re.compile(r"\s+\d{1,2}$")  # after a large city, as in "Lima 18"
# What people and programs write into an empty cell. NA is not among them: it is Namibia's code.
NOTHING = frozenset(
    {"", "-", "--", "–", "—", "?", "n/a", "#n/a", "nan", "none", "null", "nil", "tbd"}
)
LONGEST_NOTHING = max(map(len, NOTHING))


def address(text: str) -> list[str]:
    """Return the parts of a text that may name a city, its province and its country."""
    return [part for part in ADDRESS.split(text.strip(" )）")) if is_given(part)]


def strip_numbers(text: str, kind: re.Pattern[str]) -> str:
    """Return an address without the numbers of a kind; the same if it has none."""
    if not any(map(str.isdigit, text)) and "cedex" not in text.casefold():
        return text
    parts = address(text)
    stripped = [kind.sub("", part) for part in parts]
    return ", ".join(filter(None, stripped)) if stripped != parts else text


def split_code(text: str) -> tuple[str, str]:
    """Return a text without the code of a province or country at its end, and the code, if any."""
    found = CODE.search(text)
    return (text[: found.start()], found[1].strip()) if found and found.start() else (text, "")


def split(text: str) -> list[str]:
    """Return the parts of a cell that names several things."""
    return [part for part in map(strip_invisible, SEPARATORS.split(text)) if is_given(part)]


def pieces_of(text: str, known: Callable[[str], object]) -> list[str]:
    """Return the parts of a cell, each as long as it is known: "Bosnia and Herzegovina" is one."""
    pieces = [text]
    for separators in (FIRM_SEPARATORS, SIGNS):
        pieces = [
            part
            for piece in pieces
            for part in ([piece] if known(piece) else separators.split(piece))
        ]
    return [part for piece in pieces for part in ([piece] if known(piece) else split(piece))]


def is_given(text: str) -> bool:
    """Whether a cell says anything: people write dashes and programs words where nothing is."""
    stripped = text.strip()
    return len(stripped) > LONGEST_NOTHING or stripped.casefold() not in NOTHING


def no_name(model: type[Record], column: str, text: str) -> Iterator[Contradiction]:
    """Yield that a text that is there names nothing: a dash, a question mark, "N/A"."""
    if text and not (is_given(text) and any(map(str.isalnum, text))):
        remedy = remedy_of(model.model_fields[column])
        yield Contradiction(column, f"{quote(text)} is no name", remedy)
