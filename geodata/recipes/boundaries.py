"""Make the areas and lines of the United Nations view from public-domain packages.

    python geodata/recipes/boundaries.py

reads `area-statuses.csv` and `line-classes.csv`, and writes `boundaries.page.topojson` and
`boundaries.print.topojson` beside them. Longitudes run from the map's western edge eastwards
without a break, latitudes from -90 to 90; degrees, WGS 84.
"""

import gzip
from pathlib import Path

from edge import unrolled
from faces import cut
from levels import LEVELS, generalised
from sources import cutters, polygons
from statuses import assigned
from topology import topology

FOLDER = Path(__file__).parents[1]


def main() -> None:
    """Write both levels and say how large they are."""
    faces = assigned(cut(unrolled(polygons()), cutters()))
    for level in LEVELS:
        text = topology(generalised(faces, level), level.grid)
        file = FOLDER / f"boundaries.{level.name}.topojson"
        file.write_text(text, encoding="utf-8", newline="\n")
        packed = len(gzip.compress(text.encode(), 9))
        print(f"{file.name}: {len(text):,} bytes, {packed:,} gzipped")


if __name__ == "__main__":
    main()
