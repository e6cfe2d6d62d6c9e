"""Short names for what a script declares, so that it weighs less; it does the same.

What is declared in a scope gets the shortest names that nothing has which is used in it: the same
few over and over, which is what compresses best. A name is kept where nothing around it declares
it, for there it is the browser's, and at the top level, where other scripts see it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import count, product
from string import ascii_letters, digits
from typing import TYPE_CHECKING, NamedTuple

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
BODIES = "(_ body: (statement_block) @body)"
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
Span = tuple[int, int]  # bytes: the first of a scope, and the first after it
Binding = tuple[str, Span]  # a name, and where it is declared


class Use(NamedTuple):
    """Where a script uses a name."""

    at: int
    name: str
    kind: str


@cached(16)  # more than there are joined scripts
def shorten_names(text: str) -> str:
    """Return a script whose own names are short, the shortest for those that are used most."""
    uses, bindings = resolve(text)
    names = _names(uses, bindings, _heads(parse(text)))
    return _rename(text.encode(), uses, [names[binding] if binding else "" for binding in bindings])


def resolve(text: str) -> tuple[list[Use], list[Binding | None]]:
    """Return where a script uses names, and what each means: what the innermost scope declares.

    It is None for what no scope declares, or only the top level.
    """
    found = captures(parse(text), f"{USES} {OUTSIDE} {INSIDE}")
    uses = sorted(Use(node.start_byte, text_of(node), node.type) for node in found["use"])
    scopes = _scopes(found)
    return uses, [_binding(use, scopes[use.name]) for use in uses]


def _heads(root: Node) -> dict[Span, Span]:
    """Return by the span of each body that of what declares its parameters."""
    bodies = captures(root, BODIES).get("body", ())
    return {_span(body): _span(body.parent) for body in bodies if body.parent}


def _names(
    uses: list[Use], bindings: list[Binding | None], heads: dict[Span, Span]
) -> dict[Binding, str]:
    """Return the short names: those of an outer scope first, since inner ones may hide them.

    But what is declared in a body may not be called as a parameter is.
    """
    kept = {use.name for use, binding in zip(uses, bindings, strict=True) if not binding}
    names: dict[Binding, str] = {}
    given: dict[Span, set[str]] = {}
    for span in sorted({binding[1] for binding in bindings if binding}, key=_outer_first):
        first, last = (bisect_left(uses, at, key=_at) for at in span)
        inside = Counter(binding for binding in bindings[first:last] if binding)
        taken = {names[binding] for binding in inside if binding in names}
        taken |= kept | given.get(heads.get(span, span), set())
        own = [binding for binding, _ in inside.most_common() if binding[1] == span]
        names |= dict(zip(own, _short(taken), strict=False))
        given[span] = {names[binding] for binding in own}
    return names


def _at(use: Use) -> int:
    return use.at


def _outer_first(span: Span) -> Span:
    return span[0], -span[1]


def _binding(use: Use, scopes: list[Span]) -> Binding | None:
    around = [span for span in scopes if span[0] <= use.at < span[1]]
    return (use.name, max(around, key=_outer_first)) if around else None


def _scopes(found: dict[str, list[Node]]) -> defaultdict[str, list[Span]]:
    """Return where each name is declared; what is declared at the top level, nowhere."""
    scopes: defaultdict[str, list[Span]] = defaultdict(list)
    declared = [(name, node) for node in found.get("inside", ()) for name in _bound(node)]
    for node in found.get("outside", ()):
        named, around = node.child_by_field_name("name"), node.parent
        if named and around:
            declared.append((text_of(named), around))
    for name, node in declared:
        scope = _scope(node)
        if scope.parent:
            scopes[name].append(_span(scope))
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


def _span(node: Node) -> Span:
    return node.start_byte, node.end_byte


def _short(kept: Iterable[str]) -> Iterator[str]:
    """Yield short names that mean nothing else, the shortest first."""
    taken = RESERVED.union(kept)
    for length in count():
        for first, *rest in product(FIRST, *[FIRST + digits] * length):
            if (name := "".join([first, *rest])) not in taken:
                yield name


def _rename(content: bytes, uses: list[Use], names: list[str]) -> str:
    """Return a script with other names; a property that was named by one keeps its name."""
    parts, done = [], 0
    for use, name in zip(uses, names, strict=True):
        if name:
            written = f"{use.name}:{name}" if use.kind in SHORTHANDS else name
            parts += [content[done : use.at], written.encode()]
            done = use.at + len(use.name.encode())
    return b"".join([*parts, content[done:]]).decode()
