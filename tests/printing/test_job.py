"""The command: what it writes, what it says, and when it writes nothing.

Also of `commands/print.py`.
"""

from __future__ import annotations

import json
import re
import shutil
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from mapping.commands.app import app
from mapping.printing import job
from mapping.printing.papers import PAPERS
from tests.printing.sheets import layer, run, words
from tests.support.folder import ROOT, Folder

if TYPE_CHECKING:
    from pathlib import Path

OTHER = ROOT / "tests" / "data" / "peacekeeping"  # twelve presences, in English and French
DATES = re.compile(rb"/(?:Creation|Mod)Date \(D:[^)]*\)")


def dateless(products: dict[str, bytes]) -> dict[str, bytes]:
    """Take the dates out of PDFs."""
    return {name: DATES.sub(b"", content) for name, content in products.items()}


@pytest.fixture
def other(tmp_path: Path) -> Folder:
    """Return a copy of a small list that a test may spoil."""
    return Folder(shutil.copytree(OTHER, tmp_path / "data"))


def files(folder: Path) -> dict[str, bytes]:
    """Return the content of each printed file."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != ".lock"}


@pytest.mark.browser
def test_another_list_is_printed_twice_the_same(other: Folder, tmp_path: Path) -> None:
    """Every product named, and recorded with what it was made from.

    Another process with another hash seed gives the same drawings and pictures to the byte, and the
    same PDF but for its dates. What looks like markup in a name is a name.
    """
    other.edit("names.csv", "UNFICYP,UNFICYP", "UNFICYP,<i>UNFICYP</i>")
    once, again = tmp_path / "once", tmp_path / "again"
    words = ("--data", other.path, "--format", "a4", "--lang", "fr")
    result = run(*words, "--output", once, "--grey", PYTHONHASHSEED="1")
    assert result.returncode == 0, result.stderr
    endings = (f"{tone}.{kind}" for tone in ("", ".grey") for kind in ("svg", "pdf", "png"))
    names = {"preview.fr.png", *(f"map.fr.a4{ending}" for ending in endings)}
    made = json.loads((once / "print" / "build.json").read_text(encoding="utf-8"))
    assert set(made["products"]) == names
    assert set(files(once / "print")) == names | {"build.json"}
    assert {"presences.csv", "boundaries.print.topojson"} <= set(made["inputs"])
    assert f"wrote {once / 'print' / 'map.fr.a4.pdf'} (" in result.stdout
    drawing = (once / "print" / "map.fr.a4.svg").read_text(encoding="utf-8")
    assert "&lt;i&gt;UNFICYP&lt;/i&gt;" in drawing
    run(*words, "--output", again, PYTHONHASHSEED="7")
    theirs = files(again / "print")
    del theirs["build.json"]
    assert len(theirs) == 4
    assert dateless(theirs) == dateless({name: files(once / "print")[name] for name in theirs})


@pytest.mark.browser
def test_texts_that_leave_no_room_for_the_map_are_a_fault(other: Folder, tmp_path: Path) -> None:
    """Nothing is written, the last good print stays, and the way out is told."""
    job.write(tmp_path / "print", other.check(), {"map.en.a4.svg": b"the last good one"})
    before = files(tmp_path / "print")
    other.edit("edition.toml", "United Nations peacekeeping operations", " ".join(["much"] * 600))
    result = run("--data", other.path, "--output", tmp_path, "--format", "a4", "--lang", "en")
    assert result.returncode == 1
    assert "presences.csv:1: on a4 in en, the texts leave no room" in result.stderr
    assert files(tmp_path / "print") == before


@pytest.mark.browser
def test_an_empty_list_is_printed_on_every_paper(tmp_path: Path) -> None:
    """A list that was just begun has its map: the world, the legend, no symbol, no label."""
    CliRunner().invoke(app, ["new", str(tmp_path / "mine")])
    papers = [word for paper in PAPERS for word in ("--format", paper)]
    result = run(*papers, "--data", tmp_path / "mine", "--output", tmp_path)
    assert result.returncode == 0, result.stderr
    assert len(files(tmp_path / "print")) == 3 * len(PAPERS) + 2
    drawing = ET.fromstring(files(tmp_path / "print")["map.en.a4.svg"])  # noqa: S314 (our own)
    assert words(layer(drawing, "symbols")).strip() == words(layer(drawing, "labels")).strip() == ""
    assert "Title of the map" in words(drawing)


def test_a_language_that_the_edition_does_not_speak_is_refused(tmp_path: Path) -> None:
    """With those that it does speak."""
    words = ("print", "--data", OTHER, "--output", tmp_path, "--lang", "zh")
    result = CliRunner().invoke(app, [str(word) for word in words])
    assert result.exit_code == 2
    assert "'zh' is none of en, fr" in result.output


def test_without_chromium_the_way_to_get_it_is_given(tmp_path: Path) -> None:
    """On Debian and elsewhere; nothing is written."""
    nowhere = str(tmp_path / "nowhere")
    words = ("--data", OTHER, "--output", tmp_path / "output", "--lang", "fr")
    result = run(*words, CHROMIUM=nowhere)
    assert result.returncode == 3
    for word in ("apt-get install chromium", "python -m playwright install chromium", "CHROMIUM"):
        assert word in result.stderr
    assert not (tmp_path / "output").exists()


def test_boundaries_of_ones_own_are_printed_or_nothing_is(folder: Folder, tmp_path: Path) -> None:
    """Finer boundaries that are somebody else's never stand in for those of the page."""
    words = ("print", "--data", folder.path, "--output", tmp_path / "output")
    result = CliRunner().invoke(app, [str(word) for word in words])
    assert result.exit_code == 1
    assert "boundaries.print.topojson:1: the boundaries for print are missing" in result.stderr
    assert not (tmp_path / "output").exists()
