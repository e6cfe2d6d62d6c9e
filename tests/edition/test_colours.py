"""Colours as people write them, and colours that look the same."""

from __future__ import annotations

import pytest

from mapping.edition.colours import MIN_DIFFERENCE, colour_difference, parse_colour


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("blue", "#0000FF"),
        ("Dark Green", "#006400"),
        ("rebecca-purple", "#663399"),
        ("#09c", "#0099CC"),
        ("09C", "#0099CC"),
        ("0072b2", "#0072B2"),
        ("＃0072B2", "#0072B2"),
        ("0x0072B2", "#0072B2"),
        ("#0072B2FF", "#0072B2"),
        ("rgb(0, 114, 178)", "#0072B2"),
        ("rgba(0,114,178,0.5)", "#0072B2"),
        ("0 114 178", "#0072B2"),
        ("rgb(0, 114, 300)", None),
        ("bleu", None),
        ("#0072B", None),
        ("#OO72B2", None),
        ("", None),
    ],
)
def test_a_colour_is_understood_or_it_is_not(text: str, code: str | None) -> None:
    """Names of CSS and other digits; nothing is guessed."""
    assert parse_colour(text) == code


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("#0072B2", "#0072b2", True),
        ("#0072B2", "#0073B2", True),
        ("#000000", "#020202", True),
        ("#0072B2", "#56B4E9", False),
        ("#E69F00", "#F0E442", False),
        ("#000000", "#FFFFFF", False),
    ],
)
def test_colours_that_the_eye_cannot_part_are_alike(one: str, other: str, *, alike: bool) -> None:
    """The same, and those one shade away."""
    assert (colour_difference(one, other) < MIN_DIFFERENCE) == alike


def test_black_and_white_are_a_hundred_apart() -> None:
    """The distance is that of CIELAB."""
    assert colour_difference("#000000", "#FFFFFF") == pytest.approx(100, abs=0.05)
