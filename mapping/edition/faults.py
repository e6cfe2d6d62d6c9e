"""What keeps a parsed ``edition.toml`` from being an edition, in plain words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pydantic import BaseModel

from mapping.edition.keys import find_annotation, is_text, list_keys, table_name
from mapping.edition.value_faults import describe_value
from mapping.errors import FEW, format_ranges
from mapping.i18n.localized import LANGUAGES
from mapping.suggestions.name_index import NameIndex, suggest
from mapping.toml.key_lines import Keys, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError

    from mapping.edition.keys import Finding


def explain(error: ValidationError, text: str) -> Iterator[Finding]:
    """Yield each fault once: a misspelled key is not also missing, nor every text of a language."""
    details = error.errors()
    missing: set[Keys] = {one["loc"] for one in details if one["type"] == "missing"}
    unknown = [one["loc"] for one in details if one["type"] == "extra_forbidden"]
    yield from _unknown(unknown, missing)
    spoken = ("edition", "languages")
    if not any(one["loc"][:2] == spoken for one in details):  # else nobody knows what is missing
        yield from _texts([one["loc"] for one in details if one["type"] == "missing_text"], text)
    yield from _missing(missing)
    for one in details:
        if one["type"] not in {"missing", "extra_forbidden", "missing_text"}:
            yield one["loc"], *describe_value(one)


def _unknown(unknown: list[Keys], missing: set[Keys]) -> Iterator[Finding]:
    """Yield the keys that are unknown, and take out of `missing` what is explained by them."""
    headless = set[Keys]()
    for keys in unknown:
        text = _headless(keys, missing)
        if text:
            missing.discard(text)
            headless.add(keys[:-1])
            wrong = f"the header [{table_name(text)}] is missing above this line"
            yield keys, wrong, f"write [{table_name(text)}] above it"
        if keys[:-1] in headless and keys[-1] in {*LANGUAGES, "translated"}:
            continue
        known = list_keys(keys[:-1])
        near = NameIndex(known).closest(str(keys[-1])) if known else None
        explained = (*keys[:-1], near)
        for one in [one for one in missing if one[: len(explained)] == explained]:
            missing.discard(one)
        remedy = suggest(str(keys[-1]), known, "take it out, or see the head of the file")
        yield keys, "no key has this name", remedy


def _headless(keys: Keys, missing: set[Keys]) -> Keys | None:
    """Return the text of several languages to which an unknown key belongs that is a language."""
    if keys[-1] not in LANGUAGES:
        return None
    texts = (one for one in sorted(missing, key=str) if one[:-1] == keys[:-1])
    return next((one for one in texts if is_text(find_annotation(one))), None)


def _missing(missing: set[Keys]) -> Iterator[Finding]:
    """Yield the keys that are missing; where a table lacks many, at once."""
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
    """Yield the texts that are missing, those of one language at once."""
    for language in LANGUAGES:
        lacking = [keys for keys in places if keys[-1] == language]
        if lacking:
            lines = [line_of(text, keys) for keys in lacking]
            also = f" (lines {format_ranges(lines)})" if len(lacking) > 1 else ""
            remedy = f'add a line {language} = "…", or take {language} out of languages'
            yield lacking[0], f"the text is missing{also}", remedy


def _to_add(keys: Keys) -> str:
    """Return what to add where a key is missing."""
    kind, key = find_annotation(keys), keys[-1]
    if is_text(kind):
        return f"add [{table_name(keys)}], with a line for each language"
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return f"add [{table_name(keys)}], as the head of the file describes"
    if kind in {bool, int}:
        return f"add a line {key} = {'false' if kind is bool else '0'}, with what is right here"
    if "tuple" in str(kind):
        return f'add a line {key} = ["…"]'
    return f'add a line {key} = "…"'
