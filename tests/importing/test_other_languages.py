"""Lists whose countries are named in a language that is none of the six."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mapping.importing.country_of_all import read_country_index
from mapping.importing.new_list import read_list
from tests.support.commands import run
from tests.support.folder import Folder

if TYPE_CHECKING:
    from pathlib import Path

PARTNERS = """\
Partnerorganisation;{heading};Mitglieder
Alpha;Niederlande;12
Beta;Ägypten;5
Gamma;Elfenbeinküste;7
Delta;Südkorea;9
Epsilon;Kamerun;3
Zeta;Vereinigte Staaten;11
"""


def columns(path: Path, table: str) -> dict[str, str]:
    """Return what the columns of a list are taken for."""
    path.write_text(table, encoding="utf-8")
    return read_list(path).guess.columns


def test_a_german_list_of_countries_is_on_the_map(tmp_path: Path) -> None:
    """Each country by its own name, and the record says which tables it was made of."""
    file = tmp_path / "partner.csv"
    file.write_text(PARTNERS.format(heading="Land"), encoding="utf-8")
    done = run("new", tmp_path / "list", "--from", file, "--yes")
    assert "6 rows: 6 places on the map, 0 left out" in done.stdout
    atlas = Folder(tmp_path / "list").check()
    codes = [place.presence.country for place in atlas.places]
    assert codes == ["NLD", "EGY", "CIV", "KOR", "CMR", "USA"]
    record = json.loads((tmp_path / "list-map" / "build.json").read_text(encoding="utf-8"))
    assert "country-exonyms.csv" in record["inputs"]
    page = (tmp_path / "list-map" / "map.html").read_text(encoding="utf-8")
    assert ("Elfenbeinküste" in page, "Côte d'Ivoire" in page) == (False, True)


@pytest.mark.parametrize("heading", ["Land", "Kraje", "Ülke", "国名", "Wo?"])
def test_the_column_is_found_by_its_heading_or_its_cells(tmp_path: Path, heading: str) -> None:
    """Whatever it is called."""
    found = columns(tmp_path / "list.csv", PARTNERS.format(heading=heading))
    assert found == {"country": heading, "name": "Partnerorganisation"}


def test_a_heading_is_enough_where_short_names_are_not_read(tmp_path: Path) -> None:
    """China and Morocco in Turkish: their rows are left out, and the others are not."""
    table = "Kuruluş;Ülke\nA;Almanya\nB;Mısır\nC;Çin\nD;Fas\nE;Hollanda\n"
    assert columns(tmp_path / "list.csv", table)["country"] == "Ülke"


def test_one_word_again_and_again_is_no_country(tmp_path: Path) -> None:
    """An island in English is not Iceland in German; neither are names and cities countries."""
    assert read_country_index().keys_named("Island") == {"ISL"}
    sites = "Site,Setting,City\nA,Island,Nairobi\nB,Island,Paris\nC,Island,Lima\n"
    found = columns(tmp_path / "list.csv", f"{sites}D,Island,Berlin\nE,Cape,Rome\n")
    assert ("country" not in found, found["city"]) == (True, "City")
    people = "Contact,City\nDania,Rzym\nIrina,Tunis\nGina,Paris\nKeña,Franca\n"
    assert "country" not in columns(tmp_path / "list.csv", people)


def test_countries_at_the_end_of_addresses_are_read(tmp_path: Path) -> None:
    """In Portuguese; a city of Brazil that is written as France is stays one."""
    file = tmp_path / "list.csv"
    places = '"Berlim, Alemanha"', '"Nairobi, Quênia"', '"Franca, SP"', '"Lyon, França"'
    file.write_text("Nome,Local\n" + "".join(f"x,{one}\n" for one in places), encoding="utf-8")
    run("new", tmp_path / "list", "--from", file, "--yes", "--no-build")
    hosts = [place.presence.country for place in Folder(tmp_path / "list").check().places]
    assert hosts == ["DEU", "KEN", "BRA", "FRA"]
