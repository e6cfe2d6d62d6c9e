"""Leaflet without the parts that the page does not use: tiles, pop-ups, controls and more.

Functions, values and terms of its own file are left out whole; the rest is as it came.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mapping.files.cache import cached
from mapping.web.javascript import captures, parse, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapping.web.javascript import Node

USED = frozenset({
    "CRS", "DomUtil", "Map", "Renderer", "SVG", "bounds", "extend", "latLng",
    "latLngBounds", "map", "point", "polygon", "polyline", "svgOverlay",
    "transformation", "version",
})  # fmt: skip
"""What folium's script and our own use of Leaflet, by its names."""
NOT_ADDED = frozenset({
    "_initOverlay", "attributionControl", "bindPopup", "bindTooltip", "closePopupOnClick",
    "openPopup", "openTooltip", "toGeoJSON", "toMultiPoint", "zoomControl",
})  # fmt: skip
"""What Leaflet adds to classes that stay for parts that go, by the first name of what it adds."""
NOT_REACHED = frozenset({"Canvas", "GeoJSON", "Keyboard", "TapHold"})
"""What parts that stay name, for options that the page does not set."""
NOT_TRIED = "urn:schemas-microsoft.com:vml"
"""What is in the part that asks for a browser that is gone: to fail takes it long."""
NOT_CALLED = frozenset({
    "_getPopupAnchor", "_getTooltipAnchor", "_handleGeolocationError", "_handleGeolocationResponse",
    "_updateCircle", "addControl", "addEventParent", "addLatLng", "bringToBack", "bringToFront",
    "closestLayerPoint", "closestPointOnSegment", "fitWorld", "flyTo", "flyToBounds",
    "getAttribution", "getIcon", "getLatLngs", "getPanes", "isEmpty", "locate",
    "mouseEventToLatLng", "pad", "removeControl", "removeEventParent", "scaleBy", "setBounds",
    "setIcon", "setMaxZoom", "setMinZoom", "setStyle", "setUrl", "setZIndex", "setZIndexOffset",
    "toBBoxString", "unscaleBy",
})  # fmt: skip
"""Methods, by name, that nothing calls of what stays."""
METHOD = "(pair key: (property_identifier) @name value: (function_expression))"
SET = re.compile(r"(\w+)\.(\w+)=(?!=)")
NAMED = re.compile(rf"\w+\.(?:{'|'.join(sorted(NOT_REACHED))})=(\w+)")
ADDED = re.compile(r"(\w+)\.(?:include|mergeOptions|addInitHook)\((\w*)")
FIRST_ADDED = re.compile(r"this\.options\.(\w+)|\{(\w+):")
USE = re.compile(r"(?<![.\w$])[A-Za-z_$][\w$]*")
ALWAYS, NEVER = "*", ""


@dataclass(eq=False)
class Part:
    """What stays or goes as one: a function, a declared value, or a term of a sequence."""

    node: Node
    name: str = ""
    """What it declares, if anything."""

    @cached_property
    def uses(self) -> set[str]:
        """What names are in it; a local name that is another's counts as that."""
        return set(USE.findall(text_of(self.node)))


@cached(1)
def without_unused_parts(text: str) -> str:
    """Return Leaflet's script without what nothing in `USED` needs."""
    bodies = captures(parse(text), "(function_expression body: (_) @body)")["body"]
    body = max(bodies, key=lambda one: one.end_byte - one.start_byte)
    parts = [part for statement in body.named_children for part in _parts(statement)]
    needed = _find_needed(parts)
    content = bytearray(text.encode())
    for part in reversed(parts):
        if part not in needed:  # an expression must stand where one stood
            rest = b"" if part.node.type == "function_declaration" else b"0"
            content[part.node.start_byte : part.node.end_byte] = rest
    return _without_methods(content.decode(), NOT_CALLED)


def _without_methods(text: str, names: frozenset[str]) -> str:
    """Return a script without the methods of these names, each with the comma beside it."""
    content = bytearray(text.encode())
    found = captures(parse(text), METHOD).get("name", [])
    pairs = [pair for one in found if text_of(one) in names and (pair := one.parent)]
    for pair in sorted(pairs, key=lambda one: -one.start_byte):
        start, end = pair.start_byte, pair.end_byte
        follows = content[end : end + 1] == b","
        del content[start - (not follows) : end + follows]
    return content.decode()


def _parts(statement: Node) -> Iterator[Part]:
    """Yield what can go alone of a statement, in the order of the text."""
    if statement.type == "function_declaration":
        yield Part(statement, _name(statement))
    elif statement.type == "variable_declaration":
        for declared in statement.named_children:
            if value := declared.child_by_field_name("value"):
                *before, last = _terms(value)
                yield from map(Part, before)
                yield Part(last, _name(declared))
    elif statement.type == "expression_statement":
        yield from map(Part, _terms(statement.named_children[0]))


def _name(declared: Node) -> str:
    name = declared.child_by_field_name("name")
    return text_of(name) if name else ""


def _terms(node: Node) -> Iterator[Node]:
    if node.type in {"parenthesized_expression", "sequence_expression"}:
        for child in node.named_children:
            yield from _terms(child)
    else:
        yield node


def _find_needed(parts: Sequence[Part]) -> set[Part]:
    """Return what stays: what is done for something that stays, and all that is used in it."""
    declared = {part.name: part for part in parts if part.name}
    serving: defaultdict[str, list[Part]] = defaultdict(list)
    for part in parts:
        serving[part.name or _find_served(part, declared)].append(part)
    needed: set[Part] = set()
    pending = [ALWAYS]
    reached = {
        ALWAYS,
        *(named[1] for part in parts if (named := NAMED.fullmatch(text_of(part.node)))),
        *(part.name for part in parts if NOT_TRIED in text_of(part.node)),
    }
    while pending:
        for part in serving[pending.pop()]:
            needed.add(part)
            pending += part.uses - reached
            reached |= part.uses
    return needed


def _find_served(term: Part, declared: dict[str, Part]) -> str:
    """Return what a term is done for: the name of a part, or always, or never."""
    text = text_of(term.node)
    if found := SET.match(text):
        owner, name = found.groups()
        if owner in declared:
            return owner
        return ALWAYS if owner == "window" or name in USED else NEVER
    if found := ADDED.match(text):
        owner, mixin = found.groups()
        added = text_of(declared[mixin].node) if mixin in declared else text
        first = FIRST_ADDED.search(added)
        return NEVER if first and {*first.groups()} & NOT_ADDED else owner
    return ALWAYS
