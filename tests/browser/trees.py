"""The tree that a browser gives to screen readers, in the same words for Firefox and Chromium."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# What a browser calls by a name of its own, and the role of ARIA that it stands for.
ROLES = {
    "RootWebArea": "document",
    "DisclosureTriangle": "button",
    "summary": "button",
    "image": "img",
    "graphic": "img",
    "graphics-document": "img",
    "StaticText": "text",
    "statictext": "text",
    "text leaf": "text",
    "toggle button": "button",
}
STATES = {"focused", "checked", "pressed", "expanded", "modal"}
# Firefox builds its tree as soon as the service is asked for, and drops it with the last reference.
BEGIN = """
window.accessibility = Cc['@mozilla.org/accessibilityService;1']
  .getService(Ci.nsIAccessibilityService)
"""
# The states are bits, of which five are asked for: the names of all would be half of the work.
TELL = """
const [service, known] = [window.accessibility, Ci.nsIAccessibleStates]
const bits = Object.entries({
  focused: known.STATE_FOCUSED,
  checked: known.STATE_CHECKED,
  pressed: known.STATE_PRESSED,
  expanded: known.STATE_EXPANDED,
})
const states = (one) => {
  const [plain, extra] = [{}, {}]
  one.getState(plain, extra)
  const found = bits.filter(([, bit]) => plain.value & bit).map(([name]) => name)
  return extra.value & known.EXT_STATE_MODAL ? [...found, 'modal'] : found
}
const children = (one) => {
  const found = []
  for (let child = one.firstChild; child; child = child.nextSibling) found.push(tell(child))
  return found
}
const tell = (one) => ({
  role: one.computedARIARole || service.getStringRole(one.role),
  name: one.name || '',
  description: one.description || '',
  states: states(one),
  language: one.language,
  children: children(one),
})
const page = service.getAccessibleFor(window.gBrowser.selectedBrowser)?.firstChild
return page ? JSON.stringify(tell(page)) : null
"""


@dataclass(frozen=True)
class Node:
    """What a screen reader is told of one thing."""

    role: str
    name: str
    description: str
    states: frozenset[str]
    language: str  # empty in Chromium, which does not tell it here
    children: tuple[Node, ...]

    def __iter__(self) -> Iterator[Node]:
        """Go through this and all that is in it, in the order of reading."""
        yield self
        for child in self.children:
            yield from child

    def all(self, role: str, name: str = "") -> list[Node]:
        """Return those of a role whose name holds a text."""
        return [node for node in self if node.role == role and name in node.name]

    def one(self, role: str, name: str = "") -> Node:
        """Return the only one of a role whose name holds a text."""
        found = self.all(role, name)
        assert len(found) == 1, f"{len(found)} × {role} “{name}” among {self.names(role)}"
        return found[0]

    def focused(self) -> Node | None:
        """Return what has the focus: the innermost, where several say so."""
        return next((node for node in reversed([*self]) if "focused" in node.states), None)

    def names(self, *roles: str) -> list[str]:
        """Return the names of all of these roles, in the order of reading."""
        return [node.name for node in self if node.role in roles]

    def text(self) -> str:
        """Return all that is written in it."""
        return "".join(node.name for node in self if node.role == "text")


def of_firefox(told: Mapping[str, Any]) -> Node:
    """Return the tree that Firefox tells."""
    return Node(
        role=ROLES.get(told["role"], told["role"]),
        name=" ".join(told["name"].split()),
        description=told["description"],
        states=frozenset(STATES.intersection(told["states"])),
        language=told["language"],
        children=tuple(of_firefox(child) for child in told["children"]),
    )


def of_chromium(nodes: list[Mapping[str, Any]]) -> Node:
    """Return the tree that Chromium tells, as a flat list."""
    known = {node["nodeId"]: node for node in nodes}
    return _grown(nodes[0], known)


def _grown(told: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]]) -> Node:
    role = str(told.get("role", {}).get("value", "none"))
    properties = {one["name"]: one["value"].get("value") for one in told.get("properties", ())}
    return Node(
        role=ROLES.get(role, role),
        name=" ".join(str(told.get("name", {}).get("value", "")).split()),
        description=str(told.get("description", {}).get("value", "")),
        states=frozenset(one for one in STATES if properties.get(one) in {True, "true"}),
        language="",
        children=tuple(_grown(known[one], known) for one in told["childIds"] if one in known),
    )
