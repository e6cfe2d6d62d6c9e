"""What is wrong with a value of the edition, in plain words, and what to write."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from mapping.edition.colours import parse_colour
from mapping.edition.keys import find_annotation, is_text, list_choices, table_name
from mapping.errors import quote
from mapping.suggestions.name_index import suggest

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import ErrorDetails

    Words = tuple[str, str]  # what is wrong, what to do

HEAD = "correct it as the head of the file describes"


def describe_value(one: ErrorDetails) -> Words:
    """Return what is wrong with a value, and what to write."""
    say = next((words for start, words in WORDS.items() if one["type"].startswith(start)), None)
    return say(one) if say else (str(one["msg"]), HEAD)


def _format_value(value: object) -> str:
    """Return a value as the file has it."""
    if isinstance(value, bool):
        return str(value).lower()
    return quote(value) if isinstance(value, str) else str(value)


def _no_text(one: ErrorDetails) -> Words:
    value, key = one["input"], one["loc"][-1]
    if isinstance(value, bool | int | float | dt.date | dt.time):
        text = (
            f'{key} = "{_format_value(value)}"'
            if isinstance(key, str)
            else f'"{_format_value(value)}"'
        )
        return "a text is written between quotation marks", f"write {text}"
    return "this is no text", f'write {key} = "…"'


def _no_number(one: ErrorDetails) -> Words:
    wrong = f"{_format_value(one['input'])} is no whole number"
    digits = "" if isinstance(one["input"], float) else re.sub(r"\D", "", str(one["input"]))
    return wrong, f"write digits alone, such as {one['loc'][-1]} = {digits or 19}"


def _no_choice(one: ErrorDetails) -> Words:
    wrong = f"{_format_value(one['input'])} is not allowed"
    return wrong, suggest(str(one["input"]), list_choices(one["loc"]), HEAD)


def _no_pattern(one: ErrorDetails) -> Words:
    value = str(one["input"])
    if one["loc"][-1] == "key":
        key = "-".join(re.findall(r"\w+", value)) or "other"
        wrong = f"{quote(value)} has more than letters, digits and hyphens"
        return wrong, f'write key = "{key}", and the same in the list'
    if one["loc"][-1] != "colour":
        remedy = "write one that begins with https:// or http://, or leave it empty"
        return f"{quote(value)} is no web address", remedy
    code = parse_colour(value)
    remedy = f'write colour = "{code}"' if code else "write # and six digits or letters A to F"
    return f"{quote(value)} is no colour", remedy if code else f'{remedy}, such as "#0072B2"'


def _no_list(one: ErrorDetails) -> Words:
    words = ", ".join(f'"{word}"' for word in re.findall(r"[^\s,;]+", str(one["input"])))
    return "a list is wanted", f"write {one['loc'][-1]} = [{words}]"


def _no_table(one: ErrorDetails) -> Words:
    name, value = table_name(one["loc"]), one["input"]
    kind = find_annotation(one["loc"])
    if is_text(kind) and isinstance(value, str):
        remedy = f'write [{name}], and under it a line for each language, such as en = "{value}"'
        return "a text in each language is wanted", remedy
    return "a table is wanted", f"write [{name}], and its lines under it"


def _truth(one: ErrorDetails) -> Words:
    return f"{_format_value(one['input'])} is neither true nor false", "write true or false"


def _too_few(_: ErrorDetails) -> Words:
    return "the list is empty", "write at least one"


def _too_small(one: ErrorDetails) -> Words:
    return f"{_format_value(one['input'])} is less than nothing", "write a whole number from 0"


def _own(one: ErrorDetails) -> Words:
    return str(one["msg"]), "write one of them"


WORDS: dict[str, Callable[[ErrorDetails], Words]] = {
    "string_pattern": _no_pattern, "string_": _no_text, "int_": _no_number, "bool_": _truth,
    "literal_": _no_choice, "tuple_": _no_list, "model_": _no_table, "dict_": _no_table,
    "too_short": _too_few, "greater_than": _too_small, "unspoken": _own,
}  # fmt: skip
