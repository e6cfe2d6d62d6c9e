"""The exports, as other programs read them."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from mapping.adding.new_folder import create_data_folder
from mapping.i18n.localized import LANGUAGES
from mapping.products import exports
from mapping.products.exports import FORMULA_SIGNS
from tests.support.folder import ROOT, Folder

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.atlas import Atlas

NAMED = {
    "id", "status", "category", "evidence", "country", "city", "mission", "footnotes", "sources",
    *(f"label_{language}" for language in LANGUAGES),
}  # fmt: skip


@pytest.fixture(scope="module")
def features(built: Path) -> list[dict[str, Any]]:
    """Return the features of the GeoJSON file as written."""
    collection = json.loads((built / "presences.geojson").read_text(encoding="utf-8"))
    assert collection.keys() == {"type", "features"}
    assert collection["type"] == "FeatureCollection"
    return list(collection["features"])


def rows(content: bytes) -> list[dict[str, str]]:
    """Read a table as a program does."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_every_feature_is_a_point_in_range(features: list[dict[str, Any]]) -> None:
    """RFC 7946: WGS 84 degrees within range, no reference system, no member of our own."""
    assert len(features) == 104
    for feature in features:
        assert feature.keys() == {"type", "id", "geometry", "properties"}
        longitude, latitude = feature["geometry"]["coordinates"]
        assert feature["geometry"]["type"] == "Point"
        assert -180 <= longitude <= 180
        assert -90 <= latitude <= 90


def test_a_line_of_the_file_is_a_place(built: Path, features: list[dict[str, Any]]) -> None:
    """What changes of one place changes one line; each but the first and last is a feature."""
    _, *lines, _ = (built / "presences.geojson").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line.removesuffix(",")) for line in lines] == features


def test_longitude_comes_before_latitude(features: list[dict[str, Any]]) -> None:
    """Suva lies at 178 degrees east and 18 south."""
    points = {feature["id"]: feature["geometry"]["coordinates"] for feature in features}
    longitude, latitude = points["pacific-regional-office"]
    assert (round(longitude), round(latitude)) == (178, -18)


def test_a_feature_has_the_promised_properties(features: list[dict[str, Any]]) -> None:
    """Whoever reads the file may rely on them."""
    for feature in features:
        properties = feature["properties"]
        assert properties.keys() >= NAMED
        assert properties["id"] == feature["id"]
        assert isinstance(properties["footnotes"], list)
        assert properties["sources"]


def test_both_exports_hold_the_same_places(built: Path, features: list[dict[str, Any]]) -> None:
    """Same ids in the same order, same positions, same labels."""
    table = rows((built / "presences.csv").read_bytes())
    assert [row["id"] for row in table] == [feature["id"] for feature in features]
    for row, feature in zip(table, features, strict=True):
        position = [float(row["longitude"]), float(row["latitude"])]
        assert position == feature["geometry"]["coordinates"]
        assert row["label_ar"] == feature["properties"]["label_ar"]
        certain = feature["properties"]["category_certain"]
        assert row["category_certain"] == ("yes" if certain else "no")
    assert {row["category_certain"] for row in table} == {"yes", "no"}


@pytest.mark.parametrize("name", ["presences.csv", "presences.geojson", "map.html", "build.json"])
def test_a_product_is_utf_8_with_lf(built: Path, name: str) -> None:
    """No CR; a byte order mark where Excel or a browser needs one, and nowhere else."""
    content = (built / name).read_bytes()
    content.decode("utf-8")
    assert content.startswith(codecs.BOM_UTF8) == (name in {"presences.csv", "map.html"})
    assert codecs.BOM_UTF8 not in content[1:]
    assert b"\r" not in content


def test_what_a_row_has_not_is_empty(built: Path) -> None:
    """No word of the program stands for it, and each column with such a cell has filled ones."""
    table = rows((built / "presences.csv").read_bytes())
    cells = [cell for row in table for cell in row.values()]
    assert not {"None", "null", "nan", "[]"} & set(cells)
    assert {row["as_of"] == "" for row in table} == {True, False}


def test_an_empty_list_has_its_header(atlas: Atlas, built: Path) -> None:
    """The same columns as any other, and no row."""
    header, _, body = exports.format_csv(type(atlas)(atlas.dataset, (), atlas.hosts)).partition(
        b"\n"
    )
    assert header == (built / "presences.csv").read_bytes().partition(b"\n")[0]
    assert body == b""


def test_a_folder_just_begun_has_its_header_too(tmp_path: Path) -> None:
    """With the one language that it speaks."""
    create_data_folder(tmp_path / "new")
    [table] = csv.reader(
        (Folder(tmp_path / "new").build(tmp_path / "output") / "presences.csv")
        .read_text(encoding="utf-8-sig")
        .splitlines()
    )
    assert table[:3] == ["longitude", "latitude", "id"]
    assert [column for column in table if column.startswith("label_")] == ["label_en"]
    assert table[-2:] == ["sources", "note"]


@pytest.mark.parametrize("hostile", ["=1+1", "@x", "-x", "+1", "\tx", "\rx"])
def test_no_cell_is_a_formula(atlas: Atlas, hostile: str) -> None:
    """A text that a spreadsheet would run is made harmless, and nothing of it is lost."""
    place = atlas.places[0]
    label = place.label.model_copy(update={"en": hostile})
    presence = place.presence.model_copy(update={"note": hostile})
    spoiled = type(place)(presence, place.anchor, label, place.area, place.region)
    [row] = rows(exports.format_csv(type(atlas)(atlas.dataset, (spoiled,), atlas.hosts)))
    assert row["label_en"] == row["note"] == f"'{hostile}"


def test_a_hostile_name_in_the_data_is_harmless_in_the_table(
    folder: Folder, tmp_path: Path
) -> None:
    """From the row of the data folder to the cell of the product."""
    folder.edit("countries.csv", ",Argentina,Argentina,", ",=1+1,Argentina,")
    table = rows((folder.build(tmp_path / "output") / "presences.csv").read_bytes())
    labels = {row["id"]: row["label_en"] for row in table}
    assert labels["arg-adviser"] == "'=1+1"


def test_no_row_breaks_the_table(atlas: Atlas) -> None:
    """Commas, quotes and line ends within a text stay within their cell."""
    place = atlas.places[0]
    text = 'one, "two"\nthree'
    presence = place.presence.model_copy(update={"note": text})
    spoiled = type(place)(presence, place.anchor, place.label, place.area, place.region)
    [row] = rows(exports.format_csv(type(atlas)(atlas.dataset, (spoiled,), atlas.hosts)))
    assert row["note"] == text


def test_page_and_build_know_the_same_formula_signs() -> None:
    """Each writes its own CSV: what begins a formula in one begins one in the other."""
    script = (ROOT / "mapping" / "web" / "js" / "pure" / "csv.js").read_text(encoding="utf-8")
    [pattern] = re.findall(r"FORMULA = /(.+)/", script)
    signs = {chr(code) for code in range(0x10FFFF) if re.match(pattern, chr(code))}
    assert signs == set(FORMULA_SIGNS)
