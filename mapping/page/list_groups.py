"""The list under the map, in parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mapping.dataset.list_parts import ListPart, list_part


@dataclass(frozen=True)
class Group:
    """One part of the list: a region of OHCHR's, the headquarters, or the candidates."""

    key: str
    text: str
    """Id of the heading's text."""
    places: list[dict[str, Any]]
    """The places as the payload has them."""

    @property
    def countries(self) -> list[tuple[str, list[dict[str, Any]]]]:
        """The places by the id of the name of their country, in the order of the list."""
        members: dict[str, list[dict[str, Any]]] = {}
        for place in self.places:
            members.setdefault(place["host"], []).append(place)
        return list(members.items())


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
