"""Correcting the value of a setting to what its writer intended."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from mapping.toml.quotation_marks import (
    FOREIGN,
    MARKS,
    STRAIGHT,
    set_typographic_marks,
    split_marks,
    wrong_marks,
)

if TYPE_CHECKING:
    from collections.abc import Callable

ANY = re.escape(MARKS)
WORDS = re.compile(rf"[^\s,;、，\[\](){{}}{ANY}]+")
HEX_COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}\b")
TRUE, FALSE = {"true", "yes", "on"}, {"false", "no", "off"}
THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:[\s,.'’]\d{3})+")
DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
# A text, what ends it, and a remark after it.
BEFORE_REMARK = re.compile(rf"(.*[{ANY}])\s+(#.*)")
LONE_BACKSLASH = re.compile(r'\\(?!["\\])(?<!\\\\)')


class RepairedLine(NamedTuple):
    """What is wrong with a line, and the line as intended."""

    wrong: str
    line: str


def _nothing(value: str) -> RepairedLine | None:
    colour = HEX_COLOUR.match(value)
    if colour:
        return RepairedLine("the text has no quotation marks", f'"{colour.group()}"')
    if not value or value.startswith("#"):
        return RepairedLine("nothing follows the equals sign", f'"" {value}'.strip())
    return None


def _list(value: str) -> RepairedLine | None:
    if not value.startswith(("[", "(")):
        return None
    words = ", ".join(f'"{word}"' for word in WORDS.findall(value.strip("()[]{}")))
    wrong = "a list is texts between quotation marks, commas between them, all in brackets"
    return RepairedLine(wrong, f"[{words}]")


def _truth(value: str) -> RepairedLine | None:
    word = value.rstrip(".,;").casefold()
    if word in TRUE | FALSE:
        return RepairedLine(
            "what is true or false is written in small letters", "true" if word in TRUE else "false"
        )
    return None


def _number(value: str) -> RepairedLine | None:
    number = value.rstrip(",;")
    if THOUSANDS.fullmatch(number):
        return RepairedLine("a number is written in digits alone", re.sub(r"[\s,.'’]", "", number))
    if DECIMAL_COMMA.fullmatch(number):
        return RepairedLine("the number has a decimal comma", number.replace(",", "."))
    if re.fullmatch(r"[+-]?\d+", number):
        return RepairedLine("a number is written in digits alone", str(int(number)))
    return None


def _text(value: str) -> RepairedLine:
    """Put a text between straight quotation marks, and replace what is not allowed in it."""
    remark = BEFORE_REMARK.fullmatch(value)
    body, behind = remark.groups() if remark else (value, "")
    ended = body.rstrip(",; ")
    if ended[-1:] not in STRAIGHT + FOREIGN:
        ended = body
    begins, inside, ends = split_marks(ended)
    if begins == '"' and not ends and inside.count('"') == 1:  # the rest follows the text
        inside, ends = inside.replace('"', ""), '"'
    text = set_typographic_marks(inside)
    safe = "".join(sign for sign in text if unicodedata.category(sign) != "Cc" or sign == "\t")
    safe = LONE_BACKSLASH.sub(r"\\\\", safe)
    wrong = wrong_marks(begins, ends)
    if not wrong and text != inside:
        wrong = "a straight quotation mark inside the text ends it"
    if not wrong and safe != text:
        wrong = "the text contains a backslash or an invisible character"
    if not wrong and begins == "'":
        wrong = "an apostrophe inside the text ends it"
    if not wrong and ended.startswith('""'):
        wrong = "there are too many quotation marks around the text"
    wrong = wrong or "something follows the text"
    return RepairedLine(wrong, f'"{safe}"{f" {behind}" if behind else ""}')


def repair_elements(line: str) -> RepairedLine | None:
    """Return what is wrong with a line of a list over several lines, and the line as intended."""
    words = WORDS.findall(line)
    if not words or "=" in line:
        return None
    better = "  " + "".join(f'"{word}", ' for word in words).rstrip()
    if better.rstrip(",").split() == line.rstrip(", ").split():
        return RepairedLine("the list is not closed", f"{line.rstrip().rstrip(',')}]")
    wrong = "a list is texts between straight quotation marks, commas between them"
    return RepairedLine(wrong, better + ("]" if "]" in line else ""))


VALUES: tuple[Callable[[str], RepairedLine | None], ...] = (_nothing, _list, _truth, _number, _text)
