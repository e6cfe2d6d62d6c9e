"""The list under the map, in parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mapping.dataset.presences import CANDIDATE


@dataclass(frozen=True)
class Group:
    """One part of the list: a region of OHCHR's, the headquarters, or the candidates."""

    key: str
    text: str
    """Id of the heading's text."""
    places: list[dict[str, Any]]
    """The places as the island has them."""


def group_places(places: list[dict[str, Any]]) -> list[Group]:
    """Part the places by region, headquarters and candidates apart, in the order of the list."""
    headings: dict[str, str] = {}
    members: dict[str, list[dict[str, Any]]] = {}
    for place in places:
        key, text = _heading(place)
        headings[key] = text
        members.setdefault(key, []).append(place)
    return [Group(key, text, members[key]) for key, text in headings.items()]


def _heading(place: dict[str, Any]) -> tuple[str, str]:
    if place["status"] == CANDIDATE:
        return "candidates", "list.candidates"
    if not place["counted"]:
        return "headquarters", "list.headquarters"
    return place["region"], f"group.{place['region']}"
