"""What a user would otherwise write: the same list on the same areas, with geopandas and folium.

A script of its own, so that a whole run of it can be timed: ``python plain.py DATA FILE``.
"""

from __future__ import annotations

import html
import sys
from pathlib import Path

import folium
import geopandas as gpd
import pandas as pd


def presences(data: Path, areas: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Read the list and place each row: at its own position, its first city, or in its area.

    Returns
    -------
    GeoDataFrame
        One point a row, WGS 84 longitude and latitude in degrees.
    """
    rows = pd.read_csv(data / "presences.csv")
    countries = pd.read_csv(data / "countries.csv", keep_default_na=False).set_index("code")
    names = pd.read_csv(data / "names.csv")
    cities = names[names["kind"] == "city"].set_index("key")
    first = rows["city"].str.split().str[0]
    inside = areas.set_index("code").representative_point()
    codes = rows["country"].map(countries["area"]).where(lambda area: area != "", rows["country"])
    longitude, latitude = (
        rows[axis].fillna(first.map(cities[axis])).fillna(codes.map(getattr(inside, short)))
        for axis, short in (("longitude", "x"), ("latitude", "y"))
    )
    rows["name"] = rows["country"].map(countries["en"])
    return gpd.GeoDataFrame(rows, geometry=gpd.points_from_xy(longitude, latitude), crs=4326)


def draw(data: Path, file: Path) -> None:
    """Draw areas and markers, and save the map as folium saves it."""
    areas = gpd.read_file(data / "boundaries.page.topojson", layer="areas").set_crs(
        4326, allow_override=True
    )
    world = folium.Map(location=[20, 11.5], zoom_start=2)
    folium.GeoJson(areas[["code", "status", "geometry"]]).add_to(world)
    for row in presences(data, areas).itertuples():
        text = html.escape(f"{row.name}: {row.category}")
        folium.Marker([row.geometry.y, row.geometry.x], popup=text).add_to(world)
    world.save(file)


if __name__ == "__main__":
    draw(Path(sys.argv[1]), Path(sys.argv[2]))
