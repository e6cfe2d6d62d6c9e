"""Results that are kept from one build to the next; every cache of the program is registered here.

A result is kept by what it was made of, the text or bytes of a file as a rule: so long as these are
the same, it is not made again, and what changed always is. `watch` lives on it, and ends it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

Given = ParamSpec("Given")
Made = TypeVar("Made")

_CLEAR: list[Callable[[], None]] = []


def cached(most: int) -> Callable[[Callable[Given, Made]], Callable[Given, Made]]:
    """Return a decorator: of a function's results, the `most` that were last used are kept.

    Its arguments must be hashable, and its results must not be changed.
    """

    def decorate(function: Callable[Given, Made]) -> Callable[Given, Made]:
        kept = lru_cache(maxsize=most)(function)
        _CLEAR.append(kept.cache_clear)
        return cast("Callable[Given, Made]", kept)

    return decorate


def clear_caches() -> None:
    """Forget every result that is kept."""
    for clear in _CLEAR:
        clear()
