"""What no best choice needs is left out, and the best choice is as good without it."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mapping.printing.label_placement.cliques import bit_sets
from mapping.printing.label_placement.dominance import find_needed


def needed(label_of: list[int], costs: list[float], pairs: list[tuple[int, int]]) -> list[int]:
    """Return the candidates that are needed."""
    excluded = bit_sets(np.array(pairs, dtype=np.int64).reshape(-1, 2), len(label_of))
    return [*map(int, find_needed(np.array(label_of), np.array(costs), excluded))]


def test_what_costs_more_and_excludes_as_much_is_left_out() -> None:
    """But not what costs more and excludes something else, or less."""
    assert needed([0, 0, 1], [1.0, 2.0, 1.0], [(0, 2), (1, 2)]) == [0, 2]
    assert needed([0, 0, 1, 1], [1.0, 2.0, 1.0, 2.0], [(0, 2), (1, 3)]) == [0, 1, 2, 3]
    assert needed([0, 0, 1], [1.0, 2.0, 1.0], [(0, 2)]) == [0, 1, 2]


def test_what_is_left_out_excludes_nothing_any_more() -> None:
    """Without the dearer one of the first label, the cheaper one of the second excludes none."""
    assert needed([0, 0, 1, 1], [1.0, 2.0, 1.0, 2.0], [(1, 2)]) == [0, 2]


def cheapest(label_of: list[int], costs: list[float], pairs: set[tuple[int, int]]) -> float:
    """Return what the best choice costs, found by trying all."""
    labels = [[one for one, label in enumerate(label_of) if label == number] for number in range(3)]
    found = [sum(costs[one] for one in chosen) for chosen in product(*labels)
             if not pairs.intersection(combinations(chosen, 2))]  # fmt: skip
    return min(found, default=-1.0)


@given(
    st.lists(st.integers(0, 9), min_size=9, max_size=9),
    st.sets(
        st.sampled_from([one for one in combinations(range(9), 2) if one[0] // 3 < one[1] // 3])
    ),
)
def test_the_best_choice_is_as_good_without(costs: list[int], pairs: set[tuple[int, int]]) -> None:
    """Of three labels with three candidates each; where there is none, there is none without."""
    label_of, prices = [0, 0, 0, 1, 1, 1, 2, 2, 2], [float(one) for one in costs]
    left = needed(label_of, prices, sorted(pairs))
    numbers = {one: number for number, one in enumerate(left)}
    fewer = {(numbers[one], numbers[other]) for one, other in pairs if {one, other} <= {*left}}
    assert cheapest(
        [label_of[one] for one in left], [prices[one] for one in left], fewer
    ) == cheapest(label_of, prices, pairs)
