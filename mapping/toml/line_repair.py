"""Correcting one line of a settings file to what its writer intended."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from typing import TYPE_CHECKING

from mapping.toml.quotation_marks import MARKS
from mapping.toml.value_repair import VALUES, RepairedLine

if TYPE_CHECKING:
    from collections.abc import Callable

ANY = re.escape(MARKS)
FIRST_WORD = re.compile(r"\s*([A-Za-z_][\w.-]*)\s*(?::=|==|=>|->|→|:|=)?\s*(.*)")
KEY_AND_VALUE = re.compile(r"(\s*)([^=]*?)\s*=\s*(.*?)\s*")
REMARK = re.compile(r"\s*(?://+|;+|--+|%+|/\*+|<!--+)\s*(.*)")
TABLE = re.compile(r"\s*\[+\s*([\w-]+(?:[.\s]+[\w-]+)*)[\s\]]*(#.*)?")


def stands_alone(line: str) -> bool:
    """Whether a line is TOML by itself."""
    try:
        tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return False
    return True


def repair_line(line: str) -> RepairedLine | None:
    """Return what is wrong with a line that is no TOML, and the line as intended; else `None`.

    One slip after the other is corrected until the line can be read.
    """
    reasons = []
    for step in STEPS:
        found = step(line)
        if found is not None and found.line != line:
            line = found.line
            reasons.append(found.wrong)
            if stands_alone(line):
                return RepairedLine(", and ".join(reasons), line)
    return None


def _foreign_signs(line: str) -> RepairedLine | None:
    """Put plain signs for those that look alike, outside of any text."""
    found = re.fullmatch(rf"([^{ANY}]*)(.*?)([^{ANY}]*)", line, re.DOTALL)
    if found is None:
        return None
    before, text, behind = found.groups()
    odd = next((sign for sign in before + behind if _plain(sign) != sign), "")
    name = unicodedata.name(odd, "a control character").lower() if odd else ""
    wrong = f"U+{ord(odd):04X} ({name}) is not allowed outside a text" if odd else ""
    return RepairedLine(wrong, _plain(before) + text + _plain(behind))


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text) if not text.isascii() else text
    return "".join(
        sign for sign in plain if unicodedata.category(sign) not in {"Cf", "Cc"} or sign == "\t"
    )


def _remark(line: str) -> RepairedLine | None:
    found = REMARK.fullmatch(line)
    return RepairedLine("a remark begins with #", f"# {found.group(1)}") if found else None


def _table(line: str) -> RepairedLine | None:
    found = TABLE.fullmatch(line)
    if found is None:
        return None
    name, remark = re.sub(r"[.\s]+", ".", found.group(1)), found.group(2)
    left, right = ("[[", "]]") if line.lstrip().startswith("[[") else ("[", "]")
    better = f"{left}{name}{right}{f' {remark}' if remark else ''}"
    return RepairedLine(
        "the name of a table is written between brackets, its parts joined by dots", better
    )


def _equals_sign(line: str) -> RepairedLine | None:
    """Put one equals sign between key and value; a key is one word."""
    odd = re.fullmatch(r"\s*(\w+)(\s*=.*)", line)
    if odd and not odd.group(1).isascii():
        key = unicodedata.normalize("NFKD", odd.group(1)).encode("ascii", "ignore").decode()
        return RepairedLine(
            "a key is written in letters from a to z", (key or "key") + odd.group(2)
        )
    spaced = re.fullmatch(r"(\s*[A-Za-z_]\w*(?:[ -]\w+)+)(\s*=.*)", line)
    if spaced:
        key = re.sub(r"[ -]", "_", spaced.group(1).strip())
        return RepairedLine("a key is one word", key + spaced.group(2))
    found = FIRST_WORD.fullmatch(line)
    if found is None:
        return None
    key, value = found.groups()
    better = f"{key} = {value}" if value else f'{key} = ""'
    wrong = (
        "one equals sign is needed between a key and its value"
        if value
        else "nothing follows the key"
    )
    return RepairedLine(wrong, better)


def _value(line: str) -> RepairedLine | None:
    found = KEY_AND_VALUE.fullmatch(line)
    if found is None:
        return None
    indent, key, value = found.groups()
    for kind in VALUES:
        better = kind(value)
        if better is not None:
            return RepairedLine(better.wrong, f"{indent}{key} = {better.line}")
    return None


STEPS: tuple[Callable[[str], RepairedLine | None], ...] = (
    _foreign_signs, _remark, _table, _equals_sign, _value,
)  # fmt: skip
