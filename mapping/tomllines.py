"""Where a key stands in a TOML file: tomllib reads the values and forgets their lines."""

from __future__ import annotations


def line_of(text: str, keys: tuple[str | int, ...]) -> int:
    """Find the line of a TOML file where a key stands, or the nearest table around it."""
    found, header = 1, tuple[str | int, ...]()
    counts: dict[str, int] = {}
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if line.startswith("["):
            name = line.strip("[] ")
            if line.startswith("[["):
                counts[name] = counts.get(name, -1) + 1
            first, *rest = name.split(".")
            header = (first, *([counts[first]] if first in counts else []), *rest)
        at = header if line.startswith("[") else (*header, line.partition("=")[0].strip())
        if at and keys[: len(at)] == at:
            found = number
    return found


def key_path(keys: tuple[str | int, ...]) -> str:
    """Give the path of a key as one word, such as ``edition.title.ru``."""
    return ".".join(map(str, keys))
