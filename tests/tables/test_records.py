"""What a column's model says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from pydantic import Field

from mapping.dataset.presences import Presence
from mapping.tables.records import columns_of, holds_several, is_optional, is_packaged, remedy_of

if TYPE_CHECKING:
    from pydantic.config import JsonDict
    from pydantic.fields import FieldInfo


@pytest.mark.parametrize("extra", [None, {}, {"title": "City"}])
def test_a_column_that_says_no_remedy_is_to_be_corrected(extra: JsonDict | None) -> None:
    """It has one word for it, whatever else its model says."""
    field = cast("FieldInfo", Field(json_schema_extra=extra))
    assert remedy_of(field) == "correct it"
    assert not is_optional(field)
    assert not is_packaged(field)


def test_a_column_says_what_it_is() -> None:
    """Its own remedy, whether a table may be without it, and whether the project's tables are."""
    extra: JsonDict = {"remedy": "write a year", "optional": True, "packaged": True}
    field = cast("FieldInfo", Field(json_schema_extra=extra))
    assert (remedy_of(field), is_optional(field), is_packaged(field)) == (
        "write a year",
        True,
        True,
    )


def test_the_columns_of_several_keys_are_those_of_the_contract() -> None:
    """A cell of these is parted, one of the others is read as a whole."""
    several = {name for name, field in columns_of(Presence).items() if holds_several(field)}
    assert several == {"city", "serves", "sources", "footnotes"}
