"""What the model of the edition says of a key: its table, its kind, and what it may hold.

Also of `edition.py`.
"""

from __future__ import annotations

import pytest

from mapping.edition.edition import SYMBOLS, Category, Edition, Metadata
from mapping.edition.keys import find_annotation, is_text, list_choices, list_keys, table_name


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        ((), Edition),
        (("edition",), Metadata),
        (("categories", 3), Category),
        (("categories", 3, "counted"), bool),
    ],
)
def test_a_key_is_followed_into_tables_and_lists(keys: tuple[str | int, ...], kind: object) -> None:
    """Numbers of tables that occur repeatedly lead to the same model."""
    assert find_annotation(keys) is kind


def test_a_text_in_several_languages_is_known_as_one() -> None:
    """Also where it is borrowed or optional; a plain text is none."""
    assert is_text(find_annotation(("edition", "title")))
    assert is_text(find_annotation(("categories", 0, "short")))
    assert not is_text(find_annotation(("edition", "version")))
    assert not is_text(find_annotation(("categories", 0)))


def test_keys_and_choices_are_those_of_the_model() -> None:
    """By the names that they have in the file; where any value may be there are no choices."""
    assert {"title", "version", "languages"} <= {*list_keys(("edition",))}
    assert {*list_choices(("categories", 0, "symbol"))} == {*SYMBOLS}
    assert list_choices(("edition", "version")) == []


def test_a_table_is_named_as_its_header_is() -> None:
    """Without numbers."""
    assert table_name(("categories", 2, "short")) == "categories.short"
