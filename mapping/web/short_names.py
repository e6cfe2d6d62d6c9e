"""Short names for what a script declares, so that it weighs less; it does the same.

A name becomes one other name wherever it is declared, so that nothing which hid another ceases to,
and nothing hides what it did not. It is kept where it is also used outside of all that declares it,
for there it is the browser's, and at the top level, where other scripts see it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import count, product
from string import ascii_letters, digits
from typing import TYPE_CHECKING

from mapping.files.cache import cached
from mapping.web.javascript import captures, parse, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapping.web.javascript import Node

SHORTHANDS = frozenset({"shorthand_property_identifier", "shorthand_property_identifier_pattern"})
USES = f"[(identifier) {' '.join(f'({kind})' for kind in sorted(SHORTHANDS))}] @use"
OUTSIDE = "[(function_declaration) (generator_function_declaration) (class_declaration)] @outside"
INSIDE = """
(variable_declarator name: (_) @inside)
(for_in_statement kind: _ left: (_) @inside)
(formal_parameters (_) @inside)
(arrow_function parameter: (_) @inside)
(catch_clause parameter: (_) @inside)
(function_expression name: (_) @inside)
(class name: (_) @inside)
"""
SCOPES = frozenset({
    "arrow_function", "catch_clause", "class", "class_static_block", "for_in_statement",
    "for_statement", "function_declaration", "function_expression", "generator_function",
    "generator_function_declaration", "method_definition", "program", "statement_block",
    "switch_body",
})  # fmt: skip
FIRST = f"{ascii_letters}_$"
RESERVED = frozenset(
    {"as", "do", "for", "get", "if", "in", "let", "new", "of", "set", "try", "var"}
)
Span = tuple[int, int]


@cached(16)  # more than there are joined scripts
def shorten_names(text: str) -> str:
    """Return a script whose own names are short, the shortest for those that are used most."""
    root = parse(text)
    found = captures(root, f"{USES} {OUTSIDE} {INSIDE}")
    uses = sorted((node.start_byte, text_of(node), node.type) for node in found["use"])
    scopes = _scopes(found)
    kept = {
        name for at, name, _ in uses if not any(start <= at < end for start, end in scopes[name])
    }
    often = Counter(name for _, name, _ in uses if name not in kept)
    names = dict(zip((name for name, _ in often.most_common()), _short(kept), strict=False))
    return _rename(text.encode(), uses, names)


def _scopes(found: dict[str, list[Node]]) -> defaultdict[str, list[Span]]:
    """Return where each name is declared; what is declared at the top level, nowhere."""
    scopes: defaultdict[str, list[Span]] = defaultdict(list)
    bindings = [(name, node) for node in found.get("inside", ()) for name in _bound(node)]
    for node in found.get("outside", ()):
        declared, around = node.child_by_field_name("name"), node.parent
        if declared and around:
            bindings.append((text_of(declared), around))
    for name, node in bindings:
        scope = _scope(node)
        if scope.parent:
            scopes[name].append((scope.start_byte, scope.end_byte))
    return scopes


def _bound(pattern: Node) -> Iterator[str]:
    """Yield the names that a pattern binds, not those that its defaults and keys use."""
    if pattern.type in {"identifier", "shorthand_property_identifier_pattern"}:
        yield text_of(pattern)
        return
    fields = {
        "assignment_pattern": "left",
        "object_assignment_pattern": "left",
        "pair_pattern": "value",
    }
    field = fields.get(pattern.type)
    part = pattern.child_by_field_name(field) if field else None
    for child in [part] if part else pattern.named_children:
        yield from _bound(child)


def _scope(node: Node) -> Node:
    while node.type not in SCOPES and node.parent:
        node = node.parent
    return node


def _short(kept: Iterable[str]) -> Iterator[str]:
    """Yield short names that mean nothing else, the shortest first."""
    taken = RESERVED.union(kept)
    for length in count():
        for first, *rest in product(FIRST, *[FIRST + digits] * length):
            if (name := "".join([first, *rest])) not in taken:
                yield name


def _rename(content: bytes, uses: list[tuple[int, str, str]], names: dict[str, str]) -> str:
    """Return a script with other names; a property that was named by one keeps its name."""
    parts, done = [], 0
    for at, name, kind in uses:
        if name in names:
            written = f"{name}:{names[name]}" if kind in SHORTHANDS else names[name]
            parts += [content[done:at], written.encode()]
            done = at + len(name.encode())
    return b"".join([*parts, content[done:]]).decode()
