"""Every data file has its origin beside it, and it is the file that was described."""

from __future__ import annotations

import hashlib
import json
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from mapping.dataset.table_schema import table_schemas
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from mapping.atlas import Atlas

PACKAGE = GEODATA / "datapackage.json"
UNDESCRIBED = {"README.md", PACKAGE.name}
FILES = sorted(
    path.name for path in GEODATA.iterdir() if path.is_file() and path.name not in UNDESCRIBED
)


@pytest.fixture(scope="module")
def records() -> dict[str, dict[str, Any]]:
    """Return the records by file name."""
    package = json.loads(PACKAGE.read_text(encoding="utf-8"))
    assert len({one["path"] for one in package["resources"]}) == len(package["resources"])
    return {one["path"]: one for one in package["resources"]}


def test_every_record_has_its_file(records: dict[str, dict[str, Any]]) -> None:
    """Nothing is described that is not there, and nothing is there undescribed."""
    assert sorted(records) == FILES


def test_package_and_edition_have_one_version() -> None:
    """The version on the face of the map is the version of the data package."""
    edition = tomllib.loads((GEODATA / "edition.toml").read_text(encoding="utf-8"))
    package = json.loads(PACKAGE.read_text(encoding="utf-8"))
    assert edition["edition"]["version"] == package["version"]


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_the_one_described(records: dict[str, dict[str, Any]], name: str) -> None:
    """Checksum and size are those of the record."""
    content = (GEODATA / name).read_bytes()
    assert records[name]["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert records[name]["bytes"] == len(content)


@pytest.mark.parametrize("name", FILES)
def test_a_file_has_licence_and_source(records: dict[str, dict[str, Any]], name: str) -> None:
    """Each licence has a name or an address, each source a title."""
    record = records[name]
    assert record["licenses"]
    assert all(one.get("name") or one.get("path") for one in record["licenses"])
    assert record["sources"]
    assert all(one.get("title") for one in record["sources"])


def test_one_producer_has_one_licence(records: dict[str, dict[str, Any]]) -> None:
    """Two records never disagree on the licence of the same source."""
    found: dict[str, set[str]] = {}
    for record in records.values():
        for source in record["sources"]:
            licence = source.get("licenses") or record["licenses"]
            producer = source.get("package") or source["title"]
            found.setdefault(producer, set()).add(json.dumps(licence, sort_keys=True))
    assert {title: kinds for title, kinds in found.items() if len(kinds) > 1} == {}


def test_the_columns_are_described_as_the_models_read_them(
    atlas: Atlas, records: dict[str, dict[str, Any]]
) -> None:
    """One place says what a column is: the model; the file is made from it."""
    for table, schema in table_schemas(atlas.dataset).items():
        written = records[f"{table}.csv"]["schema"]
        by_name = {field["name"]: field for field in schema.pop("fields")}
        assert {field["name"]: field for field in written["fields"]} == by_name
        assert {key: part for key, part in written.items() if key != "fields"} == schema


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".csv")])
def test_a_table_has_the_columns_described(records: dict[str, dict[str, Any]], name: str) -> None:
    """The schema lists the columns in the order of the file."""
    header = (GEODATA / name).read_text(encoding="utf-8").partition("\n")[0].strip()
    fields = records[name]["schema"]["fields"]
    assert [field["name"] for field in fields] == header.split(",")
