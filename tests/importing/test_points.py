"""Files of several layers, columns that are exchanged, and links to maps as points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import pytest
import shapely

from mapping.errors import DataError, WrongUseError
from mapping.importing.any_file import read_any_file
from mapping.importing.list_choices import ListChoices
from mapping.importing.new_list import create_list, read_list
from mapping.tables.coordinates import parse_position

if TYPE_CHECKING:
    from pathlib import Path

PLACEMARK = "<Placemark><name>{}</name><Point><coordinates>{},0</coordinates></Point></Placemark>"
KML = (
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
    f"<Folder><name>Offices</name>{PLACEMARK.format('A', '36.82,-1.28')}</Folder>"
    f"<Folder><name>Partners</name>{PLACEMARK.format('B', '-17.44,14.69')}</Folder>"
    "</Document></kml>"
)
GPX = (
    '<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">'
    '<wpt lat="-1.28" lon="36.82"><name>A</name></wpt>'
    '<trk><trkseg><trkpt lat="1" lon="2"/><trkpt lat="3" lon="4"/></trkseg></trk></gpx>'
)


def test_all_folders_of_a_kml_file_are_read(tmp_path: Path) -> None:
    """With a column that says from which each place is."""
    file = tmp_path / "map.kml"
    file.write_text(KML, encoding="utf-8")
    raw = read_any_file(file)
    found = [dict(zip(raw.columns, row, strict=True)) for row in raw.rows]
    assert [(one["Name"], one["folder"]) for one in found] == [("A", "Offices"), ("B", "Partners")]
    assert [one["latitude"] for one in found] == ["-1.280000", "14.690000"]


def test_the_places_of_a_gpx_file_are_its_waypoints(tmp_path: Path) -> None:
    """Its tracks are ways."""
    file = tmp_path / "walk.gpx"
    file.write_text(GPX, encoding="utf-8")
    made = create_list(tmp_path / "list", read_list(file), ListChoices(), lambda _: None)
    assert [place.presence.country for place in made.atlas.places] == ["KEN"]
    assert not made.taken


def test_which_layer_of_a_geopackage_is_read_is_said_and_chosen(tmp_path: Path) -> None:
    """The first, unless another is named; one that is not there is refused."""
    file = tmp_path / "many.gpkg"
    for layer, at in (("offices", (36.82, -1.28)), ("wells", (2.35, 48.85))):
        one = gpd.GeoDataFrame({"name": [layer]}, geometry=[shapely.Point(at)], crs=4326)
        one.to_file(file, layer=layer)
    assert read_any_file(file).sheets == ("offices", "wells")
    chosen = read_any_file(file, sheet="wells")
    assert (chosen.rows[0][0], chosen.sheets) == ("wells", ())
    with pytest.raises(WrongUseError, match="has no layer 'zones'; it has offices, wells"):
        read_any_file(file, sheet="zones")


EAST_OF_90 = ["A,139.7,35.7", "B,100.5,13.8"]


def listed(tmp_path: Path, rows: list[str]) -> Path:
    """Write a list of points, whose columns say which is which."""
    file = tmp_path / "list.csv"
    file.write_text("\n".join(["name,lat,lon", *rows, ""]), encoding="utf-8")
    return file


def test_exchanged_columns_of_a_point_are_refused(tmp_path: Path) -> None:
    """Where several latitudes are over 90, a tenth of all at least, and no longitude is."""
    found = read_list(listed(tmp_path, [*EAST_OF_90, "C,36.82,-1.28", "D,32.58,0.31"]))
    with pytest.raises(DataError, match=r"list\.csv:1: 'lat', 'lon': latitudes are over 90"):
        create_list(tmp_path / "new", found, ListChoices(), lambda _: None)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "rows",
    [
        [*EAST_OF_90, *["C,-1.28,36.82"] * 30],  # few may be slips
        [*EAST_OF_90, *["C,35.7,139.7"] * 3],  # and a longitude over 90 says which is which
    ],
)
def test_columns_that_may_be_right_are_believed(tmp_path: Path, rows: list[str]) -> None:
    """What is out of range is left out alone."""
    found = read_list(listed(tmp_path, rows))
    made = create_list(tmp_path / "new", found, ListChoices(), lambda _: None)
    assert len(made.atlas.dataset.tables.left_out) == 2


@pytest.mark.parametrize(
    "link",
    [
        "https://maps.google.com/?q=9.03,38.75",
        "https://www.google.com/maps/place/Addis/@9.03,38.75,12z",
        "https://www.google.com/maps/place/X/@1,2,12z/data=!3m1!4b1!8m2!3d9.03!4d38.75",
        "https://www.google.com/maps/search/?api=1&query=9.03%2C38.75",
        "https://www.openstreetmap.org/#map=12/9.03/38.75",
        "https://www.openstreetmap.org/?mlat=9.03&mlon=38.75#map=5/1/2",
        "https://www.bing.com/maps?cp=9.03~38.75&lvl=11",
        "geo:9.03,38.75?z=12",
    ],
)
def test_a_link_to_a_map_is_a_position(link: str) -> None:
    """That of its pin, where it has one, else of the middle of its view."""
    assert parse_position(link) == (9.03, 38.75)


@pytest.mark.parametrize("link", ["https://maps.app.goo.gl/abc", "https://example.org/?q=9.0,38.7"])
def test_a_link_that_names_no_point_is_none(link: str) -> None:
    """A short one says nothing itself, and another site may mean anything by two numbers."""
    with pytest.raises(ValueError, match=r"angles|degrees"):
        parse_position(link)
