"""The list under the map, in parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mapping.dataset.list_parts import ListPart, list_part
from mapping.suggestions.name_index import fold

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Group:
    """One part of the list: a region of OHCHR's, the headquarters, or the candidates."""

    key: str
    text: str
    """Id of the heading's text."""
    places: list[dict[str, Any]]
    """The places as the payload has them."""

    def countries(self, texts: Mapping[str, str]) -> list[tuple[str, list[dict[str, Any]]]]:
        """Return the places by the id of the name of their country, in the order of these names."""
        members: dict[str, list[dict[str, Any]]] = {}
        for place in self.places:
            members.setdefault(place["host"], []).append(place)
        return sorted(members.items(), key=lambda one: fold(texts[one[0]]))


def group_places(places: list[dict[str, Any]]) -> list[Group]:
    """Return the places by region, headquarters and candidates apart, in the order of the list."""
    headings: dict[str, str] = {}
    members: dict[str, list[dict[str, Any]]] = {}
    for place in places:
        key, text = _heading(place)
        headings[key] = text
        members.setdefault(key, []).append(place)
    return [Group(key, text, members[key]) for key, text in headings.items()]


def _heading(place: dict[str, Any]) -> tuple[str, str]:
    """Return the key of a place's group, and the id of its heading's text."""
    part = list_part(place["status"], is_counted=place["counted"])
    return {
        ListPart.UNCOUNTED: ("headquarters", "list.headquarters"),
        ListPart.LISTED: (place["region"], f"group.{place['region']}"),
        ListPart.CANDIDATES: ("candidates", "list.candidates"),
    }[part]
