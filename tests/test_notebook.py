"""A map in a notebook: of whatever holds a list there, shown in a frame that can do no harm."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd
import pytest

from mapping.errors import DataError, WrongUseError
from mapping.importing.list_choices import all_options, with_arguments
from mapping.notebook import Map
from tests.support.commands import run
from tests.support.documents import Document
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from pathlib import Path

ROWS: list[dict[str, object]] = [
    {"Name": "Main office", "Country": "Kenya", "Rooms": 4, "Web": "https://example.org/1"},
    {"Name": "Nowhere", "Country": "Atlantis", "Rooms": None, "Web": ""},
    {"Name": "Bureau", "Country": "FRA", "Rooms": 2.0, "Web": None},
]


def labels(made: Map) -> list[str]:
    """Return the labels of the places."""
    return list(made.places["label_en"])


def test_a_list_is_whatever_holds_one(tmp_path: Path) -> None:
    """Dictionaries, a data frame, a file by its path or the name of it."""
    frame = pd.DataFrame(ROWS)
    frame.to_csv(tmp_path / "our-offices.csv", index=False)
    path = tmp_path / "our-offices.csv"
    for places in (ROWS, frame, path, str(path)):
        made = Map(places)
        assert labels(made) == ["Main office", "Bureau"]
        assert made.left_out["row"].tolist() == [1]
        assert "'Atlantis'" in made.left_out["reason"][0]


def test_a_geopandas_frame_has_its_points_in_any_reference_system() -> None:
    """What the map has of them is WGS 84."""
    points = gpd.points_from_xy([36.82], [-1.29], crs="EPSG:4326").to_crs("EPSG:3857")
    places = Map(gpd.GeoDataFrame({"Name": ["Main office"]}, geometry=points)).places
    assert (places.crs.to_epsg(), places["country"][0]) == (4326, "KEN")
    assert (round(places.geometry[0].x, 2), round(places.geometry[0].y, 2)) == (36.82, -1.29)


def test_the_map_is_saved_as_one_file(tmp_path: Path) -> None:
    """It is the page, with the title that was given."""
    Map(ROWS, title="Our offices").save(tmp_path / "map.html")
    text = (tmp_path / "map.html").read_text(encoding="utf-8-sig")
    assert text.startswith("<!doctype html>")
    assert "<title>Our offices</title>" in text


def test_what_is_wrong_is_one_exception_that_says_it() -> None:
    """A list without a place, an empty one, a column that is not there."""
    with pytest.raises(DataError, match="no row has a place"):
        Map([{"a": "b"}])
    with pytest.raises(DataError, match="no row under its header"):
        Map(pd.DataFrame({"Country": []}))
    with pytest.raises(WrongUseError, match="has no column 'Nom'"):
        Map(ROWS, name="Nom")


def test_a_message_names_the_argument_and_on_the_command_line_the_option(tmp_path: Path) -> None:
    """Each option of a list is an argument of `Map`; no message of one has the other's words."""
    (tmp_path / "list.csv").write_bytes("Pays;Ville\nFrance;Orléans\n".encode("cp1252"))
    arguments = {*inspect.signature(Map).parameters} - {"places"}
    assert {with_arguments(option) for option in all_options()} == {f"{one}=" for one in arguments}
    for file in (ROOT / "mapping" / "importing").glob("*.py"):
        named = re.findall(r"(?<![\w-])--[a-z][a-z-]*", file.read_text(encoding="utf-8"))
        assert {*named} <= {*all_options()}
    for choice, said in (
        ({"several": "both"}, "several=: 'both' is none of places, place"),
        ({"uncertain": "no"}, "uncertain=: 'no' is none of likely, asked, open"),
        ({"language": "de"}, "language=: 'de' is none of ar, en, es, fr, ru, zh"),
        ({"sheet": "A"}, "(sheet=)"),
        ({}, 'encoding="cp1252"'),
        ({"encoding": "none"}, "no encoding is called 'none'"),
    ):
        with pytest.raises((DataError, WrongUseError), match=re.escape(said)):
            Map(tmp_path / "list.csv", **choice)
    with pytest.raises(WrongUseError, match=re.escape("(sheet=, encoding=)")):
        Map(ROWS, sheet="A")
    with pytest.raises(DataError, match=re.escape("(country=)")):
        Map([{"a": "b"}])
    assert labels(Map(tmp_path / "list.csv", encoding="cp1252")) == ["Orléans"]
    result = run("new", tmp_path / "new", "--from", tmp_path / "list.csv", "--several", "both")
    assert (result.exit_code, "--several: 'both'" in result.stderr) == (2, True)


def test_the_stages_go_on_from_a_map_with_nothing_written_in_between(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the documentation has it, line by line; the products are those of a build."""
    page = Document(ROOT / "docs" / "another-list.md")
    [example] = [text for kind, text in page.fenced if kind == "python" and "pipeline" in text]
    (tmp_path / "docs").mkdir()
    offices = "docs/example-offices.csv"
    (tmp_path / offices).write_bytes((ROOT / offices).read_bytes())
    monkeypatch.chdir(tmp_path)
    exec(example, {})  # noqa: S102 (our own documentation)
    assert {"map.html", "presences.geojson", "build.json"} <= {
        path.name for path in (tmp_path / "my-offices-map").iterdir()
    }


def test_what_is_likely_is_named_or_left_open() -> None:
    """Frankfurt am Main has ten times the people of its namesake."""
    rows = [{"Country": "Germany", "City": "Frankfurt"}]
    made = Map(rows)
    assert made.atlas.places[0].presence.city == ("2925533",)
    assert "Frankfurt am Main" in made.taken["taken"][0]
    left = Map(rows, uncertain="open")
    assert left.atlas.places[0].presence.city == ()
    assert left.taken.empty
