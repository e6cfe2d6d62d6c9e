"""Which texts are words, and may want a translation."""

from __future__ import annotations

import re

ADDRESS = re.compile(
    r"[a-z][a-z0-9+.-]*://.*|www\..*|[^@]+@[^@]+|(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/.*)?"
)
# "A12", "LFPG-07L", "12b", "2026-11-28T12:00Z": few letters beside digits.
OF_A_CODE = re.compile("[A-Z]{1,5}|[a-z]{1,2}")
LETTERS, DIGIT = re.compile(r"[^\W\d_]+"), re.compile(r"\d")


def has_words(text: str) -> bool:
    """Whether a text is more than numbers, dates in digits, codes and addresses."""
    return any(map(_is_worded, text.split()))


def _is_worded(part: str) -> bool:
    if ADDRESS.fullmatch(part):
        return False
    found = LETTERS.findall(part)
    is_code = DIGIT.search(part) and all(map(OF_A_CODE.fullmatch, found))
    return bool(found) and not is_code
