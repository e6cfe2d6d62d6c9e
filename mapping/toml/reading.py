"""Reading TOML written by people who are no programmers: each slip, and the line as intended.

A parser stops at the first line that it cannot read. Here that line is corrected as a person would,
so that one reading names every slip; what is read from corrected lines serves to find further
faults only.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, NamedTuple

from mapping.toml.key_lines import HEADER, key_path, places
from mapping.toml.line_repair import repair_line, stands_alone
from mapping.toml.value_repair import RepairedLine, repair_elements

if TYPE_CHECKING:
    from collections.abc import Collection

MAX_SLIPS = 400  # slips that one reading looks for
MAX_QUOTED_CHARS = 300  # characters of a line that a remedy repeats
AT_LINE = re.compile(r"at line (\d+)")
TWICE = "this is defined in line"
ONE_OF_TWO = "keep one of the two lines, or put the missing header of its table above"
NOT_UNDERSTOOD = "this line cannot be understood"
ONE_LINE = 'write KEY = "text" in one line, or # before what is a remark'


class Slip(NamedTuple):
    """A line that is no TOML: its number, its key, what is wrong, what to write."""

    line: int
    key: str
    wrong: str
    remedy: str


class Reading(NamedTuple):
    """What was read, or `None` where a line has no correction; the corrected text; the slips."""

    raw: dict[str, Any] | None
    text: str
    slips: list[Slip]


def read_toml(text: str, repeated: Collection[str]) -> Reading:
    """Read TOML. `repeated` are the tables that may occur several times, in double brackets."""
    lines = re.sub(r"\r\n?", "\n", text).split("\n")
    slips = _single_brackets(lines, repeated)
    whole, repaired = True, set[int]()
    while len(slips) < MAX_SLIPS:
        try:
            return Reading(
                tomllib.loads("\n".join(lines)) if whole else None, "\n".join(lines), slips
            )
        except tomllib.TOMLDecodeError as error:
            number = _culprit(lines, str(error))
            if not number:
                break
            better = None
            if number not in repaired:
                slip, better = _slip(lines, number)
                if slip.wrong.startswith(TWICE) and number - 1 in repaired:
                    better = None  # of a table whose header is missing, the first line is reported
                else:
                    slips.append(slip)
            repaired.add(number)
            whole = whole and better is not None
            lines[number - 1] = better or ""
    return Reading(None, "\n".join(lines), slips or [Slip(1, "", NOT_UNDERSTOOD, ONE_LINE)])


def _single_brackets(lines: list[str], repeated: Collection[str]) -> list[Slip]:
    """Put double brackets around the names of tables that may occur several times."""
    slips = []
    for number, line in enumerate(lines, 1):
        found = HEADER.fullmatch(line)
        if found and found.group(1) == "[" and found.group(2) in repeated:
            name = found.group(2)
            wrong = "this table may occur several times, and has double brackets"
            slips.append(Slip(number, name, wrong, f"write [[{name}]]"))
            lines[number - 1] = f"[[{name}]]"
    return slips


def _culprit(lines: list[str], error: str) -> int:
    """Return the line that is wrong, where the parser stopped further down; 0 where none is found.

    A list or a text that is not closed is noticed at a line that is in order.
    """
    found = AT_LINE.search(error)
    filled = (number for number, line in enumerate(lines, 1) if line.strip())
    stopped = int(found.group(1)) if found else max(filled, default=1)
    if error.startswith("Cannot ") or (found and not _in_order(lines[stopped - 1])):
        return stopped
    above = range(stopped, 0, -1)
    return next((number for number in above if not _in_order(lines[number - 1])), 0)


def _in_order(line: str) -> bool:
    return not line.strip() or stands_alone(line)


def _slip(lines: list[str], number: int) -> tuple[Slip, str | None]:
    """Return what is wrong with a line, and the line as intended, if that is clear."""
    line = lines[number - 1]
    key = key_path(dict(places("\n".join(lines))).get(number, ()))
    if stands_alone(line):
        return Slip(number, key, *_twice(lines, number)), None if HEADER.fullmatch(line) else ""
    repaired = _broken_text(lines, number) or repair_line(line) or repair_elements(line)
    if repaired is None:
        return Slip(number, key, NOT_UNDERSTOOD, ONE_LINE), None
    better = repaired.line.strip()
    key = key or key_path(dict(places("\n".join([*lines[: number - 1], better]))).get(number, ()))
    write = (
        f"write {better}"
        if len(better) <= MAX_QUOTED_CHARS
        else f"write {better[:MAX_QUOTED_CHARS]}…"
    )
    return Slip(number, key, repaired.wrong, write), repaired.line


def _twice(lines: list[str], number: int) -> tuple[str, str]:
    """Return that a key or table is there a second time, and where it was first."""
    named = dict(places("\n".join(lines)))
    own = named.get(number, ())
    first = next((line for line, keys in named.items() if keys == own), number)
    if first == number:
        return "the key is a table elsewhere, or a table a key", "keep one of the two"
    return f"{TWICE} {first} already", ONE_OF_TWO


def _broken_text(lines: list[str], number: int) -> RepairedLine | None:
    """Join a text that was broken over several lines; the others are emptied."""
    line = lines[number - 1].rstrip()
    if line.count('"') != 1 or ('= "' not in line and '="' not in line):
        return None
    last = number
    while last < len(lines) and lines[last].strip() and not dict(places(lines[last])):
        line += f" {lines[last].strip()}"
        last += 1
        if line.endswith('"') and stands_alone(line):
            lines[number:last] = [""] * (last - number)
            return RepairedLine("the text is broken over several lines", line)
    return None
