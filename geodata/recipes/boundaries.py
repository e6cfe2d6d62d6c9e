"""Make the areas, lines and lakes of the United Nations view from public-domain packages.

    python geodata/recipes/boundaries.py

reads `area-statuses.csv` and `line-classes.csv`, and writes `boundaries.page.topojson` and
`boundaries.print.topojson` beside them. Longitudes run from the map's western edge eastwards
without a break, latitudes from -90 to 90; degrees, WGS 84.
"""

import gzip
import sys
from pathlib import Path

import geopandas as gpd
import shapely
from edge import unrolled
from faces import cut
from lakes import simplified
from levels import LEVELS, generalised
from membership import assigned
from sources import cutters, lakes, polygons
from topology import topology

FOLDER = Path(__file__).parents[1]


def main() -> None:
    """Write both levels and say how large they are."""
    faces = assigned(cut(unrolled(polygons()), cutters()))
    for level in LEVELS:
        text = topology(generalised(faces, level), simplified(lakes(), level), level.grid)
        file = FOLDER / f"boundaries.{level.name}.topojson"
        file.write_text(text, encoding="utf-8", newline="\n")
        _check(file)
        packed = len(gzip.compress(text.encode(), 9))
        print(f"{file.name}: {len(text):,} bytes, {packed:,} gzipped")


def _check(file: Path) -> None:
    """Read the file back as its users will; stop where an area is damaged."""
    areas = gpd.read_file(file, layer="areas")
    broken = [code for code, valid in zip(areas.code, areas.is_valid, strict=True) if not valid]
    if broken or not shapely.coverage_is_valid(areas.geometry.values):
        sys.exit(f"{file.name}: invalid areas ({', '.join(broken)}), or areas that overlap")


if __name__ == "__main__":
    main()
