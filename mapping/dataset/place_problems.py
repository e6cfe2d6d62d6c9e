"""Texts of a row that no place is known by, and why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapping.errors import quote

if TYPE_CHECKING:
    from mapping.dataset.gazetteer import City

NEAR_KM = 100  # within which a row's own point tells a city from its namesakes
UNKNOWN_COUNTRY = "no country is known by this name for certain"
UNKNOWN_CITY = "the gazetteer has no such city"
FAR_CITY = f"no city of this name is within {NEAR_KM} km of the point"
NAMESAKES = "several cities have the name"


class Problem(NamedTuple):
    """A text that no place is known by: its column, the text, and why not.

    `cities` are those that it may mean; `asked` is the text with what else the row says of it;
    `hint` what may have been intended.
    """

    column: str
    text: str
    why: str
    cities: tuple[City, ...] = ()
    asked: str = ""
    hint: str = ""


def describe(problem: Problem) -> str:
    """Return what is wrong with a text, for a message."""
    why = f"{problem.why}; {problem.hint}" if problem.hint else problem.why
    return f"{problem.column}: {quote(problem.text)}: {why}"
