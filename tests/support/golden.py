"""Texts that people review, compared to the letter."""

from __future__ import annotations

from tests.support.folder import ROOT

GOLDEN = ROOT / "tests" / "golden"
RENEW = "Read the difference; if it is meant: python -m pytest tests/test_golden.py --renew"


def difference(before: list[str], now: list[str], name: str) -> str:
    """Name the first line that differs, as it was and as it is."""
    end = "(no line)"
    longest = max(len(before), len(now))
    for number in range(longest):
        was, is_now = (text[number] if number < len(text) else end for text in (before, now))
        if was != is_now:
            return f"{name}:{number + 1} differs\n  was: {was}\n  now: {is_now}\n{RENEW}"
    return ""
