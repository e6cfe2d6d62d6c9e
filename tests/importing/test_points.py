"""Files of points: which of several layers are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import pytest
import shapely

from mapping.errors import WrongUseError
from mapping.importing.any_file import read_any_file
from mapping.importing.list_choices import ListChoices
from mapping.importing.new_list import create_list, read_list

if TYPE_CHECKING:
    from pathlib import Path

PLACEMARK = "<Placemark><name>{}</name><Point><coordinates>{},0</coordinates></Point></Placemark>"
KML = (
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
    f"<Folder><name>Offices</name>{PLACEMARK.format('A', '36.82,-1.28')}</Folder>"
    f"<Folder><name>Partners</name>{PLACEMARK.format('B', '-17.44,14.69')}</Folder>"
    f"<Folder><name>Offices</name>{PLACEMARK.format('C', '2.35,48.85')}</Folder>"
    "</Document></kml>"
)
GPX = (
    '<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">'
    '<wpt lat="-1.28" lon="36.82"><name>A</name></wpt>'
    '<trk><trkseg><trkpt lat="1" lon="2"/><trkpt lat="3" lon="4"/></trkseg></trk></gpx>'
)


def test_all_folders_of_a_kml_file_are_read(tmp_path: Path) -> None:
    """With a column that says from which each is; of two of one name the second is numbered."""
    file = tmp_path / "map.kml"
    file.write_text(KML, encoding="utf-8")
    raw = read_any_file(file)
    found = [dict(zip(raw.columns, row, strict=True)) for row in raw.rows]
    told = {(one["Name"], one["folder"], one["latitude"]) for one in found}
    assert told == {
        ("A", "Offices", "-1.280000"),
        ("B", "Partners", "14.690000"),
        ("C", "Offices (#2)", "48.850000"),
    }


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
