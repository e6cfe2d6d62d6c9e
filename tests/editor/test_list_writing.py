"""Where something is, is put into the columns of an organisation's own list, as it writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.editor.edit_session import EditSession
from mapping.editor.journal import Journal
from mapping.editor.suggesting import Beginning, Suggesters
from tests.support.own_lists import own_list

if TYPE_CHECKING:
    from pathlib import Path

IN_NIAMEY = (2.2, 13.6)
CODES = ("iso3\nBDI\n", 'country = "iso3"')
NAMES = ("Land,Town\nBurundi,Gitega\n", 'country = "Land"\ncity = "Town"')
POINTS = ("Land,Where\nBurundi,\n", 'country = "Land"\nposition = "Where"')


@pytest.mark.parametrize(
    ("written", "place", "cities", "finer"),
    [
        (CODES, {"iso3": "NER"}, set(), False),
        (NAMES, {"Land": "Niger", "Town": "Niamey"}, {"Niger"}, False),
        (POINTS, {"Land": "Niger"}, set(), True),
    ],
)
def test_a_place_is_written_as_the_list_writes_places(
    written: tuple[str, str],
    place: dict[str, str],
    cities: set[str],
    tmp_path: Path,
    *,
    finer: bool,
) -> None:
    """By its columns, with codes or names of countries; names in its language, not the page's."""
    table, columns = written
    (tmp_path / "state").mkdir()
    folder = own_list(tmp_path / "list", table, columns)
    session = EditSession(folder.path, Journal(tmp_path / "state"))
    suggesters = Suggesters(session)
    found = suggesters.suggest(Beginning("", "place", "Niamey", None), "fr")
    assert place in [one["cells"] for one in found]
    column, country = next(iter(place.items()))
    first, *_ = suggesters.suggest(Beginning("", column, "Нигер", None), "ru")
    assert (first["value"], first["text"]) == (country, "Нигер")
    located = suggesters.locate(IN_NIAMEY, "ru")
    assert (located["country"], located["text"], located["finer"]) == (country, "Нигер", finer)
    assert {one["country"] for one in located["cities"]} == cities
    session.close()
