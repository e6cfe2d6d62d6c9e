"""A value of the edition of a wrong kind: what is wrong in words, and the line to write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from mapping.edition.value_faults import HEAD, describe_value

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


def details(kind: str, value: object, *keys: str | int) -> ErrorDetails:
    """Return a fault as the model reports it."""
    return cast("ErrorDetails", {"type": kind, "input": value, "loc": keys, "msg": "as it is"})


@pytest.mark.parametrize(
    ("kind", "value", "keys", "wrong", "remedy"),
    [
        ("string_type", 2022, ("edition", "id"), "a text is written between", 'write id = "2022"'),
        ("string_type", True, ("edition", "id"), "a text is written between", 'write id = "true"'),
        ("string_type", [], ("edition", "id"), "this is no text", 'write id = "…"'),
        ("int_type", "103 places", ("totals", "field"), "no whole number", "field = 103"),
        ("int_from_float", 1.5, ("totals", "field"), "1.5 is no whole number", "field = 19"),
        ("bool_type", "yes", ("categories", 0, "counted"), "neither true nor false", "write true"),
        ("literal_error", "circel", ("categories", 0, "symbol"), "is not allowed", "circle"),
        ("string_pattern_mismatch", "noir", ("categories", 0, "colour"), "is no colour", "#0072B2"),
        ("string_pattern_mismatch", "navy", ("categories", 0, "colour"), "no colour", "#000080"),
        ("string_pattern_mismatch", "map", ("edition", "address"), "no web address", "https://"),
        ("tuple_type", "en, fr", ("edition", "languages"), "a list", 'languages = ["en", "fr"]'),
        (
            "model_type",
            "Places",
            ("edition", "title"),
            "a text in each language",
            "[edition.title]",
        ),
        ("model_type", 3, ("clearance",), "a table is wanted", "write [clearance]"),
        ("too_short", (), ("categories",), "the list is empty", "at least one"),
        ("greater_than_equal", -1, ("totals", "field"), "-1 is less than nothing", "from 0"),
        ("unspoken", "xx", ("edition", "default_language"), "as it is", "write one of them"),
        ("of_a_new_kind", 1, ("edition", "id"), "as it is", HEAD),
    ],
)
def test_each_kind_of_fault_has_its_words(
    kind: str, value: object, keys: tuple[Any, ...], wrong: str, remedy: str
) -> None:
    """What is wrong with what is written, and what to write in its place."""
    said, to_do = describe_value(details(kind, value, *keys))
    assert wrong in said
    assert remedy in to_do
