"""Whatever is wrong in names, countries, words and boundaries is told where it stands.

Also of `boundaries.py`, `countries.py`, `names.py`, `reading.py`, `tables.py`.
"""

from __future__ import annotations

import json
import shutil
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mapping.dataset.boundaries import read_boundaries
from mapping.errors import FaultLog
from mapping.i18n import catalog
from tests.support.folder import GEODATA, ROOT

if TYPE_CHECKING:
    from tests.support.folder import Folder

WORDS = ROOT / "mapping" / "words"
WORLD = "boundaries.page.topojson"


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("names.csv", "city,beirut,LBN,33", "city,beirut,LBN,933", "latitude: '933"),
        (
            "names.csv",
            "city,beirut,LBN,33.89",
            "city,beirut,LBN,",
            "latitude: a city needs its latitude",
        ),
        ("names.csv", "city,beirut,", "town,beirut,", "kind: 'town' is not allowed; write city"),
        ("names.csv", "city,beirut,", "city,bangkok,", "'city bangkok' is already used in line"),
        ("names.csv", ",Addis Ababa,", ",,", "en: the cell is empty"),
        ("names.csv", "city,beirut,LBN", "city,beirut,LBX", "LBX"),
        ("countries.csv", "ARG,AR,032", "ARG,AR,033", "ARG goes with AR and 032 in ISO 3166-1"),
        ("countries.csv", "ARG,AR,032", "ARQ,AR,032", "ARQ is no ISO 3166-1 code"),
        ("countries.csv", "ARG,AR,032,americas", "ARG,AR,032,amerika", "amerika"),
        ("countries.csv", "ARG,AR,032,americas", "ARG,AR,032,", "region"),
        ("countries.csv", "ARG,AR,032", "ARG,AR,032,more", "cells, the header"),
        ("sources.csv", "report-2023,", "report-2024,", "sources: 'report-2023' is unknown"),
    ],
)
def test_a_spoiled_cell_is_named_with_its_line(
    folder: Folder, file: str, old: str, new: str, words: str
) -> None:
    """Each kind of mistake in a table is told; where the row itself is wrong, with its line."""
    line = folder.edit(file, old, new)
    place = "presences.csv:" if file == "sources.csv" else f"{file}:{line}: "
    faults = folder.faults()
    assert any(place in fault and words in fault for fault in faults), faults


def spoiled(tmp_path: Path, old: str, new: str) -> list[str]:
    """Return the faults that one replaced text in the Russian words causes."""
    copy = Path(shutil.copytree(WORDS, tmp_path / "words"))
    text = (copy / "ru.toml").read_text(encoding="utf-8")
    assert old in text
    (copy / "ru.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    faults = FaultLog()
    catalog.read_languages(copy, faults)
    return [str(fault) for fault in faults.faults]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("zoom_in =", "zoom_into =", "word 'map.zoom_in' is missing"),
        ("zoom_in =", "zoom_into =", "word 'map.zoom_into' is unknown to en.toml"),
        ("{found}", "{count}", "has other placeholders than en.toml"),
        ("{found}", "{found", "has other placeholders than en.toml"),
        ("[map]", "[map", "the words cannot be read"),
    ],
)
def test_a_spoiled_word_is_named(tmp_path: Path, old: str, new: str, words: str) -> None:
    """A missing word, a word too many, another placeholder and broken TOML stop the build."""
    faults = spoiled(tmp_path, old, new)
    assert any(fault.startswith("words/ru.toml:") and words in fault for fault in faults), faults


def test_the_words_as_they_are_have_no_fault(tmp_path: Path) -> None:
    """The same reading notes nothing where nothing was replaced."""
    assert spoiled(tmp_path, "[map]", "[map]") == []


def test_empty_boundaries_are_named(folder: Folder) -> None:
    """Without boundaries there is no map, and the person is told which file to restore."""
    (folder.path / WORLD).write_text("", encoding="utf-8")
    assert folder.faults()[0].startswith(f"{WORLD}:1: the boundaries cannot be read")


AREAS = ["objects", "areas", "geometries"]
DAMAGES: dict[str, tuple[list[str | int], object]] = {
    "no transform": (["transform"], None),
    "a scale in words": (["transform", "scale"], ["a", "b"]),
    "no arcs": (["arcs"], []),
    "no areas": (["objects", "areas"], {"geometries": []}),
    "an arc that is not there": ([*AREAS, 0, "arcs"], [[[99_999]]]),
    "a ring without arcs": ([*AREAS, 0, "arcs"], [[[]]]),
    "an area without rings": ([*AREAS, 0, "arcs"], []),
    "a number for arcs": ([*AREAS, 0, "arcs"], 5),
    "a list for an area": ([*AREAS, 0], []),
    "arcs of one point": (["arcs"], [[[1, 2]]] * 9_999),
    "a third coordinate": (["arcs", 0, 0], [1, 2, 3]),
    "no code": ([*AREAS, 0, "properties"], {"status": "area"}),
    "no status": ([*AREAS, 0, "properties"], {"code": "ABW"}),
    "a code twice": ([*AREAS, 0, "properties"], {"code": "AFG", "status": "area"}),
}


@pytest.mark.parametrize("damage", ["cut off", "hollow", "a list", *DAMAGES])
def test_damaged_boundaries_are_named(tmp_path: Path, damage: str) -> None:
    """A damaged file is a fault like any other, not a crash, whatever is damaged in it."""
    content = (GEODATA / WORLD).read_bytes()
    if damage in DAMAGES:
        ([*keys, last], value), topology = DAMAGES[damage], json.loads(content)
        reduce(getitem, keys, topology)[last] = value
        content = json.dumps(topology).encode()
    whole = {"cut off": content[:-99], "hollow": b"{}", "a list": b"[]"}
    (tmp_path / WORLD).write_bytes(whole.get(damage, content))
    faults = FaultLog()
    assert read_boundaries(tmp_path / WORLD, faults) is None
    [fault] = map(str, faults.faults)
    assert fault.startswith(f"{WORLD}:1: the boundaries cannot be read (")
