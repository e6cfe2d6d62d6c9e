"""A list is read out of whatever file it is kept in, with the same rows.

Also of `workbooks.py`.
"""

from __future__ import annotations

import datetime as dt
import os
import zipfile
from typing import TYPE_CHECKING

import geopandas as gpd
import pytest
import shapely
from openpyxl import Workbook, load_workbook

from mapping.errors import DataError, WrongUseError
from mapping.importing.any_file import find_encodings, read_any_file
from tests.support.commands import run

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = ["Name", "Country", "Note"]
ROWS = [["Bureau, principal", "Kenya", "x|y"], ["中心", "France", ""], ["Été", "Peru", "a;b"]]
ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
<office:body><office:spreadsheet><table:table table:name="List">{rows}</table:table>
</office:spreadsheet></office:body></office:document-content>"""
MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"""
CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'


def write_text(path: Path, delimiter: str) -> Path:
    """Write the list with a delimiter, every cell in quotes."""
    lines = [delimiter.join(f'"{cell}"' for cell in row) for row in [COLUMNS, *ROWS]]
    path.write_text("\r\n".join(lines), encoding="utf-8-sig")
    return path


def write_xlsx(path: Path, rows: list[list[object]]) -> Path:
    """Write rows into the second sheet of a workbook, the first of which is blank."""
    book = Workbook()
    sheet = book.create_sheet("List")
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def write_ods(path: Path) -> Path:
    """Write the list as LibreOffice does."""
    rows = "".join(
        f"<table:table-row>{''.join(map(CELL.format, row))}</table:table-row>"
        for row in [COLUMNS, *ROWS]
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ODS.format(rows=rows))
        archive.writestr("META-INF/manifest.xml", MANIFEST)
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_of_text_has_any_delimiter(tmp_path: Path, delimiter: str) -> None:
    """It is the one that parts all rows alike, whatever else stands in the cells."""
    raw = read_any_file(write_text(tmp_path / "list.csv", delimiter))
    assert (raw.columns, raw.rows) == (COLUMNS, ROWS)


def test_a_workbook_is_read(tmp_path: Path) -> None:
    """The first sheet that has rows; numbers and dates as they are shown."""
    typed: list[list[object]] = [
        [*COLUMNS, "Rooms", "Since"],
        ["A", "Kenya", None, 4, dt.date(2020, 1, 31)],
    ]
    raw = read_any_file(write_xlsx(tmp_path / "list.xlsx", typed))
    assert raw.rows == [["A", "Kenya", "", "4", "2020-01-31"]]


def test_of_several_sheets_with_a_table_it_is_said_or_asked_which_is_read(tmp_path: Path) -> None:
    """The largest is likely; another is read where it is named."""
    path = write_xlsx(tmp_path / "list.xlsx", [["Name", "Country"], ["A", "Kenya"], ["B", "Peru"]])
    book = load_workbook(path)
    closed = book.create_sheet("Closed offices")
    for row in (["Name", "Country"], ["C", "Chad"]):
        closed.append(row)
    book.save(path)
    assert read_any_file(path).sheets == ("List", "Closed offices")
    named = read_any_file(path, sheet="Closed offices")
    assert (named.rows, named.sheets) == ([["C", "Chad"]], ())
    with pytest.raises(WrongUseError, match="no sheet 'Open'; it has Sheet, List, Closed offices"):
        read_any_file(path, sheet="Open")
    command = ("new", tmp_path / "new", "--from", path, "--no-build", "--title", "Offices")
    asked = run(*command)
    assert asked.exit_code == 2
    assert "give --sheet List or --sheet" in asked.stderr
    done = run(*command, "--yes")
    assert "list.xlsx:1: the sheet 'List' is read, and not 'Closed offices'; name" in done.stderr


def test_a_workbook_of_libreoffice_is_read(tmp_path: Path) -> None:
    """An .ods holds the same list."""
    raw = read_any_file(write_ods(tmp_path / "list.ods"))
    assert (raw.columns, raw.rows) == (COLUMNS, ROWS)


@pytest.mark.parametrize("name", ["list.geojson", "list.gpkg", "list.shp"])
def test_a_file_of_points_is_read(tmp_path: Path, name: str) -> None:
    """In whatever reference system: its points are columns in WGS 84."""
    frame = gpd.GeoDataFrame(
        {"Name": ["A", "B"], "Rooms": [3, 4]},
        geometry=[shapely.Point(36.82, -1.29), shapely.Point(2.35, 48.85)],
        crs="EPSG:4326",
    )
    frame = frame if name.endswith("geojson") else frame.to_crs("EPSG:3857")
    frame.to_file(tmp_path / name)
    raw = read_any_file(tmp_path / name)
    assert raw.columns == ["Name", "Rooms", "latitude", "longitude"]
    assert raw.rows[1] == ["B", "4", "48.850000", "2.350000"]


def test_a_title_above_the_header_and_a_column_without_a_name_are_passed_over(
    tmp_path: Path,
) -> None:
    """Blank rows too; a name that occurs twice is told apart."""
    table = "Our offices,,,\n,,,\nName,Country,,Name\nA,Kenya,1,x\nB,Peru,2,y\n"
    (tmp_path / "list.csv").write_text(table, encoding="utf-8")
    raw = read_any_file(tmp_path / "list.csv")
    assert raw.columns == ["Name", "Country", "column 3", "Name (2)"]
    assert len(raw.rows) == 2


def test_a_table_without_a_header_has_numbered_columns(tmp_path: Path) -> None:
    """Where the first row has what no header has: a number or an address."""
    (tmp_path / "list.csv").write_text("A,Kenya,-1.29\nB,Peru,-12.05\n", encoding="utf-8")
    raw = read_any_file(tmp_path / "list.csv")
    assert raw.columns == ["column 1", "column 2", "column 3"]
    assert len(raw.rows) == 2


def test_line_breaks_and_letters_lost_in_an_export_are_read(tmp_path: Path) -> None:
    """A break parts what a cell names; R writes letters of Latin-1 as their numbers; no errors."""
    text = 'City,No,Sum\n"Paris\nLyon",C<f3>rdoba,#REF!\n'
    (tmp_path / "list.csv").write_text(text, encoding="utf-8")
    assert read_any_file(tmp_path / "list.csv").rows == [["Paris; Lyon", "Córdoba", ""]]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("list.csv", "Name,Country\nÉté,France\n".encode("cp1252"), "UTF-8"),
        ("list.csv", b"Name,Country\n", "no row under its header"),
        ("list.xlsx", b"PK\x03\x04 nothing", "the workbook cannot be read"),
        ("list.geojson", b"{", "the points cannot be read"),
    ],
)
def test_what_cannot_be_read_is_a_fault(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    """Encodings are not guessed; damaged and empty files are named."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DataError, match=told):
        read_any_file(tmp_path / name)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    """With the kinds that a list is read out of; a pipe cannot be looked at twice."""
    (tmp_path / "list.pdf").write_bytes(b"%PDF")
    with pytest.raises(WrongUseError, match="xlsx, xls, ods"):
        read_any_file(tmp_path / "list.pdf")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WrongUseError, match="save what comes through it"):
        read_any_file(tmp_path / "pipe")


def test_merged_cells_have_the_value_of_the_first(tmp_path: Path) -> None:
    """Where a country stands once beside the rows that it has."""
    path = write_xlsx(tmp_path / "list.xlsx", [[*COLUMNS], ["A", "Kenya", ""], ["B", None, ""]])
    book = load_workbook(path)
    book["List"].merge_cells("B2:B3")
    book["Sheet"].append(["Our offices"])  # a cover is no list
    book.save(path)
    assert [row[1] for row in read_any_file(path).rows] == ["Kenya", "Kenya"]


def test_a_packed_file_is_read(tmp_path: Path) -> None:
    """A shapefile with what belongs to it, or one file alone; of several none is chosen."""
    points = gpd.GeoDataFrame({"name": ["A"]}, geometry=[shapely.Point(37, -1)], crs="EPSG:4326")
    points.to_file(tmp_path / "list.shp")
    text = write_text(tmp_path / "list.csv", ",")
    with zipfile.ZipFile(tmp_path / "points.zip", "w") as packed:
        for path in tmp_path.glob("list.[sdp]*"):
            packed.write(path, path.name)
    with zipfile.ZipFile(tmp_path / "text.zip", "w") as packed:
        packed.write(text, "folder/list.csv")
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as packed:
        packed.write(text, "a.csv")
        packed.write(text, "b.csv")
    assert read_any_file(tmp_path / "points.zip").rows == [["A", "-1.000000", "37.000000"]]
    assert read_any_file(tmp_path / "text.zip").rows == ROWS
    with pytest.raises(WrongUseError, match=r"one list, and this one holds a\.csv, b\.csv"):
        read_any_file(tmp_path / "two.zip")
    with zipfile.ZipFile(tmp_path / "outside.zip", "w") as packed:
        packed.write(text, "../list.csv")
    with pytest.raises(WrongUseError, match="one list, and this one holds none"):
        read_any_file(tmp_path / "outside.zip")


def test_records_of_json_are_read(tmp_path: Path) -> None:
    """A list, or the one list in an object; fields of records in them, several values in a cell."""
    path = tmp_path / "list.json"
    record = '{"name": "A", "web": ["x", "y"], "n": null, "at": {"y": 1, "n": 2}}'
    records = f'{{"count": 1, "results": [{record}]}}'
    path.write_text(records, "utf-8")
    found = read_any_file(path)
    assert found.columns == ["name", "web", "n", "y", "at / n"]
    assert found.rows == [["A", "x; y", "", "1", "2"]]
    path.write_text('{"name": "A"}', "utf-8")
    with pytest.raises(DataError, match="neither GeoJSON nor a list of records"):
        read_any_file(path)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Bezeichnung;Staat\nGeschäftsstelle;Österreich\nZürcher Büro;Schweiz\n", "cp1252"),
        ("Название;Страна\nПосольство в Кении;Кения\nПосольство в Чили;Чили\n", "koi8_r"),
        ("名称,国家\n驻肯尼亚大使馆,肯尼亚\n驻法国大使馆,法国\n", "gb18030"),
    ],
)
def test_another_encoding_is_found_and_used_only_when_it_is_named(
    tmp_path: Path, text: str, encoding: str
) -> None:
    """The refusal says how; what cannot be in the encoding that was named is a fault."""
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode(encoding))
    assert find_encodings(path) == [encoding]
    with pytest.raises(DataError, match=f"give --encoding {encoding}"):
        read_any_file(path)
    assert text.startswith(read_any_file(path, encoding).columns[0])
    with pytest.raises(DataError, match="the text is not ascii"):
        read_any_file(path, "ascii")
    with pytest.raises(WrongUseError, match="no encoding is called 'nonsense'"):
        read_any_file(path, "nonsense")
