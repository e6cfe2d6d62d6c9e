"""The page's downloads are the products of the same names: one form, whoever made the file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mapping.adding.new_folder import create_data_folder
from tests.browser.downloads import FORMULA, take
from tests.support.folder import GEODATA, ROOT, Folder

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader

DOWNLOADS = {"Download CSV": "presences.csv", "Download GeoJSON": "presences.geojson"}


def features(text: str) -> dict[str, str]:
    """Return the features of a GeoJSON file by id, each with its order and types."""
    return {one["id"]: json.dumps(one) for one in json.loads(text)["features"]}


def lines(text: str) -> list[str]:
    """Return the lines in an order of their own; a place of GeoJSON ends as the last one does."""
    return sorted(line.removesuffix(",") for line in text.split("\n"))


def assert_same_as_built(page: Page, built: Path) -> None:
    """Demand that the downloads of a whole list have every line of the products, in some order."""
    for button, name in DOWNLOADS.items():
        product = (built / name).read_text(encoding="utf-8")
        saved_as, text = take(page, button)
        assert saved_as == name
        assert text.partition("\n")[0] == product.partition("\n")[0]
        assert lines(text) == lines(product)
    assert features(text) == features(product)


@pytest.mark.parametrize("data", [GEODATA, ROOT / "tests" / "data" / "peacekeeping"])
def test_a_download_is_the_product_of_its_name(reader: Reader, data: Path, tmp_path: Path) -> None:
    """Columns, types, quotes and values, in each edition."""
    built = Folder(data).build(tmp_path / "output")
    assert_same_as_built(reader.open(built / "map.html"), built)


def test_a_part_of_the_list_is_a_part_of_the_product(english: Page, built: Path) -> None:
    """What the filter leaves, line for line, under the same header."""
    english.get_by_role("searchbox").fill("sahel")
    whole = (built / "presences.csv").read_text(encoding="utf-8").split("\n")
    header, *rows, end = take(english, "Download CSV")[1].split("\n")
    assert (header, end) == (whole[0], "")
    assert 0 < len(rows) < len(whole) - 2
    assert set(rows) < set(whole)


def test_hostile_texts_leave_both_in_one_form(
    reader: Reader, folder: Folder, tmp_path: Path
) -> None:
    """Formulas, quotes, commas, bars and another script, in names and notes."""
    quoted = FORMULA.replace('"', '""')
    folder.edit("countries.csv", "Argentina", f'"{quoted}"')
    folder.edit("names.csv", "Nairobi", '"@a ""b"", c | د"')
    folder.edit("presences.csv", "ohchr-2020-africa,\n", 'ohchr-2020-africa,"-1 ""2"", | <b>"\n')
    built = folder.build(tmp_path / "output")
    assert_same_as_built(reader.open(built / "map.html"), built)
    assert "'-1 " in (built / "presences.csv").read_text(encoding="utf-8")


def test_an_empty_list_s_downloads_are_its_products(reader: Reader, tmp_path: Path) -> None:
    """A header with every column, and a collection without features."""
    create_data_folder(tmp_path / "new")
    built = Folder(tmp_path / "new").build(tmp_path / "output")
    assert_same_as_built(reader.open(built / "map.html"), built)
