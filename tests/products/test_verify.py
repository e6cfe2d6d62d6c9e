"""A folder's products are one build's, or somebody is told."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from mapping.errors import DataError
from mapping.products.verify import verify

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.folder import Folder


@pytest.fixture
def output(built: Path, tmp_path: Path) -> Path:
    """Return a copy of the project's own products."""
    return shutil.copytree(built, tmp_path / "output")


def faults(output: Path) -> list[str]:
    """Return what is wrong with a folder, each as its line."""
    with pytest.raises(DataError) as caught:
        verify(output)
    return [str(fault) for fault in caught.value.faults]


def test_the_products_of_one_build_agree(output: Path) -> None:
    """What a build wrote is whole, and its record says so."""
    assert set(verify(output)["products"]) < {path.name for path in output.iterdir()}


def test_a_product_of_another_build_is_reported(
    output: Path, folder: Folder, tmp_path: Path
) -> None:
    """A map of one day beside a table of another is no set."""
    folder.edit("edition.toml", '\nversion = "', '\nversion = "next-')
    other = folder.build(tmp_path / "other")
    shutil.copy(other / "map.html", output / "map.html")
    [told] = faults(output)
    assert told.startswith("map.html:1: this is not the file that build.json was written with; ")


def test_a_cut_product_is_reported(output: Path) -> None:
    """One byte less is another file."""
    path = output / "presences.csv"
    path.write_bytes(path.read_bytes()[:-1])
    wrong = "presences.csv:1: this is not the file that build.json was written with"
    move = "move it away or remove it, then build again: presence-map build"
    assert faults(output) == [f"{wrong}; {move}"]


def test_a_missing_product_and_a_stale_one_are_reported_at_once(output: Path) -> None:
    """Neither fewer products than the record names, nor more."""
    (output / "embed.js").unlink()
    (output / "oembed.json").write_text("{}", encoding="utf-8")
    (output / ".map.html.partial").write_bytes(b"half")
    again = "build again: presence-map build"
    assert faults(output) == [
        f".map.html.partial:1: a build that was stopped left this file; {again}",
        f"embed.js:1: the product is missing from {output}; {again}",
        ("oembed.json:1: build.json does not know this file, which has the name of a product; "
         "move it to another folder, or remove it"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "record", ["", "{", "[]", '"products"', '{"products": []}', '{"products": {"../map.html": ""}}']
)
def test_a_record_that_is_none_is_reported(output: Path, record: str) -> None:
    """Whatever stands in build.json, it is told and nothing is read outside the folder."""
    (output / "build.json").write_text(record, encoding="utf-8")
    assert [told.partition(":")[0] for told in faults(output)] == ["build.json"]


def test_a_folder_without_a_record_is_reported(tmp_path: Path) -> None:
    """An empty folder is no output."""
    missing = "build.json:1: the record of the build is missing"
    assert faults(tmp_path) == [f"{missing}; build again: presence-map build"]


def test_policies_that_are_not_those_of_the_pages_are_reported(output: Path) -> None:
    """A server whose header is made from them would block the page."""
    path = output / "build.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    policies = record["content_policies"]
    assert policies.keys() == {name for name in record["products"] if name.endswith(".html")}
    weakened = dict.fromkeys(policies, "default-src *")
    again = "build again: presence-map build"
    for spoilt in (weakened, {}, policies | {"other.html": ""}, None, "default-src *"):
        path.write_text(json.dumps(record | {"content_policies": spoilt}), encoding="utf-8")
        wrong = "build.json:1: content_policies are not those that the pages state"
        assert faults(output) == [f"{wrong}; {again}"]


def test_the_record_has_a_date_only_when_one_is_given(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SOURCE_DATE_EPOCH is obeyed, and no clock is asked."""
    undated = json.loads((folder.build(tmp_path / "a") / "build.json").read_text("utf-8"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    dated = json.loads((folder.build(tmp_path / "b") / "build.json").read_text("utf-8"))
    assert dated.pop("date") == "2023-11-14T22:13:20+00:00"
    assert dated == undated
