"""Which texts may want a translation."""

from __future__ import annotations

import pytest

from mapping.i18n.wording import has_words


@pytest.mark.parametrize(
    "text",
    [
        "", "12", "1 234,5", "−3.25", "٣٤", "12–14", "2026-11-28", "28.11.2026 12:30", "50 %",
        "2026-11-28T12:00Z", "A12", "LFPG-07L", "12b", "RU-MOW-01 / 7", "+33 1 23 45",
        "https://example.org/office", "www.example.org", "example.org/a", "office@example.org",
    ],
)  # fmt: skip
def test_numbers_dates_codes_and_addresses_are_no_words(text: str) -> None:
    """They are the same in every language."""
    assert not has_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "Office", "Office 12", "Clinic-7", "HQ", "12 km", "St.Petersburg", "第3办事处", "Отдел 5",
        "مكتب ٣", "28 November 2026", "A12 north", "see https://example.org",
    ],
)  # fmt: skip
def test_whatever_has_a_word_may_want_a_translation(text: str) -> None:
    """Of whatever script; letters without a digit are a word, for all that can be known."""
    assert has_words(text)
