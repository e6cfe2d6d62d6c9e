"""Two numbers in a cell are a position only where they look like angles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.importing.list_choices import ListChoices
from mapping.importing.new_list import create_list, read_list

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.importing.new_list import NewList


def made_of(tmp_path: Path, cells: list[str]) -> NewList:
    """Make a data folder of a list that has some cells in a column of an unknown name."""
    rows = [f'{city};"{cell}"' for city, cell in zip(("Torino", "Napoli"), cells, strict=True)]
    file = tmp_path / "list.csv"
    file.write_text("\n".join(["Comune;Altro", *rows, ""]), encoding="utf-8")
    return create_list(tmp_path / "list", read_list(file), ListChoices(), lambda _: None)


@pytest.mark.parametrize(
    "cells",
    [
        ["011 123", "081 123"],  # telephones: 11 N 123 E is in the Philippines
        ["+39 011", "+39 081"],
        ["12/05", "13/06"],  # days
        ["3/4", "7/9"],
        ["9.00/17.30", "8.30/16.00"],  # hours
        ["09:00, 17:00", "08:30, 16:00"],
        ["3,4", "2,7"],  # marks
    ],
)
def test_numbers_of_another_kind_are_no_positions(tmp_path: Path, cells: list[str]) -> None:
    """The places are where their cities are."""
    places = made_of(tmp_path, cells).atlas.places
    assert [place.presence.country for place in places] == ["ITA", "ITA"]
    assert {place.anchor.source for place in places} == {"city"}


@pytest.mark.parametrize(
    "cells",
    [
        ["45.07, 7.69", "40.85, 14.27"],
        ["45,0703; 7,6869", "40,8518; 14,2681"],
        ["N 45 4, E 7 41", "N 40 51, E 14 16"],
        ["45°4′N 7°41′E", "40°51′N 14°16′E"],
        ["+4504+00741", "+4051+01416"],
        ["POINT(7.69 45.07)", "POINT(14.27 40.85)"],
    ],
)
def test_positions_are_known_by_their_look(tmp_path: Path, cells: list[str]) -> None:
    """Whatever the column is called."""
    places = made_of(tmp_path, cells).atlas.places
    assert [round(place.anchor.latitude) for place in places] == [45, 41]
    assert {place.anchor.source for place in places} == {"given"}
