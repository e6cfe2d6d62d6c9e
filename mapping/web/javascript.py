"""JavaScript as a syntax tree; the only import of tree-sitter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser, Query, QueryCursor

from mapping.files.cache import cached

if TYPE_CHECKING:
    from collections.abc import Iterator


__all__ = ["Node", "captures", "line_of", "parse", "text_of", "walk"]
LANGUAGE = Language(tree_sitter_javascript.language())


@cached(256)  # more than there are scripts
def parse(text: str) -> Node:
    """Return the root of the syntax tree; what is no JavaScript are nodes of the type ERROR."""
    return Parser(LANGUAGE).parse(text.encode()).root_node


def captures(node: Node, query: str) -> dict[str, list[Node]]:
    """Return what a query of tree-sitter finds in a node, by the names that it gives."""
    return QueryCursor(Query(LANGUAGE, query)).captures(node)


def text_of(node: Node) -> str:
    """Return what a node is written as."""
    return (node.text or b"").decode()


def line_of(node: Node) -> int:
    """Return the line that a node begins in, from 1."""
    return node.start_point.row + 1


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and all under it, in the order of the text."""
    yield node
    for child in node.children:
        yield from walk(child)
