"""What keeps a parsed ``edition.toml`` from being an edition, in plain words."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from mapping.colours import meant
from mapping.edition import Edition
from mapping.errors import FEW, ranges, shown
from mapping.spelling import Spellings, suggest
from mapping.texts import LANGUAGES, Names
from mapping.tomllines import line_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from mapping.tomllines import Keys

    Finding = tuple[Keys, str, str]  # where, what is wrong, what to do
    Words = tuple[str, str]  # what is wrong, what to do

HEAD = "correct it as the head of the file describes"


def explain(error: ValidationError, text: str) -> Iterator[Finding]:
    """Give each fault once: a misspelt key is not missing too; a language lacks its texts once."""
    details = error.errors()
    missing: set[Keys] = {one["loc"] for one in details if one["type"] == "missing"}
    unknown = [one["loc"] for one in details if one["type"] == "extra_forbidden"]
    for keys in unknown:
        known = _keys_of(keys[:-1])
        near = Spellings(known).near(str(keys[-1])) if known else None
        there = (*keys[:-1], near)
        missing = {one for one in missing if one[: len(there)] != there}
        remedy = suggest(str(keys[-1]), known, "take it out, or see the head of the file")
        yield keys, "no key has this name", remedy
    spoken = ("edition", "languages")
    if not any(one["loc"][:2] == spoken for one in details):  # else nobody knows what is missing
        yield from _texts([one["loc"] for one in details if one["type"] == "missing_text"], text)
    yield from _missing(missing)
    for one in details:
        if one["type"] not in {"missing", "extra_forbidden", "missing_text"}:
            yield one["loc"], *_in_words(one)


def _missing(missing: set[Keys]) -> Iterator[Finding]:
    """Give the keys that are missing; where a table lacks many, at once."""
    by_table: dict[Keys, list[Keys]] = defaultdict(list)
    for keys in sorted(missing, key=str):
        by_table[keys[:-1]].append(keys)
    for table, lacking in by_table.items():
        if len(lacking) > FEW:
            names = ", ".join(str(keys[-1]) for keys in lacking)
            yield (
                table,
                f"the keys {names} are missing",
                "add them as the head of the file describes",
            )
        else:
            yield from ((keys, "the key is missing", _to_add(keys)) for keys in lacking)


def _texts(places: list[Keys], text: str) -> Iterator[Finding]:
    """Give the texts that are missing, those of one language at once."""
    for language in LANGUAGES:
        lacking = [keys for keys in places if keys[-1] == language]
        if lacking:
            lines = [line_of(text, keys) for keys in lacking]
            also = f" (lines {ranges(lines)})" if len(lacking) > 1 else ""
            remedy = f'write it as {language} = "…", or take {language} out of languages'
            yield lacking[0], f"the text is missing{also}", remedy


def _annotation(keys: Keys) -> Any:  # noqa: ANN401 (whatever the model says of a field)
    """Give what the edition's model says of a key: a model, a type, or nothing."""
    found: Any = Edition
    for key in keys:
        if isinstance(key, str):
            fields = getattr(found, "model_fields", {})
            found = _model(fields[key].annotation) if key in fields else _model(found)
    return found


def _model(annotation: Any) -> Any:  # noqa: ANN401 (as above)
    """Give the model that a list, a table or an optional field is made of, or the type itself."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = [one for one in map(_model, get_args(annotation)) if isinstance(one, type)]
    return next((one for one in inner if issubclass(one, BaseModel)), annotation)


def _keys_of(keys: Keys) -> list[str]:
    return list(getattr(_annotation(keys), "model_fields", {}))


def _to_add(keys: Keys) -> str:
    """Say what to add where a key is missing."""
    kind, key = _annotation(keys), keys[-1]
    if isinstance(kind, type) and issubclass(kind, Names):
        return f"add [{_table(keys)}], with a line for each language"
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return f"add [{_table(keys)}], as the head of the file describes"
    if kind in {bool, int}:
        return f"add a line {key} = {'false' if kind is bool else '0'}, with what is right here"
    if "tuple" in str(kind):
        return f'add a line {key} = ["…"]'
    return f'add a line {key} = "…"'


def _table(keys: Keys) -> str:
    """Give a table as its header names it: without the numbers of those that stand repeatedly."""
    return ".".join(str(key) for key in keys if isinstance(key, str))


def _in_words(one: ErrorDetails) -> Words:
    say = next((words for start, words in WORDS.items() if one["type"].startswith(start)), None)
    return say(one) if say else (str(one["msg"]), HEAD)


def _written(value: object) -> str:
    """Give a value as the file has it."""
    if isinstance(value, bool):
        return str(value).lower()
    return shown(value) if isinstance(value, str) else str(value)


def _no_text(one: ErrorDetails) -> Words:
    value, key = one["input"], one["loc"][-1]
    if isinstance(value, bool | int | float | dt.date | dt.time):
        text = f'{key} = "{_written(value)}"' if isinstance(key, str) else f'"{_written(value)}"'
        return "a text stands between quotation marks", f"write {text}"
    return "this is no text", f'write {key} = "…"'


def _no_number(one: ErrorDetails) -> Words:
    wrong = f"{_written(one['input'])} is no whole number"
    digits = "" if isinstance(one["input"], float) else re.sub(r"\D", "", str(one["input"]))
    return wrong, f"write digits alone, such as {one['loc'][-1]} = {digits or 19}"


def _no_choice(one: ErrorDetails) -> Words:
    known = re.findall(r"'([^']*)'", str(one.get("ctx", {}).get("expected", "")))
    return f"{_written(one['input'])} cannot be", suggest(str(one["input"]), known, HEAD)


def _no_pattern(one: ErrorDetails) -> Words:
    value = str(one["input"])
    if one["loc"][-1] != "colour":
        remedy = "write one that begins with https:// or http://, or leave it empty"
        return f"{shown(value)} is no web address", remedy
    code = meant(value)
    remedy = f'write colour = "{code}"' if code else "write # and six digits or letters A to F"
    return f"{shown(value)} is no colour", remedy if code else f'{remedy}, such as "#0072B2"'


def _no_list(one: ErrorDetails) -> Words:
    words = ", ".join(f'"{word}"' for word in re.findall(r"[^\s,;]+", str(one["input"])))
    return "a list is wanted", f"write {one['loc'][-1]} = [{words}]"


def _no_table(one: ErrorDetails) -> Words:
    table, value = _table(one["loc"]), one["input"]
    kind = _annotation(one["loc"])
    if isinstance(kind, type) and issubclass(kind, Names) and isinstance(value, str):
        remedy = f'write [{table}], and under it a line for each language, such as en = "{value}"'
        return "a text in each language is wanted", remedy
    return "a table is wanted", f"write [{table}], and its lines under it"


def _truth(one: ErrorDetails) -> Words:
    return f"{_written(one['input'])} is neither true nor false", "write true or false"


def _too_few(_: ErrorDetails) -> Words:
    return "the list is empty", "write at least one"


def _too_small(one: ErrorDetails) -> Words:
    return f"{_written(one['input'])} is less than nothing", "write a whole number from 0"


def _own(one: ErrorDetails) -> Words:
    return str(one["msg"]), "write one of them"


WORDS: dict[str, Callable[[ErrorDetails], Words]] = {
    "string_pattern": _no_pattern, "string_": _no_text, "int_": _no_number, "bool_": _truth,
    "literal_": _no_choice, "tuple_": _no_list, "model_": _no_table, "dict_": _no_table,
    "too_short": _too_few, "greater_than": _too_small, "unspoken": _own,
}  # fmt: skip
