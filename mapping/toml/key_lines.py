"""The line of each key in a TOML file: tomllib reads the values and forgets their lines."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Keys = tuple[str | int, ...]
KEY = re.compile(r"""\s*((?:[\w.-]|"[^"]*"|'[^']*')+)\s*=""")
HEADER = re.compile(r"""\s*(\[\[?)\s*((?:[\w.\s-]|"[^"]*"|'[^']*')+?)\s*\]\]?\s*(?:#.*)?""")
PART = re.compile(r"""[^."'\s]+|"[^"]*"|'[^']*'""")


def line_of(text: str, keys: Keys) -> int:
    """Return the line of a key in a TOML file, or of the nearest table around it; from 1."""
    found, depth = 1, 0
    for number, at in places(text):
        if at[: len(keys)] == keys:
            return number
        if keys[: len(at)] == at and len(at) >= depth:
            found, depth = number, len(at)
    return found


def places(text: str) -> Iterator[tuple[int, Keys]]:
    """Yield each line that names a table or a key, with the whole path of it."""
    header: Keys = ()
    counts: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        table, key = HEADER.fullmatch(line), KEY.match(line)
        if table:
            first, *rest = _parts(table.group(2))
            if table.group(1) == "[[" and not rest:
                counts[first] = counts.get(first, -1) + 1
            header = (first, *([counts[first]] if first in counts else []), *rest)
            yield number, header
        elif key:
            yield number, (*header, *_parts(key.group(1)))


def list_tables(text: str) -> Iterator[tuple[Keys, str]]:
    """Yield the path of each table, and its text from its header to its last value.

    What is between that and the next header belongs to neither: blank lines, and remarks.
    """
    lines = text.split("\n")
    headers = [(at - 1, keys) for at, keys in places(text) if HEADER.fullmatch(lines[at - 1])]
    for (start, keys), (end, _) in pairwise([*headers, (len(lines), ())]):
        table = lines[start:end]
        while not table[-1].strip() or table[-1].startswith("#"):
            table.pop()
        yield keys, "\n".join(table)


def _parts(path: str) -> list[str]:
    return [part.strip("\"'") for part in PART.findall(path)]


def key_path(keys: Keys) -> str:
    """Return the path of a key as one word, such as ``edition.title.ru``."""
    return ".".join(map(str, keys))
