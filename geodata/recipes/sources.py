"""Natural Earth's polygons and the lines that cut them, as the packages hold them.

Everything is longitude, latitude in degrees (WGS 84), longitudes from -180 to 180.
"""

from collections.abc import Iterable

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from packages import LAKES, MAGICS, MAPDATA, NATURAL_EARTH, QGIS, unpacked

# Rows of Natural Earth's disputed borders as the package's layer orders them.
CLAIMS = (
    (15, 25, 26, 27),  # Jammu and Kashmir, west
    (22, 23),  # Jammu and Kashmir, south
    (20,),  # Aksai Chin
    (19,),  # Arunachal Pradesh
    (16,),  # Ilemi, south, east of Lake Turkana's delta
    (17,),  # Ilemi, south
    (18,),  # Ilemi, south, where the line leaves Kenya
)
HALAIB_RECORD = 1106  # of World Data Bank II in the package: the Nile to the Red Sea
HALAIB_STARTS = 22.19  # north of Bir Tawil, whose own outline Natural Earth draws
BIR_TAWIL_CORNER = (34.0843, 21.9954)  # where both areas meet on the parallel, Natural Earth
RED_SEA = (35.66, 23.16)  # past the shore, so that the line cuts it
LINE_OF_CONTROL_ENDS = ((77.0, 34.9), (77.0, 36.3))  # where it meets 77° E
RECORD = np.dtype(
    [("offset", "<i4"), ("points", "<u2"), ("left", "<u2"), ("right", "<u4"), ("box", "<f4", 4)]
)


def polygons() -> gpd.GeoDataFrame:
    """Natural Earth 5.1.1, 1:10m, German point of view: columns `source` and `geometry`.

    `source` is the ISO 3166-1 alpha-3 code, or Natural Earth's own where there is none.
    """
    archive = unpacked(NATURAL_EARTH) / NATURAL_EARTH.name / "ne_10m_admin_0_countries_deu.zip"
    table = gpd.read_file(f"/vsizip/{archive}", encoding="utf-8")
    own = (table.ISO_A3_EH == "-99") | (table.ADM0_A3 == "IOA")  # IOA: two areas filed as AUS
    iso = table.ISO_A3_EH.where(~own, table.ADM0_A3)
    return gpd.GeoDataFrame({"source": iso}, geometry=table.geometry.make_valid(), crs=4326)


def lakes() -> NDArray[np.object_]:
    """Natural Earth, 1:10m lakes and reservoirs: polygons, without names in the package."""
    file = unpacked(LAKES) / LAKES.part / "ne_10m_lakes.shp"
    return shapely.get_parts(gpd.read_file(file).geometry.make_valid().to_numpy())


def cutters() -> list[shapely.LineString]:
    """Lines that split the polygons where the United Nations view differs from them."""
    return [
        *_claims(),
        *_ceasefire_lines(),
        shapely.LineString(LINE_OF_CONTROL_ENDS),
        _halaib(),
    ]


def _claims() -> list[shapely.LineString]:
    """Natural Earth 4.1.0, disputed borders: Jammu and Kashmir, Arunachal Pradesh, Ilemi."""
    file = unpacked(QGIS) / "usr/share/qgis/resources/data/world_map.gpkg"
    rows = gpd.read_file(file, layer="disputed_borders").geometry
    return [line for claim in CLAIMS for line in _overshot(rows[list(claim)])]


def _ceasefire_lines() -> list[shapely.LineString]:
    """Natural Earth 3.0.0, boundary lines: the lines of 1949, the buffer zone in Cyprus."""
    stem = "share/magics/10m/ne_10m_admin_0_boundary_lines_land.shp"
    table = gpd.read_file(unpacked(MAGICS) / MAGICS.name / stem)
    armistice = (table.adm0_a3_l == "PSX") & (table.adm0_a3_r == "ISR")
    buffer_zone = (table.name == "Cyprus U.N. Buffer Zone") | (
        (table.name == "Line of control") & (table.adm0_a3_l == "CNM")
    )
    return [line for row in table[armistice | buffer_zone].geometry for line in _overshot([row])]


def _halaib() -> shapely.LineString:
    """Return the administrative line of 1902 from CIA World Data Bank II, Bir Tawil to the sea."""
    folder = unpacked(MAPDATA) / "usr/lib/R/site-library/mapdata/mapdata"
    raw = (folder / "worldHires.L").read_bytes()
    record = np.frombuffer(raw, RECORD, HALAIB_RECORD + 1, offset=8)[-1]  # after type and count
    radians = np.frombuffer(raw, "<f4", 2 * int(record["points"]), int(record["offset"]))
    line = np.degrees(radians.astype(float)).reshape(-1, 2)
    return shapely.LineString([BIR_TAWIL_CORNER, *line[line[:, 1] > HALAIB_STARTS], RED_SEA])


def _overshot(rows: Iterable[shapely.Geometry], by: float = 2e-3) -> list[shapely.LineString]:
    """Merge the rows and lengthen both ends by some degrees, so that they cross the outlines."""
    merged = shapely.get_parts(shapely.line_merge(shapely.union_all(list(rows))))
    return [_lengthened(np.asarray(line.coords), by) for line in merged]


def _lengthened(line: NDArray[np.float64], by: float) -> shapely.LineString:
    first, last = line[0] - line[1], line[-1] - line[-2]
    head, tail = (by * step / np.hypot(*step) for step in (first, last))
    return shapely.LineString(np.vstack([line[0] + head, line, line[-1] + tail]))
