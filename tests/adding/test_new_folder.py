"""Another list is another data folder: other titles, categories, totals, languages.

Also of `edition/packaged_tables.py`.
"""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from mapping.commands.app import app
from mapping.page.basemap import encode_basemap
from tests.support.folder import GEODATA, ROOT, Folder

if TYPE_CHECKING:
    from pathlib import Path

PEACEKEEPING = ROOT / "tests" / "data" / "peacekeeping"


@pytest.fixture(scope="module")
def products(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the list of peacekeeping operations."""
    return Folder(PEACEKEEPING).build(tmp_path_factory.mktemp("peacekeeping"))


def test_the_exports_speak_the_languages_of_the_edition(products: Path) -> None:
    """Two languages, and no column for any other."""
    with (products / "presences.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    labels = {column for column in rows["unifil"] if column.startswith("label_")}
    assert labels == {"label_en", "label_fr"}
    assert rows["unifil"]["label_fr"] == "FINUL"


def test_undetermined_areas_and_territories_stay_what_they_are() -> None:
    """An operation fills no area whose status is undetermined, and no territory."""
    drawn = encode_basemap(Folder(PEACEKEEPING).check())["areas"]
    fills = {area["code"]: area["fill"] for area in drawn}
    assert (fills["XAB"], fills["XJK"], fills["ESH"]) == (
        "undetermined",
        "undetermined",
        "territory",
    )
    assert fills["MLI"] == "host"


def test_the_record_names_the_files_that_come_with_the_program(products: Path) -> None:
    """Boundaries and names of countries are inputs, wherever they lie."""
    record = json.loads((products / "build.json").read_text(encoding="utf-8"))
    own = json.loads((ROOT / "geodata" / "datapackage.json").read_text(encoding="utf-8"))
    sealed = {one["path"]: one["hash"].removeprefix("sha256:") for one in own["resources"]}
    assert record["inputs"]["countries.csv"] == sealed["countries.csv"]
    assert record["counts"]["operation"] == {"found": 11, "expected": 12, "candidates": 0}


@pytest.fixture
def copy(tmp_path: Path) -> Folder:
    """Return a copy of the list of peacekeeping operations, to be spoilt."""
    target = tmp_path / "list"
    target.mkdir()
    for path in PEACEKEEPING.iterdir():
        (target / path.name).write_bytes(path.read_bytes())
    return Folder(target)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('["en", "fr"]', '["en", "fr", "ru"]', "edition.title.ru: the text is missing"),
        ('["en", "fr"]', '["fr"]', "default_language is none of the languages"),
        ('["en", "fr"]', '["en", "de"]', "edition.languages.1"),
        ("[words.map.name]", "[words.maps.name]", "the page has no word 'maps.name'; nothing"),
        (
            "{found} of {total} op",
            "{number} of {total} op",
            "these are not the placeholders that it may have; write none",
        ),
    ],
)
def test_what_the_edition_lacks_is_reported(copy: Folder, old: str, new: str, told: str) -> None:
    """A language without its texts, and a word that the page does not know."""
    copy.edit("edition.toml", old, new)
    assert any(told in fault for fault in copy.faults()), copy.faults()


def test_a_language_needs_its_column(copy: Folder) -> None:
    """Names of cities and missions stand in each language of the edition."""
    copy.edit("names.csv", ",en,fr,", ",en,deutsch,")
    assert any("fr: the column is missing" in fault for fault in copy.faults())


def test_a_file_that_is_a_link_out_of_the_folder_is_refused(copy: Folder) -> None:
    """Whoever hands over a folder reads no other file of this machine through it."""
    (copy.path / "sources.csv").unlink()
    (copy.path / "sources.csv").symlink_to(GEODATA / "sources.csv")
    [fault] = [fault for fault in copy.faults() if "link" in fault]
    assert fault.startswith("sources.csv:1: the file is a link that leads out of the data folder")
    (copy.path / "sources.csv").unlink()
    (copy.path / "sources.csv").symlink_to("sources.csv")
    told = CliRunner().invoke(app, ["check", "--data", str(copy.path)])
    assert (told.exit_code, "put the file itself there" in told.stderr) == (3, True)


def test_a_new_folder_builds_at_once(tmp_path: Path) -> None:
    """Without a presence, and with nothing left to explain."""
    folder = tmp_path / "my-list"
    told = CliRunner().invoke(app, ["new", str(folder)])
    assert told.exit_code == 0
    assert f"presence-map build --data {folder}" in told.stdout
    atlas = Folder(folder).check()
    assert (atlas.places, atlas.notices) == ((), ())
    assert list(atlas.dataset.languages) == ["en"]
    assert (Folder(folder).build(tmp_path / "output") / "map.html").stat().st_size


def test_a_new_folder_holds_the_official_wordings(own_data: Folder, tmp_path: Path) -> None:
    """The disclaimer and the notes are those of the program's own edition, in six languages."""
    CliRunner().invoke(app, ["new", str(tmp_path / "my-list")])
    mine, own = (one.check().dataset.edition for one in (Folder(tmp_path / "my-list"), own_data))
    assert (mine.disclaimer, mine.notes, mine.patterns) == (own.disclaimer, own.notes, own.patterns)


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    """Nobody's file is written over."""
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    told = CliRunner().invoke(app, ["new", str(tmp_path)])
    assert told.exit_code == 2
    assert "there is something here already" in told.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
