"""What nobody sees is dropped or refused, and what a language needs stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.tables.cells import find_forbidden, normalize_text, parse_degrees, strip_invisible


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("\u00a0Genève\u200b ", "Genève"),
        ("\ufeffNER", "NER"),
        ("ne\ufeffr", "ner"),
        ("l’eau\u00a0: «\u00a0oui\u00a0»", "l’eau\u00a0: «\u00a0oui\u00a0»"),
        ("بعثة (UNAMI)\u200f", "بعثة (UNAMI)\u200f"),
        ("می\u200cشود", "می\u200cشود"),
        ("one\r\ntwo \n three\u2028four\tfive", "one two three four five"),
        ("\u200f\u200b", ""),
    ],
)
def test_texts_keep_what_a_language_needs(cell: str, text: str) -> None:
    """No-break spaces in French, marks and joiners in Arabic script stay; blank edges go."""
    assert normalize_text(cell) == text
    assert find_forbidden(cell) is None


@pytest.mark.parametrize("hidden", ["\u200b", "\ufeff", "\u00ad", "\u200e", "\u200f", "\u2060"])
def test_keys_hold_nothing_invisible(hidden: str) -> None:
    """A key is what can be seen of it."""
    assert strip_invisible(f"{hidden}adv{hidden}iser\u00a0") == "adviser"


@pytest.mark.parametrize(
    ("sign", "named"),
    [
        *((chr(code), f"U+{code:04X} (") for code in range(0x202A, 0x202F)),
        *((chr(code), f"U+{code:04X} (") for code in range(0x2066, 0x206A)),
        ("\x00", "U+0000 (a control character)"),
        ("\x1b", "U+001B (a control character)"),
        ("\x85", "U+0085 (a control character)"),
        ("\ud800", "U+D800 (half a character)"),
        ("\ufffd", "U+FFFD (replacement character)"),
    ],
)  # fmt: skip
def test_what_disturbs_the_text_around_it_is_refused(sign: str, named: str) -> None:
    """Overrides, embeddings, isolates, control characters, halves of characters: by number."""
    found = find_forbidden(f"a{sign}b")
    assert found is not None
    assert found[0].startswith(named)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("48.86", 48.86),
        ("48,86", 48.86),
        ("-1,53", -1.53),
        ("\u22121.53", -1.53),
        ("48.86°", 48.86),
        ("\u00a048,86 °", 48.86),
        ("7", 7.0),
        ("", None),
    ],
)
def test_degrees_are_read_as_people_write_them(cell: str, value: float | None) -> None:
    """Where nothing else can be meant."""
    assert parse_degrees(cell) == value


@pytest.mark.parametrize(
    "cell", ["48°51'", "48.86 N", "1.234.567", "1,234,567", "nan", "inf", "1e3", "٤٨", "--1", "."]
)
def test_other_degrees_are_refused(cell: str) -> None:
    """Where it is not certain what is meant."""
    with pytest.raises(ValueError, match="no decimal number"):
        parse_degrees(cell)


@given(value=st.floats(-180, 180).map(lambda value: round(value, 4)), comma=st.booleans())
def test_any_degrees_survive(value: float, comma: bool) -> None:  # noqa: FBT001 (drawn)
    """With a point or a comma."""
    text = f"{value:.4f}"
    assert parse_degrees(text.replace(".", ",") if comma else text) == value
