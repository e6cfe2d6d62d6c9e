"""Texts of somebody's own list that a program spoiled before they came here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.own_lists import own_list

if TYPE_CHECKING:
    from pathlib import Path


def test_a_text_that_a_program_spoiled_is_noted_and_all_places_are_mapped(tmp_path: Path) -> None:
    """One cell of an export does not keep somebody's own list from being a map."""
    table = "iso3,name,sum\nKEN,CafÃ©,1\nFRA,Lyon,#REF!\n"
    atlas = own_list(tmp_path / "list", table, 'country = "iso3"\nname = "name"\n').check()
    assert [place.label["en"] for place in atlas.places] == ["CafÃ©", "Lyon"]
    [noted] = [str(one) for one in atlas.notices if one.line > 1]
    assert noted.startswith("presences.csv:2: name: the text was UTF-8")
