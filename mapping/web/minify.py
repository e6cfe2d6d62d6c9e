"""Scripts and style sheets without comments and white space; what they do stays the same.

No name is changed and no line end is taken away that might end a statement.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rcssmin import cssmin

from mapping.files.cache import cached
from mapping.web.javascript import captures, parse, text_of

if TYPE_CHECKING:
    from mapping.web.javascript import Node

# White space in them counts, or they go.
WHOLE = "[(comment) (regex) (string) (template_string)] @whole"
TEXT, REGEX = "\0", "\1"  # stand for one while white space goes; no script is written with them
GAP = re.compile(r"\s+")
# No statement ends after a sign that ends so, and none before a sign that begins so.
OPENING_SIGNS, CONTINUING_SIGNS = frozenset("{([,;:?.=+-*/%!~&|^<>"), frozenset(")]},;:?.=&|^<>")
POSTFIX = frozenset({"++", "--"})  # after which one may end
MUST_NOT_MEET = POSTFIX | {"//", "/*", f"/{REGEX}", f"{REGEX}/"}  # what two signs must not become


@cached(16)  # more than there are joined scripts
def minify_script(text: str) -> str:
    """Return a script with its comments gone, and no more white space than it needs."""
    content, done = text.encode(), 0
    code: list[str] = []
    kept: list[str] = []
    for whole in sorted(captures(parse(text), WHOLE).get("whole", ()), key=_start):
        if whole.start_byte >= done:  # else it is in a template
            code += [content[done : whole.start_byte].decode(), _stand_in(whole)]
            kept += [] if whole.type == "comment" else [text_of(whole)]
            done = whole.end_byte
    code.append(content[done:].decode())
    small = re.split(f"[{TEXT}{REGEX}]", GAP.sub(_space, "".join(code).strip()))
    return "".join(part for pair in zip(small, [*kept, ""], strict=True) for part in pair)


def minify_style(text: str) -> str:
    """Return a style sheet with its comments gone, and no more white space than it needs."""
    return str(cssmin(text))


def _start(node: Node) -> int:
    return node.start_byte


def _stand_in(whole: Node) -> str:
    """Return what means the same for the white space around it."""
    if whole.type == "comment":
        return "\n" if whole.end_point.row > whole.start_point.row else " "
    return REGEX if whole.type == "regex" else TEXT


def _space(gap: re.Match[str]) -> str:
    """Return what must be written in the place of white space."""
    code, start, end = gap.string, gap.start(), gap.end()
    left, right = code[start - 1], code[end]
    if "\n" in gap[0] and not _goes_on(code, start, end):
        return "\n"
    if (
        (_is_of_word(left) and _is_of_word(right))
        or left + right in MUST_NOT_MEET
        or (left.isdigit() and right == ".")
    ):
        return " "
    return ""


def _goes_on(code: str, start: int, end: int) -> bool:
    """Return whether a line end in this gap ends no statement; a point may be of a number."""
    left, right = code[start - 1], code[end]
    if left in OPENING_SIGNS and code[start - 2 : start] not in POSTFIX:
        return left != "." or not code[start - 2].isdigit()
    return right in CONTINUING_SIGNS and (right != "." or not code[end + 1].isdigit())


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character in f"_$#{REGEX}" or not character.isascii()
