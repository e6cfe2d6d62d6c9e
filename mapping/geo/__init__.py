"""Geometry without data: projection, longitudes, topology, polylines.

Coordinates are longitude before latitude, WGS 84 degrees, unless a docstring says otherwise.
"""

PUBLIC = {
    "polyline": ("encode",),
}
