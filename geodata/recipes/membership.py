"""Which area each face belongs to in the United Nations view."""

import sys

import geopandas as gpd
import shapely

LARGEST_CLAIM = 12  # square degrees; a larger face means that a line did not cut

MERGED = {
    "KOS": "SRB",  # Kosovo: inside the polygon of Serbia, with a line of its own
    "ESB": "CYP",  # the Sovereign Base Areas
    "WSB": "CYP",
    "USG": "CUB",  # Guantanamo Bay
    "CSI": "AUS",  # Coral Sea Islands
    "ATC": "AUS",  # Ashmore and Cartier Islands
    "CLP": "FRA",  # Clipperton
    "BRT": "XBT",
    "ALD": "ALA",
}
LEFT_OUT = {"PGA", "SCR"}  # Spratly Islands, Scarborough Reef: specks that no level shows

# Inside Jammu and Kashmir, either side of 77° E, where the Line of Control ends.
BEYOND_THE_LINE = ((77.01, 35.13), (76.95, 35.45))

# Faces that change hands: area, longitude and latitude of a point inside the face.
CLAIMED = (
    ("XJK", 76.50, 33.98),  # south-east of the Line of Control
    ("XJK", 75.40, 34.90),  # north-west of it
    *(("XJK", *point) for point in BEYOND_THE_LINE),
    ("XAC", 79.16, 34.71),
    ("XAP", 94.02, 28.11),
    ("XHT", 36.00, 22.30),
    ("XIT", 35.17, 4.82),
    ("SSD", 35.744, 4.641),  # a chip north of the parallel, as in UN Geodata
    ("KEN", 35.680, 4.604),  # a chip south of it
    ("XAB", 28.42, 9.67),
    ("SYR", 35.73, 33.03),  # the occupied Golan
    ("PSE", 35.237, 31.79),  # East Jerusalem
    ("PSE", 35.056, 31.679),  # inside the lines of 1949
    ("ISR", 34.53, 31.55),  # outside them
    ("ARG", -73.31, -49.52),  # Southern Patagonian Ice Field, as in UN Geodata
    ("URY", -55.95, -30.96),  # Rincón de Artigas, as in UN Geodata
)

# Areas that Natural Earth keeps inside the administering State: west, south, east, north.
APART = (
    ("FRA", "GUF", (-55, 1.5, -51, 6.5)),
    ("FRA", "GLP", (-62, 15.7, -60.9, 16.7)),
    ("FRA", "MTQ", (-61.4, 14.2, -60.6, 15.0)),
    ("FRA", "REU", (55, -21.6, 56, -20.7)),
    ("FRA", "MYT", (44.8, -13.2, 45.5, -12.4)),
    ("NOR", "SJM", (5, 74, 40, 82)),
    ("NOR", "SJM", (-10, 70, -7, 72)),
    ("NOR", "BVT", (3, -55, 4, -54)),
    ("NLD", "BES", (-69, 11.8, -62.5, 18)),
    ("NZL", "TKL", (187, -10, 189, -8)),
    ("IOA", "CXR", (105, -11, 106, -10)),
    ("IOA", "CCK", (96, -13, 97.5, -11)),
)


def assigned(faces: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return each face the `code` of its area, and drop those that are no area's.

    `code` is ISO 3166-1 alpha-3, or XJK, XAC, XAP, XHT, XBT, XIT, XAB for areas without one.

    Raises
    ------
    SystemExit
        A point finds no face, or one that no line has cut off.
    """
    faces = faces.assign(code=faces.source.replace(MERGED))
    for code, longitude, latitude in CLAIMED:
        faces.loc[_at(faces, code, longitude, latitude), "code"] = code
    for point in BEYOND_THE_LINE:
        faces.loc[_at(faces, "XJK", *point), "source"] = "KAS"  # Natural Earth's: Siachen
    for state, code, box in APART:
        faces.loc[(faces.code == state) & faces.within(shapely.box(*box)), "code"] = code
    return faces[faces.code.notna() & ~faces.code.isin(LEFT_OUT)].reset_index(drop=True)


def _at(faces: gpd.GeoDataFrame, code: str, longitude: float, latitude: float) -> int:
    """Return the row of the one face that holds the point."""
    found = faces.index[faces.contains(shapely.Point(longitude, latitude))]
    if len(found) != 1 or shapely.area(faces.geometry[found[0]]) > LARGEST_CLAIM:
        sys.exit(f"{code}: no face of its own at {longitude}, {latitude}")
    return int(found[0])
