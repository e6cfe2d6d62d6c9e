"""The parts of the list, in their order: what is not counted, what is listed, candidates."""

from __future__ import annotations

from enum import IntEnum

from mapping.dataset.presences import CANDIDATE


class ListPart(IntEnum):
    """A part of the list; parts come in the order of their numbers."""

    UNCOUNTED = 0  # headquarters
    LISTED = 1  # by region
    CANDIDATES = 2


def list_part(status: str, *, is_counted: bool) -> ListPart:
    """Return the part of a presence, by its status and whether its category is counted."""
    if status == CANDIDATE:
        return ListPart.CANDIDATES
    return ListPart.LISTED if is_counted else ListPart.UNCOUNTED
