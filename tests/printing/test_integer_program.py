"""The best choice is found among all, and what excludes what is told in whole groups.

Also of `label_placement/cliques.py`.
"""

from __future__ import annotations

import ctypes
from itertools import combinations, product
from typing import Any, NamedTuple
from unittest.mock import Mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import milp

from mapping.printing.label_placement.cliques import cover_with_cliques
from mapping.printing.label_placement.integer_program import (
    C_LIBRARY,
    LIMITS,
    UNPLACED,
    AssignmentProblem,
    solve,
)


class Case(NamedTuple):
    """How many candidates each owner has, what each costs, and who excludes whom."""

    label_of: list[int]
    costs: list[int]
    pairs: list[tuple[int, int]]

    def choice(self) -> AssignmentProblem:
        """Return it as the program has it."""
        pairs = np.array(self.pairs, dtype=np.int64).reshape(-1, 2)
        costs, count = np.array(self.costs, dtype=float), self.label_of[-1] + 1
        return AssignmentProblem(np.array(self.label_of), costs, pairs, count)

    def most(self) -> int:
        """Return how many owners at the most can have one of theirs: by trying every choice."""
        offered = [
            [None, *(number for number, owner in enumerate(self.label_of) if owner == one)]
            for one in sorted(set(self.label_of))
        ]
        excluded = {frozenset(pair) for pair in self.pairs}
        choices = ([one for one in chosen if one is not None] for chosen in product(*offered))
        return max(
            len(chosen)
            for chosen in choices
            if not any(frozenset(pair) in excluded for pair in combinations(chosen, 2))
        )

    def least(self) -> int | None:
        """Try every choice, and give the least cost; nothing where there is no choice."""
        each = [
            [number for number, owner in enumerate(self.label_of) if owner == one]
            for one in sorted(set(self.label_of))
        ]
        excluded = {frozenset(pair) for pair in self.pairs}
        allowed = (
            sum(self.costs[number] for number in chosen)
            for chosen in product(*each)
            if not any(frozenset(pair) in excluded for pair in combinations(chosen, 2))
        )
        return min(allowed, default=None)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Make a few owners with a few candidates."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=5))
    label_of = [owner for owner, size in enumerate(sizes) for _ in range(size)]
    costs = draw(st.lists(st.integers(1, 30), min_size=len(label_of), max_size=len(label_of)))
    unlike = [
        (one, other)
        for one, other in combinations(range(len(label_of)), 2)
        if label_of[one] != label_of[other]
    ]
    pairs = draw(st.lists(st.sampled_from(unlike), unique=True)) if unlike else []
    return Case(label_of, costs, pairs)


@given(cases())
def test_no_choice_is_better(case: Case) -> None:
    """One of each, none excluded by another, as cheap as the best of all choices.

    Where not all have a place, those that have none are as few as can be.
    """
    chosen, least = solve(case.choice()), case.least()
    numbers = [number for number in chosen.tolist() if number != UNPLACED]
    assert not set(combinations(numbers, 2)) & set(case.pairs)
    labels = sorted(set(case.label_of))
    assert [case.label_of[number] for number in numbers] == [
        label for label, number in zip(labels, chosen, strict=True) if number != UNPLACED
    ]
    if least is None:
        assert len(numbers) == case.most()
        return
    assert len(numbers) == len(labels)
    cost = sum(case.costs[number] for number in numbers)
    assert least <= cost <= least * (1 + LIMITS["mip_rel_gap"])


@given(cases())
def test_groups_say_what_the_pairs_say(case: Case) -> None:
    """Every pair is in a group; two of a group exclude each other or have one owner."""
    choice = case.choice()
    groups = cover_with_cliques(choice.label_of, choice.conflicts)
    told = {pair for group in groups for pair in combinations(sorted(group), 2)}
    assert set(case.pairs) <= told
    label_of = case.label_of
    assert {(one, other) for one, other in told if label_of[one] != label_of[other]} == set(
        case.pairs
    )


@pytest.mark.parametrize("crowd", [3, 8])
def test_a_crowd_is_one_group(crowd: int) -> None:
    """Not a group for each pair."""
    pairs = np.array(list(combinations(range(crowd), 2)))
    assert cover_with_cliques(np.arange(crowd), pairs) == [list(range(crowd))]


def test_standard_output_is_for_readers(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """What the solver's own code in C prints there goes nowhere; what is printed after it stays."""
    c = ctypes.CDLL(C_LIBRARY)

    def chatty(*words: Any, **named: Any) -> Any:  # noqa: ANN401 (as the solver's)
        c.puts(b"transformNewIntegerFeasibleSolution")
        return milp(*words, **named)

    monkeypatch.setattr("mapping.printing.label_placement.integer_program.milp", chatty)
    assert solve(Case([0, 0], [2, 1], []).choice()) == [1]
    c.puts(b"wrote map.en.pdf")
    c.fflush(None)
    assert capfd.readouterr().out == "wrote map.en.pdf\n"


def test_the_same_candidates_are_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no choice for all of them, the solver says so once."""
    solver = Mock(wraps=milp)
    monkeypatch.setattr("mapping.printing.label_placement.integer_program.milp", solver)
    case = Case([0, 1], [1, 1], [(0, 1)])
    assert solve(case.choice(), for_all=True).tolist() == [UNPLACED, UNPLACED]
    assert solver.call_count == 1
