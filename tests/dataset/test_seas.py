"""Oceans and seas: only names that nobody disputes, and each of them written on water."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import shapely

from mapping.display_texts import display_texts
from mapping.geo.projection import wrap_longitude
from mapping.i18n.localized import LANGUAGES
from mapping.page.basemap import HEIGHT, WIDTH, encode_basemap

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from tests.support.folder import Folder

# What States call differently, or have asked for another name of.
DISPUTED = (
    "Japan", "East Sea", "Persia", "Arabian", "China Sea", "Yellow", "West Sea", "Mexico",
    "America", "Southern Ocean", "Falkland", "Philippine", "Aegean", "Azov",
)  # fmt: skip
COMPARED = Path("geodata/recipes/seas_compared.csv")
KINDS = frozenset(["mar", "mer", "sea", "море"])  # without which a source may name a sea
ENDING = 3  # letters of a long word that Russian changes within a sentence
SIMPLIFIED = str.maketrans("灣裏倫’", "湾里伦'")  # Natural Earth's Chinese is partly traditional


def test_no_name_is_one_that_is_disputed(atlas: Atlas) -> None:
    """Left out rather than chosen."""
    names = [sea.en for sea in atlas.dataset.tables.seas.values()]
    assert len(names) == len(set(names)) >= 10
    assert [name for name in names if any(word in name for word in DISPUTED)] == []


def test_names_are_those_of_their_recorded_source(atlas: Atlas) -> None:
    """In all six languages; every sea has a source.

    A source may name it within another name, as of a commission.
    """
    with COMPARED.open(encoding="utf-8", newline="") as file:
        sources = {row["key"]: row for row in csv.DictReader(file)}
    seas = atlas.dataset.tables.seas
    assert sources.keys() == seas.keys()
    for key, source in sources.items():
        for language in LANGUAGES:
            whole = source[language].translate(SIMPLIFIED).casefold()
            for word in seas[key][language].translate(SIMPLIFIED).casefold().split():
                stem = word[:-ENDING] if len(word) > 2 * ENDING - 1 else word
                assert word in KINDS or stem in whole, (key, language, word)


def test_the_four_oceans_come_first(atlas: Atlas) -> None:
    """So that they get their room before a sea does."""
    assert list(atlas.dataset.tables.seas)[:4] == ["pacific", "atlantic", "indian", "arctic"]


def test_every_point_of_a_sea_is_on_the_sea(atlas: Atlas) -> None:
    """On no land, and within the map."""
    for key, sea in atlas.dataset.tables.seas.items():
        points = shapely.points([(wrap_longitude(east), north) for east, north in sea.positions])
        assert atlas.dataset.boundaries.areas_around(points) == {}, key
    for sea in encode_basemap(atlas)["seas"]:
        assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in sea["at"]), sea


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sea_has_its_name_in_the_page(atlas: Atlas, language: str) -> None:
    """In each of the six languages."""
    texts = display_texts(atlas, atlas.dataset.languages[language])
    assert all(texts[f"sea.{key}"] for key in atlas.dataset.tables.seas)


def test_a_faulty_point_is_named(folder: Folder) -> None:
    """With its line, and how points are written."""
    path = folder.path / "seas.csv"
    text = path.read_text("utf-8")
    path.write_text(text.replace('"83,0 82,-150 80,170"', "north"), "utf-8")
    faults = folder.faults()
    assert len(faults) == 1
    assert faults[0].startswith("seas.csv:5: points: ")
    assert "latitude and longitude" in faults[0]
