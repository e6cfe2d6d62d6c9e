"""The wheel: the same bytes twice, fit to be published, and it works far from its checkout."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from email import message_from_bytes
from typing import TYPE_CHECKING

import pytest

from tests.support.folder import GEODATA, ROOT

if TYPE_CHECKING:
    from pathlib import Path

NOTICED = {"MIT", "Unicode-3.0"}  # licences whose notice must go with what they are given for
LONGEST_LINK = 32  # letters that registries take for what a link is called
QUIET = ("--quiet", "--no-compile", "--no-deps", "--disable-pip-version-check", "--no-index")


def run(*words: str | Path, cwd: Path, **variables: str) -> str:
    """Run a program of this environment in a folder, and give what it says."""
    command = [sys.executable, *map(str, words)]
    done = subprocess.run(  # noqa: S603 (our own program)
        command,
        cwd=cwd,
        env={**os.environ, **variables},
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    return done.stdout


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clean checkout: every file that is kept, and nothing that was made."""
    folder = tmp_path_factory.mktemp("checkout")
    git = shutil.which("git") or "git"
    listed = subprocess.run(  # noqa: S603 (our own words)
        [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    return folder


def made(checkout: Path, output: Path) -> dict[str, Path]:
    """Build source and wheel as they are published; give each by its ending."""
    run("-m", "build", "--no-isolation", "--outdir", output, checkout, cwd=output.parent)
    return {path.suffix: path for path in output.iterdir()}


@pytest.fixture(scope="module")
def products(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build once."""
    return made(checkout, tmp_path_factory.mktemp("dist") / "once")


@pytest.fixture(scope="module")
def wheel(products: dict[str, Path]) -> Path:
    """Return the wheel."""
    return products[".whl"]


def test_a_second_build_gives_the_same_bytes(
    checkout: Path, products: dict[str, Path], tmp_path: Path
) -> None:
    """In another folder, at another time: the wheel, and the source that it is built from."""
    elsewhere = shutil.copytree(checkout, tmp_path / "elsewhere")
    for path in elsewhere.rglob("*"):
        os.utime(path, (10**9, 10**9))
    again = made(elsewhere, tmp_path / "again")
    assert set(again) == set(products) == {".whl", ".gz"}
    for ending, path in products.items():
        assert path.read_bytes() == again[ending].read_bytes(), ending


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    """What a registry shows: who it is for, in which languages, under which licences."""
    with zipfile.ZipFile(wheel) as archive:
        [name] = [one for one in archive.namelist() if one.endswith("dist-info/METADATA")]
        about = message_from_bytes(archive.read(name))
    assert about["Name"] == "presence-map"
    assert about["Description-Content-Type"] == "text/markdown"
    assert len(about["Keywords"].split(",")) > 5
    links = [one.split(", ") for one in about.get_all("Project-URL", [])]
    assert all(link.startswith("https://") and len(name) <= LONGEST_LINK for name, link in links)
    assert {name.split(" ")[0] for name, _ in links} >= {"Boundaries", "Places", "Presences"}
    classifiers = about.get_all("Classifier", [])
    assert len([one for one in classifiers if one.startswith("Natural Language")]) == 6
    assert [one for one in classifiers if one.startswith("Programming Language :: Python :: 3.")]


def test_the_licences_of_the_data_are_in_the_wheel(wheel: Path) -> None:
    """Each file with its own; where a licence asks for its notice, that is there too."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        package = json.loads(archive.read("mapping/geodata/datapackage.json"))
        [about] = [one for one in names if one.endswith("dist-info/METADATA")]
        expression = message_from_bytes(archive.read(about))["License-Expression"]
    licences = {one["path"]: {kind["name"] for kind in one["licenses"]}
                for one in package["resources"]}  # fmt: skip
    data = {one.removeprefix("mapping/geodata/") for one in names if "mapping/geodata/" in one}
    assert data - {"README.md", "datapackage.json"} == set(licences)
    assert set(expression.split(" AND ")) == {"MIT"}.union(*licences.values())
    sources = {source["package"] for one in package["resources"] for source in one["sources"]
               if "package" in source and NOTICED & {
                   kind["name"] for kind in source.get("licenses", one["licenses"])}}  # fmt: skip
    for notice in ("LICENSE", *(f"geodata/licenses/{source}.txt" for source in sources)):
        assert [one for one in names if one.endswith(f"dist-info/licenses/{notice}")], notice


def test_the_wheel_holds_code_web_words_and_data(wheel: Path) -> None:
    """Every file that the program reads is in it, and no recipe."""
    names = set(zipfile.ZipFile(wheel).namelist())
    code = ROOT / "mapping"
    needed = {
        path.relative_to(ROOT).as_posix()
        for path in code.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    data = {f"mapping/geodata/{path.name}" for path in GEODATA.iterdir() if path.is_file()}
    assert needed | data <= names
    assert not [name for name in names if "recipes" in name or "tests" in name]
    assert [name for name in names if name.endswith("licenses/LICENSE")]


def test_the_installed_program_makes_the_same_map(wheel: Path, built: Path, tmp_path: Path) -> None:
    """From any folder, with the packaged data: the bytes of the checkout, all made anew."""
    site, work = tmp_path / "site", tmp_path / "work"
    work.mkdir()
    run("-m", "pip", "install", *QUIET, "--target", site, wheel, cwd=work)
    own = {"PYTHONPATH": str(site), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    said = run("-m", "mapping", "build", "--output", "out", cwd=work, **own)
    made = {path.name: path.read_bytes() for path in (work / "out").iterdir()}
    assert said.startswith(f"read {site / 'mapping' / 'geodata'}\n")
    assert made == {path.name: path.read_bytes() for path in built.iterdir()}
    assert (site / "bin" / "presence-map").exists()
