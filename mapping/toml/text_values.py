"""Another text for a key of a TOML file, every other byte as it was."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING

from mapping.toml.key_lines import KEY, line_of, list_tables, places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.toml.key_lines import Keys

MARK = "\ufeff"  # byte order mark
# The four ways in which TOML writes a text.
TEXT = re.compile(
    r'''[ \t]*("""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*')''',
    re.DOTALL,
)


def quote_text(text: str) -> str:
    """Return a text as a basic string of TOML, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def replace_texts(content: str, table: Keys, texts: Mapping[str, str]) -> str | None:
    """Return a TOML file with other texts for some keys of a table.

    `None` where they are written in a way that is not understood, such as a table without a header.
    """
    mark = MARK if content.startswith(MARK) else ""
    plain = made = content.removeprefix(MARK)
    for key, text in texts.items():
        found = _replace(made, (*table, key), text) or _insert(made, table, key, text)
        if found is None:
            return None
        made = found
    return mark + made if _reads_as(made, plain, table, texts) else None


def _replace(content: str, keys: Keys, text: str) -> str | None:
    number = next((number for number, at in places(content) if at == keys), 0)
    if not number:
        return None
    start = sum(len(line) + 1 for line in content.split("\n")[: number - 1])
    key = KEY.match(content, start)
    value = TEXT.match(content, key.end()) if key else None
    if value is None:
        return None
    return f"{content[: value.start(1)]}{quote_text(text)}{content[value.end(1) :]}"


def _insert(content: str, table: Keys, key: str, text: str) -> str | None:
    """Return the file with one more key, below the last value of a table."""
    end = next((line_of(content, keys) + own.count("\n")
                for keys, own in list_tables(content) if keys == table), 0)  # fmt: skip
    if not end:
        return None
    lines = content.split("\n")
    newline = "\r" if lines[end - 1].endswith("\r") else ""
    lines[end:end] = [f"{key} = {quote_text(text)}{newline}"]
    return "\n".join(lines)


def _reads_as(made: str, content: str, table: Keys, texts: Mapping[str, str]) -> bool:
    """Whether a file reads as another does, but for these texts of a table."""
    try:
        now, wanted = (tomllib.loads(one) for one in (made, content))
    except tomllib.TOMLDecodeError:
        return False
    place = wanted
    for key in table:
        place = place.get(str(key), {})
    place.update(texts)
    return now == wanted
