"""Scripts and style sheets without comments and white space; what they do stays the same.

No name is changed and no line end is taken away that might end a statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcssmin import cssmin

from mapping.files.cache import cached
from mapping.web.javascript import line_of, parse, text_of, tokens

if TYPE_CHECKING:
    from mapping.web.javascript import Node

# No statement ends after a sign that ends so, and none before a sign that begins so.
OPENING_SIGNS, CONTINUING_SIGNS = "{([,;:?.=+-*/%!~&|^<>", ")]},;:?.=&|^<>"
POSTFIX = frozenset({"++", "--"})  # after which one may end
MUST_NOT_MEET = frozenset({"++", "--", "//", "/*"})  # what two tokens must not become


@cached(16)  # more than there are joined scripts
def minify_script(text: str) -> str:
    """Return a script with its comments gone, and no more white space than it needs."""
    parts: list[str] = []
    before: Node | None = None
    for token in tokens(parse(text)):
        if token.type == "comment":
            continue
        if before:
            parts.append(_space(before, token))
        parts.append(text_of(token))
        before = token
    return "".join(parts)


def minify_style(text: str) -> str:
    """Return a style sheet with its comments gone, and no more white space than it needs."""
    return str(cssmin(text))


def _space(before: Node, after: Node) -> str:
    """Return what must be written between two tokens."""
    left, right = text_of(before), text_of(after)
    if line_of(after) > before.end_point.row + 1 and not _goes_on(before, after):
        return "\n"
    touching = left[-1] + right[0]
    if (
        all(map(_is_of_word, touching))
        or touching in MUST_NOT_MEET
        or (left[-1].isdigit() and right[0] == ".")
    ):
        return " "
    return ""


def _goes_on(before: Node, after: Node) -> bool:
    """Return whether a line end between two tokens ends no statement."""
    left, right = text_of(before), text_of(after)
    open_ended = not before.is_named and left[-1] in OPENING_SIGNS and left not in POSTFIX
    return open_ended or (not after.is_named and right[0] in CONTINUING_SIGNS)


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character in "_$#" or not character.isascii()
