"""A text of a TOML file is replaced in whatever way it is written, and nothing else."""

from __future__ import annotations

import pytest

from mapping.toml.text_values import replace_texts

NEW = 'b "c" \\ é'
QUOTED = '"b \\"c\\" \\\\ é"'


@pytest.mark.parametrize("end", ["", " # a = 'remark'", "\r"])
@pytest.mark.parametrize(
    "old",
    ['"x"', '"x \\" # y"', "'x'", '""', '"""x\nen = "y"\n"""', "'''x\n[notes.b]\nen = 1'''"],
)
def test_the_value_alone_is_replaced(old: str, end: str) -> None:
    """Remarks behind it, line ends and what looks like a key in it do no harm."""
    text = "\ufeff[notes.a] # the first\nen{} = {}{}\nfr = 'z'\n\n[notes.b]\nen = 'w'\n"
    assert replace_texts(text.format(" ", old, end), ("notes", "a"), {"en": NEW}) == text.format(
        " ", QUOTED, end
    )


def test_a_key_that_is_missing_is_put_below_the_others() -> None:
    """In its own table, with the line ends of the file."""
    text = "[notes.a]\r\nen = 'x'\r\n# a remark\r\n\r\n[notes.b]\r\nen = 'w'\r\n"
    wanted = text.replace("'x'\r\n", "'x'\r\nfr = \"y\"\r\n")
    assert replace_texts(text, ("notes", "a"), {"fr": "y"}) == wanted


@pytest.mark.parametrize(
    "text",
    ["[notes]\na = { en = 'x' }\n", "[notes]\na.en = 'x' + 1\n", "[notes.a]\nen = ['x']\n", ""],
)
def test_what_is_written_otherwise_is_left(text: str) -> None:
    """Rather than something is written that reads as something else."""
    assert replace_texts(text, ("notes", "a"), {"en": "y"}) is None
