"""The build: the same bytes from the same data, and nothing of the machine in them."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from mapping.files.data_folder import INPUTS
from tests.support.folder import GEODATA, ROOT, contents

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.folder import Folder


def built_elsewhere(
    output: Path, python: str | Path = sys.executable, **changed: str
) -> dict[str, bytes]:
    """Build in a process of its own, in another environment, and give what it wrote."""
    words = ["-m", "mapping", "build", "--data", str(GEODATA), "--output", str(output)]
    variables = {**os.environ, **changed}
    subprocess.run(  # noqa: S603 (our own program)
        [str(python), *words], cwd=ROOT, env=variables, check=True, capture_output=True
    )
    return contents(output)


def test_two_builds_are_equal_byte_for_byte(built: Path, tmp_path: Path) -> None:
    """Neither the order of sets nor folder, time zone, language or process leaves a trace."""
    one = built_elsewhere(tmp_path / "1", PYTHONHASHSEED="1", TZ="Etc/GMT+11", LC_ALL="C")
    two = built_elsewhere(
        tmp_path / "deep" / "2", PYTHONHASHSEED="7", TZ="Asia/Kathmandu", LC_ALL="tr_TR.UTF-8"
    )
    assert one == two == contents(built)


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_another_python_builds_the_same(built: Path, tmp_path: Path, version: str) -> None:
    """Each version that the second command found and set up gives the same bytes."""
    python = ROOT / f".venv-{version}" / "bin" / "python"
    if not python.exists():
        pytest.skip(f"Python {version} is not at hand beside the one that runs the tests")
    made = built_elsewhere(tmp_path / "output", python, XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert made == contents(built)


def test_a_build_over_an_earlier_one_is_the_same(own_data: Folder, tmp_path: Path) -> None:
    """What already stands in the output has no influence."""
    before = contents(own_data.build(tmp_path))
    assert contents(own_data.build(tmp_path)) == before


@pytest.fixture(scope="module")
def record(built: Path) -> dict[str, Any]:
    """Return what the build says of itself."""
    made: dict[str, Any] = json.loads((built / "build.json").read_text(encoding="utf-8"))
    return made


def test_the_record_holds_every_checksum(record: dict[str, Any], built: Path) -> None:
    """Every input and every other product, with its SHA-256."""

    def checksum(path: Path) -> str:
        return hashlib.sha256(path.read_bytes()).hexdigest()

    products = set(contents(built)) - {"build.json"}
    assert record["inputs"] == {name: checksum(GEODATA / name) for name in INPUTS}
    assert record["products"] == {name: checksum(built / name) for name in products}


def test_the_record_holds_version_and_counts(record: dict[str, Any], own_data: Folder) -> None:
    """Which data, and how complete it is."""
    assert f'\nversion = "{record["data_version"]}"\n' in (
        own_data.path / "edition.toml"
    ).read_text(encoding="utf-8")
    assert record["counts"]["adviser"] == {"found": 43, "expected": 50, "candidates": 5}
    assert sum(count["found"] for count in record["counts"].values()) == 98


@pytest.mark.parametrize("name", ["build.json", "map.html", "presences.csv", "presences.geojson"])
def test_no_product_holds_anything_of_the_machine(built: Path, name: str) -> None:
    """No path of this computer, no user, no day on which it was built."""
    text = (built / name).read_text(encoding="utf-8")
    for trace in (str(ROOT), str(built), sys.prefix, "file://", "localhost"):
        assert trace not in text
    assert not re.search(r"\d\d:\d\d:\d\d|20\d\d-\d\d-\d\dT", text)


def test_every_input_is_recorded() -> None:
    """Whatever of the data folder reaches a product is named in the record."""
    read = {path.name for path in GEODATA.iterdir() if path.suffix in {".csv", ".toml"}}
    unread = {"area-statuses.csv", "country-exonyms.csv", "line-classes.csv"}
    assert set(INPUTS) == (read - unread) | {"boundaries.page.topojson"}
