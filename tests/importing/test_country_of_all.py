"""A list of one country need not say so in its rows: it is answered once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping import pipeline
from mapping.errors import WrongUseError
from mapping.importing.list_choices import ListChoices
from mapping.importing.new_list import create_list, list_uncertain, read_list

if TYPE_CHECKING:
    from pathlib import Path

ROWS = "museo,comune\nA,Torino\nB,Sanfront\nC,San Marino\nD,\n"  # Sanfront has 2,200 people


def test_all_rows_that_name_no_country_are_in_the_one_that_was_named(tmp_path: Path) -> None:
    """A town too small for the gazetteer as well; the folder keeps the answer."""
    file, folder = tmp_path / "musei.csv", tmp_path / "musei"
    file.write_text(ROWS, encoding="utf-8")
    made = create_list(folder, read_list(file), ListChoices(within="Italia"), lambda _: None)
    again = pipeline.check(folder, lambda _: None)
    for atlas in (made.atlas, again):
        assert [place.presence.country for place in atlas.places] == ["ITA"] * 4
        assert atlas.places[0].presence.city
    assert not made.atlas.dataset.tables.left_out


def test_a_row_that_names_a_country_is_in_that(tmp_path: Path) -> None:
    """What a row says comes first, and of namesakes those in the country of all are meant."""
    file = tmp_path / "list.csv"
    file.write_text("name,city,country\nA,Paris,\nB,Nice,France\n", encoding="utf-8")
    found, choices = read_list(file), ListChoices(within="US")
    assert [one.asked for one in list_uncertain(found, choices)] in ([], ["Paris, USA"])
    made = create_list(tmp_path / "list", found, choices, lambda _: None)
    assert [place.presence.country for place in made.atlas.places] == ["USA", "FRA"]


@pytest.mark.parametrize("name", ["Korea", "Atlantis"])
def test_what_is_no_country_for_certain_is_refused(tmp_path: Path, name: str) -> None:
    """Before anything is written."""
    file = tmp_path / "musei.csv"
    file.write_text(ROWS, encoding="utf-8")
    with pytest.raises(WrongUseError, match=f"--within: no country is known as '{name}'"):
        create_list(tmp_path / "new", read_list(file), ListChoices(within=name), lambda _: None)
    assert not (tmp_path / "new").exists()
