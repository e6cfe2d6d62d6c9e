"""How near one name is to another: letters that differ, as a hand slips on a keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORT, MEDIUM, LONG = 4, 5, 10  # letters of a word that may have a slip, or two
SLIPS = 2  # in a whole name


def differs_by_slips(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names are the same but for slips: few, in long words, or a space more or less.

    Word by word, so that North is never South and East never West.
    """
    whole, whole_other = "".join(one), "".join(other)
    length = min(len(whole), len(whole_other))
    if len(one) != len(other):
        return length >= MEDIUM and count_edits(whole, whole_other, 1) <= (length >= LONG)
    slips = 0
    for word, word_other in zip(one, other, strict=True):
        allowed = _max_slips(word, word_other, length)
        found = count_edits(word, word_other, allowed)
        if found > allowed:
            return False
        slips += found
    return slips <= SLIPS


def _max_slips(one: str, other: str, length: int) -> int:
    """Return the slips that a word may have, in a name of `length` letters."""
    letters = min(len(one), len(other))
    if letters >= LONG:
        return SLIPS
    return int(letters >= MEDIUM or (letters == SHORT and length >= LONG and one[0] == other[0]))


def count_edits(one: str, other: str, most: int) -> int:
    """Return how many letters must be put in, left out, changed or swapped with the next.

    More than `most` are not counted.
    """
    if abs(len(one) - len(other)) > most or len(set(one) - set(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, sign in enumerate(other, 1):
            row.append(min(last[j - 1] + (letter != sign), last[j] + 1, row[-1] + 1))
            if i > 1 < j and letter == other[j - 2] and one[i - 2] == sign:
                row[j] = min(row[j], before[j - 2] + 1)
        if min(row) > most <= min(last):
            return most + 1
        before, last = last, row
    return min(last[-1], most + 1)
