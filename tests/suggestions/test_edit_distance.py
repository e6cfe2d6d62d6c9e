"""How near one name is to another: by the letters that differ, as a hand slips."""

from __future__ import annotations

import pytest

from mapping.suggestions.edit_distance import count_edits, differs_by_slips


@pytest.mark.parametrize(
    ("one", "other", "most", "found"),
    [("abc", "abc", 2, 0), ("abc", "acb", 2, 1), ("abc", "abcd", 2, 1), ("abc", "xyz", 1, 2),
     ("kitten", "sitting", 3, 3), ("", "ab", 2, 2)],
)  # fmt: skip
def test_edits_are_counted(one: str, other: str, most: int, found: int) -> None:
    """A letter put in, left out, changed, or swapped with the next; no further than asked."""
    assert count_edits(one, other, most) == count_edits(other, one, most) == found


@pytest.mark.parametrize(
    ("one", "other", "is_slip"),
    [
        ("north sudan", "south sudan", False),  # two letters of a word of five
        ("germony", "germany", True),
        ("mali", "bali", False),  # a short word is another
        ("new zeland", "new zealand", True),
        ("newzealand", "new zealand", True),  # a space less, in a long name
        ("nigr", "niger", False),
        ("afganistann", "afghanistan", True),  # two, in a word of ten
        ("afganistannn", "afghanistan", False),
    ],
)
def test_a_slip_is_few_letters_in_a_long_word(one: str, other: str, is_slip: bool) -> None:  # noqa: FBT001 (a row of the table)
    """Word by word, whichever of the two is right."""
    assert differs_by_slips(one.split(), other.split()) is is_slip
    assert differs_by_slips(other.split(), one.split()) is is_slip
