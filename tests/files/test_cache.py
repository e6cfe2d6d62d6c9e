"""Results that are kept: made once of the same, and all gone when the caches are cleared."""

from __future__ import annotations

from mapping.files.cache import cached, clear_caches


def test_a_result_is_made_once_of_the_same() -> None:
    """So long as there is room for it: the one that was asked for longest ago goes first."""
    made = []

    @cached(2)
    def double(text: str) -> str:
        made.append(text)
        return text * 2

    assert [double("a"), double("b"), double("a")] == ["aa", "bb", "aa"]
    assert made == ["a", "b"]
    assert [double("c"), double("a"), double("b")] == ["cc", "aa", "bb"]
    assert made == ["a", "b", "c", "b"]


def test_clearing_forgets_the_results_of_every_function() -> None:
    """Each is made again when it is asked for next."""
    first, second = cached(1)(lambda one: [one]), cached(1)(lambda one: {one})
    before = first("a"), second("a")
    assert (first("a") is before[0], second("a") is before[1]) == (True, True)
    clear_caches()
    assert (first("a") is before[0], second("a") is before[1]) == (False, False)
    assert (first("a"), second("a")) == before
