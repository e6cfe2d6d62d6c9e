"""The data contract is kept: columns, keys and marks are those that the page names."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING

from mapping.i18n.localized import LANGUAGES
from mapping.page.payload import list_evidence, list_regions
from tests.support.documents import Document
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.atlas import Atlas

PAGE = Document(ROOT / "docs" / "data-contract.md")


def first_column(heading: str) -> list[str]:
    """Return what the first column of the table under a heading names, in its order."""
    _, _, text = PAGE.text.partition(f" {heading}\n")
    rows = re.findall(r"^\| (`.+?) \|", re.split(r"^#", text, flags=re.MULTILINE)[0], re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row)]


def test_the_columns_of_the_table_are_those_of_the_contract(built: Path) -> None:
    """The same columns in the same order."""
    with (built / "presences.csv").open(encoding="utf-8-sig", newline="") as file:
        assert first_column("`presences.csv`") == next(csv.reader(file))


def test_the_properties_of_a_feature_are_those_of_the_contract(built: Path) -> None:
    """The columns but for the coordinates; arrays, a boolean and nulls where the page says so."""
    features = json.loads((built / "presences.geojson").read_text(encoding="utf-8"))["features"]
    columns = first_column("`presences.csv`")[2:]
    for feature in features:
        found = feature["properties"]
        assert list(found) == columns
        assert [name for name in columns if isinstance(found[name], list)] == [
            "serves", "city", "footnotes", "sources",
        ]  # fmt: skip
        assert isinstance(found["category_certain"], bool)
        assert "" not in found.values()


def test_the_keys_of_the_record_are_those_of_the_contract(built: Path) -> None:
    """No key more; those that are not always there are said to be so."""
    made = json.loads((built / "build.json").read_text(encoding="utf-8"))
    assert set(first_column("`build.json`")) == {*made, "date", "since"}


def test_the_promised_marks_are_in_the_page(built: Path) -> None:
    """The contract for those who embed and test holds; scripts set some of them by their names."""
    page = (built / "map.html").read_text(encoding="utf-8")
    marks = re.findall(r"`<?(data-\w+|script id=\"\w+-data\"|performance[^`]+\))", PAGE.text)
    assert len(marks) == 6
    for mark in marks:
        ways = (mark, mark.replace("data-", "dataset."))
        assert any(way.replace('"', "'") in page.replace('"', "'") for way in ways), mark


def test_the_values_of_the_parameters_are_those_that_the_page_knows(atlas: Atlas) -> None:
    """A category or region more is in the contract, in the order that the page has it in."""
    known = {
        "lang": [*LANGUAGES],
        "category": [one.key for one in atlas.dataset.edition.categories],
        "region": list_regions(atlas),
        "evidence": list_evidence(atlas),
    }
    table = PAGE.text.partition("## The address\n")[2]
    for parameter, values in known.items():
        [row] = re.findall(rf"^\| `{parameter}` \| ((?:`[\w-]+`(?:, )?)+)", table, re.MULTILINE)
        assert re.findall(r"`([^`]+)`", row) == values, parameter
